// The routes of the settings. Everybody at the desk reads them; a manager changes them, and the program goes on with what was saved.
import { z } from 'zod';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { email } from '../../kit/forms/contact-fields.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { choice, words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import { holds, type Who } from '../../sign-in/who.ts';
import { changeDetails, changeHours, changeSettings, type ClosureDay } from '../commands.ts';
import type { Hours, Service } from '../service.ts';
import { closedDaysIn } from './closed-days.ts';
import { lines, timeOfDay, wholeNumber } from './fields.ts';
import { listMissingYears } from './holidays-wanted.ts';
import { settingsPaths } from './paths.ts';
import { actOf, seenVersionOf } from './sent.ts';
import {
  DetailsPage,
  hoursAnswers,
  HoursPage,
  ReadingsPage,
  SettingsPage,
  standsNow,
  weekdayNames,
} from './settings-pages.tsx';

const detailsSchema = z.object({
  name: words(120, { asks: 'Please write the name of the service.' }),
  shortName: words(60, { asks: 'Please write a short name.' }),
  line: words(200, { asks: 'Please write who runs the service.' }),
  area: words(60, { asks: 'Please write the area.' }),
  telephone: words(40, { asks: 'Please write the telephone number.' }),
  email: email({ asks: 'Please write the e-mail address.' }),
  addressLines: lines(),
});

const hoursSchema = z.object({
  ...Object.fromEntries(
    weekdayNames.flatMap((_, index) => [
      [`from${index + 1}`, timeOfDay()],
      [`to${index + 1}`, timeOfDay()],
    ]),
  ),
  closed: dayFields(),
  closedUntil: dayFields(),
  closedName: words(60),
});

const readingsSchema = z.object({
  lateContact: choice(['issue', 'manager-decides', 'do-not-issue'], { asks: 'Please choose one.' }),
  silentLapse: choice(['lapse-is-trigger', 'wait-for-notice'], { asks: 'Please choose one.' }),
  disagreementExpenses: choice(['yes', 'no'], { asks: 'Please choose yes or no.' }),
  sendAppealWorkingDaysBefore: wholeNumber(1, 15, 'Please write a number from 1 to 15.'),
  lastPost: timeOfDay({ asks: 'Please write the time of the last collection.' }),
});

/** What a form page shows besides the form: the errors' status, who was quicker, what was done. */
interface Shown {
  readonly status?: 200 | 409 | 422;
  readonly meanwhile?: boolean;
  readonly done?: string | null;
}

