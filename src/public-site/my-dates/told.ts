// What somebody tells "My dates": the letter, the contact, the certificate. Read from an address, since nothing is stored.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { addressOf, type Answers, type FormError } from '../../kit/forms/answers.ts';
import { dayAnswers, dayFields } from '../../kit/forms/day-fields.ts';
import { choice } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { HolidaysNotLoaded } from '../../law/calendar.ts';
import { countedFrom, DECISION_KINDS, isPlacementOnly, ruledFrom, type DecisionKind } from '../../law/decisions.ts';
import { checkContact } from '../../law/late-contact.ts';
import type { Law } from '../../law/versions.ts';
import { publicPaths } from '../paths.ts';

type Day = Temporal.PlainDate;

export interface Told {
  readonly kind: DecisionKind;
  readonly dated: Day;
  readonly sent: Day | null;
  readonly certificate: Day | null;
  readonly hasContacted: boolean;
  /** The day of the contact, as typed. */
  readonly contacted: Day | null;
  /** The day of the contact for the rules: as typed, or a day in time by which it must have happened; null without contact. */
  readonly contactOn: Day | null;
}

export type ReadTold =
  | { readonly ok: true; readonly told: Told; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly answers: Answers };

const DAYS = ['dated', 'sent', 'contacted', 'certificate'] as const;
const FIELDS = ['kind', 'contact', ...DAYS] as const;

/** The rules on these dates began with Part 3 of the Children and Families Act 2014. */
const FIRST_DAY = Temporal.PlainDate.from('2014-09-01');

/** The form's fields, as answers of an address. Days may come as parts or as `dated=2026-06-10`. */
const makeSchema = (today: Day) => {
  const limits = {
    notBefore: { day: FIRST_DAY, says: 'These rules began on 1 September 2014. Look at the year again.' },
    notAfter: { day: today, says: 'This day is still to come. Look at it again.' },
  };
  return z.object({
    kind: choice(DECISION_KINDS, { asks: 'Choose what the council decided.' }),
    dated: dayFields({ ...limits, asks: 'Enter the date that is printed on the letter.' }),
    sent: dayFields(limits),
    contact: choice(['yes', 'no'], { asks: 'Say whether you have contacted a mediation adviser.' }),
    contacted: dayFields(limits),
    certificate: dayFields(limits),
  });
};

let made: { readonly today: Day; readonly schema: ReturnType<typeof makeSchema> } | null = null;

/** Building a schema takes longer than reading with it, so that of the day is kept. */
function toldSchema(today: Day): ReturnType<typeof makeSchema> {
  if (!made?.today.equals(today)) made = { today, schema: makeSchema(today) };
  return made.schema;
}

/** Tells whether an address holds answers, or is only the page. */
export function hasAnswers(query: object): boolean {
  return FIELDS.some((field) => Object.hasOwn(query, field) || Object.hasOwn(query, `${field}-day`));
}

/** Keeps the answers of an address with each day split into day, month and year, as the form's fields want them. */
export function answersToChange(query: unknown, today: Day): Answers {
  return inParts(readForm(toldSchema(today), query).answers);
}

/** Splits days that came whole. */
function inParts(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, typed]) => {
      const isWhole = (DAYS as readonly string[]).includes(name) && typeof typed === 'string';
      const day = isWhole ? dayOrNull(typed) : null;
      return day ? Object.entries(dayAnswers(name, day)) : [[name, typed]];
    }),
  );
}

/** Reads the answers of an address. Refusals are in plain words and keep what was typed; a year without bank holidays is one of them. */
export function readTold(query: unknown, today: Day, law: Law): ReadTold {
  const read = readForm(toldSchema(today), query);
  const answers = inParts(read.answers);
  if (!read.ok) return { ok: false, errors: read.errors, answers };
  const { kind, dated, sent = null, contact, certificate = null } = read.values;
  // A day typed before the answer became "Not yet" is still sent, from a field that nobody sees.
  const contacted = contact === 'yes' ? (read.values.contacted ?? null) : null;
  const start = countedFrom({ datedOn: dated, sentOn: sent }) ?? dated;
  const hasContacted = contact === 'yes' || certificate !== null;
  const errors = [
    ...tooEarly('contacted', contacted, start, 'This is before the letter. Look at both dates again.'),
    ...tooEarly(
      'certificate',
      certificate,
      start,
      'A certificate cannot be older than its letter. Look at both dates.',
    ),
    ...tooEarly('certificate', certificate, contacted, 'A certificate comes after you contacted an adviser.'),
  ];
  if (errors.length > 0) return { ok: false, errors, answers };
  const contactOn = hasContacted ? (contacted ?? certificate ?? today) : null;
  try {
    if (contactOn && !contacted && !needsNoCertificate({ kind, dated, sent })) {
      const check = checkContact({ datedOn: dated, sentOn: sent, contactOn, policy: 'manager-decides' }, law);
      if (!check.inTime) {
        const message = 'Enter the day you first contacted a mediation adviser. It decides whether you were in time.';
        return { ok: false, errors: [{ field: 'contacted', part: 'day', message }], answers };
      }
    }
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return { ok: false, errors: [notLoaded(error)], answers };
    throw error;
  }
  return { ok: true, told: { kind, dated, sent, certificate, hasContacted, contacted, contactOn }, answers };
}

/** Says whether the law asks for no certificate here, by the rules of the day the letter was sent (s.55(2)). */
export function needsNoCertificate({ kind, dated, sent }: Pick<Told, 'kind' | 'dated' | 'sent'>): boolean {
  return isPlacementOnly(kind, [], ruledFrom({ datedOn: dated, sentOn: sent }));
}

/** Says that a year cannot be worked out yet. */
export function notLoaded({ year }: HolidaysNotLoaded): FormError {
  return {
    field: 'dated',
    part: 'year',
    message: `We do not have the bank holidays of ${year}, so we cannot work this date out. Ring us, and we do it with you.`,
  };
}

/** The shortest way to say the same answers: whole days, and nothing that was left empty. */
export function shortAnswers(told: Told): Answers {
  const { kind, dated, sent, hasContacted, contacted, certificate } = told;
  return {
    kind,
    dated: dated.toString(),
    contact: hasContacted ? 'yes' : 'no',
    ...(sent && { sent: sent.toString() }),
    ...(contacted && { contacted: contacted.toString() }),
    ...(certificate && { certificate: certificate.toString() }),
  };
}

/** The address of the result for these answers. */
export const datesAddress = (answers: Answers) => addressOf(publicPaths.myDates, answers);
/** The address where these answers can be changed, at one of its fields. */
export const changeAddress = (answers: Answers, field: (typeof FIELDS)[number]) =>
  `${addressOf(publicPaths.changeMyDates, answers)}#${field}`;

function tooEarly(field: string, day: Day | null, first: Day | null, message: string): readonly FormError[] {
  return day && first && Temporal.PlainDate.compare(day, first) < 0 ? [{ field, part: 'day', message }] : [];
}

const oneDay = z.object({ day: dayFields() });

function dayOrNull(typed: string): Day | null {
  const read = readForm(oneDay, { day: typed });
  return read.ok ? (read.values.day ?? null) : null;
}
