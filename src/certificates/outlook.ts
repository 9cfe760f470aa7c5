// Says what issuing a certificate would do, before anybody presses: allowed or refused and why, how it can go, and what each day gives.
import { Temporal } from 'temporal-polyfill';
import { londonDay } from '../kit/clock.ts';
import { heldUntil } from '../people/held-papers.ts';
import type { Law } from '../law/versions.ts';
import type { Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { appealTime, lastSafeDay } from './appeal-time.ts';
import type { AppealTime, Limb } from './documents/data.ts';
import { getAdviser, readMatter, type Matter } from './matter.ts';
import { findWay } from './pack.ts';
import { postingDay, postingDayAfter } from './posting-day.ts';
import { mayIssue, type MayIssue } from './rules.ts';
import { standingOf } from './standing.ts';

/** Papers wait because the address was changed within the last day. */
export interface Wait {
  readonly until: Temporal.Instant;
  /** The wait passes the last safe day for the appeal, or there is none left. */
  readonly isTooLong: boolean;
}

/** A day on which a pack can be posted, and when to appeal if it is. */
export interface Post {
  readonly on: Temporal.PlainDate;
  readonly appeal: AppealTime | null;
}

export interface Outlook {
  readonly may: MayIssue;
  /** Whether there is an address, safe to use, of each kind. */
  readonly email: boolean;
  readonly post: boolean;
  /** What waits by each way; null where nothing does. */
  readonly waits: { readonly email: Wait | null; readonly post: Wait | null };
  /** When to appeal if the certificate is dated today, by e-mail. Null without a decision. */
  readonly today: AppealTime | null;
  /** The same by post: for the next post, and for the one after it. */
  readonly posts: readonly [Post, Post];
}

/** Reads the outlook as the person at the desk who would issue. It changes nothing. Throws NotFound. */
export async function outlookOf(
  tx: Tx,
  who: Staff,
  of: {
    readonly caseId: string;
    readonly participationId: string;
    readonly limb: Limb;
    readonly now: Temporal.Instant;
    readonly today: Temporal.PlainDate;
    readonly law: Law;
  },
): Promise<Outlook> {
  const { caseId, participationId, now, today, law } = of;
  const matter = await readMatter(tx, { caseId, participationId });
  const adviser = await getAdviser(tx, who.accountId);
  const next = postingDay(matter, now, law);
  const after = postingDayAfter(next, matter, law);
  return {
    may: mayIssue(standingOf(matter, adviser, of)),
    email: findWay(matter.points, 'email') !== null,
    post: findWay(matter.points, 'post') !== null,
    waits: { email: waitOf(matter, 'email', of), post: waitOf(matter, 'post', of) },
    today: timeIf(matter, today, law),
    posts: [
      { on: next, appeal: timeIf(matter, next, law) },
      { on: after, appeal: timeIf(matter, after, law) },
    ],
  };
}

function waitOf(
  matter: Matter,
  kind: 'email' | 'post',
  { now, today, law }: { now: Temporal.Instant; today: Temporal.PlainDate; law: Law },
): Wait | null {
  const point = matter.points.find((one) => one.kind === kind && one.message_safe);
  const until = point ? heldUntil(point, now) : null;
  if (!until) return null;
  const goes = londonDay(until);
  const last = isCertifiable(matter)
    ? lastSafeDay(matter, [...standing(matter), (kind === 'email' ? today : goes).toString()], law)
    : null;
  return { until, isTooLong: last === null || Temporal.PlainDate.compare(goes, last) > 0 };
}

function isCertifiable({ decision }: Matter): boolean {
  return (
    !!decision && decision.kind !== 'unknown' && decision.kind !== 'plan-made' && !!(decision.dated ?? decision.sent)
  );
}

const standing = ({ certificates }: Matter): string[] => certificates.map(({ dated }) => dated);

function timeIf(matter: Matter, datedOn: Temporal.PlainDate, law: Law): AppealTime | null {
  if (!isCertifiable(matter)) return null;
  const earlier = standing(matter);
  return appealTime(matter, {
    datedOn: [...earlier, datedOn.toString()],
    later: earlier.length > 0,
    today: datedOn,
    law,
  });
}
