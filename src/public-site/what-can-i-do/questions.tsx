// The questions that lead to a road: what happened, what the letter said, which parts of a plan, its date, and who holds the right.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { choice, choices } from '../../kit/forms/fields.ts';
import { CheckField, DateField, RadioField } from '../../kit/forms/form.tsx';
import { defineJourney, END, type Journey, type Question } from '../../kit/forms/journey.ts';
import { dayInWords } from '../../law/day-words.ts';

const ABOUT = {
  letter: 'The council sent a decision letter about an assessment or a plan',
  'draft-plan': 'The council sent a draft plan',
  'help-at-school': 'Help at nursery, school or college is not working',
  'council-duties': 'The council is not doing what it should, or is too slow',
  'health-or-care-in-assessment': 'Health or social care, while needs are assessed or a plan is written or reviewed',
  'waiting-for-tribunal': 'I have appealed, and am waiting for the Tribunal',
  other: 'Something else',
} as const;

const OTHER = {
  'something-less-formal': 'I would like to try something less formal first',
  'council-and-health-disagree': 'I am from a council or a health body, and we disagree with each other',
  discrimination: 'A child was treated unfairly because of a disability',
  admissions: 'A school place, without an EHC plan',
  complaint: 'I want to make a complaint',
  'another-area': 'It is about another council in England',
  wales: 'It is about Wales',
} as const;

const DECISION = {
  'refuse-to-assess': 'No to an assessment',
  'refuse-to-issue': 'No to a plan, after an assessment',
  plan: 'Here is the plan, and I do not agree with it',
  'refuse-to-reassess': 'No to a new assessment',
  'refuse-to-amend': 'No to changing the plan, after a review',
  'cease-to-maintain': 'The plan will end',
} as const;

const PARTS = {
  B: 'The needs it describes (section B)',
  F: 'The help with learning (section F)',
  I: 'The school or college, or that none is named (section I)',
  health: 'Health care (sections C and G)',
  care: 'Social care (sections D and H)',
} as const;

export interface RoadAnswers {
  about: keyof typeof ABOUT;
  other: keyof typeof OTHER;
  decision: keyof typeof DECISION;
  parts: (keyof typeof PARTS)[];
  dated: Temporal.PlainDate | undefined;
  past: 'yes' | 'no';
}

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const questions = (today: Temporal.PlainDate): readonly Question<RoadAnswers>[] => [
  {
    slug: 'what-happened',
    title: 'What has happened?',
    schema: z.object({ about: choice(keysOf(ABOUT), { asks: 'Choose what has happened.' }) }),
    view: ({ form }) => (
      <RadioField form={form} name="about" label="What has happened?" isHeading options={optionsOf(ABOUT)} />
    ),
    says: ({ about }) => about && ABOUT[about],
    whyWeAsk: 'Different things have different roads. One of them has time limits.',
  },
  {
    slug: 'something-else',
    title: 'What is it about?',
    show: ({ about }) => about === 'other',
    schema: z.object({ other: choice(keysOf(OTHER), { asks: 'Choose what it is about.' }) }),
    view: ({ form }) => (
      <RadioField form={form} name="other" label="What is it about?" isHeading options={optionsOf(OTHER)} />
    ),
    next: () => END,
    says: ({ other }) => other && OTHER[other],
  },
  {
    slug: 'decision',
    title: 'What does the letter say?',
    show: ({ about }) => about === 'letter',
    schema: z.object({ decision: choice(keysOf(DECISION), { asks: 'Choose what the letter says.' }) }),
    view: ({ form }) => (
      <RadioField
        form={form}
        name="decision"
        label="What does the letter say?"
        isHeading
        options={optionsOf(DECISION)}
      />
    ),
    says: ({ decision }) => decision && DECISION[decision],
    whyWeAsk: 'It decides whether you can appeal, and whether you need a certificate for it.',
  },
  {
    slug: 'parts',
    title: 'What do you not agree with in the plan?',
    show: ({ decision }) => decision === 'plan' || decision === 'refuse-to-amend',
    schema: z.object({ parts: choices(keysOf(PARTS), { asks: 'Choose at least one part of the plan.' }) }),
    view: ({ form }) => (
      <CheckField
        form={form}
        name="parts"
        label="What do you not agree with in the plan?"
        hint="Choose all that are true."
        isHeading
        options={optionsOf(PARTS)}
      />
    ),
    says: ({ parts }) => parts?.map((part) => PARTS[part]).join('; '),
    whyWeAsk:
      'For the school or college alone you need no certificate. Health and social care cannot be appealed alone.',
  },
  {
    slug: 'letter-date',
    title: 'What date is printed on the letter?',
    show: ({ about }) => about === 'letter',
    schema: z.object({
      dated: dayFields({
        notBefore: {
          day: Temporal.PlainDate.from('2014-09-01'),
          says: 'These rules began on 1 September 2014. Look at the year again.',
        },
        notAfter: { day: today, says: 'This day is still to come. Look at it again.' },
      }),
    }),
    view: ({ form }) => (
      <DateField
        form={form}
        name="dated"
        label="What date is printed on the letter?"
        hint="It is often near the top. For example, 10 6 2026. Leave it empty if you do not have it with you."
        isHeading
      />
    ),
    says: ({ dated }) => (dated ? dayInWords(dated) : 'Not known yet'),
    whyWeAsk: 'Your time limits are counted from the day the letter was sent. The printed date is the safe one to use.',
  },
  {
    slug: 'year-11',
    title: 'Has the young person finished Year 11?',
    show: ({ about }) => about !== 'other',
    schema: z.object({ past: choice(['yes', 'no'], { asks: 'Say yes or no.' }) }),
    view: ({ form }) => (
      <RadioField
        form={form}
        name="past"
        label="Has the young person finished Year 11?"
        hint="Year 11 ends, for this, on the last Friday in June. Most people are 16 then."
        isHeading
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    ),
    says: ({ past }) => (past === 'yes' ? 'Yes' : 'No'),
    whyWeAsk:
      'After that day the young person asks for themselves, until they turn 25. We do not need a date of birth.',
  },
];

let made: { readonly today: Temporal.PlainDate; readonly journey: Journey<RoadAnswers> } | null = null;

/** Gives the journey of a day: a letter cannot be dated after it. It is kept until the day is over. */
export function roadJourney(today: Temporal.PlainDate): Journey<RoadAnswers> {
  if (!made?.today.equals(today)) {
    made = { today, journey: defineJourney<RoadAnswers>({ id: 'what-can-i-do', questions: questions(today) }) };
  }
  return made.journey;
}
