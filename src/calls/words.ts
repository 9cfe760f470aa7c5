// The words of the call page: its choices, what is missing, how a call ended, and what the adviser should watch.
import type { CoreCode } from '../advice/script.ts';
import type { HoldingCapacity } from '../people/person.ts';
import type { DecisionInCase } from '../referrals/contact.ts';
import type { WarningCode } from '../referrals/rules.ts';
import type { Caller, FormatAsked, Helper, Outcome, SafeWay, ServiceRung, StepNumber } from './call.ts';

export const stepNames: Record<StepNumber, string> = {
  1: 'Service',
  2: 'Caller',
  3: 'Ring back',
  4: 'Letter',
  5: 'Information',
  6: 'Wishes to appeal',
  7: 'Wishes to mediate',
  8: 'Issues',
  9: 'Read back',
};

export const serviceWords: Record<ServiceRung, string> = {
  mediation: 'Mediation or certificate',
  disagreement: 'Disagreement resolution',
  sendiass: 'SENDIASS',
  unsure: 'Not sure',
};

export const callerWords: Record<Caller, string> = {
  parent: 'Parent',
  'other-parental-responsibility': 'Has parental responsibility',
  carer: 'Foster carer, grandparent or other carer',
  'young-person': 'Young person',
  'alternative-person': 'Acts for a young person',
  'corporate-parent': 'Social worker of a looked-after child',
  'for-somebody': 'For somebody else',
};

/** The same before the child's name, "parent of Jude Okoye"; somebody who rings for another is said with that person's name. */
export const callerOfWords: Record<Exclude<Caller, 'young-person' | 'for-somebody'>, string> = {
  parent: 'parent of',
  'other-parental-responsibility': 'with parental responsibility for',
  carer: 'carer of',
  'alternative-person': 'acting for',
  'corporate-parent': 'social worker of',
};

export const holderWords: Record<HoldingCapacity, string> = {
  parent: 'a parent',
  'other-parental-responsibility': 'a person with parental responsibility',
  carer: 'a foster carer or other carer',
  'corporate-parent': 'a council, for a child it looks after',
  'young-person': 'the young person',
  'alternative-person': 'somebody who acts for the young person',
};

export const helperWords: Record<Helper, string> = {
  supporter: 'A supporter, friend or relative',
  school: 'A school or college',
  referrer: 'SENDIASS, a social worker or another service',
};

export const safeWayWords: Record<SafeWay, string> = { message: 'Voicemail', email: 'E-mail', post: 'Post' };

export const formatWords: Record<FormatAsked, string> = {
  'large-print': '16 point print',
  'easy-read': 'Easy Read',
  audio: 'Audio',
  bsl: 'British Sign Language',
};

/** The decisions as they are said on the telephone. */
export const decisionShort: Record<Exclude<DecisionInCase, 'unknown'>, string> = {
  'refuse-to-assess': 'Will not assess',
  'refuse-to-issue': 'Will not issue a plan',
  'plan-contents': 'What the plan says: B, F or I',
  placement: 'School named, or none: I only',
  'refuse-to-reassess': 'Will not re-assess',
  'refuse-to-amend': 'Will not amend',
  'cease-to-maintain': 'Ends the plan',
  'plan-made': 'Health or social care only',
};

/** The eight points in the few words an adviser sees; the dates line is followed by the caller's own. */
export const saidShort: Record<CoreCode, string> = {
  'independent-and-free': 'We are independent of the council, and free.',
  'voluntary-council-must-join': 'Your choice. If you ask, the council must join.',
  'no-effect-on-appeal': 'Yes or no makes no difference to an appeal.',
  'certificate-either-way': 'Certificate either way. You can change your mind.',
  confidential: 'Private, unless somebody may come to harm.',
  'who-can-come': 'Bring one person you choose. The child’s views count.',
  dates: 'Your date:',
  'independent-help': 'Free advice: SENDIASS, IPSEA. Rest in writing.',
};

export const appealWords = { yes: 'Yes', no: 'No', unsure: 'Not sure' } as const;
export const mediateWords = { yes: 'Yes, mediate', no: 'No, certificate', thinking: 'Thinking it over' } as const;

/** What the adviser reads out when they agree that the council is told; kept with the permission, word for word. */
export const agreedWording = 'Read back, and they said: you may send this to the council';

