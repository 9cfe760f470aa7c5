// The service that runs here: its name, telephone, hours, closure days and the settings that choose between readings of the law.
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { Row, Tables } from '../../database/tables.ts';
import { readLetterWords, type LetterWords } from '../correspondence/own-words.ts';
import type { Database } from '../kit/sql/database.ts';

/** Opening hours by ISO weekday (1 Monday … 7 Sunday), local London time, 24-hour "09:00". A weekday left out is closed. */
export type Hours = Readonly<
  Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { readonly from: string; readonly to: string }>>
>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const hoursSchema = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.object({ from: time, to: time }));

/** The service's own choices. Those that choose a reading of the law name it. */
const settingsSchema = z.object({
  /** What happens to a certificate after a late contact (reg 33). */
  lateContact: z.enum(['issue', 'manager-decides', 'do-not-issue']).default('manager-decides'),
  /** What a silent day 30 does. */
  silentLapse: z.enum(['lapse-is-trigger', 'wait-for-notice']).default('lapse-is-trigger'),
  /** How many working days before the last moment families are asked to send an appeal. */
  sendAppealWorkingDaysBefore: z.number().int().min(1).max(15).default(5),
  /** Whether disagreement resolution pays expenses. */
  disagreementExpenses: z.boolean().default(false),
  /** Hour of the last post collection, "16:15". */
  lastPost: time.default('16:15'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Somebody else who can help, or whom people write to: the Tribunal, SENDIASS, an advice body, an Ombudsman. All of it is data. */
export interface Signpost {
  readonly kind: Row<'signposts'>['kind'];
  readonly name: string;
  readonly what: string;
  readonly how: string;
  readonly contact: string;
  readonly addressLines: readonly string[];
  /** The day somebody last looked whether it is still right, ISO. */
  readonly checkedOn: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly line: string;
  readonly area: string;
  readonly telephone: string;
  readonly email: string;
  readonly addressLines: readonly string[];
  readonly hours: Hours;
  readonly closureDays: ReadonlyMap<string, string>;
  /** In the order in which people should read them. */
  readonly signposts: readonly Signpost[];
  readonly settings: Settings;
  readonly letterWords: LetterWords;
  readonly version: number;
}

/** Reads the settings of a service, with the default for each that was never chosen. */
export function readSettings(stored: unknown): Settings {
  return settingsSchema.parse(stored ?? {});
}

/** Loads the one service of this installation, as the owner and at start only. Null before the first one is made. */
export async function loadService(database: Database<Tables>): Promise<Service | null> {
  const row = await database.kysely.selectFrom('services').selectAll().orderBy('slug').limit(1).executeTakeFirst();
  if (!row) return null;
  const closures = await database.kysely
    .selectFrom('closure_days')
    .select(['day', 'name'])
    .where('service_id', '=', row.id)
    .execute();
  const signposts = await database.kysely
    .selectFrom('signposts')
    .selectAll()
    .where('service_id', '=', row.id)
    .orderBy('position')
    .limit(100)
    .execute();
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    line: row.line,
    area: row.area,
    telephone: row.telephone,
    email: row.email,
    addressLines: row.address_lines,
    hours: hoursSchema.parse(row.hours),
    closureDays: new Map(closures.map(({ day, name }) => [day, name])),
    signposts: signposts.map(({ kind, name, what, how, contact, address_lines, checked_on }) => ({
      kind,
      name,
      what,
      how,
      contact,
      addressLines: address_lines,
      checkedOn: checked_on,
    })),
    settings: readSettings(row.settings),
    letterWords: readLetterWords(row.letter_words),
    version: row.version,
  };
}

export type Opening =
  | { readonly open: true; readonly until: string }
  | { readonly open: false; readonly opens: { readonly on: Temporal.PlainDate; readonly at: string } | null };

/** Says whether the telephone is staffed at a moment, and otherwise when it next is (looking four weeks ahead). */
export function openingAt(
  service: Pick<Service, 'hours' | 'closureDays'>,
  at: Temporal.ZonedDateTime,
  isBankHoliday: (day: Temporal.PlainDate) => boolean,
): Opening {
  const hoursOn = (day: Temporal.PlainDate) =>
    service.closureDays.has(day.toString()) || isBankHoliday(day)
      ? undefined
      : service.hours[day.dayOfWeek as keyof Hours];
  const today = at.toPlainDate();
  const now = at.toPlainTime();
  const hours = hoursOn(today);
  if (
    hours &&
    Temporal.PlainTime.compare(now, Temporal.PlainTime.from(hours.from)) >= 0 &&
    Temporal.PlainTime.compare(now, Temporal.PlainTime.from(hours.to)) < 0
  )
    return { open: true, until: hours.to };
  for (let ahead = 0; ahead < 28; ahead += 1) {
    const day = today.add({ days: ahead });
    const then = hoursOn(day);
    if (then && (ahead > 0 || Temporal.PlainTime.compare(now, Temporal.PlainTime.from(then.from)) < 0))
      return { open: false, opens: { on: day, at: then.from } };
  }
  return { open: false, opens: null };
}
