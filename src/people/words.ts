// The words for the refusals about people.
import type { PermissionRefusal } from './commands-permission.ts';
import type { AgreeRefusal } from './commands-agree.ts';
import type { PersonRefusal } from './rules.ts';
import type { LeaveRefusal } from './commands.ts';

/** What is wrong, in the words of the person at the desk. */
export const personRefusalWords: Record<PersonRefusal, string> = {
  'basis-needed': 'Say on what basis this person acts for the young person, for example deputy, attorney or parent',
  'email-not-an-address': 'Enter an e-mail address, like name@example.org',
  'telephone-without-digits': 'Enter a telephone number',
  'post-without-lines': 'Enter the lines of the address',
  'text-unwritable': 'This text holds a character that cannot be kept. Type it instead of pasting it',
  'text-too-long': 'This text is too long to keep. Shorten it',
};

export const leaveRefusalWords: Record<LeaveRefusal, string> = {
  'only-right-holder': 'Nobody else in this case holds the right. Add who does, then try again',
};

export const agreeRefusalWords: Record<AgreeRefusal, string> = {
  'nothing-waits': 'Nothing waits here any more. Somebody may have agreed already, or the day is over',
  'you-changed-it': 'You changed this address, so somebody else at the desk has to agree',
};

export const permissionRefusalWords: Record<PermissionRefusal, string> = {
  'wording-needed': 'Write down the words that were read to the person',
  'text-unwritable': personRefusalWords['text-unwritable'],
  'text-too-long': personRefusalWords['text-too-long'],
};
