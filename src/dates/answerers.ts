// Turns the inputs of each kind of entry into a call of the law, and the law's answer into the fields of a result.
import { Temporal } from 'temporal-polyfill';
import { clauseDue, tellAuthorityOfAgreement, type ClauseInputs } from '../law/agreement.ts';
import { answerAppeal } from '../law/appeal-response.ts';
import { arrangeMediation } from '../law/arranging.ts';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import { certificateDue } from '../law/certificate.ts';
import { contactAdviser } from '../law/contact.ts';
import { countedFrom } from '../law/decisions.ts';
import { displayDates } from '../law/display-dates.ts';
import type { Answer } from '../law/explain.ts';
import { tellIcb } from '../law/icb-notice.ts';
import { noticeOfMeeting } from '../law/meeting-notice.ts';
import { receivedInTime } from '../law/received-in-time.ts';
import { answerRecommendation } from '../law/recommendations.ts';
import { tribunalAppeal, type AppealAnswer } from '../law/tribunal-appeal.ts';
import { rulesFor, type CertificateTrigger, type ClauseClass, type Law } from '../law/versions.ts';
import { youngPersonFrom } from '../law/young-person.ts';
import { dayOrNull, explanationOf, gradeWords, wordsOf, type ExplanationJson } from './explanation.ts';
import { rightAnswerers } from './right-answerers.ts';
import { ImpossibleEntry, type EntryInputs, type EntryKind } from './shapes.ts';

/** The fields of a kind of entry, and everything else under `explanation`. */
export interface Result {
  readonly explanation: ExplanationJson | Readonly<Record<string, ExplanationJson>>;
  readonly [field: string]: unknown;
}

type Answerers = {
  readonly [K in EntryKind]: (inputs: EntryInputs<K>, law: Law, notes: readonly string[]) => Result;
};

const TRIGGER: Readonly<Record<EntryInputs<'certificate_issue_deadline'>['trigger'], CertificateTrigger>> = {
  declined: 'declined',
  changed_mind: 'changed-mind',
  la_unable: 'authority-unable',
  lapsed: 'lapsed',
  concluded: 'concluded',
};

