// Working days in England: weekends, bank holidays, and years nobody has loaded.
import { describe, expect, test } from 'vitest';
import { seededBankHolidays, seededHolidays } from './bank-holidays.ts';
import { Holidays, HolidaysNotLoaded } from './calendar.ts';
import { civilDay, numberOf, toDayNumber, toPlainDate, weekdayOf } from './day-number.ts';
import { bankHolidaysElsewhere, day } from './for-tests.ts';

const holidays = seededHolidays();

describe('the seeded bank holidays', () => {
  test.each([2023, 2024, 2025, 2026, 2027, 2028])('of %i are those another source gives', (year) => {
    const seeded = seededBankHolidays().filter(({ on }) => on.year === year);
    const elsewhere = new Set(bankHolidaysElsewhere(year).map(({ on }) => on.toString()));
    expect(new Set(seeded.map(({ on }) => on.toString()))).toEqual(elsewhere);
  });

  test.each([
    ['2026-12-24', true, null],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-26', false, null], // a Saturday
    ['2026-12-28', false, 'substitute day for Boxing Day'],
    ['2026-12-29', true, null],
    ['2026-04-03', false, 'Good Friday'],
    ['2023-05-08', false, 'Bank holiday for the coronation of King Charles III'],
    ['2026-08-31', false, 'Summer bank holiday'],
    ['2026-08-28', true, null],
  ])('%s is a working day: %s', (text, works, name) => {
    expect(holidays.isWorkingDay(day(text))).toBe(works);
    expect(holidays.nameOn(day(text))).toBe(name);
  });
});

describe('years', () => {
  test.each(['2022-12-31', '2029-01-01', '2029-01-06'])('refuses to guess %s', (text) => {
    expect(() => holidays.isWorkingDay(day(text))).toThrow(HolidaysNotLoaded);
    expect(() => holidays.nameOn(day(text))).toThrow(`The bank holidays of ${text.slice(0, 4)} are not loaded`);
  });

  test('a gap between loaded years is refused too', () => {
    const gap = new Holidays([], [2026, 2028, 2029]);
    expect(gap.isWorkingDay(day('2026-07-01'))).toBe(true);
    expect(gap.isWorkingDay(day('2029-07-02'))).toBe(true);
    expect(() => gap.isWorkingDay(day('2027-07-01'))).toThrow(HolidaysNotLoaded);
    expect(gap.years).toEqual([2026, 2028, 2029]);
  });

  test('nothing loaded refuses everything', () => {
    expect(() => new Holidays([], []).isWorkingDay(day('2026-07-01'))).toThrow(HolidaysNotLoaded);
  });

  test('a holiday outside the loaded years is an error, because that year would be half known', () => {
    expect(() => new Holidays([{ on: day('2027-06-01'), name: 'One day off' }], [2026])).toThrow(RangeError);
  });

  test('Christmas Day and Good Friday never work, even where the list forgets them', () => {
    const forgetful = new Holidays([], [2026]);
    expect(forgetful.list.map(({ on }) => on.toString())).toEqual(['2026-04-03', '2026-12-25']);
  });

  test('an added day stops work', () => {
    const with1 = new Holidays([{ on: day('2026-07-01'), name: 'One day off' }], [2026]);
    expect(with1.isWorkingDay(day('2026-07-01'))).toBe(false);
  });
});

describe('day numbers', () => {
  test('agree with the calendar for every day of a century and a half', () => {
    let date = day('1950-01-01');
    const first = toDayNumber(date);
    for (let number = first; date.year < 2101; number += 1) {
      const { year, month, day: dayOfMonth } = civilDay(number);
      if (
        year !== date.year ||
        month !== date.month ||
        dayOfMonth !== date.day ||
        weekdayOf(number) !== date.dayOfWeek
      ) {
        expect.unreachable(`${date.toString()} is not day ${number}`);
      }
      date = date.add({ days: 1 });
    }
    expect(toPlainDate(numberOf(1970, 1, 1)).toString()).toBe('1970-01-01');
    expect(numberOf(1970, 1, 1)).toBe(0);
  });
});
