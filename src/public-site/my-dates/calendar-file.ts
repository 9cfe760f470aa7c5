// Writes the dates of a letter as a calendar file with reminders. It names nobody.
import { Temporal } from 'temporal-polyfill';
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { LONDON } from '../../kit/clock.ts';
import { dayInWords, daysBetween } from '../../law/day-words.ts';
import type { WorkedOut } from './worked-out.ts';

const HOUR_IN_SECONDS = 3_600;
/** Days before each date on which a calendar reminds; on the day itself too. */
const REMIND_DAYS_BEFORE = [14, 7, 1, 0] as const;
/** In the morning: a whole day begins at midnight, when nobody is to be woken. */
const REMIND_AT_HOUR = 9;

interface Entry {
  readonly what: 'contact' | 'send' | 'received';
  readonly on: Temporal.PlainDate;
  /** London time; a whole day without it. */
  readonly at?: string;
  /** True two weeks before as well as on the day: it is what a reminder shows. */
  readonly summary: string;
  readonly says: string;
}

/**
 * Makes the file. The same letter keeps its entries' UIDs, and a later date has a higher SEQUENCE, so that adding the file
 * again after a certificate moves the entry instead of doubling it. `link` leads back to the page with its reasons.
 */
export function calendarFile(dates: WorkedOut, madeAt: Temporal.Instant, link: string): string {
  const calendar = ical({
    name: 'SEND dates',
    prodId: { company: 'Common Ground', product: 'My dates', language: 'EN' },
  });
  const { kind, dated } = dates.told;
  for (const { what, on, at, summary, says } of entriesOf(dates)) {
    const start = at === undefined ? on : Temporal.PlainDateTime.from(`${on.toString()}T${at}`).toZonedDateTime(LONDON);
    const event = calendar.createEvent({
      id: `${what}-${kind}-${dated.toString()}@common-ground`,
      sequence: Math.max(0, daysBetween(dated, on)),
      stamp: madeAt,
      start: 'toInstant' in start ? start.toInstant().toZonedDateTimeISO('UTC') : start,
      allDay: at === undefined,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: `${says}\n\nWhy this date: ${link}`,
      url: link,
    });
    for (const days of REMIND_DAYS_BEFORE)
      event
        .createAlarm({
          type: ICalAlarmType.display,
          trigger: (days * 24 + hourOf(at) - REMIND_AT_HOUR) * HOUR_IN_SECONDS,
          description: `${summary}: ${dayInWords(on)}`,
        })
        .relatesTo(ICalAlarmRelatesTo.start); // Left alone, a reminder after midnight of a whole day counts from its end.
  }
  return calendar.toString();
}

const hourOf = (at: string | undefined): number => (at === undefined ? 0 : Temporal.PlainTime.from(at).hour);

function entriesOf({ contact, contactStanding, appeal, shown, time, today }: WorkedOut): readonly Entry[] {
  const entries: Entry[] = [];
  if (contactStanding === 'to-do' && contact.safeBy)
    entries.push({
      what: 'contact',
      on: contact.safeBy,
      summary: 'Last safe day to contact a mediation adviser',
      says: 'Say that you wish to appeal, and whether you want mediation.',
    });
  if (time !== 'ahead' || !shown) return entries;
  const { sendBy, receivedBy } = shown;
  if (sendBy.deadline && Temporal.PlainDate.compare(sendBy.deadline, today) >= 0)
    entries.push({
      what: 'send',
      on: sendBy.deadline,
      summary: 'Last safe day to send the SEND appeal',
      says: 'The safe date, with working days in hand.',
    });
  if (receivedBy.deadline)
    entries.push({
      what: 'received',
      on: receivedBy.deadline,
      at: appeal.cutOff,
      summary: 'SEND appeal: the Tribunal must have it by 5pm',
      says: 'The last moment. After this it is late.',
    });
  return entries;
}
