// The shapes of what the API answers. The document is made from them, and a test holds real answers against them.
import { z } from 'zod';
import type { EntryKind } from '../../dates/shapes.ts';

const day = z.iso.date();
const dayOrNull = day.nullable();

const explanation = z
  .looseObject({
    inShort: z.string().optional().describe('The sum in one line'),
    steps: z.array(z.string()).describe('The sum, step by step, in plain words'),
    notes: z.array(z.string()).optional(),
    citation: z.string().describe('The rule'),
    evidence: z.string().describe('How the rule is known'),
    ruleVersion: z.string().describe('The set of rules, chosen by the day the decision was sent'),
  })
  .describe('Why it is this date. More fields may be added');

const road = z.enum([
  'mediation',
  'placement-only',
  'joint-education-and-health',
  'health-or-social-care-only',
  'disagreement-resolution',
  'early-resolution',
  'elsewhere',
]);
const form = z.enum(['SEND35', 'SEND35A']);
const arranges = z.enum(['authority', 'icb']);
const unsure = 'Not settled in law: whoever wants to be sure is issued one';

const both = { deadline: dayOrNull, safeBy: dayOrNull, explanation };

/** The result of each kind of question. More fields may be added; none is taken away. */
export const results = {
  contact_adviser_deadline: z.looseObject(both),
  certificate_issue_deadline: z.looseObject({ deadline: dayOrNull, explanation }),
  arrange_mediation_deadline: z.looseObject(both),
  icb_notice_deadline: z.looseObject({ deadline: dayOrNull, explanation }),
  meeting_notice_latest: z.looseObject({ latest: dayOrNull, safeBy: dayOrNull, explanation }),
  tribunal_appeal_deadline: z.looseObject({
    rawFromDecision: dayOrNull.describe('Where two months from the decision end'),
    rawFromCertificate: dayOrNull.describe('Where one month from the certificate ends'),
    basis: z.enum(['decision', 'certificate']).describe('Which of the two governs'),
    deadline: dayOrNull.describe('The last day; null while it waits for a certificate'),
    cutoffLocalTime: z.string().describe('London time by which the Tribunal must have it'),
    safeBy: dayOrNull,
    laterReading: day.optional(),
    extraSafe: day.optional(),
    wrongSixtyDays: day.optional().describe('What “60 days” would wrongly give'),
    wrongThirtyDays: day.optional().describe('What “30 days” would wrongly give'),
    explanation,
  }),
  tribunal_received_check: z.looseObject({ inTime: z.boolean(), explanation: explanation }),
  agreement_compliance_deadline: z.looseObject(both),
  young_person_from: z.looseObject({
    compulsorySchoolAgeEnds: day,
    rightsHolderFromNextDay: day,
    underTwentyFiveUntil: day,
    explanation,
  }),
  rights_holder: z.looseObject({
    holder: z.enum(['parent', 'young-person', 'nobody']),
    acts: z
      .enum(['parent', 'young-person', 'representative', 'representative-of-parent'])
      .nullable()
      .describe('Who acts where capacity is in question'),
    explanation,
  }),
  road: z.looseObject({
    road,
    mayAppeal: z.boolean(),
    form: form.nullable(),
    mayRecommend: z.boolean().describe('The Tribunal can recommend something about health and social care'),
    certificateNeeded: z.boolean(),
    certificateUnsure: z.literal(true).optional().describe(unsure),
    healthScope: z.enum(['none', 'mixed', 'health_only']),
    arranges: arranges.nullable(),
    explanation,
  }),
  contact_check: z.looseObject({ inTime: z.boolean(), lastDay: day, explanation }),
  certificate_gates: z.looseObject({
    mustIssue: z.boolean(),
    missing: z.array(z.enum(['information-not-given', 'wish-not-stated', 'adviser-not-independent'])),
    deadline: day.optional().describe('By when, where it has to be issued'),
    explanation,
  }),
  appeal_response_deadline: z.looseObject({ deadline: day, explanation }),
  after_day_30: z.looseObject({
    askBy: day.describe('The first working day after: ring the family, and ask the council in writing'),
    certificateBy: day.describe('When the silence itself makes the certificate due'),
    explanation: z.record(z.string(), explanation),
  }),
  attendance: z.looseObject({
    mayAttend: z.boolean(),
    basis: z.enum(['a', 'b', 'c', 'd', 'e']).describe('The paragraph of regulation 38(1)'),
    needs: z.array(z.array(z.string())).describe('Whose agreement is needed: one of these sets, whole'),
    explanation,
  }),
  council_at_meeting: z.looseObject({
    canBegin: z.boolean(),
    choices: z.array(z.enum(['adjourn-inside-day-30', 'go-on-with-the-limit-noted', 'stop-and-have-a-certificate'])),
    explanation,
  }),
  recommendation_power: z.looseObject({ canRecommend: z.boolean(), explanation }),
  case_timeline: z.looseObject({
    contactAdviserBy: dayOrNull,
    contactAdviserSafeBy: dayOrNull,
    mediationArrangedBy: dayOrNull.optional(),
    certificateBy: dayOrNull.optional(),
    appealBy: dayOrNull,
    basis: z.enum(['decision', 'certificate']),
    explanation: z.record(z.string(), explanation),
  }),
} satisfies Record<EntryKind, z.ZodType>;

const need = z.strictObject({
  needed: z.boolean(),
  unsure: z.literal(true).optional().describe(unsure),
  why: z.string(),
  citation: z.string(),
  evidence: z.string(),
});

/** The road for a worry. */
export const routeResult = z.looseObject({
  road,
  why: z.string(),
  citation: z.string(),
  evidence: z.string(),
  certificate: need,
  healthScope: z.enum(['none', 'mixed', 'health-only']),
  arranges: arranges.nullable(),
  appeal: z.looseObject({ form, recommendations: z.boolean() }).nullable(),
  clocks: z.array(z.string()),
  ruleVersion: z.string().describe('The set of rules this road is from'),
  alsoKnow: z.array(z.string()),
});

/** A request that was not understood as a whole. */
export const problem = z.looseObject({
  error: z.looseObject({ code: z.string(), message: z.string().optional() }),
});
