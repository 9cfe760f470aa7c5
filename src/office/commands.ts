// Changes what a manager keeps: the service's details, its hours and closed days, and its readings of the law.
import type { Updateable } from 'kysely';
import type { Row, Tables } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { holdCasesMoved } from '../deadlines/moved.ts';
import { recordForMany } from '../deadlines/sweep.ts';
import { asRole } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { holds, type Staff } from '../sign-in/who.ts';
import { readLetterWords, type LetterWithOwnWords } from '../correspondence/own-words.ts';
import { readSettings, type Hours, type Settings } from './service.ts';

/** `seenVersion` is that of the service when the form was made: settings are never changed over somebody else's. */
export interface OfService {
  readonly actId: string;
  readonly seenVersion: number;
}

export type SettingsRefusal = 'not-a-manager' | 'changed-meanwhile';

/** What the service says of itself on every page and letter. */
export interface ServiceDetails {
  readonly name: string;
  readonly shortName: string;
  readonly line: string;
  readonly area: string;
  readonly telephone: string;
  readonly email: string;
  readonly addressLines: readonly string[];
}

export interface ClosureDay {
  readonly day: string;
  readonly name: string;
}

/** Changes the service's details. Quiet when they are the same. The caller reloads the program afterwards, as after each of these. */
export function changeDetails(
  program: Program,
  who: Staff,
  { details, ...of }: OfService & { readonly details: ServiceDetails },
): Promise<Done | Refused<SettingsRefusal>> {
  return ofTheService(program, who, 'changeService', of, async ({ row }) => ({
    set: {
      name: details.name,
      short_name: details.shortName,
      line: details.line,
      area: details.area,
      telephone: details.telephone,
      email: details.email,
      address_lines: [...details.addressLines],
    },
    fields: [
      ...(row.name === details.name ? [] : ['name']),
      ...(row.short_name === details.shortName ? [] : ['short-name']),
      ...(row.line === details.line ? [] : ['line']),
      ...(row.area === details.area ? [] : ['area']),
      ...(row.telephone === details.telephone ? [] : ['telephone']),
      ...(row.email === details.email ? [] : ['e-mail']),
      ...(row.address_lines.join('\n') === details.addressLines.join('\n') ? [] : ['address']),
    ],
  }));
}

/** Changes when the telephone is staffed: the week, and the days on which the service is closed although the week says otherwise. Working days of the law are not touched. */
export function changeHours(
  program: Program,
  who: Staff,
  { hours, closures, ...of }: OfService & { readonly hours: Hours; readonly closures: readonly ClosureDay[] },
): Promise<Done | Refused<SettingsRefusal>> {
  return ofTheService(program, who, 'changeHours', of, async ({ inside: { tx }, row }) => {
    const before = await tx
      .selectFrom('closure_days')
      .select(['day', 'name'])
      .where('service_id', '=', who.serviceId)
      .orderBy('day')
      .execute();
    const after = closures.toSorted((a, b) => (a.day < b.day ? -1 : 1));
    const closuresChanged = listed(before) !== listed(after);
    if (closuresChanged) {
      await tx.deleteFrom('closure_days').where('service_id', '=', who.serviceId).execute();
      if (after.length > 0)
        await tx
          .insertInto('closure_days')
          .values(after.map(({ day, name }) => ({ service_id: who.serviceId, day, name })))
          .execute();
    }
    return {
      set: { hours: JSON.stringify(hours) },
      fields: [
        ...(JSON.stringify(inOrder(row.hours as Hours)) === JSON.stringify(inOrder(hours)) ? [] : ['hours']),
        ...(closuresChanged ? ['closed-days'] : []),
      ],
    };
  });
}

