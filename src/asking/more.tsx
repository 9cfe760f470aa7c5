// The questions after the contact, one a page. All may be left; a young person is spoken to as themselves, and somebody who helps says for whom.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { email, ukPhone, type Telephone } from '../kit/forms/contact-fields.ts';
import { dayFields } from '../kit/forms/day-fields.ts';
import { choice, choices, words } from '../kit/forms/fields.ts';
import { CheckField, DateField, RadioField, TextField, WordsField } from '../kit/forms/form.tsx';
import type { Answers } from '../kit/forms/answers.ts';
import { defineJourney, type Journey, type Question } from '../kit/forms/journey.ts';
import { personName } from '../kit/forms/person-name.ts';
import { readForm } from '../kit/forms/read-form.ts';
import type { Words } from '../kit/html/parts.ts';
import { dayInWords } from '../law/day-words.ts';
import { DECISION_KINDS, type DecisionKind } from '../law/decisions.ts';
import { decisionWords } from '../public-site/my-dates/words.ts';
import { writesForThemselves, type Writer } from './first-screen.ts';
import {
  capacityLabels,
  formatLabels,
  howLetterCame,
  howLetterLabels,
  partLabels,
  PERMISSION_WORDING,
  roleLabels,
} from './more-words.ts';

export interface More {
  readonly capacity: keyof typeof capacityLabels | undefined;
  readonly role: keyof typeof roleLabels | undefined;
  readonly organisation: string;
  readonly forWhom: string;
  readonly permission: 'yes' | 'not-yet' | undefined;
  readonly childFirst: string;
  readonly childLast: string;
  readonly born: Temporal.PlainDate | undefined;
  readonly council: string;
  readonly decision: DecisionKind | undefined;
  readonly sections: readonly (keyof typeof partLabels)[];
  readonly dated: Temporal.PlainDate | undefined;
  readonly letter: keyof typeof howLetterLabels | undefined;
  readonly phone: Telephone | undefined;
  readonly mail: string;
  readonly post: string;
  readonly when: string;
  readonly formats: readonly (keyof typeof formatLabels)[];
  readonly language: string;
  readonly needs: string;
  readonly issues: string;
  readonly wish: string;
}

const LONG = 5_000;
const SHORT = 500;

