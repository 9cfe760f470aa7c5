// The words for what is refused or warned of around the information conversation, for the desk and, where they meet it, for families.
import type { InformationRefusal, TellRefusal, WishRefusal } from './rules.ts';

export const informationRefusalWords: Record<InformationRefusal, string> = {
  'not-an-adviser': 'Only a mediation adviser can give this information. Ask an adviser to take over',
  'adviser-not-independent':
    'A council in England, an ICB or NHS England employs you, so in law you are not independent and this would not count. Ask another adviser to take over',
  'nothing-said': 'Tick what was said',
  'not-a-right-holder': 'This person does not hold the right. Give the information to whoever does',
};

/** For both audiences: a family records its own wishes on its page. */
export const wishRefusalWords: Record<WishRefusal, { readonly desk: string; readonly family: string }> = {
  'nothing-said': { desk: 'Choose what they said', family: 'Choose an answer' },
  'not-a-right-holder': {
    desk: 'This person does not hold the right. Record the wish of whoever does',
    family: 'This choice belongs to somebody else. Ring us and we will explain',
  },
  'chase-date-needed': {
    desk: 'Enter the day on which you ask again',
    family: 'Choose a day on which we should ring you',
  },
  'chase-date-past': { desk: 'The day to ask again must be today or later', family: 'Choose today or a later day' },
  'chase-after-two-months': {
    desk: 'Ask again before the two months end, while a certificate can still be in time',
    family: 'Choose an earlier day, so that you do not lose time for an appeal',
  },
  'meeting-started': {
    desk: 'The meeting has started, so this is no longer a wish not to mediate. Their certificate follows when it ends',
    family: 'The meeting has started. You can still leave at any time, and your certificate follows when it ends',
  },
};

export const tellRefusalWords: Record<TellRefusal, string> = {
  'not-a-right-holder': 'This person does not hold the right. Tell the council for whoever does',
  'does-not-want-mediation': 'Record first that they wish to mediate',
  'no-authority': 'Name the council first. It is the one on the letter',
  'authority-has-no-address': 'We hold no e-mail address for this council. Add one, or name an officer',
  'issues-needed': 'Write down in one or two sentences what they disagree with',
  'health-provision-needed': 'Health care is part of this. Write down what health care they want in the plan',
  'wording-needed': 'Write down the words with which they agreed to this',
  'text-unwritable': 'This text holds a character that cannot be kept. Type it instead of pasting it',
  'text-too-long': 'This text is too long to keep. Shorten it',
  'already-told': 'The council was already told. Its 30 days are running',
};
