// The routes of the bank holidays: list, preview, confirmation. What is confirmed is exactly what was previewed, or it is shown anew.
import { z } from 'zod';
import { changeHolidays, previewHolidays, type HolidayYear } from '../../deadlines/holidays.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { RequestProblem } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { sayDay } from '../../cases/day.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import { holds, type Who } from '../../sign-in/who.ts';
import { listHolidayYears } from '../holidays-store.ts';
import { fetchPublishedList } from '../published-list.ts';
import { HolidaysPage, PreviewPage, type AskedDay, type YearShown } from './holidays-pages.tsx';
import {
  fingerprintOf,
  fromPublished,
  readCarried,
  wantedRefusalWords,
  withDay,
  withoutDay,
  type WantedRefusal,
} from './holidays-wanted.ts';
import { settingsPaths } from './paths.ts';

/** The published list has been under 60 KB for ten years. */
const upload = { maxFiles: 1, maxFileBytes: 1_000_000 };

const addSchema = z.object({
  day: dayFields({ asks: 'Please write the day.' }),
  name: words(120, { asks: 'Please write what the day is called.' }),
});

const NOT_FETCHED =
  'The list could not be fetched. Try again later, or save the file from gov.uk/bank-holidays and give it here.';

const wrongList = (message: string): Wanted => ({ form: { answers: {}, errors: [{ field: 'list', message }] } });

/** The day that a form asks to add or to take off, whether typed in three boxes or carried; null for a loaded list. */
function askedDay(visit: ActVisit<Who>): AskedDay {
  const change = firstOf(visit.form, 'change');
  if (change === 'remove') return { change, day: firstOf(visit.form, 'day') ?? '', name: '' };
  const read = readForm(addSchema, visit.form);
  return change === 'add' && read.ok ? { change, day: read.values.day.toString(), name: read.values.name } : null;
}

type Wanted = readonly HolidayYear[] | { readonly form: FormState };

