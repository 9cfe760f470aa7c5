// The data dictionary of an export: every column of every exported table, and what it holds, from the personal-data register.
import { personalData, type DataClass } from '../../database/personal-data.ts';
import type { Tables } from '../../database/tables.ts';
import { classWords } from './words.ts';

/** What opens something, and the place of bytes that stand beside as papers, are in no export. */
const isExported = (of: DataClass): boolean => of !== 'secret' && of !== 'bytes';

const columnsOf = (table: keyof Tables) => Object.entries(personalData[table]) as [string, DataClass][];

/** Lists the columns of a table that are exported. */
export function exportedColumns(table: keyof Tables): string[] {
  return columnsOf(table).flatMap(([column, of]) => (isExported(of) ? [column] : []));
}

/** Writes the dictionary of some tables as CSV with a heading. */
export function dictionary(tables: readonly (keyof Tables)[]): string {
  const lines = tables.flatMap((table) =>
    columnsOf(table).map(([column, of]) =>
      [`data/${table}.json`, column, of, classWords[of], isExported(of) ? 'yes' : 'no']
        .map((text) => `"${text.replaceAll('"', '""')}"`)
        .join(','),
    ),
  );
  return `${['"file","field","class","what it holds","in this copy"', ...lines].join('\r\n')}\r\n`;
}
