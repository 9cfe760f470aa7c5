// What each kind of question and each of its fields means, for the command's help, the reference page and the OpenAPI document alike.
import type { EntryKind } from './shapes.ts';

export interface KindWords {
  readonly summary: string;
  /** Inputs that are answered; a test answers them. */
  readonly example: Readonly<Record<string, unknown>>;
}

export const kindWords: Readonly<Record<EntryKind, KindWords>> = {
  contact_adviser_deadline: {
    summary: 'By when to contact a mediation adviser',
    example: { decisionSent: '2026-09-14' },
  },
  certificate_issue_deadline: {
    summary: 'By when the adviser has to issue the certificate',
    example: { trigger: 'declined', triggerDate: '2026-12-23' },
  },
  arrange_mediation_deadline: {
    summary: 'By when the meeting has to be arranged',
    example: { laInformed: '2026-09-14', healthScope: 'none' },
  },
  icb_notice_deadline: {
    summary: 'By when the council has to tell the health body (the ICB)',
    example: { laInformed: '2026-09-14' },
  },
  meeting_notice_latest: {
    summary: 'The last day to tell the family the day and the place of a meeting',
    example: { mediationDate: '2026-10-12' },
  },
  tribunal_appeal_deadline: {
    summary: 'By when the Tribunal has to have the appeal, and the day to send it by',
    example: { decisionDated: '2026-06-10', certificateIssued: '2026-07-20' },
  },
  tribunal_received_check: {
    summary: 'Whether an appeal that arrived at a moment was in time',
    example: { deadline: '2026-11-10', receivedAtLocal: '2026-11-10T16:30' },
  },
  agreement_compliance_deadline: {
    summary: 'By when something that was agreed has to be done',
    example: { action: 'amend_plan', agreementDate: '2026-10-12' },
  },
  young_person_from: {
    summary: 'From when a young person holds the right. Give a birth date here only, never in an address',
    example: { dob: '2010-08-31' },
  },
  rights_holder: {
    summary: 'Who holds the right on a day, and who acts. Give a birth date here only, never in an address',
    example: { dob: '2010-08-31', on: '2026-06-27' },
  },
  road: {
    summary: 'Which road a worry takes, if it can be appealed and if that needs a certificate',
    example: { about: 'decision', decision: 'plan-contents', sections: ['I'] },
  },
  contact_check: {
    summary: 'Whether a mediation adviser was contacted in time, and what to do if not',
    example: { decisionSent: '2026-09-10', contactAt: '2026-11-11' },
  },
  certificate_gates: {
    summary: 'Whether the adviser has to issue a certificate to a family that does not want to mediate, and by when',
    example: { informationGiven: '2026-09-14', notWished: '2026-09-16', adviserIndependent: true },
  },
  appeal_response_deadline: {
    summary: 'By when the council has to answer an appeal',
    example: { appealSent: '2026-07-13' },
  },
  after_day_30: {
    summary: 'What follows when the council lets the 30 days pass in silence',
    example: { day30: '2026-10-14' },
  },
  attendance: {
    summary: 'Whether somebody may come to the meeting',
    example: { who: 'child', agreed: ['parent', 'mediator'] },
  },
  council_at_meeting: {
    summary: 'What the family may choose when the council is absent or cannot decide',
    example: { present: true, canDecide: false },
  },
  recommendation_power: {
    summary: 'Whether the Tribunal can recommend something about health and social care',
    example: { decision: 'refuse-to-issue' },
  },
  case_timeline: {
    summary: 'All dates of one case together',
    example: { decisionSent: '2026-09-14', laInformed: '2026-10-01', mediationConcluded: '2026-10-20' },
  },
};

/** Each input by its name; the same name means the same everywhere. */
export const inputWords: Readonly<Record<string, string>> = {
  decisionDated: 'The date printed on the decision letter',
  decisionSent: 'The day the decision letter was sent; it also chooses the version of the rules',
  trigger: 'What makes the certificate due',
  triggerDate: 'The day that happened',
  laInformed: 'The day the council was told of the wish to mediate',
  parentToldLa: 'The day the family told the council itself',
  adviserForwarded: 'The day the adviser told the council',
  icbNotified: 'The day the council told the health body (the ICB)',
  healthScope: 'How much of it is about health care',
  mediationDate: 'The day of the meeting',
  shorterNoticeConsented: 'The family agreed to less notice',
  certificateIssued: 'The date on the mediation certificate',
  certificatesIssued: 'The dates on several certificates; the first decides',
  sectionIOnly: 'Only the school or college in Section I is in dispute',
  contactAt: 'When a mediation adviser was contacted',
  certificatePending: 'The adviser was contacted and no certificate has been issued yet',
  asOf: 'The day from which to say what is past; no date is counted from it',
  deadline: 'The last day',
  receivedAtLocal: 'When the appeal arrived, London time',
  action: 'The kind of action that was agreed',
  agreementDate: 'The day the terms were reached',
  agreedInWriting: 'Another date that was agreed in writing',
  doneBy: 'Who has to do it; only the council and the health body (the ICB) are bound',
  recommendationSent: 'The day the recommendation was sent',
  on: 'The day to ask about',
  lacksCapacity: 'Whoever holds the right lacks capacity for this matter',
  hasRepresentative: 'The young person has a deputy or an attorney',
  parentLacksCapacity: 'The parent lacks capacity for this matter',
  about: 'What the worry is about',
  decision: 'What was decided',
  sections: 'The sections of the plan in dispute',
  health: 'It is about health care too',
  socialCare: 'It is about social care too',
  informationGiven: 'The day information and advice about mediation were given',
  notWished: 'The day somebody who holds the right said that they do not want to mediate',
  adviserIndependent: 'No English council, ICB or NHS England employs the adviser',
  appealSent: 'The day the Tribunal sent the appeal to the council',
  day30: 'The last of the 30 days to arrange the meeting',
  who: 'Who would come',
  agreed: 'Who has agreed that they come',
  present: 'The council is at the meeting',
  canDecide: 'The council’s person can settle the issues',
  day30Passed: 'The 30 days to arrange the meeting are over',
  educationSettled: 'What the appeal says about education is settled',
  dob: 'The birth date. It is used for the answer and kept nowhere',
  declined: 'The day the family said that it does not want to mediate',
  changedMind: 'The day the family said that it no longer wants to mediate',
  laUnable: 'The day the council said that it cannot arrange the meeting in time',
  mediationConcluded: 'The day the mediation ended',
};
