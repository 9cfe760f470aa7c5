// What a person at the command line reads of erasing, exporting and holding.
import type { DataClass } from '../../database/personal-data.ts';
import type { Row } from '../../database/tables.ts';
import type { ErasureRefusal } from './rules.ts';

export const erasureRefusalWords: Readonly<Record<ErasureRefusal, string>> = {
  'no-such-person':
    'Nobody has that number in this case. It is the last part of the address of their page at the desk.',
  'case-open':
    'This case is open, or the person has another that is. We need what is in it to help them. Close it first, then erase.',
  'on-hold': 'There is a hold on this case, so nothing may be erased. Lift the hold first, if its reason is over.',
  'letter-on-its-way': 'A letter is being sent at this moment. Try again in a few minutes.',
  'nothing-left': 'Nothing is left to erase: everything personal is gone already.',
};

export type HoldReason = Row<'holds'>['why'];

export const holdReasonWords: Readonly<Record<HoldReason, string>> = {
  appeal: 'an appeal is under way',
  complaint: 'a complaint is being looked at',
  claim: 'a legal claim is possible',
  safeguarding: 'somebody’s safety depends on it',
  inquiry: 'an inquiry asked for it to be kept',
};

/** What each class of the register holds, in plain words: the data dictionary of every export says it. */
export const classWords: Readonly<Record<DataClass, string>> = {
  none: 'Ids, days, codes and settings',
  identity: 'Who somebody is: names, date of birth, references',
  contact: 'How somebody is reached',
  needs: 'What somebody needs: language, formats, adjustments',
  circumstances: 'What somebody’s life is like: a school, a basis, a device',
  words: 'What somebody said or was written',
  bytes: 'Papers and pictures',
  secret: 'Hashes and keys that open something; never exported',
  statutory: 'The certificate as it was issued, kept by law until the end of retention',
};
