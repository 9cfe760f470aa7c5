// What the tests of the law share: short ways to write days, the seeded law, and bank holidays for 2019 to 2036 from an independent source.
import HolidaysOfTheWorld from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { seededHolidays } from './bank-holidays.ts';
import { Holidays, type BankHoliday } from './calendar.ts';
import { RULE_BOOK, type Law } from './versions.ts';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
export const maybeDay = (text: string | null): Temporal.PlainDate | null => (text === null ? null : day(text));
export const iso = (date: Temporal.PlainDate | null): string | null => (date === null ? null : date.toString());

export const seededLaw: Law = { holidays: seededHolidays(), rules: RULE_BOOK };

/** The weekdays that are bank holidays in England in a year, as YYYY-MM-DD, from the date-holidays package. */
export function bankHolidaysElsewhere(year: number): readonly BankHoliday[] {
  const found = new HolidaysOfTheWorld('GB', 'ENG').getHolidays(year);
  return found
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date, name }) => ({ on: day(date.slice(0, 10)), name }))
    .filter(({ on }) => on.year === year && on.dayOfWeek <= 5);
}

const LONG_YEARS = Array.from({ length: 2036 - 2019 + 1 }, (_, index) => 2019 + index);

/** The same rules over 2019 to 2036. */
export const longLaw: Law = {
  holidays: new Holidays(LONG_YEARS.flatMap(bankHolidaysElsewhere), LONG_YEARS),
  rules: RULE_BOOK,
};

/** The bank holidays of `longLaw` as text, for a counter that shares no code with the product. */
export const longBankHolidays: ReadonlySet<string> = new Set(
  LONG_YEARS.flatMap(bankHolidaysElsewhere).map(({ on }) => on.toString()),
);
