// The shapes of what the dates command and API accept, and the plain words for what is wrong with an entry.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Attendee, Consent } from '../law/attendance.ts';
import { DECISION_KINDS, type DecisionKind, type Section } from '../law/decisions.ts';
import type { About } from '../law/route.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

const day = z.string('has to be a date such as 2026-09-14').transform((text, context) => {
  const found = DAY.test(text) ? readOrNull(() => Temporal.PlainDate.from(text, { overflow: 'reject' })) : null;
  return found ?? invalid(context, 'is not a real date. Write the year, month and day, such as 2026-09-14');
});
const moment = z.string('has to be a date and a time such as 2026-11-10T16:30').transform((text, context) => {
  const found = MOMENT.test(text) ? readOrNull(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' })) : null;
  return found ?? invalid(context, 'is not a real date and time. Write it such as 2026-11-10T16:30, London time');
});
/** A day, or a moment of which only the day matters. */
const dayOrMoment = z.string('has to be a date such as 2026-09-14').transform((text, context) => {
  const found = MOMENT.test(text)
    ? readOrNull(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toPlainDate())
    : DAY.test(text)
      ? readOrNull(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
      : null;
  return found ?? invalid(context, 'is not a real date. Write the year, month and day, such as 2026-09-14');
});
/** A birth date within living memory, so that a slip of the pen in the year is not answered. */
const birthDay = day.transform((born, context) =>
  born.year >= 1900 && born.year < 2100
    ? born
    : invalid(context, 'is not a birth date there can be. Write the year, month and day, such as 2010-08-31'),
);
const maybeDay = day.nullish().transform((value) => value ?? null);
const flag = z
  .boolean('has to be true or false')
  .nullish()
  .transform((value) => value ?? false);
const HEALTH_SCOPES = ['none', 'mixed', 'health_only'] as const;
const healthScope = z
  .enum(HEALTH_SCOPES, 'has to be none, mixed or health_only')
  .nullish()
  .transform((value) => (value === 'health_only' ? 'health-only' : (value ?? 'none')));
const decisionDays = { decisionDated: maybeDay, decisionSent: maybeDay };
const certificates = {
  certificateIssued: maybeDay,
  certificatesIssued: z
    .array(day, 'has to be a list of dates')
    .nullish()
    .transform((value) => value ?? []),
};

const TRIGGERS = ['declined', 'changed_mind', 'la_unable', 'lapsed', 'concluded'] as const;
/** Who has to do what was agreed. Left out, it is the council. */
const DOERS = ['authority', 'icb', 'school', 'family', 'other'] as const;
const ACTIONS = [
  'assess_notify',
  'assess_decide_no_plan',
  'assess_final_plan',
  'make_plan_draft',
  'make_plan_final',
  'reconsider',
  'amend_plan',
  'amend_named_school_only',
  'continue_plan',
  'continue_and_amend_plan',
  'cease_plan',
  'non_appealable_action',
  'icb_notify_la',
  'respond_to_recommendation',
] as const;

const ABOUT = [
  'decision',
  'draft-plan',
  'help-at-school',
  'council-duties',
  'health-or-care-in-assessment',
  'waiting-for-tribunal',
  'council-and-health-disagree',
  'something-less-formal',
  'discrimination',
  'admissions',
  'complaint',
  'wales',
  'another-area',
] as const satisfies readonly About[];
const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const satisfies readonly Section[];
const DECISIONS = DECISION_KINDS as readonly [DecisionKind, ...DecisionKind[]];
const ATTENDEES = [
  'party',
  'supporter',
  'further-supporter',
  'child',
  'parent-of-young-person',
  'school',
  'somebody-else',
] as const satisfies readonly Attendee[];
const CONSENTS = ['parent', 'young-person', 'mediator', 'all-parties'] as const satisfies readonly Consent[];
const decision = z.enum(DECISIONS, `has to be one of ${DECISIONS.join(', ')}`);

/** What an input of words may be. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  about: ABOUT,
  decision: DECISIONS,
  sections: SECTIONS,
  who: ATTENDEES,
  agreed: CONSENTS,
  healthScope: HEALTH_SCOPES,
  trigger: TRIGGERS,
  action: ACTIONS,
  doneBy: DOERS,
};

/** The inputs of each kind of entry; unknown fields are reported as not used, not refused. */
export const INPUTS = {
  contact_adviser_deadline: z.object(decisionDays),
  certificate_issue_deadline: z.object({
    trigger: z.enum(TRIGGERS, `has to be one of ${TRIGGERS.join(', ')}`),
    triggerDate: day,
    decisionSent: maybeDay,
  }),
  arrange_mediation_deadline: z.object({
    laInformed: maybeDay,
    parentToldLa: maybeDay,
    adviserForwarded: maybeDay,
    icbNotified: maybeDay,
    healthScope,
    decisionSent: maybeDay,
  }),
  icb_notice_deadline: z.object({ laInformed: day, decisionSent: maybeDay }),
  meeting_notice_latest: z.object({ mediationDate: day, shorterNoticeConsented: flag, decisionSent: maybeDay }),
  tribunal_appeal_deadline: z.object({
    ...decisionDays,
    ...certificates,
    sectionIOnly: flag,
    contactAt: dayOrMoment.nullish().transform((value) => value ?? null),
    certificatePending: flag,
    asOf: maybeDay,
  }),
  tribunal_received_check: z.object({ deadline: day, receivedAtLocal: moment, decisionSent: maybeDay }),
  agreement_compliance_deadline: z.object({
    action: z.enum(ACTIONS, `has to be one of ${ACTIONS.join(', ')}`),
    agreementDate: maybeDay,
    agreedInWriting: maybeDay,
    recommendationSent: maybeDay,
    doneBy: z
      .enum(DOERS, `has to be one of ${DOERS.join(', ')}`)
      .nullish()
      .transform((value) => value ?? 'authority'),
    decisionSent: maybeDay,
  }),
  young_person_from: z.object({ dob: birthDay }),
  rights_holder: z.object({
    dob: birthDay,
    on: day,
    lacksCapacity: flag,
    hasRepresentative: flag,
    parentLacksCapacity: flag,
  }),
  road: z.object({
    about: z.enum(ABOUT, `has to be one of ${ABOUT.join(', ')}`),
    decision: decision.nullish().transform((value) => value ?? null),
    sections: z
      .array(z.enum(SECTIONS, `has to hold sections of a plan: ${SECTIONS.join(', ')}`), 'has to be a list')
      .max(SECTIONS.length, 'is too long')
      .nullish()
      .transform((value) => value ?? []),
    health: flag,
    socialCare: flag,
    decisionSent: maybeDay,
  }),
  contact_check: z.object({ ...decisionDays, contactAt: dayOrMoment }),
  certificate_gates: z.object({
    informationGiven: maybeDay,
    notWished: maybeDay,
    adviserIndependent: flag,
    decisionSent: maybeDay,
  }),
  appeal_response_deadline: z.object({ appealSent: day, decisionSent: maybeDay }),
  after_day_30: z.object({ day30: day, decisionSent: maybeDay }),
  attendance: z.object({
    who: z.enum(ATTENDEES, `has to be one of ${ATTENDEES.join(', ')}`),
    agreed: z
      .array(z.enum(CONSENTS, `has to hold ${CONSENTS.join(', ')}`), 'has to be a list')
      .nullish()
      .transform((value) => value ?? []),
    decisionSent: maybeDay,
  }),
  council_at_meeting: z.object({
    present: flag,
    canDecide: flag,
    day30Passed: flag,
    decisionSent: maybeDay,
  }),
  recommendation_power: z.object({
    decision,
    educationSettled: flag,
    decisionSent: maybeDay,
  }),
  case_timeline: z.object({
    ...decisionDays,
    ...certificates,
    sectionIOnly: flag,
    laInformed: maybeDay,
    parentToldLa: maybeDay,
    adviserForwarded: maybeDay,
    icbNotified: maybeDay,
    healthScope,
    declined: maybeDay,
    changedMind: maybeDay,
    laUnable: maybeDay,
    mediationConcluded: maybeDay,
    contactAt: dayOrMoment.nullish().transform((value) => value ?? null),
  }),
} as const;

export type EntryKind = keyof typeof INPUTS;
export type EntryInputs<K extends EntryKind> = z.output<(typeof INPUTS)[K]>;

export const ENTRY_KINDS = Object.keys(INPUTS) as readonly EntryKind[];

/** An entry that cannot be answered; the message is for the person who sent it and repeats no birth date. */
export class ImpossibleEntry extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImpossibleEntry';
  }
}

/** Reads the inputs of one entry. Throws ImpossibleEntry in plain words, every fault in one message. */
export function readInputs<K extends EntryKind>(kind: K, inputs: unknown): EntryInputs<K> {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    throw new ImpossibleEntry('inputs has to be an object with the dates in it.');
  }
  const found = INPUTS[kind].safeParse(inputs);
  if (!found.success) {
    const given: Readonly<Record<string, unknown>> = { ...inputs };
    throw new ImpossibleEntry(found.error.issues.map((issue) => faultInWords(issue, given)).join(' '));
  }
  return found.data as EntryInputs<K>;
}

/** Lists the fields of an entry that no rule reads, so that a misspelt one is noticed. */
export function unusedInputs(kind: EntryKind, inputs: object): readonly string[] {
  const known = new Set(Object.keys(INPUTS[kind].shape));
  return Object.keys(inputs).filter((name) => !known.has(name));
}

function faultInWords(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0] ?? 'inputs');
  if (given[name] === undefined || given[name] === null) return `${name} is needed.`;
  return `${name} ${issue.message}.`;
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function invalid(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
