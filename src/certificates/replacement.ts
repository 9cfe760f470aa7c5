// Says whether a lawful certificate could take the place of one that is to be withdrawn: what the program knows, not what somebody says.
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Law } from '../law/versions.ts';
import type { Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { CertificateRefusal, WithdrawalReason } from './certificate.ts';
import type { Limb } from './documents/data.ts';
import { getAdviser, readMatter } from './matter.ts';
import { isIndependent, mayIssue, type Standing } from './rules.ts';
import { standingOf } from './standing.ts';

/** One of the three gates of a certificate as it stands now; `on` is the day of what opens it, where it has one. */
export interface Gate {
  readonly gate: 'information' | 'wish' | 'adviser';
  readonly on: Temporal.PlainDate | null;
  readonly isOpen: boolean;
}

export interface Readiness {
  readonly gates: readonly Gate[];
  /** What stands in the way of one; null where it is ready. */
  readonly missing: CertificateRefusal | null;
  /** The reason leaves nobody, or no decision, that one could be about. */
  readonly isForNobody: boolean;
  /** Whoever withdraws is no adviser, so a colleague issues it: the adviser of the certificate was looked at. */
  readonly byColleague: boolean;
}

export interface InPlaceOf {
  readonly certificate: Row<'certificates'>;
  readonly why: WithdrawalReason;
  /** The limb under which one could be asked for now. */
  readonly limb: Limb;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
}

/** Looks whether one could be issued now in place of a certificate that is withdrawn for this reason. It changes nothing. Throws NotFound. */
export async function replacementOf(
  tx: Tx,
  who: Staff,
  { certificate, why, limb, today, law }: InPlaceOf,
): Promise<Readiness> {
  const byColleague = !who.roles.includes('adviser');
  const { case_id: caseId, participation_id: participationId, decision_id: decisionId } = certificate;
  const matter = await readMatter(tx, { caseId, participationId, decisionId, without: { ...certificate, why } });
  const adviser = await getAdviser(tx, byColleague ? certificate.adviser_id : who.accountId);
  const standing = standingOf(matter, adviser, { limb, today, law });
  const may = mayIssue(standing);
  const isAnother = matter.decision?.superseded_at != null;
  return {
    gates: gatesOf(standing),
    missing: nobodyFor[why] ?? (isAnother ? 'another-decision' : 'refused' in may ? may.refused : null),
    isForNobody: nobodyFor[why] !== undefined,
    byColleague,
  };
}

/** Reasons after which there is nobody, or nothing, that a certificate in its place could be about. */
const nobodyFor: Partial<Record<WithdrawalReason, CertificateRefusal>> = {
  'not-the-right-holder': 'not-a-right-holder',
  'no-such-decision': 'decision-not-recorded',
};

function gatesOf(standing: Standing): Gate[] {
  const { informationGivenOn, mediation } = standing;
  const wish = {
    information: mediation?.answer === 'no' ? mediation.on : null,
    participation: standing.concludedOn,
    'not-arranged-notice': standing.authorityNoticeOn,
    'not-arranged-lapse': standing.lapseConfirmedOn,
  }[standing.limb];
  return [
    { gate: 'information', on: informationGivenOn, isOpen: informationGivenOn !== null },
    { gate: 'wish', on: wish, isOpen: wish !== null },
    { gate: 'adviser', on: null, isOpen: isIndependent(standing) },
  ];
}
