// The route of the page of today. Two queries: who asks, and all that the page shows.
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { frameOf } from '../../frame.ts';
import type { LoadDay } from '../../kit/html/pieces/ten-days.tsx';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { Holidays } from '../../law/calendar.ts';
import { shortDay } from '../../law/day-words.ts';
import { readingAtOnce, type Tx, type WebProgram } from '../../program.ts';
import type { Staff, Who } from '../../sign-in/who.ts';
import { deskPaths } from '../paths.ts';
import { rowsOnAPage } from '../store-lists.ts';
import { countOpenedSince, mostCounted, readToday, type DayLoad, type Today } from '../store-today.ts';
import { groupsOf, bucketOf } from './due-groups.ts';
import { todayAddress, wantedOf, type TodayWanted } from './today-filters.ts';
import { TodayPage } from './today-page.tsx';
import { deskOf } from './visit.ts';

/** Working days in the picture. */
const DAYS = 10;

/** Makes the route. */
export function todayRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: deskPaths.today,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const { holidays } = program.law();
        const today = program.clock.today();
        const wanted = wantedOf(visit.query);
        const days = calendarDays(today, holidays);
        const found = await readingAtOnce(program, who, (tx) => todayOf(tx, program, who, { wanted, days }));
        const { due, load, beside, shares } = found;
        const rows = due.slice(0, rowsOnAPage);
        const last = rows.at(-1);
        return visit.html(
          TodayPage({
            frame: frameOf(program, visit),
            now: program.clock.now().toString(),
            today,
            wanted,
            groups: groupsOf(rows, { today, holidays, accountId: who.accountId }),
            more:
              due.length > rowsOnAPage && last
                ? todayAddress({ ...wanted, after: { dueOn: last.dueOn, id: last.clockId } })
                : null,
            counts: countsOf(load, today),
            days: picture(load, days, today, holidays),
            beside,
            shares,
            live: { mark: markOf(found), since: program.clock.now() },
            lastPost: hourWords(program.service().settings.lastPost),
          }),
        );
      },
    },
    {
      method: 'GET',
      path: deskPaths.live,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const wanted = wantedOf(visit.query);
        const days = calendarDays(program.clock.today(), program.law().holidays);
        const since = momentOf(firstOf(visit.query, 'since')) ?? program.clock.now();
        const [found, opened] = await readingAtOnce(program, who, (tx) =>
          Promise.all([todayOf(tx, program, who, { wanted, days }), countOpenedSince(tx, who.serviceId, since)]),
        );
        const isSame = markOf(found) === firstOf(visit.query, 'mark');
        return visit.json({ says: isSame ? null : newsWords(opened) });
      },
    },
  ];
}

/** Asks for what the page shows. */
function todayOf(
  tx: Tx,
  program: WebProgram,
  { serviceId, accountId }: Staff,
  { wanted, days }: { readonly wanted: TodayWanted; readonly days: readonly Temporal.PlainDate[] },
): Promise<Today> {
  return readToday(tx, {
    serviceId,
    accountId,
    now: program.clock.now(),
    days: days.map(String),
    ...(wanted.mine && { mine: accountId }),
    ...(wanted.kind && { kind: wanted.kind }),
    ...(wanted.after && { after: wanted.after }),
  });
}

/** Gives a mark that differs as soon as anything on the page does. It tells nothing of what it was made from. */
function markOf(found: Today): string {
  return createHash('sha256').update(JSON.stringify(found)).digest('base64url').slice(0, 16);
}

/** Says what is new since a page was opened. */
function newsWords(opened: number): string {
  if (opened === 0) return 'Something here has changed since you opened this page.';
  const count = opened > mostCounted ? `${mostCounted}+` : String(opened);
  return `${count} new ${opened === 1 ? 'contact' : 'contacts'} since you opened this page.`;
}

function momentOf(text: string | undefined): Temporal.Instant | null {
  try {
    return text === undefined ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

/** Every day up to the last of ten working days, so that what is due at a weekend is counted too. */
function calendarDays(today: Temporal.PlainDate, holidays: Holidays): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = today, working = 0; working < DAYS; day = day.add({ days: 1 })) {
    days.push(day);
    if (isWorking(day, holidays)) working += 1;
  }
  return days;
}

/** A year whose holidays are not loaded is shown by its weekdays: a picture of load must not keep the desk from opening. */
function isWorking(day: Temporal.PlainDate, holidays: Holidays): boolean {
  return holidays.isLoaded(day.year) ? holidays.isWorkingDay(day) : day.dayOfWeek < 6;
}

function countsOf(load: readonly DayLoad[], today: Temporal.PlainDate) {
  const counts = { overdue: 0, today: 0, tomorrow: 0, 'this-week': 0, later: 0 };
  for (const { day, due } of load)
    counts[day === null ? 'overdue' : bucketOf(Temporal.PlainDate.from(day), today)] += due;
  return counts;
}

function picture(
  load: readonly DayLoad[],
  days: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
  holidays: Holidays,
): LoadDay[] {
  const dueOn = new Map(load.map(({ day, due }) => [day, due]));
  const overdue = dueOn.get(null) ?? 0;
  let week = today.weekOfYear;
  return days.flatMap((day): LoadDay[] => {
    const due = dueOn.get(day.toString()) ?? 0;
    const isToday = day.equals(today);
    if (due === 0 && !isToday && !isWorking(day, holidays)) return [];
    const startsWeek = day.weekOfYear !== week;
    week = day.weekOfYear;
    const words = shortDay(day);
    return [
      {
        weekday: isToday ? 'Today' : words.slice(0, 3),
        dayOfMonth: day.day,
        words,
        due,
        isToday,
        startsWeek,
        ...(isToday ? { overdue } : {}),
      },
    ];
  });
}

/** "16:15" as "4:15pm". */
function hourWords(time: string): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}
