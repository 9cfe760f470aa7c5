// Says what issuing a certificate would do, before anybody presses: allowed or refused and why, how it can go, and what each day gives.
import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from '../law/periods.ts';
import type { Law } from '../law/versions.ts';
import type { Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { appealTime } from './appeal-time.ts';
import type { AppealTime, Limb } from './documents/data.ts';
import { getAdviser, readMatter, type Matter } from './matter.ts';
import { findWay } from './pack.ts';
import { mayIssue, type MayIssue } from './rules.ts';
import { standingOf } from './standing.ts';

export interface Outlook {
  readonly may: MayIssue;
  /** Whether there is an address, safe to use, of each kind. */
  readonly email: boolean;
  readonly post: boolean;
  /** When to appeal if the certificate is dated today (by e-mail), and if it is posted on the next working day. Null without a decision. */
  readonly today: AppealTime | null;
  readonly nextWorkingDay: AppealTime | null;
}

/** Reads the outlook as the person at the desk who would issue. It changes nothing. Throws NotFound. */
export async function outlookOf(
  tx: Tx,
  who: Staff,
  of: {
    readonly caseId: string;
    readonly participationId: string;
    readonly limb: Limb;
    readonly today: Temporal.PlainDate;
    readonly law: Law;
  },
): Promise<Outlook> {
  const { caseId, participationId, today, law } = of;
  const matter = await readMatter(tx, { caseId, participationId });
  const adviser = await getAdviser(tx, who.accountId);
  const next = addWorkingDays(today, 1, law.holidays);
  return {
    may: mayIssue(standingOf(matter, adviser, of)),
    email: findWay(matter.points, 'email') !== null,
    post: findWay(matter.points, 'post') !== null,
    today: timeIf(matter, today, law),
    nextWorkingDay: timeIf(matter, next, law),
  };
}

function timeIf(matter: Matter, datedOn: Temporal.PlainDate, law: Law): AppealTime | null {
  const { decision, certificates } = matter;
  const certifiable =
    decision && decision.kind !== 'unknown' && decision.kind !== 'plan-made' && (decision.dated ?? decision.sent);
  if (!certifiable) return null;
  const dates = [...certificates.map(({ dated }) => dated), datedOn.toString()];
  return appealTime(matter, { datedOn: dates, later: certificates.length > 0, today: datedOn, law });
}
