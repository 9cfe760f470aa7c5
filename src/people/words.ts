// The words for the refusals about people.
import type { PermissionRefusal } from './commands-permission.ts';
import type { AgreeRefusal } from './commands-agree.ts';
import type { PartyRefusal } from './party.ts';
import type { PersonRefusal } from './rules.ts';
import type { SayRefusal, SetRefusal } from './commands-safe-word.ts';
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

export const partyRefusalWords: Record<PartyRefusal, string> = {
  ...personRefusalWords,
  'birth-date-missing': 'The birth date is not known yet. Record it first: the right passes by it',
  'right-not-passed': 'The right has not passed yet. Until then it is the parent’s',
  'choose-for-each': 'Choose for each parent what becomes of their part. It is the young person’s choice',
  'no-such-parent': 'This person does not hold the right as a parent any more. Look at the case again',
  'cannot-hold-the-right': 'Choose who the party is',
};

export const safeWordRefusalWords: Record<SetRefusal | SayRefusal, string> = {
  'safe-word-too-short': 'Choose a word or two with five letters or figures at least, that nobody would guess',
  'safe-word-too-long': 'Choose something shorter, that can be said on the telephone',
  'not-a-right-holder': 'Only somebody who holds the right sets a safe word',
  'identity-not-proved': 'Choose how you know who is speaking. A reference and a birth date are not enough',
  'no-safe-word': 'This person has set no safe word. Ring back the number on file',
  'too-many-tries': 'There were three wrong tries today. Until tomorrow, ring back the number on file',
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
  'until-has-passed': 'Choose a day that has not passed, or leave it empty: then it holds until it is taken back',
  'nobody-of-the-case': 'This person does not take part in the case any more. Look at the case again',
  'text-unwritable': personRefusalWords['text-unwritable'],
  'text-too-long': personRefusalWords['text-too-long'],
};
