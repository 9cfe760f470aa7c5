// Works the dates of one letter out by the law, and says how things stand with them today.
import { Temporal } from 'temporal-polyfill';
import { contactAdviser } from '../../law/contact.ts';
import { displayDates, type DisplayDates } from '../../law/display-dates.ts';
import type { Answer } from '../../law/explain.ts';
import { checkContact, type ContactCheck } from '../../law/late-contact.ts';
import { tribunalAppeal, type AppealAnswer } from '../../law/tribunal-appeal.ts';
import type { Law } from '../../law/versions.ts';
import { needsNoCertificate, type Told } from './told.ts';

type Day = Temporal.PlainDate;

/** not-needed: section I only. to-do: there is time. in-time, late: as the contact was. over: not made, and the two months are over. */
export type ContactStanding = 'not-needed' | 'to-do' | 'in-time' | 'late' | 'over';

/** ahead: there is a date to come. passed: it is over. awaiting-certificate: it is set when the certificate is issued. */
export type AppealTime = 'ahead' | 'passed' | 'awaiting-certificate';

export interface WorkedOut {
  readonly told: Told;
  readonly today: Day;
  readonly contact: Answer;
  readonly contactStanding: ContactStanding;
  /** The last day for the contact in law. */
  readonly contactLastDay: Day;
  readonly appeal: AppealAnswer;
  readonly time: AppealTime;
  /** Null while the date waits for the certificate. */
  readonly shown: DisplayDates | null;
  /** How many working days lie between sending and the last day, by the service's own choice. */
  readonly daysInHand: number;
}

/** Works everything out. Throws HolidaysNotLoaded. */
export function workOut(told: Told, today: Day, law: Law, daysInHand: number): WorkedOut {
  const notice = { datedOn: told.dated, sentOn: told.sent };
  const check = checkContact({ ...notice, contactOn: told.contactOn ?? today, policy: 'manager-decides' }, law);
  const contactStanding = standingOf(told, check);
  const placementOnly = needsNoCertificate(told);
  const appeal = tribunalAppeal(
    {
      ...notice,
      certificatesIssuedOn: told.certificate ? [told.certificate] : [],
      placementOnly,
      contactOn: contactStanding === 'over' ? today : told.contactOn,
      certificatePending: !placementOnly && told.hasContacted && !told.certificate,
      asOf: today,
    },
    law,
  );
  return {
    told,
    today,
    contact: contactAdviser(notice, law),
    contactStanding,
    contactLastDay: check.lastDay,
    appeal,
    time: timeOf(appeal, today),
    shown: displayDates(appeal, law, daysInHand),
    daysInHand,
  };
}

function standingOf(told: Told, { inTime }: ContactCheck): ContactStanding {
  if (needsNoCertificate(told)) return 'not-needed';
  if (told.contactOn) return inTime ? 'in-time' : 'late';
  return inTime ? 'to-do' : 'over';
}

function timeOf({ deadline }: AppealAnswer, today: Day): AppealTime {
  if (!deadline) return 'awaiting-certificate';
  return Temporal.PlainDate.compare(today, deadline) > 0 ? 'passed' : 'ahead';
}

export interface SentLater {
  readonly sent: Day;
  readonly received: Day;
  readonly changes: boolean;
}

const ROWS = 3;
/** Longer than any stretch on which the Tribunal's time does not end, so that the first change is found. */
const DAYS_LOOKED_AT = 45;

/**
 * Shows what changes when the letter was sent after the day printed on it: an early day, the last day that changes nothing and
 * the first that does. Only working days up to today, and none after something that followed the letter. Throws HolidaysNotLoaded.
 */
export function ifSentLater({ told, today, appeal }: WorkedOut, law: Law): readonly SentLater[] {
  const from = appeal.deadline;
  if (!from || appeal.standing !== 'dated') return [];
  const last = [told.contactOn, told.certificate, today].reduce<Day>(
    (first, day) => (day && Temporal.PlainDate.compare(day, first) < 0 ? day : first),
    today,
  );
  const rows: SentLater[] = [];
  for (let ahead = 1; ahead <= DAYS_LOOKED_AT && rows.filter(({ changes }) => changes).length < ROWS; ahead += 1) {
    const sent = told.dated.add({ days: ahead });
    if (Temporal.PlainDate.compare(sent, last) > 0) break;
    if (!law.holidays.isWorkingDay(sent)) continue;
    const { deadline } = tribunalAppeal(
      {
        sentOn: sent,
        certificatesIssuedOn: told.certificate ? [told.certificate] : [],
        placementOnly: needsNoCertificate(told),
        contactOn: told.contactOn,
      },
      law,
    );
    if (deadline) rows.push({ sent, received: deadline, changes: !deadline.equals(from) });
  }
  const firstChange = rows.findIndex(({ changes }) => changes);
  if (firstChange < 0) return rows.slice(0, 1).concat(rows.slice(1).slice(-1));
  const [early, before] = [rows[Math.min(1, firstChange - 1)], rows[firstChange - 1]];
  const after = rows.slice(firstChange);
  return [...new Set([early, before, ...after])].filter((row) => row !== undefined).slice(0, ROWS);
}
