// Compares the clocks a case should have with those its rows show, and gives the rows to write. Pure.
import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../cases/fact.ts';
import type { Facts } from '../journal.ts';
import type { CaseFacts } from '../law/case-facts.ts';
import { caseDates } from '../law/case-dates.ts';
import type { Clock } from '../law/clock.ts';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import { caseFactsFor, type Holder } from './case-facts.ts';
import type { Known, KnownFacts, StoredClock } from './known.ts';

/** One clock as it is to be written. */
export interface ClockRow {
  readonly participation_id: string | null;
  readonly key: string;
  readonly kind: string;
  readonly owner: Clock['owner'];
  readonly state: Clock['state'];
  readonly started_on: string | null;
  readonly deadline: string | null;
  readonly safe_by: string | null;
  readonly due_on: string | null;
  readonly met_on: string | null;
  readonly rule_version: string;
  readonly assigned_to: string | null;
  readonly answer: ClockAnswer;
}

/** What a list at the desk says of a clock without working it out again. The whole working is rebuilt from the case when somebody asks why. */
export interface ClockAnswer {
  readonly [key: string]: string | boolean | null;
  /** "Said no Tue 17 Nov 2026 + 3 working days". */
  readonly inShort: string;
  readonly citation: string;
  readonly evidence: string;
  readonly late: boolean;
  /** Why it has not started or no longer matters. */
  readonly why: string | null;
}

export interface Changes {
  readonly add: readonly ClockRow[];
  readonly change: readonly { readonly id: string; readonly row: ClockRow }[];
  readonly remove: readonly string[];
  /** Each date that moved, to be told in the timeline. */
  readonly moved: readonly {
    readonly key: string;
    readonly kind: string;
    readonly participationId: string | null;
    readonly from: string | null;
    readonly to: string | null;
    /** The last day in law stayed, and the working day before it, which the due list shows, moved. */
    readonly safe: boolean;
    /** It was counted by another version of the rules before. */
    readonly byRules: boolean;
  }[];
  /** What the case's `two_months_end` becomes; absent where it stays. */
  readonly twoMonthsEnd?: { readonly to: string | null };
}

/** Gives every clock of a case as rows, for each right-holder. In a closed case only the family's own dates go on. Throws HolidaysNotLoaded. */
export function clockRows(known: Known, settings: Settings, law: Law, today: Temporal.PlainDate): readonly ClockRow[] {
  const closed = known.stage === 'closed';
  return factsOfHolders(known, settings, today).flatMap(({ holder, facts }) =>
    caseDates(facts, law).map((clock) => rowOf(clock, holder, known.owner_account_id, closed)),
  );
}

/** One right-holder of a case with the facts as they bear on them. */
export interface HolderFacts {
  readonly holder: Holder | null;
  readonly facts: CaseFacts;
}

/** Gives the facts of a case for each right-holder. They do not depend on the law, so they serve to count by two of them. */
export function factsOfHolders(
  known: KnownFacts,
  settings: Settings,
  today: Temporal.PlainDate,
): readonly HolderFacts[] {
  return holdersOf(known).map((holder) => ({ holder, facts: caseFactsFor(known, holder, settings, today) }));
}

/** Gives only the last and the safe days of every clock, without their working, to see quickly whether a change touches a case. */
export function daysOfClocks(holders: readonly HolderFacts[], law: Law): string {
  return holders
    .flatMap(({ holder, facts }) =>
      caseDates(facts, law).map(
        ({ key, answer }) =>
          `${key} ${holder?.id ?? ''} ${answer?.deadline?.toString() ?? ''} ${answer?.safeBy?.toString() ?? ''}`,
      ),
    )
    .join('\n');
}

function holdersOf(known: KnownFacts): readonly (Holder | null)[] {
  return known.right_holders.length ? known.right_holders : [null];
}

