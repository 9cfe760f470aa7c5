// What a contact after the two months means: never turned away, told at once what to do, and the service's own choice about the certificate.
import { Temporal } from 'temporal-polyfill';
import { contactAdviser } from './contact.ts';
import { toPlainDate, toDayNumber } from './day-number.ts';
import { dayInWords } from './day-words.ts';
import type { NoticeDays } from './decisions.ts';
import type { Answer, Evidence } from './explain.ts';
import { endOfPeriod } from './periods.ts';
import { rulesFor, type Law } from './versions.ts';

/** Whether the service issues a certificate after a late contact; `manager-decides` is the default. */
export type LateContactPolicy = 'issue' | 'manager-decides' | 'do-not-issue';

/** Read in no source at first hand: to be confirmed. */
const PERMISSION = {
  citation: 'SEND Regulations 2014 reg 34(2) and (3) (to be confirmed)',
  evidence: 'C',
} as const;

export interface ContactCheck {
  readonly inTime: boolean;
  /** The last day in law: from sending where that day is known (reg 33). */
  readonly lastDay: Temporal.PlainDate;
  readonly contact: Answer;
  /** What to tell the family at once; empty when in time. */
  readonly tellFamily: readonly string[];
  /** What the service does about the certificate; null when in time. */
  readonly certificate: LateContactPolicy | null;
  /** The law of a late contact: the Tribunal's permission. */
  readonly citation: string;
  readonly evidence: Evidence;
  readonly ruleVersion: string;
}

/** Checks a contact against the two months. A contact on the last day is in time, whatever day of the week it is. Throws RangeError without a decision date. */
export function checkContact(
  {
    contactOn,
    policy,
    ...notice
  }: NoticeDays & { readonly contactOn: Temporal.PlainDate; readonly policy: LateContactPolicy },
  law: Law,
): ContactCheck {
  const contact = contactAdviser(notice, law);
  const start = notice.sentOn ?? notice.datedOn;
  if (!start) throw new RangeError('The contact date needs the day the decision was sent or dated.');
  const lastDay = toPlainDate(endOfPeriod(toDayNumber(start), rulesFor(law.rules, start).contact.period, law.holidays));
  const inTime = Temporal.PlainDate.compare(contactOn, lastDay) <= 0;
  return {
    inTime,
    lastDay,
    contact,
    certificate: inTime ? null : policy,
    citation: PERMISSION.citation,
    evidence: PERMISSION.evidence,
    ruleVersion: contact.ruleVersion,
    tellFamily: inTime
      ? []
      : [
          `The two months for contacting an adviser ended on ${dayInWords(lastDay)}.`,
          'Send your appeal to the Tribunal now. Ask for permission to appeal late or without a certificate, and give your reasons.',
          'SENDIASS and IPSEA can help you with it, free of charge.',
        ],
  };
}
