// Makes the words of a saved contact once, not three times over: what is said of the sources is worked out before anything is compared
// or written, because folding it is the dearest part. Otherwise as `0008-quick-words` has it.
export const wordsOnce = /* sql */ `
-- Makes the words of these sources (null: of every one) what is said now, and forgets words that nobody bears any more.
create or replace function search_refresh(of text, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  sources uuid[] := coalesce(ids, case of when 'people' then array(select id from people) else array(select case_id from children) end);
  services_of uuid[];
  cases_of uuid[];
  sources_of uuid[];
  kinds_of text[];
  words_of text[];
  gone int[];
begin
  select array_agg(s.service_id), array_agg(s.case_id), array_agg(s.source_id), array_agg(s.kind), array_agg(s.word)
    into services_of, cases_of, sources_of, kinds_of, words_of from search_said(of, sources) s;
  if exists (select from search_words where source_id = any (sources)) then
    with stale as (
      select case_id, word_id, kind, source_id from search_words where source_id = any (sources)
      except
      select s.case_id, v.id, s.kind, s.source_id
      from unnest(services_of, cases_of, sources_of, kinds_of, words_of) s(service_id, case_id, source_id, kind, word)
      join search_vocabulary v on v.service_id = s.service_id and v.word = s.word),
    removed as (
      delete from search_words w using stale s
      where (w.case_id, w.word_id, w.kind, w.source_id) = (s.case_id, s.word_id, s.kind, s.source_id)
      returning w.word_id)
    select array_agg(distinct word_id) into gone from removed;
  end if;
  with added as (
    insert into search_vocabulary (service_id, word)
    select distinct s.service_id, s.word from unnest(services_of, words_of) s(service_id, word) order by 1, 2
    on conflict do nothing returning id, word)
  insert into search_slips select unnest(search_slips_of(word)), id from added where word !~ '[0-9@]';
  insert into search_words (case_id, word_id, kind, source_id, service_id)
  select s.case_id, v.id, s.kind, s.source_id, s.service_id
  from unnest(services_of, cases_of, sources_of, kinds_of, words_of) s(service_id, case_id, source_id, kind, word)
  join search_vocabulary v on v.service_id = s.service_id and v.word = s.word
  on conflict do nothing;
  if gone is null then return; end if;
  -- A word that somebody is using at this moment is locked by them, and stays.
  with unused as (
    select v.id, v.word from search_vocabulary v
    where v.id = any (gone) and not exists (select from search_words w where w.word_id = v.id)
    for update skip locked),
  slips as (
    delete from search_slips s using unused u where s.word_id = u.id and s.slip = any (search_slips_of(u.word)))
  delete from search_vocabulary v using unused u where v.id = u.id;
end $$;
`;
