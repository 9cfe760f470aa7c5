// Turns the inputs of each kind of entry about a right or a duty, not a date, into a call of the law, and the law's answer into the fields of a result.
import { Temporal } from 'temporal-polyfill';
import { ATTENDANCE, attendanceRule, choicesWhenNotQuorate, COUNCIL_CITATION, mayAttend } from '../law/attendance.ts';
import { certificateDue, declinedOn, informationGates, type GateRefusal } from '../law/certificate.ts';
import { countedFrom, ruledFrom, type NoticeDays } from '../law/decisions.ts';
import { dayInWords } from '../law/day-words.ts';
import { weaker, type Evidence } from '../law/explain.ts';
import { inForce } from '../law/in-force.ts';
import { askAfterDay30, certificateAfterLapse } from '../law/lapse.ts';
import { checkContact } from '../law/late-contact.ts';
import { canRecommend, recommendationPower } from '../law/recommendations.ts';
import { findRoute } from '../law/route.ts';
import { rulesFor, type Law } from '../law/versions.ts';
import { CAPACITY_CITATION, rightsHolderOn, whoActs, youngPersonFrom } from '../law/young-person.ts';
import { dayOrNull, explanationOf, gradeWords, wordsOf, type ExplanationJson } from './explanation.ts';
import { ImpossibleEntry, type EntryInputs } from './shapes.ts';

type RightKind =
  | 'rights_holder'
  | 'road'
  | 'contact_check'
  | 'certificate_gates'
  | 'after_day_30'
  | 'attendance'
  | 'council_at_meeting'
  | 'recommendation_power';

type Said = Readonly<Record<string, unknown>> & {
  readonly explanation: ExplanationJson | Readonly<Record<string, ExplanationJson>>;
};

type RightAnswerers = {
  readonly [K in RightKind]: (inputs: EntryInputs<K>, law: Law, notes: readonly string[]) => Said;
};

const HOLDER_WORDS = {
  parent: 'The parent holds the right on that day.',
  'young-person': 'The young person holds the right on that day.',
  'nobody-over-25': 'Nobody holds the right on that day: it ended with the day before the 25th birthday.',
} as const;
const ACTS_WORDS = {
  parent: 'The parent acts.',
  'young-person': 'The young person acts.',
  representative: 'The young person’s representative acts: a deputy or an attorney.',
  'representative-of-parent': 'The parent’s representative acts.',
} as const;
/** Said where the family declined before it was informed, because the three days need both. */
const INFORMED_LATER = 'Information and advice came after that wish. The three working days start when both are there.';
const HAS_CAPACITY = 'Capacity is presumed until it is shown otherwise for this one matter.';
const LACKS_CAPACITY = 'Whoever holds the right lacks capacity for this one matter.';
const GATE_WORDS: Readonly<Record<GateRefusal, string>> = {
  'information-not-given': 'Information and advice about mediation have not been given yet.',
  'wish-not-stated': 'Nobody who holds the right has said yet that they do not want to mediate.',
  'adviser-not-independent': 'The adviser is not independent, so another one has to issue it.',
};
const CHOICE_WORDS = {
  'adjourn-inside-day-30': 'Meet again on another day, before the 30 days end.',
  'go-on-with-the-limit-noted': 'Go on, and write down what could not be decided.',
  'stop-and-have-a-certificate': 'Stop, and have a certificate.',
} as const;