/** Makes the routes. */
export function settingsRoutes(program: WebProgram): Route<Who>[] {
  const parts = (visit: Visit<Who>, { status = 200, meanwhile = false, done = null }: Shown) => ({
    status,
    done,
    meanwhile,
    frame: frameOf(program, visit),
    act: newId(program.clock.now()),
    version: program.service().version,
  });
  const wasSaved = (visit: Visit<Who>, says: string): Shown => ({ done: firstOf(visit.query, 'saved') ? says : null });

  function details(visit: Visit<Who>, form: FormState, shown: Shown = {}) {
    const { status, meanwhile, ...rest } = parts(visit, shown);
    const stands = meanwhile ? standsNow('details', program.service()) : null;
    return visit.html(DetailsPage({ ...rest, form, meanwhile: stands }), status);
  }
  async function saveDetails(visit: ActVisit<Who>) {
    const read = readForm(detailsSchema, visit.form);
    if (!read.ok) return details(visit, read, { status: 422 });
    const done = await changeDetails(program, staffOf(visit), {
      actId: actOf(visit),
      seenVersion: seenVersionOf(visit),
      details: read.values,
    });
    await program.reload();
    if ('refused' in done) return details(visit, formOf(read.answers), { status: 409, meanwhile: true });
    return visit.redirect(`${settingsPaths.details}?saved=1`);
  }

  function hours(visit: Visit<Who>, form: FormState, shown: Shown = {}) {
    const { status, meanwhile, ...rest } = parts(visit, shown);
    const stands = meanwhile ? standsNow('hours', program.service()) : null;
    return visit.html(HoursPage({ ...rest, form, meanwhile: stands, closures: closuresOf(program.service()) }), status);
  }
  async function saveHours(visit: ActVisit<Who>) {
    const read = readForm(hoursSchema, visit.form);
    const ticked = closuresOf(program.service()).filter(({ day }) => firstOf(visit.form, `open-${day}`) === 'yes');
    const answers = { ...read.answers, ...Object.fromEntries(ticked.map(({ day }) => [`open-${day}`, 'yes'])) };
    if (!read.ok) return hours(visit, { answers, errors: read.errors }, { status: 422 });
    const week = weekOf(read.values);
    if ('error' in week) return hours(visit, { answers, errors: [week.error] }, { status: 422 });
    const added = closedDaysIn(read.values, week.hours);
    if ('error' in added) return hours(visit, { answers, errors: [added.error] }, { status: 422 });
    const kept = closuresOf(program.service()).filter(
      ({ day }) => ![...ticked, ...added.days].some((one) => one.day === day),
    );
    const done = await changeHours(program, staffOf(visit), {
      actId: actOf(visit),
      seenVersion: seenVersionOf(visit),
      hours: week.hours,
      closures: [...kept, ...added.days],
    });
    await program.reload();
    if ('refused' in done) return hours(visit, formOf(answers), { status: 409, meanwhile: true });
    return visit.redirect(`${settingsPaths.hours}?saved=1`);
  }

  function readings(visit: Visit<Who>, form: FormState, shown: Shown = {}) {
    const { status, meanwhile, ...rest } = parts(visit, shown);
    const stands = meanwhile ? standsNow('readings', program.service()) : null;
    return visit.html(ReadingsPage({ ...rest, form, meanwhile: stands }), status);
  }
  async function saveReadings(visit: ActVisit<Who>) {
    const read = readForm(readingsSchema, visit.form);
    if (!read.ok) return readings(visit, read, { status: 422 });
    const done = await changeSettings(program, staffOf(visit), {
      actId: actOf(visit),
      seenVersion: seenVersionOf(visit),
      settings: { ...read.values, disagreementExpenses: read.values.disagreementExpenses === 'yes' },
    });
    await program.reload();
    if ('refused' in done) return readings(visit, formOf(read.answers), { status: 409, meanwhile: true });
    return visit.redirect(`${settingsPaths.readings}?saved=1&moved=${done.moved}`);
  }

  return [
    {
      method: 'GET',
      path: settingsPaths.settings,
      access: 'desk',
      handle: (visit) =>
        visit.html(
          SettingsPage({
            frame: frameOf(program, visit),
            service: program.service(),
            mayChange: holds(visit.who, 'manager'),
            missingYears: listMissingYears(program),
          }),
        ),
    },
    {
      method: 'GET',
      path: settingsPaths.details,
      access: 'manager',
      handle: (visit) => details(visit, detailsAnswers(program.service()), wasSaved(visit, 'Saved.')),
    },
    { method: 'POST', path: settingsPaths.details, access: 'manager', handle: saveDetails },
    {
      method: 'GET',
      path: settingsPaths.hours,
      access: 'manager',
      handle: (visit) => hours(visit, hoursAnswers(program.service()), wasSaved(visit, 'Saved.')),
    },
    { method: 'POST', path: settingsPaths.hours, access: 'manager', handle: saveHours },
    {
      method: 'GET',
      path: settingsPaths.readings,
      access: 'manager',
      handle: (visit) => {
        const moved = Number(firstOf(visit.query, 'moved') ?? 0) || 0;
        const says = `Saved. ${moved === 0 ? 'No date moved.' : moved === 1 ? 'One date of an open case moved.' : `${moved} dates of open cases moved.`}`;
        return readings(visit, readingsAnswers(program.service()), wasSaved(visit, says));
      },
    },
    { method: 'POST', path: settingsPaths.readings, access: 'manager', handle: saveReadings },
  ];
}

const closuresOf = ({ closureDays }: Service): ClosureDay[] =>
  [...closureDays].map(([day, name]) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1));

function detailsAnswers(service: Service): FormState {
  const { name, shortName, line, area, telephone, email: address, addressLines } = service;
  return formOf({ name, shortName, line, area, telephone, email: address, addressLines: addressLines.join('\n') });
}

function readingsAnswers({ settings }: Service): FormState {
  return formOf({
    lateContact: settings.lateContact,
    silentLapse: settings.silentLapse,
    disagreementExpenses: settings.disagreementExpenses ? 'yes' : 'no',
    sendAppealWorkingDaysBefore: String(settings.sendAppealWorkingDaysBefore),
    lastPost: settings.lastPost,
  });
}

/** The week from its fourteen fields: both or neither on each day, and the end after the beginning. */
function weekOf(
  values: Readonly<Record<string, unknown>>,
): { readonly hours: Hours } | { readonly error: { field: string; message: string } } {
  const hours: Record<string, { from: string; to: string }> = {};
  for (const [index, name] of weekdayNames.entries()) {
    const from = String(values[`from${index + 1}`] ?? '');
    const to = String(values[`to${index + 1}`] ?? '');
    if (from === '' && to === '') continue;
    if (from === '') return { error: { field: `from${index + 1}`, message: `Please write when ${name} begins.` } };
    if (to === '') return { error: { field: `to${index + 1}`, message: `Please write when ${name} ends.` } };
    if (to <= from)
      return { error: { field: `to${index + 1}`, message: `On ${name} the end must be after the beginning.` } };
    hours[index + 1] = { from, to };
  }
  return { hours };
}
