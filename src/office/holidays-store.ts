// Reads the bank holidays as they are stored, year by year. The law adds Christmas Day and Good Friday by itself.
import type { HolidayYear } from '../deadlines/holidays.ts';
import type { Tx } from '../program.ts';

/** Lists the loaded years, each with its days in order. */
export async function listHolidayYears(tx: Tx): Promise<readonly HolidayYear[]> {
  const years = await tx.selectFrom('holiday_years').select(['year', 'source']).orderBy('year').limit(300).execute();
  const days = await tx.selectFrom('bank_holidays').select(['day', 'name', 'year']).orderBy('day').execute();
  const of = Map.groupBy(days, ({ year }) => year);
  return years.map(({ year, source }) => ({
    year,
    source,
    days: (of.get(year) ?? []).map(({ day, name }) => ({ day, name })),
  }));
}
