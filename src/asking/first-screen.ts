// The first screen: a name, one way to reach somebody, the date on the letter and two wishes. What it asks, and the contact it makes. Pure.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answers } from '../kit/forms/answers.ts';
import { email, ukPhone } from '../kit/forms/contact-fields.ts';
import { dayAnswers, dayFields } from '../kit/forms/day-fields.ts';
import { choice, fieldOf, oneString, tick, type Field } from '../kit/forms/fields.ts';
import { personName } from '../kit/forms/person-name.ts';
import { readForm, type FormSchema, type ReadForm } from '../kit/forms/read-form.ts';
import { dayInWords } from '../law/day-words.ts';
import { DECISION_KINDS, type DecisionKind, type Section } from '../law/decisions.ts';
import type { NewParticipant, NewPoint } from '../people/person.ts';
import type { Decision, NewContact } from '../referrals/contact.ts';

/** Who writes: somebody who may hold the right, or somebody beside them. */
export const WRITERS = ['parent', 'young-person', 'helper', 'professional'] as const;
export type Writer = (typeof WRITERS)[number];

/**
 * Says whether they write for themselves; somebody who helps never becomes the right-holder by filling in a form. Whoever only asked to
 * be rung may have left it out: they are spoken to as themselves until an adviser has asked.
 */
export const writesForThemselves = (writer: Writer | undefined): boolean =>
  writer !== 'helper' && writer !== 'professional';

/** What the route checker may have found out already, in the same codes. */
export const PARTS = ['B', 'F', 'I', 'health', 'care'] as const;
const WANTED = ['mediation', 'certificate', 'disagreement-resolution', 'call-back'] as const;
/** What somebody came for, as the evidence of their contact says it. */
const wantedWords: Readonly<Record<(typeof WANTED)[number], string>> = {
  mediation: 'mediation',
  certificate: 'a certificate',
  'disagreement-resolution': 'disagreement resolution',
  'call-back': 'a call back',
};
type Part = (typeof PARTS)[number];
const WISHES = ['yes', 'no', 'unsure'] as const;
type Wish = (typeof WISHES)[number];

export interface FirstScreen {
  /** Undefined only where they pressed “just ring me” and did not say; the same for the two wishes. */
  readonly writer: Writer | undefined;
  readonly name: string;
  readonly reach: Pick<NewPoint, 'kind' | 'value'>;
  readonly safe: boolean;
  /** How the family itself can be reached, where somebody who helps knows it and the family agreed. */
  readonly familyReach: string | undefined;
  readonly dated: Temporal.PlainDate | undefined;
  readonly appeal: Wish | undefined;
  readonly mediation: Wish | undefined;
  readonly kind: DecisionKind | undefined;
  readonly parts: readonly Part[];
  readonly want: (typeof WANTED)[number] | undefined;
  readonly past: 'yes' | 'no' | undefined;
  /** They pressed “just ring me”: a name and a number were enough. */
  readonly ring: 'yes' | undefined;
}

/** An answer carried in from another page: taken when it is one we know, and otherwise as if it had not been given. */
function carried<const Option extends string>(options: readonly Option[]): Field<Option | undefined> {
  return fieldOf((typed) => options.find((option) => option === typed));
}
const RING = ['yes'] as const;
const carriedParts: Field<readonly Part[]> = fieldOf((typed) =>
  PARTS.filter((part) => typed === part || (Array.isArray(typed) && typed.includes(part))),
);

/** A number to ring. An e-mail address cannot be rung, so it is not enough here. */
const ringable: Field<FirstScreen['reach']> = fieldOf((typed, refuse) => {
  const text = oneString(typed, refuse);
  if (text === undefined) return undefined;
  const read = ukPhone({ asks: 'Enter a telephone number, so that we can ring you.' }).safeParse(text);
  if (!read.success) {
    refuse(
      text.includes('@')
        ? 'We cannot ring an e-mail address. Enter a telephone number.'
        : (read.error.issues[0]?.message ?? 'Please look at this answer again.'),
    );
    return undefined;
  }
  return { kind: 'telephone', value: read.data.typed };
});

