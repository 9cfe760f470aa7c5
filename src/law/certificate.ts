// When the adviser has to issue a mediation certificate, and the gates a certificate has to pass (Children and Families Act 2014 s.55).
import { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import type { Answer } from './explain.ts';
import { rulesFor, type CertificateTrigger, type Law } from './versions.ts';

/** Why a certificate exists: mediation not wished (s.55(4)), took part (s.55(5)), or the council could not arrange in time. */
export type CertificateLimb = 'information' | 'participation' | 'authority-unable';

/** The limb each trigger leads to. */
export const LIMB_OF = {
  declined: 'information',
  'changed-mind': 'information',
  'authority-unable': 'authority-unable',
  lapsed: 'authority-unable',
  concluded: 'participation',
} as const satisfies Record<CertificateTrigger, CertificateLimb>;

const HAPPENED = {
  declined: ['You told the adviser that you do not want to mediate on', 'Declined'],
  'changed-mind': ['You told the adviser that you no longer want to mediate on', 'Changed mind'],
  'authority-unable': ['The council told the adviser that it cannot arrange the meeting in time on', 'Council unable'],
  lapsed: ['The time to arrange the meeting ran out on', 'Day 30 passed'],
  concluded: ['The mediation ended on', 'Mediation ended'],
} as const satisfies Record<CertificateTrigger, readonly [string, string]>;

export interface CertificateInputs {
  readonly trigger: CertificateTrigger;
  readonly triggeredOn: Temporal.PlainDate;
  /** Chooses the version of the rules; the day of the trigger stands in when it is unknown. */
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/** Counts three working days from the day the adviser was told. August and the days after Christmas count. Throws HolidaysNotLoaded. */
export function certificateDue({ trigger, triggeredOn, decisionSentOn }: CertificateInputs, law: Law): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? triggeredOn);
  const [happened, inShort] = HAPPENED[trigger];
  return countPeriod({
    rule: 'issue-certificate',
    limit: rules.certificate[trigger],
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger: triggeredOn,
    happened,
    inShort,
    act: 'The adviser has to issue the certificate by',
    inputs: { trigger, triggerDate: triggeredOn, decisionSent: decisionSentOn ?? null },
    notes: trigger === 'lapsed' ? [LAPSE_READING] : [],
  });
}

/** Said wherever a silent lapse is taken as the trigger, because the Regulations do not say that it is one. */
const LAPSE_READING =
  'The Regulations do not say what happens when the council stays silent. The Tribunal tells families that the adviser must then give the certificate within three working days, so we do.';

export interface InformationGates {
  readonly informationGivenOn: Temporal.PlainDate | null;
  /** The day the holder of the right said that they do not, or no longer, wish to mediate. */
  readonly notWishedOn: Temporal.PlainDate | null;
  readonly adviserIndependent: boolean;
}

export type GateRefusal = 'information-not-given' | 'wish-not-stated' | 'adviser-not-independent';

/**
 * Lists what still stands in the way of an information certificate. The gates are these three and no more (s.55(4), s.56(3));
 * doubts about the letter, the appeal or the merits are recorded and never refuse.
 */
export function informationGates(gates: InformationGates): readonly GateRefusal[] {
  return [
    ...(gates.informationGivenOn ? [] : (['information-not-given'] as const)),
    ...(gates.notWishedOn ? [] : (['wish-not-stated'] as const)),
    ...(gates.adviserIndependent ? [] : (['adviser-not-independent'] as const)),
  ];
}

/** Gives the day both conditions of s.55(4) were met, the later of the two, or null while one is open. */
export function declinedOn(
  informationGivenOn: Temporal.PlainDate | null,
  notWishedOn: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (!informationGivenOn || !notWishedOn) return null;
  return Temporal.PlainDate.compare(informationGivenOn, notWishedOn) > 0 ? informationGivenOn : notWishedOn;
}