/** Changes what the service adds to one of the program's letters in its own words; '' takes them away. A letter that was sent keeps what it said. */
export function changeLetterWords(
  program: Program,
  who: Staff,
  { letter, words, ...of }: OfService & { readonly letter: LetterWithOwnWords; readonly words: string },
): Promise<Done | Refused<SettingsRefusal>> {
  return ofTheService(program, who, 'changeLetterWords', of, async ({ row }) => {
    const { [letter]: before = '', ...others } = readLetterWords(row.letter_words);
    return {
      set: { letter_words: JSON.stringify(words === '' ? others : { ...others, [letter]: words }) },
      fields: before === words ? [] : ['own-words-in-letters'],
    };
  });
}

const listed = (days: readonly ClosureDay[]): string => days.map(({ day, name }) => `${day} ${name}`).join('\n');
const inOrder = (hours: Hours) =>
  Object.entries(hours)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { from, to }]) => [day, from, to]);

const settingCodes: Readonly<Record<keyof Settings, string>> = {
  lateContact: 'late-contact',
  silentLapse: 'silent-day-30',
  sendAppealWorkingDaysBefore: 'send-by-working-days',
  disagreementExpenses: 'expenses-of-disagreement-resolution',
  lastPost: 'last-post',
};

/**
 * Changes the service's own choices. The clocks of every open case follow in the same act, and each moved date is told in its
 * timeline. Gives how many dates moved.
 */
export async function changeSettings(
  program: Program,
  who: Staff,
  { settings, ...of }: OfService & { readonly settings: Settings },
): Promise<(Done & { readonly moved: number }) | Refused<SettingsRefusal>> {
  let moved = 0;
  const done = await ofTheService(program, who, 'changeSettings', of, async ({ inside, row }) => {
    const before = readSettings(row.settings);
    const fields = (Object.keys(settingCodes) as (keyof Settings)[]).filter((key) => before[key] !== settings[key]);
    if (fields.length > 0) moved = await moveClocks(program, inside, who, before, settings);
    return { set: { settings: JSON.stringify(settings) }, fields: fields.map((key) => settingCodes[key]) };
  });
  return 'refused' in done ? done : { ...done, moved };
}

async function moveClocks(
  program: Program,
  { tx, actId, today, law }: Inside,
  who: Staff,
  before: Settings,
  after: Settings,
): Promise<number> {
  return asRole(tx, 'door', async () => {
    const cases = await holdCasesMoved(tx, who.serviceId, today, { law, settings: before }, { law, settings: after });
    await recordForMany(
      program,
      tx,
      {
        serviceId: who.serviceId,
        actId,
        command: 'changeSettings',
        why: 'settings-changed',
        by: 'staff',
        accountId: who.accountId,
      },
      cases,
    );
    return cases.reduce((sum, { changes }) => sum + changes.moved.length, 0);
  });
}

interface Change {
  readonly set: Updateable<Tables['services']>;
  /** Codes of what is new; nothing is written when there are none. */
  readonly fields: readonly string[];
}

async function ofTheService(
  program: Program,
  who: Staff,
  command: string,
  { actId, seenVersion }: OfService,
  work: (found: { readonly inside: Inside; readonly row: Row<'services'> }) => Promise<Change>,
): Promise<Done | Refused<SettingsRefusal>> {
  if (!holds(who, 'manager')) return { refused: 'not-a-manager' };
  return throughTheDoor<SettingsRefusal>(program, { actId, command, who, caseId: null }, async (inside) => {
    const row = await inside.tx
      .selectFrom('services')
      .selectAll()
      .where('id', '=', who.serviceId)
      .forNoKeyUpdate() // Acts refer to the service: nobody at work on a case waits for its settings.
      .executeTakeFirstOrThrow();
    if (row.version !== seenVersion) return { refused: 'changed-meanwhile' };
    const { set, fields } = await work({ inside, row });
    if (fields.length === 0) return { facts: [] };
    await inside.tx
      .updateTable('services')
      .set({ ...set, version: seenVersion + 1 })
      .where('id', '=', who.serviceId)
      .execute();
    return { facts: [{ code: 'settings-changed', data: { fields }, readers: [] }] };
  });
}
