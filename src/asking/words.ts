// What the form says of its first screen: read back as it was sent, and what is wrong when a contact cannot be kept as it was typed.
import type { Answers, FormError } from '../kit/forms/answers.ts';
import { WRITERS, writesForThemselves } from './first-screen.ts';
import type { ContactRefusal } from '../referrals/rules.ts';

type Refusal = ContactRefusal | 'not-this-browser';

const said: Partial<Record<Refusal, FormError>> = {
  'letter-after-contact': {
    field: 'dated',
    part: 'day',
    message: 'This day is still to come. Look at the date on the letter again.',
  },
  'text-too-long': { field: 'name', message: 'This is too long for us to keep. Please make it shorter.' },
  'not-this-browser': { field: 'name', message: 'Please press the button once more. Nothing you wrote is lost.' },
};

/** Says a refusal in the words of the form, at its field. */
export function contactRefusalPlain(refusal: Refusal): FormError {
  return said[refusal] ?? { field: 'name', message: 'We could not keep this. Please look at it again, or ring us.' };
}

/** The two things that the law asks somebody to say (reg 33), in the words they choose from. */
export const wishOptions = {
  appeal: [
    { value: 'yes', label: 'Yes, I wish to appeal' },
    { value: 'no', label: 'No' },
    { value: 'unsure', label: 'I am not sure' },
  ],
  mediation: [
    { value: 'yes', label: 'Yes, I want mediation' },
    { value: 'no', label: 'No, I do not want it' },
    { value: 'unsure', label: 'I am not sure' },
  ],
} as const;

/** What somebody who helps was told, read back without speaking as the family. */
const shortWish: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', unsure: 'Not sure' };

/** Reads the first screen back: the name, the way to reach them and the two wishes. The letter's date is among the later answers. */
export function firstSaid(answers: Answers): { readonly what: string; readonly answer: string }[] {
  const typed = (name: string) => {
    const one = answers[name];
    return typeof one === 'string' ? one : '';
  };
  const helps = !writesForThemselves(WRITERS.find((writer) => writer === typed('writer')));
  const wish = (about: keyof typeof wishOptions) =>
    (helps ? shortWish[typed(about)] : wishOptions[about].find(({ value }) => value === typed(about))?.label) ?? '';
  const safe = typed('safe') === '' ? 'not safe for a message' : 'safe for a message';
  return [
    { what: 'Your name', answer: typed('name') },
    { what: 'One way to reach you', answer: `${typed('reach')}, ${safe}` },
    { what: 'One way to reach the family', answer: helps ? typed('familyReach') : '' },
    { what: helps ? 'Do they wish to appeal?' : 'Do you wish to appeal?', answer: wish('appeal') },
    { what: helps ? 'Do they want mediation?' : 'Do you want mediation?', answer: wish('mediation') },
  ].filter(({ answer }) => answer !== '');
}