export const answerers: Answerers = {
  ...rightAnswerers,

  contact_adviser_deadline: (inputs, law, notes) => {
    needDecision(inputs);
    const answer = contactAdviser({ datedOn: inputs.decisionDated, sentOn: inputs.decisionSent }, law);
    return { ...bothDates(answer), explanation: explanationOf(answer, notes) };
  },

  certificate_issue_deadline: (inputs, law, notes) => {
    notBefore(inputs.triggerDate, inputs.decisionSent, 'triggerDate is before decisionSent.');
    const answer = certificateDue(
      { trigger: TRIGGER[inputs.trigger], triggeredOn: inputs.triggerDate, decisionSentOn: inputs.decisionSent },
      law,
    );
    return { deadline: dayOrNull(answer.deadline), explanation: explanationOf(answer, notes) };
  },

  arrange_mediation_deadline: (inputs, law, notes) => {
    const answer = arrange(inputs, law);
    return { ...bothDates(answer), explanation: explanationOf(answer, notes) };
  },

  icb_notice_deadline: (inputs, law, notes) => {
    const answer = tellIcb({ authorityToldOn: inputs.laInformed, decisionSentOn: inputs.decisionSent }, law);
    return { deadline: dayOrNull(answer.deadline), explanation: explanationOf(answer, notes) };
  },

  meeting_notice_latest: (inputs, law, notes) => {
    const answer = noticeOfMeeting(
      {
        meetingOn: inputs.mediationDate,
        shorterNoticeConsented: inputs.shorterNoticeConsented,
        decisionSentOn: inputs.decisionSent,
      },
      law,
    );
    const { deadline: latest, safeBy } = bothDates(answer);
    return { latest, safeBy, explanation: explanationOf(answer, notes) };
  },

  tribunal_appeal_deadline: (inputs, law, notes) => {
    const answer = appeal(inputs, law);
    const { laterReading, extraSafe, wrongSixtyDays, wrongThirtyDays } = answer;
    return {
      rawFromDecision: dayOrNull(answer.rawFromDecision),
      rawFromCertificate: dayOrNull(answer.rawFromCertificate),
      basis: answer.basis,
      deadline: dayOrNull(answer.deadline),
      cutoffLocalTime: answer.cutOff,
      safeBy: dayOrNull(answer.safeBy),
      ...present({ laterReading, extraSafe, wrongSixtyDays, wrongThirtyDays }),
      explanation: appealExplanation(answer, law, notes),
    };
  },

  tribunal_received_check: (inputs, law, notes) => {
    const answer = receivedInTime(
      { deadline: inputs.deadline, receivedAt: inputs.receivedAtLocal, decisionSentOn: inputs.decisionSent },
      law,
    );
    return {
      inTime: answer.inTime,
      explanation: {
        steps: wordsOf(answer.steps),
        notes: [...(answer.reading ? [answer.reading] : []), ...notes],
        citation: answer.citation,
        evidence: gradeWords(answer.evidence),
        ruleVersion: answer.ruleVersion,
      },
    };
  },

  agreement_compliance_deadline: (inputs, law, notes) => {
    const answer = agreement(inputs, law);
    const fixed =
      inputs.agreedInWriting && (inputs.action === 'icb_notify_la' || inputs.action === 'respond_to_recommendation');
    const remark = fixed ? ['A date agreed in writing cannot move this one, so it was not used.'] : [];
    return { ...bothDates(answer), explanation: explanationOf(answer, [...remark, ...notes]) };
  },

  appeal_response_deadline: ({ appealSent, decisionSent }, law, notes) => {
    notBefore(appealSent, decisionSent, 'appealSent is before decisionSent.');
    const answer = answerAppeal({ appealSentOn: appealSent, decisionSentOn: decisionSent }, law);
    return { deadline: dayOrNull(answer.deadline), explanation: explanationOf(answer, notes) };
  },

  young_person_from: ({ dob }, law, notes) => {
    const answer = youngPersonFrom(dob);
    return {
      compulsorySchoolAgeEnds: dayOrNull(answer.compulsorySchoolAgeEnds),
      rightsHolderFromNextDay: dayOrNull(answer.rightsHolderFrom),
      underTwentyFiveUntil: dayOrNull(answer.underTwentyFiveUntil),
      explanation: {
        steps: wordsOf([...answer.explain(), answer.explainEnd()]),
        notes,
        citation: answer.citation,
        evidence: gradeWords(answer.evidence),
        ruleVersion: rulesFor(law.rules, answer.compulsorySchoolAgeEnds).version,
      },
    };
  },

  case_timeline: (inputs, law, notes) => {
    const decision = needDecision(inputs);
    const notice = { datedOn: inputs.decisionDated, sentOn: inputs.decisionSent };
    const contact = contactAdviser(notice, law);
    const told = inputs.laInformed ?? inputs.parentToldLa ?? inputs.adviserForwarded ?? inputs.icbNotified;
    const arranged = told ? arrange({ ...inputs, decisionSent: decision }, law) : null;
    const certificate = firstCertificate(inputs, law);
    const last = appeal({ ...inputs, certificatePending: false, asOf: null }, law);
    return {
      contactAdviserBy: dayOrNull(contact.deadline),
      contactAdviserSafeBy: dayOrNull(contact.safeBy),
      ...(arranged ? { mediationArrangedBy: dayOrNull(arranged.deadline) } : {}),
      ...(certificate ? { certificateBy: dayOrNull(certificate.deadline) } : {}),
      appealBy: dayOrNull(last.deadline),
      basis: last.basis,
      explanation: {
        contactAdviserBy: explanationOf(contact, [...(inputs.sectionIOnly ? [NO_CONTACT_NEEDED] : []), ...notes]),
        ...(arranged ? { mediationArrangedBy: explanationOf(arranged) } : {}),
        ...(certificate ? { certificateBy: explanationOf(certificate) } : {}),
        appealBy: appealExplanation(last, law),
      },
    };
  },
};

const NO_CONTACT_NEEDED =
  'Only Section I is in dispute, so no certificate is needed, and the law asks for no contact. The two months to appeal run all the same.';

function bothDates({ deadline, safeBy }: Answer) {
  return { deadline: dayOrNull(deadline), safeBy: dayOrNull(safeBy) };
}

/** Keeps the dates that there are. */
function present(dates: Readonly<Record<string, Temporal.PlainDate | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(dates).flatMap(([name, date]) => (date ? [[name, date.toString()]] : [])));
}

function needDecision(inputs: EntryInputs<'contact_adviser_deadline'>): Temporal.PlainDate {
  const start = countedFrom({ datedOn: inputs.decisionDated, sentOn: inputs.decisionSent });
  if (!start) throw new ImpossibleEntry('decisionSent is needed.');
  return start;
}

function notBefore(date: Temporal.PlainDate | null, first: Temporal.PlainDate | null, message: string): void {
  if (date && first && Temporal.PlainDate.compare(date, first) < 0) throw new ImpossibleEntry(message);
}

