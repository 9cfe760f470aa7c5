// Says when to appeal, as the covering letter and its e-mail tell it: two dates with their reasons, or what to do when it is late.
import { Temporal } from 'temporal-polyfill';
import { timeInWords } from '../law/appeal-explanation.ts';
import { dayInWords } from '../law/day-words.ts';
import { isPlacementOnly, ruledFrom, type Section } from '../law/decisions.ts';
import { displayDates } from '../law/display-dates.ts';
import { tribunalAppeal } from '../law/tribunal-appeal.ts';
import type { Law } from '../law/versions.ts';
import type { AppealTime } from './documents/data.ts';
import type { Matter } from './matter.ts';
import { certifiable } from './standing.ts';

const dayOf = (iso: string | null): Temporal.PlainDate | null => (iso ? Temporal.PlainDate.from(iso) : null);

/**
 * Works out an appellant's appeal time from the certificates that stand (`datedOn`, the one being issued included). The first
 * governs. Never "another month": only the date that governs is said.
 */
export function appealTime(
  matter: Matter,
  { datedOn, later, today, law }: { datedOn: readonly string[]; later: boolean; today: Temporal.PlainDate; law: Law },
): AppealTime {
  const { inputs, appeal, dates } = workedOut(matter, datedOn, law);
  const sectionIOnly = inputs.placementOnly;
  const last = appeal.deadline;
  if (appeal.standing === 'late-contact' || !dates || !last || Temporal.PlainDate.compare(last, today) < 0) {
    return {
      kind: 'late',
      twoMonthsEnded: dayInWords(appeal.rawFromDecision),
      contacted: dayInWords(inputs.contactOn),
      why: whyOf(appeal),
      sectionIOnly,
    };
  }
  const withoutCertificate = tribunalAppeal({ ...inputs, certificatesIssuedOn: [] }, law).deadline;
  const addsTime = withoutCertificate !== null && Temporal.PlainDate.compare(last, withoutCertificate) > 0;
  const sendBy = dates.sendBy.deadline;
  return {
    kind: 'two-dates',
    ...(sendBy && Temporal.PlainDate.compare(sendBy, today) > 0 ? { sendBy: dayInWords(sendBy) } : {}),
    receivedBy: dayInWords(last),
    hour: timeInWords(appeal.cutOff),
    why: whyOf(appeal),
    certificateAddsTime: sectionIOnly
      ? 'no-section-i-only'
      : later
        ? 'no-earlier-certificate'
        : addsTime
          ? 'yes'
          : 'no',
  };
}

/** Gives the last safe day for sending the appeal if certificates bear these days; null where it is late or cannot be counted. */
export function lastSafeDay(matter: Matter, datedOn: readonly string[], law: Law): Temporal.PlainDate | null {
  const { appeal, dates } = workedOut(matter, datedOn, law);
  return appeal.standing === 'late-contact' ? null : (dates?.sendBy.deadline ?? null);
}

function workedOut(matter: Matter, datedOn: readonly string[], law: Law) {
  const { decision } = matter;
  if (!decision) throw new Error('an appeal needs a decision');
  const notice = { datedOn: dayOf(decision.dated), sentOn: dayOf(decision.sent) };
  const inputs = {
    ...notice,
    placementOnly: isPlacementOnly(certifiable(decision.kind), decision.sections as Section[], ruledFrom(notice)),
    contactOn: Temporal.PlainDate.from(matter.contactOn),
  };
  const appeal = tribunalAppeal(
    { ...inputs, certificatesIssuedOn: datedOn.map((day) => Temporal.PlainDate.from(day)) },
    law,
  );
  return { inputs, appeal, dates: displayDates(appeal, law, matter.settings.sendAppealWorkingDaysBefore) };
}

/** The sum in sentences, then one paragraph for each later reading of the law. */
function whyOf(appeal: ReturnType<typeof tribunalAppeal>): string[] {
  const sum = appeal.explain().steps.map(({ words }) => words);
  const later = appeal.readings.filter(({ kind }) => kind === 'later');
  return [
    sum.join(' '),
    ...later.map(({ on, why }) => `Another reading gives ${dayInWords(on)}. ${why} We show you the safer date.`),
  ];
}