function rowOf(clock: Clock, holder: Holder | null, assignedTo: string | null, closed: boolean): ClockRow {
  const { answer } = clock;
  const over = closed && clock.owner !== 'family' && (clock.state === 'running' || clock.state === 'not-started');
  const iso = (day: Temporal.PlainDate | null | undefined): string | null => day?.toString() ?? null;
  return {
    participation_id: holder?.id ?? null,
    key: clock.key,
    kind: clock.kind,
    owner: clock.owner,
    state: over ? 'void' : clock.state,
    started_on: iso(clock.startedOn),
    deadline: iso(answer?.deadline),
    safe_by: iso(answer?.safeBy),
    due_on: iso(answer?.safeBy ?? answer?.deadline),
    met_on: iso(clock.metOn),
    rule_version: answer?.ruleVersion ?? 'none',
    assigned_to: assignedTo,
    answer: {
      inShort: answer?.explain().inShort ?? clock.why ?? '',
      citation: answer?.citation ?? '',
      evidence: answer?.evidence ?? '',
      late: clock.late,
      why: over ? 'The case is closed.' : clock.why,
    },
  };
}

/** Gives the earliest last day for contact among a case's clocks (reg 33); null while no letter's date is known. */
export function twoMonthsEndOf(rows: readonly Pick<ClockRow, 'kind' | 'deadline'>[]): string | null {
  const ends = rows.flatMap(({ kind, deadline }) => (kind === 'contact-adviser' && deadline ? [deadline] : []));
  return ends.toSorted()[0] ?? null;
}

const identity = ({
  key,
  participation_id: of,
}: {
  readonly key: string;
  readonly participation_id: string | null;
}): string => `${key} ${of ?? ''}`;

/** Gives what must be written so that the stored clocks become the wanted ones. Empty when nothing changed. */
export function changesBetween(stored: readonly StoredClock[], wanted: readonly ClockRow[]): Changes {
  const before = new Map(stored.map((clock) => [identity(clock), clock]));
  const add: ClockRow[] = [];
  const change: { id: string; row: ClockRow }[] = [];
  const moved: Changes['moved'][number][] = [];
  for (const row of wanted) {
    const old = before.get(identity(row));
    before.delete(identity(row));
    if (!old) add.push(row);
    else if (!same(old, row)) {
      change.push({ id: old.id, row });
      const days = movedDays(old, row);
      if (days) {
        const byRules = old.rule_version !== row.rule_version;
        moved.push({ key: row.key, kind: row.kind, participationId: row.participation_id, ...days, byRules });
      }
    }
  }
  return { add, change, remove: [...before.values()].map(({ id }) => id), moved };
}

/** Gives the day that moved: the last day, else the safe one while time runs. */
function movedDays(old: StoredClock, row: ClockRow): Pick<Changes['moved'][number], 'from' | 'to' | 'safe'> | null {
  // A clock that only now has a date has not moved: what set it is told by its own fact. Nor has one that binds nobody, before and after.
  if (old.deadline === null || (old.state === 'void' && row.state === 'void')) return null;
  if (old.deadline !== row.deadline) return { from: old.deadline, to: row.deadline, safe: false };
  const runs = old.state === 'running' && row.state === 'running';
  return runs && old.due_on !== row.due_on ? { from: old.due_on, to: row.due_on, safe: true } : null;
}

function same(old: StoredClock, row: ClockRow): boolean {
  const answer = old.answer as ClockAnswer;
  return (
    old.state === row.state &&
    old.started_on === row.started_on &&
    old.deadline === row.deadline &&
    old.due_on === row.due_on &&
    old.met_on === row.met_on &&
    old.rule_version === row.rule_version &&
    old.assigned_to === row.assigned_to &&
    answer.inShort === row.answer.inShort &&
    answer.late === row.answer.late &&
    answer.why === row.answer.why
  );
}

/** Gives the facts of moved dates, each with the reason as a code. What moves overnight under another version of the rules was moved by the rules. */
export function movedFacts(moved: Changes['moved'], why: string): readonly Fact<Facts>[] {
  return moved.map(({ kind, participationId, from, to, safe, byRules }) => ({
    code: 'clock-moved',
    data: {
      clock: kind,
      from,
      to,
      why: byRules && why === 'day-passed' ? 'rules-changed' : why,
      ...(safe && { safe }),
    },
    readers: participationId ? [participationId] : [],
  }));
}
