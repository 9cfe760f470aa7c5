// What is asked when a contact by e-mail, letter or voicemail is entered, and how the answers become a contact. Nearly everything may be left.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answers, FormError } from '../../kit/forms/answers.ts';
import { dayAnswers, dayFields } from '../../kit/forms/day-fields.ts';
import { choice, tick, words } from '../../kit/forms/fields.ts';
import { personName } from '../../kit/forms/person-name.ts';
import { LONDON } from '../../kit/clock.ts';
import { holdingCapacities, type NewParticipant, type NewPoint } from '../../people/person.ts';
import type { NewContact } from '../contact.ts';
import type { ContactRefusal } from '../rules.ts';
import { contactRefusalField, contactRefusalWords } from '../words.ts';
import { childFields, childFrom, decisionFields, decisionFrom, timeField } from './fields.ts';

/** The ways in that this form is for; a call has a page of its own. */
export const channels = ['email', 'letter', 'voicemail', 'text', 'in-person', 'call'] as const;

/** In which capacity somebody else may make contact. */
export const callerCapacities = [
  'supporter',
  'referrer',
  'parent',
  'other-parental-responsibility',
  'carer',
  'corporate-parent',
  'young-person',
  'officer',
  'school',
] as const;

const safe = () => choice(['yes', 'no']);

/** The schema; `authorities` are the ids that may be chosen. */
export function contactSchema(authorities: readonly string[], today: Temporal.PlainDate) {
  return z.object({
    channel: choice(channels, { asks: 'Choose how the contact reached us.' }),
    reached: dayFields({
      asks: 'Enter the day on which the contact reached us.',
      notAfter: { day: today, says: 'The contact cannot be later than today.' },
    }),
    reachedTime: timeField({ asks: 'Enter the time at which it reached us.' }),
    evidence: words(1000),
    capacity: choice(holdingCapacities, { asks: 'Choose who holds the right to appeal.' }),
    basis: words(500),
    firstNames: personName(),
    lastName: personName(),
    telephone: words(100),
    telephoneSafe: safe(),
    quietHours: words(200),
    email: words(254),
    emailSafe: safe(),
    address: words(500),
    addressSafe: safe(),
    callerCapacity: choice(callerCapacities),
    callerFirst: personName(),
    callerLast: personName(),
    callerTelephone: words(100),
    callerEmail: words(254),
    ...childFields(),
    authority: choice(authorities),
    ...decisionFields(),
    health: tick(),
    appeal: choice(['yes', 'no', 'unsure']),
    mediation: choice(['yes', 'no']),
  });
}
export type ContactValues = z.output<ReturnType<typeof contactSchema>>;

/** A new form: it reached us now, unless it is said otherwise. */
export function newContactAnswers(now: Temporal.Instant): Answers {
  const { hour, minute } = now.toZonedDateTimeISO(LONDON);
  return {
    ...dayAnswers('reached', now.toZonedDateTimeISO(LONDON).toPlainDate()),
    reachedTime: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    kind: 'unknown',
  };
}

/** A way to reach somebody; one whose safety was not asked about counts as not safe. */
function point(kind: NewPoint['kind'], value: string, isSafe: 'yes' | 'no' | undefined, quietHours = ''): NewPoint[] {
  if (value === '') return [];
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return [
    {
      kind,
      value: kind === 'post' ? lines.join(', ') : value,
      ...(kind === 'post' ? { postalLines: lines } : {}),
      messageSafe: isSafe === 'yes',
      quietHours: quietHours || null,
    },
  ];
}

/** Gives the contact that was typed. */
export function contactFrom(actId: string, values: ContactValues): NewContact {
  const { reached, reachedTime, capacity, basis, callerCapacity } = values;
  const caller: NewParticipant | null = callerCapacity
    ? {
        firstNames: values.callerFirst,
        lastName: values.callerLast,
        capacity: callerCapacity,
        points: [
          ...point('telephone', values.callerTelephone, undefined),
          ...point('email', values.callerEmail, undefined),
        ],
      }
    : null;
  const wishes = {
    ...(values.appeal ? { appeal: values.appeal } : {}),
    ...(values.mediation ? { mediation: values.mediation } : {}),
  };
  return {
    actId,
    channel: values.channel,
    reachedAt: reached.toZonedDateTime({ timeZone: LONDON, plainTime: reachedTime }).toInstant(),
    evidence: values.evidence || null,
    rightHolder: {
      firstNames: values.firstNames,
      lastName: values.lastName,
      capacity,
      basis: basis || null,
      points: [
        ...point('telephone', values.telephone, values.telephoneSafe, values.quietHours),
        ...point('email', values.email, values.emailSafe),
        ...point('post', values.address, values.addressSafe),
      ],
    },
    caller,
    child: childFrom(values),
    authorityId: values.authority ?? null,
    decision: values.kind === 'unknown' && !values.dated && !values.sent ? null : decisionFrom(values),
    health: values.health,
    ...(Object.keys(wishes).length > 0 ? { wishes } : {}),
  };
}

/** The field of this form that a refusal belongs to. */
const fields: Record<string, string> = {
  reachedAt: 'reached',
  'rightHolder.lastName': 'lastName',
  'rightHolder.basis': 'basis',
  'rightHolder.email': 'email',
  'rightHolder.telephone': 'telephone',
  'rightHolder.address': 'address',
  authorityId: 'authority',
  'child.born': 'born',
  'decision.dated': 'dated',
  'decision.sent': 'sent',
  'decision.received': 'received',
  'decision.sections': 'sections',
};

/** Says a refusal at its field. */
export function contactError(refused: ContactRefusal): FormError {
  const field = fields[contactRefusalField[refused]] ?? 'lastName';
  return { field, message: `${contactRefusalWords[refused]}.` };
}