const reach: Field<FirstScreen['reach']> = fieldOf((typed, refuse) => {
  const text = oneString(typed, refuse);
  if (text === undefined) return undefined;
  if (text === '') {
    refuse('Enter a telephone number or an e-mail address, so that we can reach you.');
    return undefined;
  }
  const isEmail = text.includes('@');
  const read = (isEmail ? email() : ukPhone()).safeParse(text);
  if (!read.success) {
    refuse(read.error.issues[0]?.message ?? 'Please look at this answer again.');
    return undefined;
  }
  return { kind: isEmail ? 'email' : 'telephone', value: typeof read.data === 'string' ? read.data : text };
});

/** A telephone number or an e-mail address of the family, as typed; it may be left out. Of somebody who writes for themselves it is not read. */
const familyReach: Field<string | undefined> = fieldOf((typed, refuse) => {
  const text = oneString(typed, refuse);
  if (!text) return undefined;
  const read = (text.includes('@') ? email() : ukPhone()).safeParse(text);
  if (!read.success) refuse(read.error.issues[0]?.message ?? 'Please look at this answer again.');
  return text;
});

const carriedFields = {
  kind: carried(DECISION_KINDS),
  parts: carriedParts,
  want: carried(WANTED),
  past: carried(['yes', 'no']),
};

const letterDate = (today: Temporal.PlainDate) =>
  dayFields({
    notBefore: { day: today.subtract({ years: 12 }), says: 'This is long ago. Look at the year again.' },
    notAfter: { day: today, says: 'This day is still to come. Look at the date on the letter again.' },
  });

const unread: Field<string | undefined> = fieldOf(() => undefined);

const schemaFor = (today: Temporal.PlainDate, helps: boolean) =>
  z.object({
    writer: choice(WRITERS, { asks: 'Say who you are.' }),
    name: personName({ asks: 'Enter your name.' }),
    reach,
    safe: tick(),
    familyReach: helps ? familyReach : unread,
    dated: letterDate(today),
    appeal: choice(WISHES, { asks: 'Say whether you wish to appeal. You can say “I am not sure”.' }),
    mediation: choice(WISHES, { asks: 'Say whether you want mediation. You can say “I am not sure”.' }),
    ...carriedFields,
    ring: carried(RING),
  });

/** For “just ring me”: whom to ask for and a number, and of everything else whatever was answered well. */
const ringSchemaFor = (today: Temporal.PlainDate, helps: boolean) =>
  z.object({
    writer: carried(WRITERS),
    name: personName({ asks: 'Enter your name, so that we know whom to ask for.' }),
    reach: ringable,
    safe: tick(),
    familyReach: helps ? fieldOf((typed) => familyReach.safeParse(typed).data) : unread,
    dated: fieldOf((typed): Temporal.PlainDate | undefined => letterDate(today).safeParse(typed).data),
    appeal: carried(WISHES),
    mediation: carried(WISHES),
    ...carriedFields,
    ring: carried(RING),
  });

/** The names of answers that are carried along unseen. */
export const CARRIED: readonly string[] = Object.keys(carriedFields);

/** Reads the first screen as it was sent, with the button that sent it. A letter may not be dated after today: a newer one is still to come. */
export function readFirstScreen(body: unknown, today: Temporal.PlainDate): ReadForm<FirstScreen> {
  const pressed = readForm(z.object({ ring: carried(RING), writer: carried(WRITERS) }), body);
  const justRing = pressed.ok && pressed.values.ring;
  const helps = pressed.ok && !writesForThemselves(pressed.values.writer);
  const schema = justRing ? ringSchemaFor(today, helps) : schemaFor(today, helps);
  return readForm<FormSchema<FirstScreen>>(schema, body);
}

/** The answers that the first screen opens with, from the address that led to it: a date and codes, never a name. */
export function answersFromAddress(query: unknown): Answers {
  const read = readForm(z.object({ ...carriedFields, writer: carried(WRITERS) }), query);
  const day = readForm(z.object({ dated: dayFields() }), query);
  if (!read.ok) return {};
  const { kind, parts, want, past, writer } = read.values;
  const mediation = want === 'mediation' ? 'yes' : want === 'certificate' ? 'no' : undefined;
  return {
    ...(kind && { kind }),
    ...(parts.length > 0 && { parts }),
    ...(want && { want }),
    ...(past && { past }),
    ...(writer && { writer }),
    ...(day.ok && day.values.dated && dayAnswers('dated', day.values.dated)),
    ...(mediation && { mediation }),
  };
}

