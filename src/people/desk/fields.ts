// What the forms about a person ask, and how answers become values.
import { z } from 'zod';
import type { Answers } from '../../kit/forms/answers.ts';
import { choice, choices, tick, words } from '../../kit/forms/fields.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { personName } from '../../kit/forms/person-name.ts';
import type { PersonOnPage } from '../../cases/store.ts';
import type { Permitted } from '../commands-permission.ts';
import { scopes } from '../permitted.ts';
import type { Capacity, NewParticipant, NewPoint, PointKind } from '../person.ts';

/** Every capacity in a case, the family first. */
export const capacities = [
  'parent',
  'other-parental-responsibility',
  'carer',
  'corporate-parent',
  'young-person',
  'alternative-person',
  'supporter',
  'referrer',
  'officer',
  'school',
  'interpreter',
] as const satisfies readonly Capacity[];

export const formatWords = {
  'large-print': 'Large print',
  'easy-read': 'Easy Read',
  audio: 'Audio',
  bsl: 'British Sign Language',
  'plain-text': 'Plain text by e-mail',
} as const;
const formats = Object.keys(formatWords) as (keyof typeof formatWords)[];

/** Names, capacity and how somebody takes part. */
export const detailFields = () => ({
  firstNames: personName(),
  lastName: personName(),
  knownAs: personName(),
  capacity: choice(capacities, { asks: 'Choose who they are in this case.' }),
  basis: words(500),
  rightHolder: tick(),
  language: words(100),
  dialect: words(100),
  formats: choices(formats),
  needs: words(2000),
});
export type DetailValues = z.output<z.ZodObject<ReturnType<typeof detailFields>>>;

/** Gives the participant that was typed. */
export function participantFrom(values: DetailValues): NewParticipant {
  return {
    firstNames: values.firstNames,
    lastName: values.lastName,
    knownAs: values.knownAs || null,
    capacity: values.capacity,
    basis: values.basis || null,
    language: values.language || null,
    dialect: values.dialect || null,
    formats: values.formats,
    needs: values.needs || null,
  };
}

/** The answers of a person that is recorded. */
export function detailAnswers(person: PersonOnPage): Answers {
  return {
    firstNames: person.first_names,
    lastName: person.last_name,
    knownAs: person.known_as ?? '',
    capacity: person.capacity,
    basis: person.basis ?? '',
    ...(person.right_holder ? { rightHolder: 'yes' } : {}),
    language: person.language ?? '',
    dialect: person.dialect ?? '',
    formats: person.formats,
    needs: person.needs ?? '',
  };
}

export const pointKinds = ['telephone', 'email', 'post'] as const satisfies readonly PointKind[];

export const pointWords: Record<PointKind, string> = {
  telephone: 'Telephone',
  email: 'E-mail',
  post: 'Post',
};

/** One way to reach somebody. Whether it is safe is always asked. */
export const pointSchema = z.object({
  kind: choice(pointKinds, { asks: 'Choose what it is.' }),
  value: words(500, { asks: 'Enter the number or the address.' }),
  messageSafe: choice(['yes', 'no'], { asks: 'Choose whether a message or a letter is safe there. Ask; never guess.' }),
  quietHours: words(200),
  /** Asked each time and never filled in: what was safe at the last change may not be at this one. */
  mayPostNote: tick(),
});

/** Gives the way that was typed. */
export function pointFrom({
  kind,
  value,
  messageSafe,
  quietHours,
}: Omit<z.output<typeof pointSchema>, 'mayPostNote'>): NewPoint {
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    kind,
    value: kind === 'post' ? lines.join(', ') : value,
    postalLines: kind === 'post' ? lines : [],
    messageSafe: messageSafe === 'yes',
    quietHours: quietHours || null,
  };
}

/** A safe word, with how it is known who is speaking. */
export const safeWordSchema = z.object({
  word: words(100, { asks: 'Enter the word that they chose.' }),
  provedBy: choice(['rang-the-number-on-file', 'in-person'], {
    asks: 'Choose how you know who is speaking. A reference and a birth date are not enough.',
  }),
});

/** What may be permitted, with the words that are read to the person. */
export const permissions: Record<Permitted, { readonly title: string; readonly wording: string }> = {
  'speak-to-supporter': {
    title: 'Speak to a supporter',
    wording: 'You may speak with the person I name about my case: its dates, its papers and what happens next.',
  },
  'speak-to-parent': {
    title: 'Speak to a parent of the young person',
    wording: 'You may speak with my parent about my case.',
  },
  'refer-to-sendiass': {
    title: 'Pass on to SENDIASS',
    wording: 'You may give my name, how to reach me and what I need help with to SENDIASS.',
  },
  'tell-authority': {
    title: 'Tell the council',
    wording: 'You may tell the council that I wish to mediate and what I disagree with.',
  },
};

export const permissionSchema = z.object({
  what: choice(Object.keys(permissions) as Permitted[], { asks: 'Choose what it is about.' }),
  given: choice(['yes', 'no'], { asks: 'Choose whether they give it or take it back.' }),
  forWhom: words(36),
  scope: choices(scopes),
  untilOn: dayFields(),
  wording: words(2000, { asks: 'Write down the words that were read to them.' }),
  channel: choice(['call', 'video', 'in-person', 'email', 'post', 'text'], { asks: 'Choose how they said it.' }),
});
