// Turns what is due into the rows and groups of the page of today. Pure: the day comes in.
import { Temporal } from 'temporal-polyfill';
import type { DueGroup } from '../../kit/html/pieces/due-table.tsx';
import type { Holidays } from '../../law/calendar.ts';
import { daysBetween, shortDay, timeLeft, workingTimeLeft } from '../../law/day-words.ts';
import { deskPaths } from '../paths.ts';
import type { DueRow } from '../store-lists.ts';
import { capacityWords } from '../words.ts';
import { Because } from './because.tsx';
import { dueWords, preparedWords } from './words.ts';

type Bucket = 'overdue' | 'today' | 'tomorrow' | 'this-week' | 'later';

/** Puts a day in its group: the week ends on Sunday. */
export function bucketOf(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Bucket {
  const ahead = daysBetween(today, dueOn);
  if (ahead < 0) return 'overdue';
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  return ahead <= 7 - today.dayOfWeek ? 'this-week' : 'later';
}

const marks = {
  overdue: 'overdue',
  today: 'today',
  tomorrow: 'tomorrow',
  'this-week': 'later',
  later: 'later',
} as const satisfies Record<Bucket, DueGroup['mark']>;

/** Says how much time is left, in working days where it is late. */
export function leftOf(dueOn: Temporal.PlainDate, today: Temporal.PlainDate, holidays: Holidays): string {
  const bucket = bucketOf(dueOn, today);
  if (bucket === 'today') return 'Today';
  if (bucket === 'tomorrow') return 'Tomorrow';
  return bucket === 'overdue' ? workingTimeLeft(dueOn, today, holidays) : timeLeft(dueOn, today);
}

const firstOf = (names: string | null): string => names?.trim().split(/\s+/)[0] ?? '';

/** Gives the rows in their groups, soonest first; a group without rows has none. */
export function groupsOf(
  rows: readonly DueRow[],
  {
    today,
    holidays,
    accountId,
  }: { readonly today: Temporal.PlainDate; readonly holidays: Holidays; readonly accountId: string },
): DueGroup[] {
  const titles: Record<Bucket, string> = {
    overdue: 'Overdue',
    today: `Today, ${shortDay(today)}`,
    tomorrow: `Tomorrow, ${shortDay(today.add({ days: 1 }))}`,
    'this-week': 'Later this week',
    later: 'Later',
  };
  // Most rows share a few days, and a day's words are the dearest part of a row.
  const days = new Map(
    [...new Set(rows.map(({ dueOn }) => dueOn))].map((iso) => {
      const dueOn = Temporal.PlainDate.from(iso);
      const left = leftOf(dueOn, today, holidays);
      return [iso, { bucket: bucketOf(dueOn, today), left, day: { iso, words: shortDay(dueOn) } }] as const;
    }),
  );
  const dated = rows.map((row) => ({ row, of: days.get(row.dueOn)! }));
  const byBucket = Map.groupBy(dated, ({ of }) => of.bucket);
  return (Object.keys(titles) as Bucket[]).map((bucket) => ({
    id: bucket,
    title: titles[bucket],
    mark: marks[bucket],
    rows: (byBucket.get(bucket) ?? []).map(({ row, of: { left, day } }) => {
      const { what, next } = row.preparedNumber === null ? dueWords(row.kind) : preparedWords(row.preparedNumber);
      const holder = [row.holderFirstNames, row.holderLastName].filter((part) => part?.trim()).join(' ');
      const isMine = row.ownerAccountId === accountId;
      return {
        left,
        day,
        what: what(firstOf(row.holderFirstNames) || 'them', firstOf(row.childFirstNames) || 'the young person'),
        why: Because({ answer: row, href: `${deskPaths.dates(row.reference)}#${row.kind}` }),
        who: `${holder || 'No name yet'}${row.holderCapacity ? `, ${capacityWords[row.holderCapacity] ?? ''}` : ''}`,
        opens: {
          href: deskPaths.case(row.reference),
          words: `${[row.childFirstNames, row.childLastName].filter((part) => part?.trim()).join(' ') || 'Case'}, ${row.reference.slice(-4)}`,
        },
        owner: isMine ? 'You' : (row.ownerName?.split(' ')[0] ?? 'Nobody'),
        isMine,
        next: { words: next.words, href: next.href(row.reference) },
      };
    }),
  }));
}
