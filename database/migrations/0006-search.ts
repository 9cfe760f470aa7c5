// Search over names, telephones, schools and references, without extensions: words folded to plain letters, an index of the cases
// they stand in, and an index of each word with letters left out, by which a misspelt one is found. All three are made by triggers
// from people, contact points, participations and children, and vanish with them. Pages never read them: two functions do, for the
// desk of a service alone, and what they name is then read under the wall. Also: versions for rows that managers edit.
export const search = /* sql */ `

-- ---------------------------------------------------------------- folding: one way for what is stored and what is typed

-- "Siân O'Brien-Wałęsa" becomes "sian obrien walesa": small plain letters, accents gone, apostrophes and full stops closed up.
create function search_fold(said text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(
    regexp_replace(
      regexp_replace(
        translate(
          replace(replace(replace(replace(regexp_replace(normalize(lower(said), NFKD), '[\\u0300-\\u036f]', '', 'g'),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
          'łøđðıħŧ', 'loddiht'),
        '[''\`.\\u00b4\\u02b9-\\u02bf\\u2018\\u2019\\u201b]', '', 'g'),
      '[\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u2000-\\u206f]+', ' ', 'g'),
    '(^| )(o|mc|mac) +(?=[^ ])', '\\1\\2', 'g'))
$$;

create function search_words_in(said text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct left(w, 40)), '{}') from unnest(string_to_array(search_fold(said), ' ')) w where w <> ''
$$;

-- Digits as they are dialled within the United Kingdom, whatever stands between them; null when they are too few for a number.
create function search_telephone(said text) returns text language sql immutable parallel safe as $$
  select case when length(digits) >= 5 then digits end
  from (select regexp_replace(regexp_replace(replace(regexp_replace(lower(said), '(x|ext).*$', ''), '(0)', ''), '[^0-9]', '', 'g'), '^(00)?44(?=[1-9])', '0')) d(digits)
$$;

-- Letters and figures without anything between: how a council's reference is compared.
create function search_closed_up(said text) returns text language sql immutable parallel safe as $$
  select nullif(left(replace(search_fold(said), ' ', ''), 40), '')
$$;

-- A word and what is left of it when one letter, and from six letters on two, are missing. Two words that differ by so many slips
-- share one of these. Only the first seven letters are looked at: enough to find, and a long word is not stored hundreds of times.
create function search_slips_of(word text) returns text[] language plpgsql immutable parallel safe as $$
declare
  s text := left(word, 7);
  one text;
  found text[] := array[s];
begin
  if length(word) < 4 then return found; end if;
  for i in 1..length(s) loop
    one := left(s, i - 1) || substr(s, i + 1);
    found := found || one;
    if length(word) >= 6 then
      for j in i..length(one) loop
        found := found || (left(one, j - 1) || substr(one, j + 1));
      end loop;
    end if;
  end loop;
  return array(select distinct unnest(found));
end $$;

-- ---------------------------------------------------------------- what is stored

create table search_vocabulary (
  id int generated always as identity primary key,
  service_id uuid not null references services,
  word text collate "C" not null,
  unique (service_id, word)
);

create table search_slips (
  slip text collate "C" not null,
  word_id int not null,
  primary key (slip, word_id)
);

create table search_words (
  case_id uuid not null,
  word_id int not null references search_vocabulary,
  kind text not null constraint what_the_word_stands_in check (kind in
    ('person', 'person-known-as', 'telephone', 'email', 'child', 'child-known-as', 'school', 'authority-reference')),
  source_id uuid not null,
  service_id uuid not null,
  primary key (case_id, word_id, kind, source_id),
  foreign key (service_id, case_id) references cases (service_id, id) on delete cascade
);
create index search_cases_of_word on search_words (word_id, case_id desc);
create index search_words_of_source on search_words (source_id);

alter table signposts add column version int not null default 1;
alter table staff add column version int not null default 1;
alter table bodies add column emails_of text[] not null default '{}',
  add constraint whose_each_address_is check (cardinality(emails_of) in (0, cardinality(emails)));

do $$
declare t text;
begin
  foreach t in array array['search_vocabulary', 'search_slips', 'search_words'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy behind_the_wall on %I to wall using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wall', t);
  end loop;
end $$;

-- ---------------------------------------------------------------- keeping it

-- What is said of people and of children, as words; null stands for everybody.
create function search_said_of_people(who uuid[])
  returns table (service_id uuid, case_id uuid, source_id uuid, kind text, word text) language sql stable as $$
  select distinct part.service_id, part.case_id, p.id, said.kind, said.word
  from participations part join people p on p.id = part.person_id
  cross join lateral (
    select 'person', unnest(search_words_in(p.first_names || ' ' || p.last_name))
    union all select 'person-known-as', unnest(search_words_in(p.known_as))
    union all select k.kind, case k.kind when 'telephone' then search_telephone(k.value) else left(lower(k.value), 100) end
      from contact_points k where k.person_id = p.id and k.until_at is null and k.kind in ('telephone', 'email')
  ) said(kind, word)
  where (who is null or p.id = any (who)) and said.word <> ''
$$;
create function search_said_of_children(cases uuid[])
  returns table (service_id uuid, case_id uuid, source_id uuid, kind text, word text) language sql stable as $$
  select distinct c.service_id, c.case_id, c.case_id, said.kind, said.word
  from children c
  cross join lateral (
    select 'child', unnest(search_words_in(c.first_names || ' ' || c.last_name))
    union all select 'child-known-as', unnest(search_words_in(c.known_as))
    union all select 'school', unnest(search_words_in(c.school))
    union all select 'authority-reference', search_closed_up(c.authority_reference)
  ) said(kind, word)
  where (cases is null or c.case_id = any (cases)) and said.word <> ''
$$;

-- Replaces the words of these sources by what is said now, and forgets words that nobody bears any more.
create function search_refresh(of text, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public set jit = off as $$
declare gone int[];
begin
  with removed as (delete from search_words w where w.source_id = any (ids) returning w.word_id)
  select array_agg(distinct word_id) into gone from removed;
  if of = 'people' then
    with added as (
      insert into search_vocabulary (service_id, word)
      select distinct s.service_id, s.word from search_said_of_people(ids) s order by 1, 2
      on conflict do nothing returning id, word)
    insert into search_slips select unnest(search_slips_of(word)), id from added where word !~ '[0-9@]';
    insert into search_words (case_id, word_id, kind, source_id, service_id)
    select s.case_id, v.id, s.kind, s.source_id, s.service_id
    from search_said_of_people(ids) s join search_vocabulary v on v.service_id = s.service_id and v.word = s.word;
  else
    with added as (
      insert into search_vocabulary (service_id, word)
      select distinct s.service_id, s.word from search_said_of_children(ids) s order by 1, 2
      on conflict do nothing returning id, word)
    insert into search_slips select unnest(search_slips_of(word)), id from added where word !~ '[0-9@]';
    insert into search_words (case_id, word_id, kind, source_id, service_id)
    select s.case_id, v.id, s.kind, s.source_id, s.service_id
    from search_said_of_children(ids) s join search_vocabulary v on v.service_id = s.service_id and v.word = s.word;
  end if;
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

create function search_people_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin perform search_refresh('people', array(select distinct id from changed)); return null; end $$;
create function search_persons_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin perform search_refresh('people', array(select distinct person_id from changed)); return null; end $$;
create function search_children_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin perform search_refresh('children', array(select distinct case_id from changed)); return null; end $$;

create trigger search_updated after update on people referencing new table as changed
  for each statement execute function search_people_changed();
do $$
declare t text; f text;
begin
  foreach t in array array['contact_points', 'participations', 'children'] loop
    f := case t when 'children' then 'search_children_changed' else 'search_persons_changed' end;
    execute format('create trigger search_inserted after insert on %I referencing new table as changed for each statement execute function %I()', t, f);
    execute format('create trigger search_updated after update on %I referencing new table as changed for each statement execute function %I()', t, f);
    execute format('create trigger search_deleted after delete on %I referencing old table as changed for each statement execute function %I()', t, f);
  end loop;
end $$;

-- ---------------------------------------------------------------- asking

-- Both run for a millisecond or two; the server would spend hundreds on compiling their plans, so that is turned off in them.

-- The known words that each typed word may mean, for the desk at which I sit: itself and longer ones that begin with it or, asked
-- for the near ones, those a slip or two away (the caller still measures how far). A part without any has one row without a word. Part 0 is everything typed as
-- one number or reference.
create function search_candidates(asked text, near boolean) returns table (part int, typed text, word_id int, word text, how text)
  language plpgsql stable security definer set search_path = pg_catalog, public set jit = off as $$
declare desk uuid := my_desk();
begin
  if desk is null then return; end if;
  return query
  with typed_words as (
    select w.typed, row_number() over ()::int as part
    from unnest(string_to_array(search_fold(left(asked, 200)), ' ')) w(typed)
    where w.typed <> '' and (w.typed not in ('mr', 'mrs', 'ms', 'miss', 'dr', 'the', 'of', 'and') or search_fold(left(asked, 200)) not like '% %')
    limit 8),
  every as (
    select t.part, left(t.typed, 40) as typed from typed_words t
    union all select 0, search_telephone(asked) where asked ~ '^[-+0-9 ().]+$'
    union all select 0, search_closed_up(asked) where asked ~ '[0-9]' and length(search_closed_up(asked)) >= 4
    union all select 0, left(lower(trim(asked)), 100) where asked like '%@%')
  select e.part, e.typed, found.id, found.word, found.how
  from every e left join lateral (
    (select v.id, v.word::text, 'same' as how from search_vocabulary v where not near and v.service_id = desk and v.word = e.typed)
    union all
    (select v.id, v.word::text, 'begins' from search_vocabulary v
      where not near and v.service_id = desk and length(e.typed) >= 2 and v.word > e.typed and v.word < e.typed || chr(1114111)
      order by v.word limit 60)
    union all
    (select distinct v.id, v.word::text, 'near' from search_slips s join search_vocabulary v on v.id = s.word_id
      where near and e.part > 0 and length(e.typed) >= 4 and e.typed !~ '[0-9@]' and s.slip = any (search_slips_of(e.typed)) and v.service_id = desk and v.word <> e.typed
      limit 400)
  ) found on true;
end $$;

-- The newest cases of my desk in which every part is met by one of its words, with what met it. At most "most" cases. The rarest part
-- is read first; the others are intersected with it while they are few, and looked up case by case where they are many.
create function search_cases(parts int[], word_ids int[], most int)
  returns table (case_id uuid, part int, word_id int, kind text, source_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public set jit = off as $$
declare
  few constant int := 3000;
  desk uuid := my_desk();
  found uuid[];
  is_whole boolean;
  deep int;
  p record;
begin
  if desk is null then return; end if;
  foreach deep in array array[300, 50000] loop
    found := null;
    is_whole := true;
    for p in
      select a.part, array_agg(a.word_id) as ids, sum(n.uses) as uses
      from unnest(parts, word_ids) a(part, word_id)
      join search_vocabulary v on v.id = a.word_id and v.service_id = desk
      cross join lateral (select count(*) as uses from (select from search_words w where w.word_id = a.word_id limit few + 1) capped) n
      group by a.part order by uses
    loop
      if found is null and p.uses <= few then
        found := array(select distinct w.case_id from search_words w where w.word_id = any (p.ids));
      elsif found is null then
        is_whole := false;
        found := array(
          select distinct w.case_id from unnest(p.ids) i(id)
          cross join lateral (select s.case_id from search_words s where s.word_id = i.id order by s.case_id desc limit deep) w);
      elsif p.uses <= few then
        found := array(select unnest(found) intersect select w.case_id from search_words w where w.word_id = any (p.ids));
      else
        -- The words of one case are few, so they are compared there; "+ 0" keeps the index from being searched for each word.
        found := array(
          select c.id from unnest(found) c(id)
          where exists (select from search_words w where w.case_id = c.id and w.word_id + 0 = any (p.ids)));
      end if;
    end loop;
    exit when is_whole or cardinality(found) >= most;
  end loop;
  found := array(select distinct c.id from unnest(found) c(id) order by c.id desc limit most);
  return query
  select s.case_id, a.part, s.word_id, s.kind, s.source_id
  from unnest(found) f(id)
  join search_words s on s.case_id = f.id
  join unnest(parts, word_ids) a(part, word_id) on a.word_id = s.word_id;
end $$;

do $$
declare f text;
begin
  grant create on schema public to wall;
  foreach f in array array['search_refresh(text, uuid[])', 'search_people_changed()', 'search_persons_changed()', 'search_children_changed()',
    'search_candidates(text, boolean)', 'search_cases(int[], int[], int)'] loop
    execute format('alter function %s owner to wall', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  foreach f in array array['search_candidates(text, boolean)', 'search_cases(int[], int[], int)'] loop
    execute format('grant execute on function %s to app', f);
  end loop;
  grant execute on function my_desk() to wall;
  revoke create on schema public from wall;
end $$;

-- What was here before search was.
set local role wall;
select search_refresh('people', null);
select search_refresh('children', null);
reset role;
`;