const keysOf = <Key extends string>(labels: Readonly<Record<Key, string>>) => Object.keys(labels) as Key[];
const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const joined = (...texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(', ');

/** Makes the journey for whoever writes, on a day: neither a letter nor a birth is later than it. Whoever has not said who they are is asked by the adviser who rings. */
export function moreJourney(writer: Writer | undefined, today: Temporal.PlainDate): Journey<More> {
  const young = writer === 'young-person';
  const questions: Question<More>[] = [
    ...(writer === 'parent' ? [aboutParent] : writesForThemselves(writer) ? [] : [aboutHelper, permission]),
    nameOnTheLetter(young),
    birthDate(young, today),
    council,
    decision,
    parts,
    letterDate(today),
    letter,
    reaching,
    needs(young),
    issues(young),
    wish(young),
  ];
  return defineJourney<More>({ id: 'more', questions });
}

export interface ToldSoFar {
  readonly values: Partial<More>;
  /** Every question that is asked of somebody with these answers, in order, with what its answer says. */
  readonly rows: readonly { readonly slug: string; readonly title: string; readonly says: Words }[];
}

/**
 * Gathers everything that was answered, also after a question that was left: the letter may have answered later ones, and whoever stops
 * in the middle loses nothing. `letterHasCome` says whether a photograph or a PDF was added.
 */
export function toldSoFar({ questions }: Journey<More>, answers: Answers, letterHasCome = false): ToldSoFar {
  let values: Partial<More> = {};
  const rows: { slug: string; title: string; says: Words }[] = [];
  for (const { slug, title, schema, show, says } of questions) {
    if (show?.(values) === false) continue;
    const read = readForm(schema, answers);
    if (read.ok) values = { ...values, ...read.values };
    rows.push({ slug, title, says: read.ok ? says?.(values) : undefined });
  }
  const { letter: how } = values;
  const said = (row: (typeof rows)[number]) =>
    how && row.slug === letter.slug ? { ...row, says: howLetterCame(how, letterHasCome) } : row;
  return { values, rows: rows.map(said) };
}

const aboutParent: Question<More> = {
  slug: 'you',
  title: 'How are you related to the child?',
  part: 'you',
  schema: z.object({ capacity: choice(keysOf(capacityLabels)) }),
  view: ({ form }) => (
    <RadioField
      form={form}
      name="capacity"
      label="How are you related to the child?"
      isHeading
      options={optionsOf(capacityLabels)}
    />
  ),
  says: ({ capacity }) => capacity && capacityLabels[capacity],
  whyWeAsk: 'The law gives the right to appeal to a parent, or to somebody who cares for the child.',
};

const aboutHelper: Question<More> = {
  slug: 'you',
  title: 'Who are you, and whom do you help?',
  part: 'you',
  schema: z.object({ role: choice(keysOf(roleLabels)), organisation: words(SHORT), forWhom: personName() }),
  view: ({ form }) => (
    <>
      <h1>Who are you, and whom do you help?</h1>
      <RadioField form={form} name="role" label="Who are you?" options={optionsOf(roleLabels)} />
      <TextField
        form={form}
        name="organisation"
        label="Where do you work?"
        hint="If you do this as part of your work"
      />
      <TextField form={form} name="forWhom" label="Name of the parent or young person you help" spellcheck={false} />
    </>
  ),
  says: ({ role, organisation, forWhom }) =>
    joined(role && roleLabels[role], organisation, forWhom && `for ${forWhom}`),
};

const permission: Question<More> = {
  slug: 'permission',
  title: 'Do they know that you are asking?',
  part: 'you',
  schema: z.object({ permission: choice(['yes', 'not-yet'], { asks: 'Say whether they know and agree.' }) }),
  view: ({ form }) => (
    <RadioField
      form={form}
      name="permission"
      label="Do they know that you are asking?"
      isHeading
      options={[
        { value: 'yes', label: PERMISSION_WORDING },
        {
          value: 'not-yet',
          label: 'Not yet',
          hint: 'Then we tell you nothing about them until they say so themselves',
        },
      ]}
    />
  ),
  says: (values) => (values.permission === 'yes' ? 'They know, and agree' : 'Not yet'),
  whyWeAsk: 'The right to appeal is theirs. We note when and how they agreed, in these words.',
};

const nameOnTheLetter = (young: boolean): Question<More> => {
  const title = young ? 'Your name, as it is on the letter' : 'The child’s name, as it is on the letter';
  return {
    slug: 'name',
    title,
    part: young ? 'you' : 'the child',
    schema: z.object({ childFirst: personName(), childLast: personName() }),
    view: ({ form }) => (
      <>
        <h1>{title}</h1>
        <TextField form={form} name="childFirst" label="First names" spellcheck={false} />
        <TextField form={form} name="childLast" label="Last name" spellcheck={false} />
      </>
    ),
    says: ({ childFirst, childLast }) => [childFirst, childLast].filter(Boolean).join(' '),
    whyWeAsk: 'The certificate must show the same name as the letter.',
  };
};

const birthDate = (young: boolean, today: Temporal.PlainDate): Question<More> => {
  const title = young ? 'When were you born?' : 'When was the child or young person born?';
  return {
    slug: 'birth-date',
    title,
    part: young ? 'you' : 'the child',
    schema: z.object({
      born: dayFields({
        notBefore: {
          day: today.subtract({ years: 26 }),
          says: 'From 25 there is no right to appeal. Look at the year again.',
        },
        notAfter: { day: today, says: 'This day is still to come. Look at it again.' },
      }),
    }),
    view: ({ form }) => (
      <DateField
        form={form}
        name="born"
        label={title}
        hint={`For example 27 3 ${young ? 2009 : 2016}`}
        isHeading
        isBirthday={young}
      />
    ),
    says: ({ born }) => born && dayInWords(born),
    whyWeAsk: 'It says who holds the right to appeal, and keeps one child’s papers apart from another’s.',
  };
};

const council: Question<More> = {
  slug: 'council',
  title: 'Which council sent the letter?',
  part: 'the letter',
  schema: z.object({ council: words(200) }),
  view: ({ form }) => (
    <TextField
      form={form}
      name="council"
      label="Which council sent the letter?"
      hint="The name at the top of the letter"
      isHeading
    />
  ),
  says: (values) => values.council,
};

const decision: Question<More> = {
  slug: 'decision',
  title: 'What did the council decide?',
  part: 'the letter',
  schema: z.object({ decision: choice(DECISION_KINDS) }),
  view: ({ form }) => (
    <RadioField
      form={form}
      name="decision"
      label="What did the council decide?"
      hint="Leave it empty if you are not sure"
      isHeading
      options={DECISION_KINDS.map((kind) => ({
        value: kind,
        label: decisionWords[kind].answer,
        hint: decisionWords[kind].hint,
      }))}
    />
  ),
  says: (values) => values.decision && decisionWords[values.decision].answer,
};

const parts: Question<More> = {
  slug: 'parts',
  title: 'Which parts of the plan do you not agree with?',
  part: 'the letter',
  show: (values) => values.decision === 'plan-contents' || values.decision === 'refuse-to-amend',
  schema: z.object({ sections: choices(keysOf(partLabels)) }),
  view: ({ form }) => (
    <CheckField
      form={form}
      name="sections"
      label="Which parts of the plan do you not agree with?"
      hint="Choose all that are true"
      isHeading
      options={optionsOf(partLabels)}
    />
  ),
  says: ({ sections }) => sections?.map((section) => partLabels[section]).join('; '),
};

const letterDate = (today: Temporal.PlainDate): Question<More> => ({
  slug: 'letter-date',
  title: 'What date is printed on the letter?',
  part: 'the letter',
  schema: z.object({
    dated: dayFields({
      notAfter: { day: today, says: 'This day is still to come. Look at the date on the letter again.' },
    }),
  }),
  view: ({ form }) => (
    <DateField
      form={form}
      name="dated"
      label="What date is printed on the letter?"
      hint="It is often near the top. Leave it empty if you do not have the letter"
      isHeading
    />
  ),
  says: ({ dated }) => dated && dayInWords(dated),
  whyWeAsk: 'Your dates are counted from it.',
});

const letter: Question<More> = {
  slug: 'letter',
  title: 'Can you show us the letter?',
  part: 'the letter',
  schema: z.object({ letter: choice(keysOf(howLetterLabels)) }),
  view: ({ form }) => (
    <RadioField
      form={form}
      name="letter"
      label="Can you show us the letter?"
      hint="You do not have to"
      isHeading
      options={optionsOf(howLetterLabels)}
    />
  ),
  says: (values) => values.letter && howLetterLabels[values.letter],
};

const reaching: Question<More> = {
  slug: 'reaching-you',
  title: 'How may we reach you safely?',
  part: 'talking to you',
  schema: z.object({ phone: ukPhone(), mail: email(), post: words(SHORT), when: words(SHORT) }),
  view: ({ form }) => (
    <>
      <h1>How may we reach you safely?</h1>
      <TextField form={form} name="phone" label="Telephone" type="tel" autocomplete="tel" width={20} />
      <TextField form={form} name="mail" label="E-mail" type="email" autocomplete="email" spellcheck={false} />
      <WordsField
        form={form}
        name="post"
        label="Postal address"
        hint="If you want letters by post"
        most={SHORT}
        rows={4}
      />
      <WordsField
        form={form}
        name="when"
        label="When is a good time? Is there anything we must not do?"
        hint="For example: not after 5pm, no voicemail, do not write to the house"
        most={SHORT}
        rows={3}
      />
    </>
  ),
  says: ({ phone, mail, post, when }) => joined(phone?.typed, mail, post, when),
};

const needs = (young: boolean): Question<More> => ({
  slug: 'what-you-need',
  title: 'What do you need from us?',
  part: 'talking to you',
  schema: z.object({ formats: choices(keysOf(formatLabels)), language: words(SHORT), needs: words(LONG) }),
  view: ({ form }) => (
    <>
      <h1>What do you need from us?</h1>
      <CheckField
        form={form}
        name="formats"
        label="How would you like to hear from us?"
        options={optionsOf(formatLabels)}
      />
      <TextField form={form} name="language" label="Language, if not English" hint="With its dialect, if it has one" />
      <WordsField
        form={form}
        name="needs"
        label={
          young ? 'What helps you in a meeting or on the telephone?' : 'What else should we know to make this easier?'
        }
        hint="For example breaks, an interpreter, written notes, time to think"
        most={LONG}
        rows={4}
      />
    </>
  ),
  says: (values) =>
    joined(...(values.formats ?? []).map((format) => formatLabels[format]), values.language, values.needs),
});

const issues = (young: boolean): Question<More> => ({
  slug: 'in-your-words',
  title: young ? 'What is not right for you?' : 'What do you not agree with?',
  part: 'in your words',
  schema: z.object({ issues: words(LONG) }),
  view: ({ form }) => (
    <WordsField
      form={form}
      name="issues"
      label={young ? 'What is not right for you?' : 'What do you not agree with?'}
      hint="A few sentences in your own words are enough; you can give us a report later. Only our advisers read this until you say otherwise"
      isHeading
      most={LONG}
      rows={8}
    />
  ),
  says: (values) => values.issues,
});

const wish = (young: boolean): Question<More> => ({
  slug: 'your-wish',
  title: 'What would you like to happen?',
  part: 'in your words',
  schema: z.object({ wish: words(LONG) }),
  view: ({ form }) => (
    <WordsField
      form={form}
      name="wish"
      label="What would you like to happen?"
      hint={
        young
          ? 'At school or college, or anywhere else'
          : 'And what would the child like? In their words, if you know them'
      }
      isHeading
      most={LONG}
      rows={6}
    />
  ),
  says: (values) => values.wish,
});
