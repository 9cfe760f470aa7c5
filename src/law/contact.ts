// By when a family has to contact a mediation adviser: two months from the notice of decision, never moved by weekends or August (reg 33).
import { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import { countedFrom, type NoticeDays } from './decisions.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { endOfPeriod } from './periods.ts';
import { step, type Answer, type Reading } from './explain.ts';
import { rulesFor, type Law } from './versions.ts';

/** Needs at least one of the two days; throws RangeError without. */
export function contactAdviser(notice: NoticeDays, law: Law): Answer {
  const start = countedFrom(notice);
  if (!start) throw new RangeError('The contact date needs the day the decision was sent or dated.');
  const { sentOn, datedOn } = notice;
  const rules = rulesFor(law.rules, sentOn ?? start);
  const datedFirst = sentOn && Temporal.PlainDate.compare(start, sentOn) < 0;
  const fromDated = datedOn && datedOn.equals(start);
  const sentFirst = datedOn && Temporal.PlainDate.compare(start, datedOn) < 0;
  const readings: Reading[] = datedFirst
    ? [
        {
          on: toPlainDate(endOfPeriod(toDayNumber(sentOn), rules.contact.period, law.holidays)),
          kind: 'later',
          why: 'The rule runs from the day the letter was sent. It is dated earlier, and the earlier day is the safe one.',
        },
      ]
    : [];
  return countPeriod({
    rule: 'contact-adviser',
    limit: rules.contact,
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger: start,
    happened: fromDated ? 'The decision letter is dated' : 'The decision letter was sent on',
    inShort: fromDated ? 'Dated' : 'Sent',
    act: 'Contact a mediation adviser, and say if you want to mediate and if you want to appeal, by',
    inputs: { decisionDated: datedOn ?? null, decisionSent: sentOn ?? null },
    readings,
    before: datedFirst
      ? () => [
          step`The letter was sent on ${toDayNumber(sentOn)}, but the date on it is ${toDayNumber(start)}. We count from the earlier day, which is never too late.`,
        ]
      : sentFirst
        ? () => [
            step`The date on the letter is ${toDayNumber(datedOn)}, but it was sent on ${toDayNumber(start)}. We count from the earlier day, which is never too late.`,
          ]
        : undefined,
  });
}
