// Finds the road for a worry: which kind of help it is, whether a certificate is needed and why, and which clocks will run.
import type { Temporal } from 'temporal-polyfill';
import {
  APPEAL_RIGHTS,
  decisionRule,
  isAppealable,
  isPlacementOnly,
  type AppealForm,
  type DecisionKind,
  type Section,
} from './decisions.ts';
import { canRecommend } from './recommendations.ts';
import type { Evidence, RuleName } from './explain.ts';
import { inForce } from './in-force.ts';
import { whoArranges } from './arranging.ts';
import type { HealthScope } from './versions.ts';

export type Road =
  | 'mediation'
  | 'placement-only'
  | 'joint-education-and-health'
  | 'health-or-social-care-only'
  | 'disagreement-resolution'
  | 'early-resolution'
  | 'elsewhere';

/** What a worry is about, in the words of the first question. */
export type About =
  | 'decision'
  | 'draft-plan'
  | 'help-at-school'
  | 'council-duties'
  | 'health-or-care-in-assessment'
  | 'waiting-for-tribunal'
  | 'council-and-health-disagree'
  | 'something-less-formal'
  | 'discrimination'
  | 'admissions'
  | 'complaint'
  | 'wales'
  | 'another-area';

export interface RouteInputs {
  readonly about: About;
  /** The decision in the letter; only for `about: 'decision'`, null where a plan is disputed on health or social care alone. */
  readonly decision?: DecisionKind | null;
  readonly sections?: readonly Section[];
  /** The family also wants to mediate about health care in the plan, or about its absence. */
  readonly health?: boolean;
  readonly socialCare?: boolean;
  /** Chooses the version of the rules; the newest where nobody knows the day. */
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

export interface CertificateNeed {
  readonly needed: boolean;
  /** The law is not settled: whoever wants to be sure is issued one. */
  readonly unsure?: true;
  readonly why: string;
  readonly citation: string;
  readonly evidence: Evidence;
}

export interface Route {
  readonly road: Road;
  readonly why: string;
  readonly citation: string;
  readonly evidence: Evidence;
  readonly certificate: CertificateNeed;
  readonly healthScope: HealthScope;
  /** Who has to arrange the meeting; null where nobody has to. */
  readonly arranges: 'authority' | 'icb' | null;
  readonly appeal: { readonly form: AppealForm; readonly recommendations: boolean } | null;
  readonly clocks: readonly RuleName[];
  /** The version of the right to appeal, chosen by the day the decision was sent. */
  readonly ruleVersion: string;
  /** What else to say on this road. */
  readonly alsoKnow: readonly string[];
}

/** Says whether an appeal needs a certificate, and why, under the rules of the day the decision was sent (s.55(2) and (3)). */
export function certificateNeed(
  kind: DecisionKind,
  sections: readonly Section[],
  sentOn: Temporal.PlainDate | null,
): CertificateNeed {
  if (!isAppealable(kind, sections, sentOn)) return NOT_APPEALABLE;
  if (!isPlacementOnly(kind, sections, sentOn)) return NEEDED;
  return kind === 'refuse-to-amend' ? PROBABLY_NOT : PLACEMENT_ONLY;
}

const NEEDED: CertificateNeed = {
  needed: true,
  why: 'You need a mediation certificate before you can appeal. You get one whether you mediate or not.',
  citation: 'Children and Families Act 2014 s.55(3)',
  evidence: 'A/B',
};
const PLACEMENT_ONLY: CertificateNeed = {
  needed: false,
  why: 'Only the school or college in Section I is in dispute, so you need no certificate. You can still ask for mediation.',
  citation: 'Children and Families Act 2014 s.55(2)',
  evidence: 'A/B',
};
/** Said where health or social care is in dispute beside Section I: neither can be appealed, so neither asks for a certificate. */
const PLACEMENT_BESIDE_OTHERS: CertificateNeed = {
  ...PLACEMENT_ONLY,
  why: 'Of what is in dispute, only the school or college in Section I can be appealed, so you need no certificate. You can still ask for mediation about all of it.',
};
const PROBABLY_NOT: CertificateNeed = {
  needed: false,
  unsure: true,
  why: 'The refusal is only about Section I, so a certificate is probably not needed. If you want to be sure, ask us for one.',
  citation: 'Children and Families Act 2014 s.55(2)',
  evidence: 'C',
};
const NOT_APPEALABLE: CertificateNeed = {
  needed: false,
  why: 'Health care and social care alone cannot be appealed, so there is nothing a certificate would be for.',
  citation: 'Children and Families Act 2014 s.51(2) and ss.53-55',
  evidence: 'A/B',
};
const RESOLUTION: CertificateNeed = {
  needed: false,
  why: 'Disagreement resolution needs no certificate, and it gives none.',
  citation: 'Children and Families Act 2014 ss.55 and 57',
  evidence: 'A/B',
};
/** For what is no appeal to the Tribunal about a plan or an assessment (s.55(1)). */
const outside = (why: string): CertificateNeed => ({
  needed: false,
  why,
  citation: 'Children and Families Act 2014 s.55(1)',
  evidence: 'A/B',
});

/** Finds the road. Throws RangeError for a decision question without a decision and without health or social care. */
export function findRoute(inputs: RouteInputs): Route {
  return { ...roadFor(inputs), ruleVersion: inForce(APPEAL_RIGHTS, inputs.decisionSentOn ?? null).version };
}

type RoadTaken = Omit<Route, 'ruleVersion'>;

function roadFor(inputs: RouteInputs): RoadTaken {
  if (inputs.about !== 'decision') return ROADS_WITHOUT_DECISION[inputs.about];
  const { decision = null, sections = [], health = false, socialCare = false, decisionSentOn: sentOn = null } = inputs;
  const healthDisputed = health || sections.some((section) => section === 'G' || section === 'C');
  const careDisputed =
    socialCare || sections.some((section) => section === 'H1' || section === 'H2' || section === 'D');
  if (decision === null || !isAppealable(decision, sections, sentOn)) {
    if (!healthDisputed && !careDisputed) {
      throw new RangeError('A decision, or health or social care in a plan, is needed to find the road.');
    }
    return healthOrCareOnly(healthDisputed ? (careDisputed ? 'mixed' : 'health-only') : 'none');
  }
  const scope: HealthScope = healthDisputed ? 'mixed' : 'none';
  const placementOnly = isPlacementOnly(decision, sections, sentOn);
  const need = certificateNeed(decision, sections, sentOn);
  const certificate = need === PLACEMENT_ONLY && (healthDisputed || careDisputed) ? PLACEMENT_BESIDE_OTHERS : need;
  const rule = decisionRule(decision, sentOn);
  const recommendations = canRecommend(decision, true, sentOn);
  return {
    road: scope === 'mixed' ? 'joint-education-and-health' : placementOnly ? 'placement-only' : 'mediation',
    why: `${rule.words}: you have a right to mediation and a right to appeal about it.`,
    citation: `${rule.citation}; ${scope === 'mixed' ? 's.53(4)' : 's.54'}`,
    evidence: 'A/B',
    certificate,
    healthScope: scope,
    arranges: whoArranges(scope),
    appeal: { form: rule.form, recommendations },
    clocks: [
      ...(certificate.needed ? (['contact-adviser', 'issue-certificate'] as const) : []),
      'arrange-mediation',
      ...(scope === 'mixed' ? (['tell-icb'] as const) : []),
      'notice-of-meeting',
      'appeal',
    ],
    alsoKnow: [
      ...(placementOnly ? PLACEMENT_WARNINGS : []),
      ...(scope === 'mixed' ? ['The council arranges the meeting and has to tell the health body (the ICB).'] : []),
      ...((healthDisputed || careDisputed) && recommendations
        ? [
            'The Tribunal can make recommendations about health and social care, but only beside an appeal about education.',
          ]
        : []),
    ],
  };
}

const PLACEMENT_WARNINGS = [
  'Sections B and F decide which placement is right. Check that they are fair. If you may add them later, get a certificate now.',
  'Mediation does not move the two months to appeal.',
] as const;

const ARRANGING_WORDS = {
  'health-only': 'The health body (the ICB) arranges the meeting. Its 30 days start when the council tells it.',
  mixed: 'The council arranges the meeting and has to tell the health body (the ICB).',
  none: 'The council arranges the meeting.',
} as const satisfies Record<HealthScope, string>;

function healthOrCareOnly(scope: HealthScope): RoadTaken {
  const section = { 'health-only': 's.53(3)', mixed: 's.53(4)', none: 's.54' }[scope];
  return {
    road: 'health-or-social-care-only',
    why: 'You have a right to mediation about health care and social care in a plan. It cannot be appealed on its own.',
    citation: `Children and Families Act 2014 ${section}`,
    evidence: 'B',
    certificate: NOT_APPEALABLE,
    healthScope: scope,
    arranges: whoArranges(scope),
    appeal: null,
    clocks: [...(scope === 'none' ? [] : (['tell-icb'] as const)), 'arrange-mediation', 'notice-of-meeting'],
    alsoKnow: [
      ARRANGING_WORDS[scope],
      'If you may also want to appeal about education, the two months from the letter are running.',
    ],
  };
}

const resolution = (why: string, alsoKnow: readonly string[] = []): RoadTaken => ({
  road: 'disagreement-resolution',
  why,
  citation: 'Children and Families Act 2014 s.57',
  evidence: 'A',
  certificate: RESOLUTION,
  healthScope: 'none',
  arranges: null,
  appeal: null,
  clocks: [],
  alsoKnow: ['Everybody takes part of their own free will. It never changes a date for an appeal.', ...alsoKnow],
});

const elsewhere = (
  why: string,
  citation: string,
  evidence: Evidence,
  certificate: CertificateNeed,
  alsoKnow: readonly string[] = [],
): RoadTaken => ({
  road: 'elsewhere',
  why,
  citation,
  evidence,
  certificate,
  healthScope: 'none',
  arranges: null,
  appeal: null,
  clocks: [],
  alsoKnow,
});

const ROADS_WITHOUT_DECISION: Readonly<Record<Exclude<About, 'decision'>, RoadTaken>> = {
  'draft-plan': resolution(
    'A draft plan cannot be appealed yet. You can talk it through in a disagreement resolution meeting.',
    ['Tell the council what should change while the draft is open. The right to appeal comes with the final plan.'],
  ),
  'help-at-school': resolution('It is about the help a school or college gives.'),
  'council-duties': resolution('It is about how the council or a school carries out its duties.'),
  'health-or-care-in-assessment': resolution(
    'It is about health or social care while needs are assessed, or a plan is drawn up or reviewed.',
  ),
  'waiting-for-tribunal': resolution('You have appealed and want to try to agree while you wait.', [
    'To end the appeal by agreement, ask the Tribunal for a consent order (form SEND46).',
  ]),
  'council-and-health-disagree': resolution('The council and a health body disagree with each other.'),
  'something-less-formal': {
    ...elsewhere(
      'SENDIASS can help to sort things out early and without a formal meeting.',
      'SEND Code of Practice 2015, para 11.4',
      'A',
      outside('Early resolution needs no certificate. Most appeals about a decision letter do.'),
      ['Asking for early help does not stop the time for an appeal.'],
    ),
    road: 'early-resolution',
  },
  discrimination: elsewhere(
    'A claim about disability discrimination goes to the Tribunal without mediation and without a certificate.',
    'Equality Act 2010 Schedule 17',
    'B',
    outside('A claim about disability discrimination needs no certificate.'),
    ['The limit is six months from what happened.'],
  ),
  admissions: elsewhere(
    'A school place without a plan is decided by an admission appeal panel.',
    'School Standards and Framework Act 1998 s.94',
    'C',
    outside('An admission appeal panel asks for no mediation certificate.'),
    ['The letter that refused the place says by when to appeal.'],
  ),
  complaint: elsewhere(
    'A complaint goes to the school, the council or the health body first, and then to an Ombudsman.',
    'Local Government Act 1974 Part 3; Health Service Commissioners Act 1993',
    'C',
    outside('A complaint needs no certificate.'),
    ['The Ombudsman expects to hear within 12 months.'],
  ),
  wales: elsewhere(
    'Wales has its own law and its own Tribunal.',
    'Additional Learning Needs and Education Tribunal (Wales) Act 2018',
    'C',
    outside('Mediation certificates are part of the law of England. In Wales, ask the council on the letter.'),
  ),
  'another-area': elsewhere(
    'The council named on the letter decides which mediation service helps you.',
    'SEND Regulations 2014 reg 32',
    'A',
    {
      ...NEEDED,
      why: 'Most appeals need a mediation certificate. It comes from the mediation service that the letter names.',
    },
    ['If you have a decision letter, two months are running from it. Contact that service soon.'],
  ),
};
