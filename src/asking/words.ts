// What is said on the form when a contact cannot be kept as it was typed.
import type { FormError } from '../kit/forms/answers.ts';
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