/** What is still needed to end a call, by the field that it belongs to. */
export const missingWords = {
  service: 'Ask which service they rang for',
  who: 'Ask who is calling',
  basis:
    'Ask on what basis they act for the young person: deputy, attorney, or parent of a young person who cannot decide',
  helper: 'Ask who is calling for them',
  holderIs: 'Ask whom they are calling for',
  firstNames: 'Ask for a name, or for one way to reach them',
  lastName: 'Ask for their name, as on the letter. It stands on the certificate',
  childLastName: 'Ask for the child’s name, as on the letter. It stands on the certificate',
  said: 'Say the eight points first. By law, information comes before a certificate or mediation',
  mediate: 'Ask whether they wish to try mediation. Nothing else holds back the end of the call',
  decision:
    'Ask what the letter decided. A certificate names the decision. You can also record what you have and ring back',
  dated: 'Ask for the date on the letter. The certificate bears it. You can also record what you have and ring back',
  authority: 'Ask which council sent the letter',
  email: 'Ask for an e-mail or a postal address that is safe, and tick it. The certificate has to go somewhere',
  issues: 'Write down what they disagree with, in one or two sentences, and read it back',
  provision: 'Health care is part of this: ask what health care they want in the plan',
  agreed: 'Read it back, and tick when they agree that it goes to the council',
} as const;
export type MissingField = keyof typeof missingWords;

/** A letter from a year that no date can be counted from. */
export const yearWords = 'Check the year of this letter';

/** How a call ended, for lists and for the page after it. */
export const outcomeWords: Record<Outcome, string> = {
  'certificate-issued': 'Certificate issued and sent by e-mail',
  'certificate-prepared': 'Certificate ready to print and post',
  'authority-told': 'The council is told: they wish to mediate',
  chase: 'Thinking it over: ring again',
  'no-certificate-needed': 'No certificate needed',
  'manager-decides': 'Contact was late: a manager decides about the certificate',
  'late-not-issued': 'Contact was late: no certificate is issued',
  'contact-recorded': 'Contact recorded',
  linked: 'Went on in the case we had',
  transferred: 'Put through to SENDIASS',
  'nothing-to-record': 'Nothing to record',
  'never-finished': 'Never finished, and let go after two weeks',
};

/** How the caller was recognised before anything of an existing case is read back, changed or sent again. */
export const identityWays = ['rang-the-number-on-file', 'safe-word', 'in-person'] as const;
export type IdentityWay = (typeof identityWays)[number];
export const identityWords: Record<IdentityWay, string> = {
  'rang-the-number-on-file': 'I rang back the number on file, and they answered',
  'safe-word': 'They gave the family’s safe word',
  'in-person': 'They are in front of me, and I know them',
};

/** Warnings as they stand beside a call, in the fewest words; what only says that something was not asked yet is left to the steps. */
export const watchWords: Partial<Record<WarningCode, readonly [strong: string, says: string]>> = {
  'letter-not-seen': ['Letter not seen.', 'The certificate can still go.'],
  'late-contact': [
    'Contact is late:',
    'the two months ended on {day}. Nobody is turned away. They send the appeal now and ask the Tribunal’s permission. SENDIASS and IPSEA help.',
  ],
  'young-person-holds-the-right': [
    'The young person holds the right',
    'since {day}. Take their own contact and wishes; speak to a parent only if they agree.',
  ],
  'not-yet-a-young-person': [
    'The right is still a parent’s',
    'until {day}. Ask for somebody with parental responsibility.',
  ],
  'becomes-a-young-person': [
    'The right passes to the young person on {day},',
    'before the latest appeal date. Say so now, and take their own contact and wishes.',
  ],
  'carer-holds-the-right': [
    'A carer holds the right as a parent does.',
    'Ask who has parental responsibility, and whether it is safe to contact them: each has their own right, and hears only what is theirs.',
  ],
  'corporate-parent': [
    'A looked-after child:',
    'the council that decided may be the one that asks. The carer and whoever has parental responsibility hold the right too. Ask a manager; nothing waits for it.',
  ],
  'right-ended-at-25': ['The right ended at 25,', 'on {day}. Check the birth date, and ask a manager.'],
  'placement-only': [
    'Section I only.',
    'No certificate is needed; mediation stays their right. B and F may decide the placement. The two months do not move.',
  ],
  'dated-and-sent-differ': ['Dated and sent on different days.', 'The earlier day counts.'],
  'letter-long-ago': ['An old letter.', 'Check the year.'],
};
