// The page that comes with every copy of records: what is in it, what is not and why, in plain words.

export interface AboutCopy {
  readonly service: string;
  readonly reference: string;
  readonly madeOn: string;
  /** The whole case, or one person. */
  readonly ofCase: boolean;
  readonly tables: readonly (readonly [table: string, rows: number])[];
  readonly papers: number;
  readonly unreadable: readonly string[];
}

/** Writes it. */
export function readme({ service, reference, madeOn, ofCase, tables, papers, unreadable }: AboutCopy): string {
  const longest = Math.max(...tables.map(([table]) => table.length), 0);
  return `${[
    ofCase ? `Case ${reference}` : `What we hold about one person (case ${reference})`,
    '',
    `Copied on ${madeOn} by ${service}.`,
    '',
    ...(ofCase
      ? [
          'This is the whole case. It holds confidential words of several people: give it to none of them as it is.',
          'For one person’s own copy, make one for that person.',
        ]
      : [
          'This is a copy of what we hold about you, and of what is common in your case and told to you.',
          '',
          'It leaves out:',
          '- what other people told us in confidence, and how they are reached',
          '- notes about the case as a whole; somebody has to read those first, so ask us for them',
          '- letters and certificates that have not left us yet',
          '- secrets such as sign-in links, which could let somebody else in',
        ]),
    '',
    'What is in it',
    '',
    'history.txt          what happened, day by day',
    'papers/              letters and papers, as they are',
    'data/                what stands in our records, one file for each kind (JSON, UTF-8)',
    'data-dictionary.csv  what each field in data/ holds',
    '',
    ...tables.map(([table, rows]) => `${`data/${table}.json`.padEnd(longest + 12)} ${rows}`),
    `papers: ${papers}`,
    ...(unreadable.length > 0
      ? ['', `These papers could not be read, and we are looking into it: ${unreadable.join(', ')}`]
      : []),
    '',
    'Days are written year-month-day. Moments are in universal time.',
    'Keep this copy safe: it is not locked.',
  ].join('\n')}\n`;
}
