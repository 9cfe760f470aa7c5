// By when an appeal has to be with the Tribunal: both limbs of HESC Rules 2008 r.20(1)(c), which of them governs, and the readings that are unsettled.
import { Temporal } from 'temporal-polyfill';
import { explainAppeal } from './appeal-explanation.ts';
import { addUp, type AppealInputs, type AppealSum } from './appeal-sum.ts';
import { firstGoverns } from './certificates-held.ts';
import { civilDay, toDayNumber, toPlainDate, type DayNumber } from './day-number.ts';
import { dayInWords } from './day-words.ts';
import { countedFrom } from './decisions.ts';
import type { Answer, Reading } from './explain.ts';
import { endOfPeriod } from './periods.ts';
import { lastDayInTime } from './tribunal-time.ts';
import { rulesFor, type Law, type RuleSet } from './versions.ts';

/**
 * dated: there is a date. awaiting-certificate: contact in time, two months over, no certificate yet, so the date is set when it is issued.
 * late-contact: the two months for contact had passed, so no month from a certificate is counted as of right.
 */
export type AppealStanding = 'dated' | 'awaiting-certificate' | 'late-contact';

export interface AppealAnswer extends Answer {
  readonly rule: 'appeal';
  readonly standing: AppealStanding;
  /** Where two months from the decision end, before any roll-over. */
  readonly rawFromDecision: Temporal.PlainDate;
  /** Where one month from the first certificate ends, before any roll-over; given even where it does not govern. */
  readonly rawFromCertificate: Temporal.PlainDate | null;
  readonly basis: 'decision' | 'certificate';
  /** Local London time on `deadline` by which the Tribunal must have the appeal. */
  readonly cutOff: string;
  /** The latest date on any other reading, or null where the law is settled. */
  readonly laterReading: Temporal.PlainDate | null;
  /** The working day before, where even the deadline rests on an unsettled reading of r.12. */
  readonly extraSafe: Temporal.PlainDate | null;
  /** What "60 days" would wrongly give where two months cross February and it is too late. */
  readonly wrongSixtyDays: Temporal.PlainDate | null;
  /** What "30 days" would wrongly give where the certificate's month crosses February and it is too late. */
  readonly wrongThirtyDays: Temporal.PlainDate | null;
}

/** Works out the appeal date. Throws RangeError without a decision date, or with a certificate before it, and HolidaysNotLoaded. */
export function tribunalAppeal(inputs: AppealInputs, law: Law): AppealAnswer {
  const startOn = countedFrom(inputs);
  if (!startOn) throw new RangeError('The appeal date needs the day the decision was sent or dated.');
  const rules = rulesFor(law.rules, inputs.sentOn ?? startOn);
  const issued = firstGoverns(inputs.certificatesIssuedOn).map(toDayNumber);
  const late = isLate(inputs, startOn, rules, law);
  const sum = addUp(toDayNumber(startOn), issued[0] ?? null, !inputs.placementOnly && !late, rules, law);
  if (sum.certificate !== null && sum.certificate < sum.start) {
    throw new RangeError('The certificate was issued before the decision it is about.');
  }
  const { rolled } = sum;
  const readings = otherReadings(inputs, sum, issued, late, rules, law);
  const deadline = toPlainDate(rolled.last);
  const awaiting = isAwaiting(inputs, late, deadline);
  const basis = sum.ends === sum.fromDecision ? 'decision' : 'certificate';
  const laterReading = readings.reduce<Temporal.PlainDate | null>(
    (latest, { on, kind }) =>
      kind === 'later' && (!latest || Temporal.PlainDate.compare(on, latest) > 0) ? on : latest,
    null,
  );
  return {
    rule: 'appeal',
    standing: awaiting ? 'awaiting-certificate' : late ? 'late-contact' : 'dated',
    deadline: awaiting ? null : deadline,
    safeBy: awaiting ? null : deadline,
    rawFromDecision: toPlainDate(sum.fromDecision),
    rawFromCertificate: sum.fromCertificate === null ? null : toPlainDate(sum.fromCertificate),
    basis,
    cutOff: rules.appeal.cutOff,
    laterReading,
    extraSafe: rolled.unsettled && toPlainDate(rolled.unsettled.earlier),
    wrongSixtyDays: basis === 'decision' ? wrongDays(sum.start, 60, rolled.last) : null,
    wrongThirtyDays:
      basis === 'certificate' && sum.certificate !== null ? wrongDays(sum.certificate, 30, rolled.last) : null,
    readings,
    notes: notesOn(inputs, sum, late, awaiting, rules, law),
    citation: rules.appeal.citation,
    evidence: rules.appeal.evidence,
    ruleVersion: rules.version,
    inputs: {
      decisionDated: inputs.datedOn ?? null,
      decisionSent: inputs.sentOn ?? null,
      certificatesIssued: inputs.certificatesIssuedOn,
      sectionIOnly: inputs.placementOnly,
      contactAt: inputs.contactOn ?? null,
      certificatePending: inputs.certificatePending ?? false,
    },
    explain: () => explainAppeal({ ...sum, inputs, rules, late, awaiting, holidays: law.holidays }),
  };
}