function arrange(
  inputs: Pick<
    EntryInputs<'arrange_mediation_deadline'>,
    'laInformed' | 'parentToldLa' | 'adviserForwarded' | 'icbNotified' | 'healthScope' | 'decisionSent'
  >,
  law: Law,
): Answer {
  const { laInformed, parentToldLa, adviserForwarded, icbNotified, healthScope, decisionSent } = inputs;
  const told = [laInformed, parentToldLa, adviserForwarded].filter((date) => date !== null);
  if (told.length === 0 && !(healthScope === 'health-only' && icbNotified)) {
    throw new ImpossibleEntry('laInformed is needed: the day the council was told.');
  }
  for (const date of told) notBefore(date, decisionSent, 'The council was told before the decision was sent.');
  const firstTold = [...told].sort((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null;
  notBefore(icbNotified, firstTold, 'icbNotified is before the council was told.');
  return arrangeMediation(
    {
      healthScope,
      familyToldAuthorityOn: earlier(parentToldLa, laInformed),
      adviserToldAuthorityOn: adviserForwarded,
      icbToldOn: icbNotified,
      decisionSentOn: decisionSent,
    },
    law,
  );
}

function earlier(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (!a || !b) return a ?? b;
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

function appeal(inputs: EntryInputs<'tribunal_appeal_deadline'>, law: Law): AppealAnswer {
  const decision = needDecision(inputs);
  const issued = [...inputs.certificatesIssued, ...(inputs.certificateIssued ? [inputs.certificateIssued] : [])];
  for (const date of issued) notBefore(date, decision, 'The certificate was issued before the decision it is about.');
  notBefore(inputs.contactAt, decision, 'contactAt is before the decision.');
  for (const date of issued)
    notBefore(date, inputs.contactAt, 'The certificate was issued before an adviser was contacted.');
  return tribunalAppeal(
    {
      datedOn: inputs.decisionDated,
      sentOn: inputs.decisionSent,
      certificatesIssuedOn: distinct(issued),
      placementOnly: inputs.sectionIOnly,
      contactOn: inputs.contactAt,
      certificatePending: inputs.certificatePending,
      asOf: inputs.asOf,
    },
    law,
  );
}

function distinct(dates: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  return dates.filter((date, index) => dates.findIndex((other) => other.equals(date)) === index);
}

/** Explains an appeal's date and the day to send it by. After a late contact that day is now, so none is given. */
function appealExplanation(answer: AppealAnswer, law: Law, notes: readonly string[] = []): ExplanationJson {
  const { standing } = answer;
  try {
    const shown = standing === 'late-contact' ? null : displayDates(answer, law);
    const sendBy = shown?.sendBy.deadline
      ? { sendBy: { date: shown.sendBy.deadline.toString(), ...explanationOf(shown.sendBy) } }
      : {};
    return { ...explanationOf(answer, notes), standing, ...sendBy };
  } catch (error) {
    if (!(error instanceof HolidaysNotLoaded)) throw error;
    const why = `The day to send it by is left out: the bank holidays of ${error.year} are not loaded.`;
    return { ...explanationOf(answer, [why, ...notes]), standing };
  }
}

function agreement(inputs: EntryInputs<'agreement_compliance_deadline'>, law: Law): Answer {
  const { action, agreementDate, agreedInWriting, recommendationSent, decisionSent: decisionSentOn } = inputs;
  if (action === 'respond_to_recommendation') {
    if (!recommendationSent) throw new ImpossibleEntry('recommendationSent is needed.');
    return answerRecommendation({ sentOn: recommendationSent, decisionSentOn }, law);
  }
  if (!agreementDate) throw new ImpossibleEntry('agreementDate is needed.');
  notBefore(agreementDate, decisionSentOn, 'agreementDate is before decisionSent.');
  if (action === 'icb_notify_la') return tellAuthorityOfAgreement({ agreedOn: agreementDate, decisionSentOn }, law);
  const clause: ClauseInputs = {
    action: action.replaceAll('_', '-') as ClauseClass,
    owner: inputs.doneBy,
    agreedOn: agreementDate,
    writtenDate: agreedInWriting,
    decisionSentOn,
  };
  return clauseDue(clause, law);
}

/** Gives the date of the first certificate that fell due, or null when nothing made one due. */
function firstCertificate(inputs: EntryInputs<'case_timeline'>, law: Law): Answer | null {
  const causes: readonly (readonly [CertificateTrigger, Temporal.PlainDate | null])[] = [
    ['declined', inputs.declined],
    ['changed-mind', inputs.changedMind],
    ['authority-unable', inputs.laUnable],
    ['concluded', inputs.mediationConcluded],
  ];
  const decision = needDecision(inputs);
  const found = causes.flatMap(([trigger, on]) => (on ? [{ trigger, on }] : []));
  for (const { on } of found) notBefore(on, decision, 'Something happened before the decision it is about.');
  const [first] = found.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on));
  return first
    ? certificateDue({ trigger: first.trigger, triggeredOn: first.on, decisionSentOn: decision }, law)
    : null;
}
