// What the forms about a letter and a child ask, and how answers become values: shared by the contact, the decision and the child.
import { Temporal } from 'temporal-polyfill';
import type { Answers } from '../../kit/forms/answers.ts';
import { dayAnswers, dayFields } from '../../kit/forms/day-fields.ts';
import { choice, choices, fieldOf, oneString, words, type Field } from '../../kit/forms/fields.ts';
import { personName } from '../../kit/forms/person-name.ts';
import type { CasePage } from '../../cases/store.ts';
import type { Child, Decision, DecisionInCase } from '../contact.ts';

/** Every decision, in the order of section 51. */
export const decisionKinds = [
  'refuse-to-assess',
  'refuse-to-issue',
  'plan-contents',
  'placement',
  'refuse-to-reassess',
  'refuse-to-amend',
  'cease-to-maintain',
  'plan-made',
  'unknown',
] as const satisfies readonly DecisionInCase[];

/** The sections of a plan that can be disputed, those with a right of appeal first. */
export const disputable = ['B', 'F', 'I', 'C', 'G', 'D', 'H1', 'H2'] as const;

export const sectionWords: Record<(typeof disputable)[number], string> = {
  B: 'B: needs',
  F: 'F: provision',
  I: 'I: school or college',
  C: 'C: health needs',
  G: 'G: health provision',
  D: 'D: social care needs',
  H1: 'H1: social care under 18',
  H2: 'H2: other social care',
};

/** The fields of a decision, as parts of a schema. Days are never refused here for what they mean: the command says it. */
export const decisionFields = () => ({
  kind: choice(decisionKinds, { asks: 'Choose what the council decided, or that it is not known yet.' }),
  sections: choices(disputable),
  dated: dayFields(),
  sent: dayFields(),
  received: dayFields(),
  letterSeen: choice(['yes', 'no']),
});

interface DecisionValues {
  readonly kind: (typeof decisionKinds)[number] | undefined;
  readonly sections: readonly (typeof disputable)[number][];
  readonly dated: Temporal.PlainDate | undefined;
  readonly sent: Temporal.PlainDate | undefined;
  readonly received: Temporal.PlainDate | undefined;
  readonly letterSeen: 'yes' | 'no' | undefined;
}

/** Gives the decision that was typed. */
export function decisionFrom({ kind, sections, dated, sent, received, letterSeen }: DecisionValues): Decision {
  return {
    kind: kind ?? 'unknown',
    sections,
    dated: dated ?? null,
    sent: sent ?? null,
    received: received ?? null,
    letterSeen: letterSeen === 'yes',
  };
}

const dayIf = (field: string, iso: string | null): Answers =>
  iso ? dayAnswers(field, Temporal.PlainDate.from(iso)) : {};

/** The answers of a decision that is recorded. */
export function decisionAnswers(decision: CasePage['decisions'][number]): Answers {
  return {
    kind: decision.kind,
    sections: decision.sections,
    ...dayIf('dated', decision.dated),
    ...dayIf('sent', decision.sent),
    ...dayIf('received', decision.received),
    letterSeen: decision.letter_seen ? 'yes' : 'no',
  };
}

/** The fields of a child. */
export const childFields = () => ({
  childFirst: personName(),
  childLast: personName(),
  childKnownAs: personName(),
  born: dayFields(),
  school: words(200),
  authorityReference: words(60),
});

interface ChildValues {
  readonly childFirst: string;
  readonly childLast: string;
  readonly childKnownAs: string;
  readonly born: Temporal.PlainDate | undefined;
  readonly school: string;
  readonly authorityReference: string;
}

/** Gives the child that was typed. */
export function childFrom(values: ChildValues): Child {
  return {
    firstNames: values.childFirst,
    lastName: values.childLast,
    knownAs: values.childKnownAs || null,
    born: values.born ?? null,
    school: values.school || null,
    authorityReference: values.authorityReference || null,
  };
}

/** The answers of a child that is recorded. */
export function childAnswers(child: NonNullable<CasePage['child']>): Answers {
  return {
    childFirst: child.first_names,
    childLast: child.last_name,
    childKnownAs: child.known_as ?? '',
    ...dayIf('born', child.born),
    school: child.school ?? '',
    authorityReference: child.authority_reference ?? '',
  };
}

const TIME = /^(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?$/i;

/** A time of day as people write it: "9.14pm", "21:14", "9am". Without `asks` it may be left. */
export function timeField({ asks }: { asks?: string } = {}): Field<Temporal.PlainTime | undefined> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse);
    if (text === undefined) return undefined;
    if (text === '') {
      if (asks) refuse(asks);
      return undefined;
    }
    const [, hours = '', minutes = '0', half] = TIME.exec(text) ?? [];
    const typedHour = hours === '' ? 99 : Number(hours);
    const isTwelve = half !== undefined;
    const hour = isTwelve ? (typedHour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : typedHour;
    if (typedHour > (isTwelve ? 12 : 23) || (isTwelve && typedHour === 0) || Number(minutes) > 59) {
      refuse('Please write the time like 9:14pm or 21:14.');
      return undefined;
    }
    return Temporal.PlainTime.from({ hour, minute: Number(minutes) });
  });
}
