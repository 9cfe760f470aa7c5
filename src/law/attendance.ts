// Who may come to a mediation, by what right, and what the family may choose when the council is not really there (SEND Regulations 2014 regs 37-38).
import type { Temporal } from 'temporal-polyfill';
import type { Evidence } from './explain.ts';
import { inForce, type Dated, type Rows } from './in-force.ts';

export type Attendee =
  'party' | 'supporter' | 'further-supporter' | 'child' | 'parent-of-young-person' | 'school' | 'somebody-else';

export type Consent = 'parent' | 'young-person' | 'mediator' | 'all-parties';

export interface AttendanceRule {
  /** The paragraph of reg 38(1) that lets them in. */
  readonly basis: 'a' | 'b' | 'c' | 'd' | 'e';
  /** Whose agreement is needed: one of these sets, whole. An empty set means that they come as of right. */
  readonly needs: readonly (readonly Consent[])[];
  readonly words: string;
  readonly citation: string;
  readonly evidence: Evidence;
}

const paragraph = (basis: AttendanceRule['basis']) => `SEND Regulations 2014 reg 38(1)(${basis})`;
/** The law of the paragraph that lets in whoever is neither a party, nor the one supporter, nor of the family. */
const ANYBODY_ELSE = { citation: paragraph('e'), evidence: 'A' } as const;
/** The letters (c) and (d) are from general knowledge. The Code asks the council about the child; the Regulations prevail. */
const ofTheFamily = (basis: 'c' | 'd') =>
  ({ citation: `${paragraph(basis)} (to be confirmed)`, evidence: 'C' }) as const;

const EVERYBODY_OR_MEDIATOR: readonly (readonly Consent[])[] = [['all-parties'], ['mediator']];

/** Reg 38(1), with the reading that a disagreement about anybody else is settled by the mediator. */
const ATTENDANCE_2014 = {
  party: { basis: 'a', needs: [[]], words: 'A party: comes as of right.', citation: paragraph('a'), evidence: 'A' },
  supporter: {
    basis: 'b',
    needs: [[]],
    words: 'The one advocate or supporter the family chooses, a lawyer too: as of right. Nobody can refuse them.',
    citation: `${paragraph('b')}; Kumar v Hillingdon [2020] EWHC 3326 (Admin)`,
    evidence: 'A',
  },
  'further-supporter': {
    basis: 'e',
    needs: EVERYBODY_OR_MEDIATOR,
    words: 'Another supporter: if all parties agree or, if they do not, if the mediator does.',
    ...ANYBODY_ELSE,
  },
  child: {
    basis: 'c',
    needs: [['parent', 'mediator']],
    words: 'The child, where the parent is the party: if the parent and the mediator agree.',
    ...ofTheFamily('c'),
  },
  'parent-of-young-person': {
    basis: 'd',
    needs: [['young-person', 'mediator']],
    words: 'The parent of a young person who is the party: if the young person and the mediator agree.',
    ...ofTheFamily('d'),
  },
  school: {
    basis: 'e',
    needs: EVERYBODY_OR_MEDIATOR,
    words: 'A school or college is not a party: if all parties agree or, if they do not, if the mediator does.',
    ...ANYBODY_ELSE,
  },
  'somebody-else': {
    basis: 'e',
    needs: EVERYBODY_OR_MEDIATOR,
    words: 'Anybody else: if all parties agree or, if they do not, if the mediator does.',
    ...ANYBODY_ELSE,
  },
} as const satisfies Record<Attendee, AttendanceRule>;

/** One row of who may attend. */
export interface AttendanceRules extends Dated {
  readonly attendees: Readonly<Record<Attendee, AttendanceRule>>;
}

/** Who may attend, row by row. */
export const ATTENDANCE: Rows<AttendanceRules> = [{ version: 'england-2014', from: null, attendees: ATTENDANCE_2014 }];

/** Gives the rule for somebody who may attend, under the rules of the day the decision was sent (null where nobody knows it). */
export function attendanceRule(
  who: Attendee,
  sentOn: Temporal.PlainDate | null,
  rows: Rows<AttendanceRules> = ATTENDANCE,
): AttendanceRule {
  return inForce(rows, sentOn).attendees[who];
}

/** Says whether somebody may attend with the consents given so far (reg 38(1); Kumar v Hillingdon [2020] EWHC 3326 (Admin)). */
export function mayAttend({ needs }: AttendanceRule, given: readonly Consent[]): boolean {
  return needs.some((all) => all.every((consent) => given.includes(consent)));
}

/** The law of who has to be there with the power to decide. */
export const COUNCIL_CITATION = {
  citation: 'SEND Regulations 2014 reg 37 (the paragraph is to be confirmed); SEND Code of Practice 2015 chapter 11',
  evidence: 'B',
} as const;

export type NotQuorateChoice = 'adjourn-inside-day-30' | 'go-on-with-the-limit-noted' | 'stop-and-have-a-certificate';

/**
 * Lists what the family may choose when the council is absent or cannot decide at the start (reg 37); empty when it can. Never counted as
 * held. Going on is theirs to choose without the council too: whoever else came may settle what is theirs.
 */
export function choicesWhenNotQuorate(council: {
  readonly present: boolean;
  readonly canDecide: boolean;
  readonly day30Passed: boolean;
}): readonly NotQuorateChoice[] {
  if (council.present && council.canDecide) return [];
  return [
    ...(council.day30Passed ? [] : (['adjourn-inside-day-30'] as const)),
    'go-on-with-the-limit-noted',
    'stop-and-have-a-certificate',
  ];
}