/** Parts a full name at its last space, for rows that keep first names and last name; joined again it is what was typed. */
export function partedName(name: string): { readonly firstNames: string; readonly lastName: string } {
  const at = name.lastIndexOf(' ');
  return at < 0 ? { firstNames: name, lastName: '' } : { firstNames: name.slice(0, at), lastName: name.slice(at + 1) };
}

/** Gives the decision as far as the first screen says it; null when it says nothing. */
export function decisionOf({ kind, parts, dated }: Pick<FirstScreen, 'kind' | 'parts' | 'dated'>): Decision | null {
  if (!kind && !dated) return null;
  const inPlan = kind === 'plan-contents' || kind === 'placement' || kind === 'refuse-to-amend';
  const sections = parts.filter((part): part is 'B' | 'F' | 'I' => part.length === 1) satisfies readonly Section[];
  return {
    kind: kind ?? 'unknown',
    sections: inPlan ? sections : [],
    dated: dated ?? null,
    sent: null,
    received: null,
    letterSeen: false,
  };
}

/** Makes the contact of a first screen that reached us at this moment. Whoever only helps is the caller, and the right-holder has no name yet. */
export function contactOf(screen: FirstScreen, actId: string, reachedAt: Temporal.Instant): NewContact {
  const { writer, name, reach: point, safe, parts, past, want, ring, appeal, mediation } = screen;
  const said: Omit<NewParticipant, 'capacity'> = {
    ...partedName(name),
    points: [{ ...point, messageSafe: safe }],
  };
  const forThemselves = writesForThemselves(writer);
  const unnamed = { firstNames: '', lastName: '' };
  return {
    actId,
    channel: 'web',
    reachedAt,
    evidence: evidenceOf(screen),
    ringBack: ring === 'yes' || want === 'call-back',
    rightHolder: forThemselves
      ? { ...said, capacity: writer === 'young-person' ? 'young-person' : 'parent' }
      : { ...unnamed, capacity: past === 'yes' ? 'young-person' : 'parent' },
    caller: forThemselves ? null : { ...said, capacity: writer === 'helper' ? 'supporter' : 'referrer' },
    unconfirmedReach: unconfirmedOf(screen),
    decision: decisionOf(screen),
    health: parts.includes('health'),
    wishes: forThemselves
      ? { ...(appeal && { appeal }), ...(mediation && mediation !== 'unsure' && { mediation }) }
      : null,
  };
}

/** Says how the family can be reached, who gave it, and that they have not confirmed it; null where nothing was given. */
function unconfirmedOf({ writer, name, familyReach: given }: FirstScreen): string | null {
  if (!given || writesForThemselves(writer)) return null;
  return `${given}: given on the form by ${name}, who says that they agreed. Not yet confirmed by them: ask first whether it is safe.`;
}

/** Says how the contact came, for the adviser who rings. */
function evidenceOf({ want, ring, writer }: FirstScreen): string {
  const asking = want && !(ring && want === 'call-back') ? `, asking for ${wantedWords[want]}` : '';
  const pressed = ring ? ' They pressed “Just ring me”.' : '';
  const unsaid = writer ? '' : ' They have not said who they are: ask that first.';
  return `Sent through the public form${asking}.${pressed}${unsaid}`;
}

/** Takes the date of the letter out of a contact and keeps it in words, for a year in which no dates can be worked out. */
export function withoutLetterDate(contact: NewContact): NewContact {
  const { decision, evidence } = contact;
  if (!decision?.dated) return contact;
  return {
    ...contact,
    decision: decision.kind === 'unknown' ? null : { ...decision, dated: null },
    evidence:
      `${evidence ?? ''} The letter is dated ${dayInWords(decision.dated)}; its dates could not be worked out.`.trim(),
  };
}