export const rightAnswerers: RightAnswerers = {
  rights_holder: ({ dob, on, lacksCapacity, hasRepresentative, parentLacksCapacity }, law, notes) => {
    const holder = rightsHolderOn(dob, on);
    const age = youngPersonFrom(dob);
    const acts =
      holder === 'nobody-over-25'
        ? null
        : whoActs({ holder, holderLacksCapacity: lacksCapacity, hasRepresentative, parentLacksCapacity });
    return {
      holder: holder === 'nobody-over-25' ? 'nobody' : holder,
      acts,
      explanation: explained({
        inShort: acts ? `${HOLDER_WORDS[holder]} ${ACTS_WORDS[acts]}` : HOLDER_WORDS[holder],
        steps: [
          ...wordsOf(age.explain()),
          ...(acts ? [] : wordsOf([age.explainEnd()])),
          HOLDER_WORDS[holder],
          ...(acts ? [lacksCapacity ? LACKS_CAPACITY : HAS_CAPACITY, ACTS_WORDS[acts]] : []),
        ],
        notes,
        citation: `${age.citation}; ${CAPACITY_CITATION}`,
        evidence: age.evidence,
        ruleVersion: rulesFor(law.rules, on).version,
      }),
    };
  },

  road: ({ decisionSent, ...about }, _law, notes) => {
    const route = findRoute({ ...about, decisionSentOn: decisionSent });
    const { certificate, appeal } = route;
    return {
      road: route.road,
      mayAppeal: appeal !== null,
      form: appeal?.form ?? null,
      mayRecommend: appeal?.recommendations ?? false,
      certificateNeeded: certificate.needed,
      ...(certificate.unsure ? { certificateUnsure: true } : {}),
      healthScope: route.healthScope.replace('-', '_'),
      arranges: route.arranges,
      explanation: explained({
        inShort: `${route.why} ${certificate.why}`,
        steps: [route.why, certificate.why, ...route.alsoKnow],
        notes,
        citation: `${route.citation}; ${certificate.citation}`,
        evidence: weaker(route.evidence, certificate.evidence),
        ruleVersion: route.ruleVersion,
      }),
    };
  },

  contact_check: ({ decisionDated, decisionSent, contactAt }, law, notes) => {
    const notice = { datedOn: decisionDated, sentOn: decisionSent };
    if (!ruledFrom(notice)) throw new ImpossibleEntry('decisionSent is needed.');
    if (decisionBefore(contactAt, notice)) throw new ImpossibleEntry('contactAt is before the decision.');
    const check = checkContact({ ...notice, contactOn: contactAt, policy: 'manager-decides' }, law);
    const { inTime, contact, lastDay } = check;
    const arrived = `Contact was made on ${dayInWords(contactAt)}. That is ${inTime ? 'in time' : 'late'}.`;
    const own = contact.explain();
    const fromSending =
      contact.deadline?.equals(lastDay) === false
        ? [`In law the two months run from the day the letter was sent, so they end on ${dayInWords(lastDay)}.`]
        : [];
    return {
      inTime,
      lastDay: dayOrNull(lastDay),
      explanation: explained({
        inShort: arrived,
        steps: [...wordsOf(own.steps), ...fromSending, arrived, ...check.tellFamily],
        notes,
        citation: inTime ? contact.citation : `${contact.citation}; late: ${check.citation}`,
        evidence: inTime ? contact.evidence : check.evidence,
        ruleVersion: check.ruleVersion,
      }),
    };
  },

  certificate_gates: ({ informationGiven, notWished, adviserIndependent, decisionSent }, law, notes) => {
    const missing = informationGates({
      informationGivenOn: informationGiven,
      notWishedOn: notWished,
      adviserIndependent,
    });
    const met = missing.length === 0 ? declinedOn(informationGiven, notWished) : null;
    const informedLater = met && notWished && !met.equals(notWished) ? [INFORMED_LATER] : [];
    const due = met && certificateDue({ trigger: 'declined', triggeredOn: met, decisionSentOn: decisionSent }, law);
    if (due)
      return {
        mustIssue: true,
        missing,
        deadline: dayOrNull(due.deadline),
        explanation: explanationOf(due, [...informedLater, ...notes]),
      };
    const rules = rulesFor(law.rules, decisionSent ?? notWished ?? informationGiven);
    return {
      mustIssue: false,
      missing,
      explanation: explained({
        inShort: 'The certificate cannot be issued yet.',
        steps: missing.map((gate) => GATE_WORDS[gate]),
        notes,
        citation: rules.certificate.declined.citation,
        evidence: rules.certificate.declined.evidence,
        ruleVersion: rules.version,
      }),
    };
  },

  after_day_30: ({ day30, decisionSent }, law, notes) => {
    const lapse = { day30, policy: 'lapse-is-trigger', decisionSentOn: decisionSent } as const;
    const [ask, certificate] = [askAfterDay30(lapse, law), certificateAfterLapse(lapse, law)];
    return {
      askBy: dayOrNull(ask.deadline),
      certificateBy: dayOrNull(certificate.deadline),
      explanation: { askBy: explanationOf(ask, notes), certificateBy: explanationOf(certificate) },
    };
  },

  attendance: ({ who, agreed, decisionSent }, _law, notes) => {
    const rule = attendanceRule(who, decisionSent);
    const may = mayAttend(rule, agreed);
    const words = may ? 'They may come.' : 'They may not come yet.';
    return {
      mayAttend: may,
      basis: rule.basis,
      needs: rule.needs,
      explanation: explained({
        inShort: words,
        steps: [rule.words, words],
        notes,
        citation: rule.citation,
        evidence: rule.evidence,
        ruleVersion: inForce(ATTENDANCE, decisionSent).version,
      }),
    };
  },

  council_at_meeting: ({ decisionSent, ...council }, law, notes) => {
    const choices = choicesWhenNotQuorate(council);
    const canBegin = choices.length === 0;
    const inShort = canBegin
      ? 'The council is there and can decide.'
      : council.present
        ? 'The council is there and cannot decide. The family chooses what happens.'
        : 'The council is not there. The family chooses what happens.';
    return {
      canBegin,
      choices,
      explanation: explained({
        inShort,
        steps: [inShort, ...choices.map((choice) => CHOICE_WORDS[choice])],
        notes: [...(canBegin ? [] : ['The meeting never counts as held.']), ...notes],
        ...COUNCIL_CITATION,
        ruleVersion: rulesFor(law.rules, decisionSent).version,
      }),
    };
  },

  recommendation_power: ({ decision, educationSettled, decisionSent }, _law, notes) => {
    const may = canRecommend(decision, !educationSettled, decisionSent);
    const power = recommendationPower(decisionSent);
    const inShort = may
      ? 'The Tribunal can recommend something about health and social care. Nobody is bound by it.'
      : power.kinds.includes(decision)
        ? 'The Tribunal cannot: it recommends only beside an appeal about education.'
        : power.kinds.length > 0
          ? 'The Tribunal cannot: a refusal to assess is the one appeal in which it never recommends.'
          : 'The Tribunal cannot: the power is for decisions sent on or after 3 April 2018.';
    return {
      canRecommend: may,
      explanation: explained({
        inShort,
        steps: [inShort],
        notes,
        citation: power.citation,
        evidence: power.evidence,
        ruleVersion: power.version,
      }),
    };
  },
};

function decisionBefore(on: Temporal.PlainDate, notice: NoticeDays): boolean {
  const decision = countedFrom(notice);
  return decision !== null && Temporal.PlainDate.compare(on, decision) < 0;
}

function explained(parts: Omit<ExplanationJson, 'evidence'> & { readonly evidence: Evidence }): ExplanationJson {
  return { ...parts, evidence: gradeWords(parts.evidence) };
}