/** Judges lateness from the day the letter was sent where that is known, because reg 33 runs from sending. */
function isLate(inputs: AppealInputs, startOn: Temporal.PlainDate, rules: RuleSet, law: Law): boolean {
  if (!inputs.contactOn || inputs.placementOnly) return false;
  const lastForContact = endOfPeriod(toDayNumber(inputs.sentOn ?? startOn), rules.contact.period, law.holidays);
  return toDayNumber(inputs.contactOn) > lastForContact;
}

function isAwaiting(inputs: AppealInputs, late: boolean, deadline: Temporal.PlainDate): boolean {
  if (inputs.placementOnly || late || !inputs.certificatePending || !inputs.contactOn || !inputs.asOf) return false;
  return inputs.certificatesIssuedOn.length === 0 && Temporal.PlainDate.compare(inputs.asOf, deadline) > 0;
}

function otherReadings(
  inputs: AppealInputs,
  sum: AppealSum,
  issued: readonly DayNumber[],
  late: boolean,
  rules: RuleSet,
  law: Law,
): readonly Reading[] {
  const readings: Reading[] = [];
  const { last, unsettled } = sum.rolled;
  const later = (ends: DayNumber, why: string) => {
    const on = lastDayInTime(Math.max(ends, sum.ends), rules.appeal.freezes, law.holidays);
    if (on > last) readings.push({ on: toPlainDate(on), kind: 'later', why });
  };
  if (inputs.sentOn) {
    const fromSent = endOfPeriod(toDayNumber(inputs.sentOn), rules.appeal.fromDecision, law.holidays);
    later(
      fromSent,
      'The rule runs from the day the letter was sent, which is later than the date on it. Advice bodies and the Tribunal work from the date on the letter.',
    );
  }
  if (inputs.placementOnly && sum.fromCertificate !== null) {
    later(
      sum.fromCertificate,
      'A certificate may or may not give a month when only Section I is in dispute, because the law asks for no certificate there.',
    );
  }
  const second = issued[issued.length - 1];
  if (!late && issued.length > 1 && second !== undefined) {
    later(
      endOfPeriod(second, rules.appeal.fromCertificate, law.holidays),
      inputs.placementOnly
        ? 'There is a later certificate too. It is even less certain that it gives a month, because the law asks for none where only Section I is in dispute.'
        : 'There are two certificates. The rule speaks of “the” certificate, so we count from the first.',
    );
  }
  if (unsettled) {
    readings.push(
      {
        on: toPlainDate(unsettled.later),
        kind: 'later',
        why: `The next working day lies ${sum.rolled.freeze?.words ?? ''}. Some would say that it moves on again, but the time itself ended before.`,
      },
      {
        on: toPlainDate(unsettled.earlier),
        kind: 'earlier',
        why: 'If you can, use the working day before the time ends. Then no rule about moved days is needed.',
      },
    );
  }
  return readings;
}

function notesOn(
  inputs: AppealInputs,
  sum: AppealSum,
  late: boolean,
  awaiting: boolean,
  rules: RuleSet,
  law: Law,
): readonly string[] {
  if (awaiting) {
    return [
      `Two months ended on ${dayInWords(toPlainDate(sum.fromDecision))}. You contacted us in time. Your date is set when the certificate is issued.`,
    ];
  }
  if (late) {
    const lastForContact = endOfPeriod(
      toDayNumber(inputs.sentOn ?? toPlainDate(sum.start)),
      rules.contact.period,
      law.holidays,
    );
    return [
      `The two months for contacting an adviser ended on ${dayInWords(toPlainDate(lastForContact))}. A certificate gives no extra month as of right. Send your appeal now, with your reasons, and ask the Tribunal for permission.`,
    ];
  }
  return inputs.certificatePending && !inputs.placementOnly && inputs.certificatesIssuedOn.length === 0
    ? ['Your certificate has not been issued yet. When it is, we will tell you the one date that governs.']
    : [];
}

/** Gives start + days where the days counted run into or through February and it would be too late; null otherwise. */
function wrongDays(start: DayNumber, days: number, last: DayNumber): Temporal.PlainDate | null {
  if (start + days <= last) return null;
  const [first, end] = [civilDay(start + 1), civilDay(last)];
  const crossesFebruary = end.month >= 2 && (end.year > first.year || first.month <= 2);
  return crossesFebruary ? toPlainDate(start + days) : null;
}
