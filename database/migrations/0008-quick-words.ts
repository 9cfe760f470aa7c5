// Keeps the words of search quickly: a saved contact renews them three times over, and that was nine tenths of saving it. Words are
// asked for by index whatever the planner thinks of their number, and what already stands is left alone.
export const quickWords = /* sql */ `

-- Search looks for the past participations of a person too, and read the whole table for want of this.
drop index participations_of_person;
create index participations_of_person on participations (person_id);

-- In plpgsql, whose plans are kept for the session: the sql language would plan each call anew.
create or replace function search_words_in(said text) returns text[] language plpgsql immutable parallel safe as $$
begin
  return (select coalesce(array_agg(distinct left(w, 40)), '{}') from unnest(string_to_array(search_fold(said), ' ')) w where w <> '');
end $$;

create or replace function search_telephone(said text) returns text language plpgsql immutable parallel safe as $$
declare
  digits text := regexp_replace(regexp_replace(replace(regexp_replace(lower(said), '(x|ext).*$', ''), '(0)', ''), '[^0-9]', '', 'g'), '^(00)?44(?=[1-9])', '0');
begin
  return case when length(digits) >= 5 then digits end;
end $$;

create or replace function search_slips_of(word text) returns text[] language plpgsql immutable parallel safe as $$
begin
  return (
    with none as (select left(word, 7) as s),
    one as (select left(s, i - 1) || substr(s, i + 1) as s from none, generate_series(1, length(s)) i where length(word) >= 4),
    two as (select left(s, i - 1) || substr(s, i + 1) as s from one, generate_series(1, length(s)) i where length(word) >= 6)
    select array_agg(s) from (select s from none union select s from one union select s from two) every);
end $$;

-- What is said of these people and of the children of these cases, as words.
create or replace function search_said_of_people(who uuid[])
  returns table (service_id uuid, case_id uuid, source_id uuid, kind text, word text) language sql stable as $$
  select distinct part.service_id, part.case_id, p.id, said.kind, said.word
  from participations part join people p on p.id = part.person_id
  cross join lateral (
    select 'person', unnest(search_words_in(p.first_names || ' ' || p.last_name))
    union all select 'person-known-as', unnest(search_words_in(p.known_as))
    union all select k.kind, case k.kind when 'telephone' then search_telephone(k.value) else left(lower(k.value), 100) end
      from contact_points k where k.person_id = p.id and k.until_at is null and k.kind in ('telephone', 'email')
  ) said(kind, word)
  where p.id = any (who) and said.word <> ''
$$;
create or replace function search_said_of_children(cases uuid[])
  returns table (service_id uuid, case_id uuid, source_id uuid, kind text, word text) language sql stable as $$
  select distinct c.service_id, c.case_id, c.case_id, said.kind, said.word
  from children c
  cross join lateral (
    select 'child', unnest(search_words_in(c.first_names || ' ' || c.last_name))
    union all select 'child-known-as', unnest(search_words_in(c.known_as))
    union all select 'school', unnest(search_words_in(c.school))
    union all select 'authority-reference', search_closed_up(c.authority_reference)
  ) said(kind, word)
  where c.case_id = any (cases) and said.word <> ''
$$;
create function search_said(of text, ids uuid[])
  returns table (service_id uuid, case_id uuid, source_id uuid, kind text, word text) language sql stable as $$
  select * from search_said_of_people(ids) where of = 'people'
  union all
  select * from search_said_of_children(ids) where of = 'children'
$$;

-- Makes the words of these sources (null: of every one) what is said now, and forgets words that nobody bears any more.
create or replace function search_refresh(of text, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  sources uuid[] := coalesce(ids, case of when 'people' then array(select id from people) else array(select case_id from children) end);
  gone int[];
begin
  if exists (select from search_words where source_id = any (sources)) then
    with stale as (
      select case_id, word_id, kind, source_id from search_words where source_id = any (sources)
      except
      select s.case_id, v.id, s.kind, s.source_id
      from search_said(of, sources) s join search_vocabulary v on v.service_id = s.service_id and v.word = s.word),
    removed as (
      delete from search_words w using stale s
      where (w.case_id, w.word_id, w.kind, w.source_id) = (s.case_id, s.word_id, s.kind, s.source_id)
      returning w.word_id)
    select array_agg(distinct word_id) into gone from removed;
  end if;
  with added as (
    insert into search_vocabulary (service_id, word)
    select distinct s.service_id, s.word from search_said(of, sources) s order by 1, 2
    on conflict do nothing returning id, word)
  insert into search_slips select unnest(search_slips_of(word)), id from added where word !~ '[0-9@]';
  insert into search_words (case_id, word_id, kind, source_id, service_id)
  select s.case_id, v.id, s.kind, s.source_id, s.service_id
  from search_said(of, sources) s join search_vocabulary v on v.service_id = s.service_id and v.word = s.word
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