/** Makes the routes. */
export function holidayRoutes(program: WebProgram): Route<Who>[] {
  async function list(visit: Visit<Who>, form: FormState, status = 200, done: string | null = null) {
    const years = yearsShown(await stored(visit));
    const mayChange = holds(visit.who, 'manager');
    const thisYear = program.clock.today().year;
    return visit.html(HolidaysPage({ frame: frameOf(program, visit), form, years, thisYear, mayChange, done }), status);
  }

  const stored = (visit: Visit<Who>) => reading(program, staffOf(visit), listHolidayYears);

  /** This year first, then the coming ones, then what is past. */
  function yearsShown(years: readonly HolidayYear[]): readonly YearShown[] {
    const now = program.clock.today().year;
    const all = [...new Set([...years.map(({ year }) => year), now, now + 1, now + 2])];
    return [
      ...all.filter((year) => year >= now).toSorted((a, b) => a - b),
      ...all.filter((year) => year < now).toSorted((a, b) => b - a),
    ].map((year) => {
      const loaded = years.find((one) => one.year === year);
      return { year, days: loaded?.days ?? null, source: loaded?.source ?? null };
    });
  }

  async function wantedOf(visit: ActVisit<Who>): Promise<Wanted> {
    const stand = await stored(visit);
    const change = firstOf(visit.form, 'change');
    const or = (wanted: readonly HolidayYear[] | { refused: WantedRefusal }, field: string, form = formOf()): Wanted =>
      'refused' in wanted
        ? { form: { ...form, errors: [{ field, message: wantedRefusalWords[wanted.refused] }] } }
        : wanted;
    if (change === 'remove') return or(withoutDay(stand, firstOf(visit.form, 'day') ?? ''), 'day');
    if (change === 'fetch') {
      const text = program.holidaysUrl ? await fetchPublishedList(program.holidaysUrl) : null;
      return text === null ? wrongList(NOT_FETCHED) : publishedYears(stand, text);
    }
    if (change === 'load') {
      const [file] = visit.files;
      return file ? publishedYears(stand, new TextDecoder().decode(file.bytes)) : wrongList('Please choose the file.');
    }
    const read = readForm(addSchema, visit.form);
    if (!read.ok) return { form: read };
    return or(withDay(stand, read.values.day.toString(), read.values.name), 'day', formOf(read.answers));
  }

  function publishedYears(stand: readonly HolidayYear[], text: string): Wanted {
    const source = `published list, loaded ${sayDay(program.clock.today().toString())}`;
    const years = fromPublished(stand, text, source);
    if ('refused' in years) return wrongList(wantedRefusalWords[years.refused]);
    return years.length > 0 ? years : wrongList('Every year of this list is here already, with the same days.');
  }

  async function preview(visit: ActVisit<Who>, years: readonly HolidayYear[], meanwhile = false) {
    const stand = await stored(visit);
    const moved = await previewHolidays(program, staffOf(visit), years);
    const before = stand.filter(({ year }) => years.some((one) => one.year === year)).flatMap(({ days }) => days);
    const after = years.flatMap(({ days }) => days);
    const without = (days: HolidayYear['days'], others: HolidayYear['days']) =>
      days.filter(({ day }) => !others.some((other) => other.day === day));
    return visit.html(
      PreviewPage({
        frame: frameOf(program, visit),
        act: newId(program.clock.now()),
        asked: askedDay(visit),
        years,
        added: without(after, before),
        removed: without(before, after),
        moved,
        seen: fingerprintOf(stand, years),
        meanwhile,
      }),
      meanwhile ? 409 : 200,
    );
  }

  async function askPreview(visit: ActVisit<Who>) {
    const wanted = await wantedOf(visit);
    return 'form' in wanted ? list(visit, wanted.form, 422) : preview(visit, wanted);
  }

  /** Another manager changed the list meanwhile. One day more or less is asked of their list, so that confirming it takes nothing of theirs back. */
  async function askAnew(visit: ActVisit<Who>, carried: readonly HolidayYear[]) {
    const wanted = askedDay(visit) ? await wantedOf(visit) : carried;
    return 'form' in wanted ? list(visit, wanted.form, 409) : preview(visit, wanted, true);
  }

  async function confirm(visit: ActVisit<Who>) {
    const years = readCarried(firstOf(visit.form, 'years') ?? '');
    const actId = firstOf(visit.form, '_act');
    const expected = Number(firstOf(visit.form, 'expected'));
    if (!years || !isId(actId) || !Number.isSafeInteger(expected)) throw new RequestProblem('bad-request');
    const again = await isDone(visit, actId);
    if (!again && firstOf(visit.form, 'seen') !== fingerprintOf(await stored(visit), years))
      return askAnew(visit, years);
    const done = await changeHolidays(program, staffOf(visit), { actId, years, expected });
    if ('refused' in done) {
      if (done.refused === 'seen-another-list') return preview(visit, years, true);
      throw new RequestProblem('cannot-accept');
    }
    await program.reload();
    return visit.redirect(`${settingsPaths.holidays}?saved=1`);
  }

  /** A second press of the same confirmation is answered like the first. */
  async function isDone(visit: Visit<Who>, actId: string): Promise<boolean> {
    const row = await reading(program, staffOf(visit), (tx) =>
      tx.selectFrom('acts').select('id').where('id', '=', actId).executeTakeFirst(),
    );
    return row !== undefined;
  }

  return [
    {
      method: 'GET',
      path: settingsPaths.holidays,
      access: 'desk',
      handle: (visit) =>
        list(
          visit,
          formOf(),
          200,
          firstOf(visit.query, 'saved') ? 'Saved. The dates that moved are told in their cases.' : null,
        ),
    },
    { method: 'POST', path: settingsPaths.holidaysPreview, access: 'manager', upload, handle: askPreview },
    { method: 'POST', path: settingsPaths.holidays, access: 'manager', handle: confirm },
  ];
}
