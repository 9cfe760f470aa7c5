// The words for what is refused or warned of when a contact is entered, for the person at the desk.
import { sayDay } from '../cases/day.ts';
import { personRefusalWords } from '../people/words.ts';
import type { ContactRefusal, Warning, WarningCode } from './rules.ts';

/** What is wrong and what to do, for the error summary. */
export const contactRefusalWords: Record<ContactRefusal, string> = {
  ...personRefusalWords,
  'contact-in-the-future': 'The contact cannot be later than now. Enter when it reached the service',
  'nobody-to-reach': 'Enter a name, or one way to reach whoever made contact',
  'no-such-authority': 'Choose the council from the list',
  'birth-date-in-the-future': 'The birth date must be in the past',
  'birth-date-makes-26':
    'Check the birth date: it makes a person of 26 or more, and from 25 there is no right to appeal',
  'letter-after-contact':
    'The date on the letter is after the contact. A newer letter is a new decision: enter a new contact for it',
  'sent-after-contact':
    'The letter was sent after the contact. A newer letter is a new decision: enter a new contact for it',
  'received-in-the-future': 'The day the letter was received must be today or in the past',
  'received-before-dated': 'The letter cannot have been received before it was dated or sent',
  'sections-not-of-this-decision':
    'There is no plan under this decision, so no sections of one. Clear them, or choose another decision',
};

/** The field that each refusal belongs to. */
export const contactRefusalField: Record<ContactRefusal, string> = {
  'contact-in-the-future': 'reachedAt',
  'nobody-to-reach': 'rightHolder.lastName',
  'no-such-authority': 'authorityId',
  'birth-date-in-the-future': 'child.born',
  'birth-date-makes-26': 'child.born',
  'letter-after-contact': 'decision.dated',
  'sent-after-contact': 'decision.sent',
  'received-in-the-future': 'decision.received',
  'received-before-dated': 'decision.received',
  'sections-not-of-this-decision': 'decision.sections',
  'basis-needed': 'rightHolder.basis',
  'email-not-an-address': 'rightHolder.email',
  'telephone-without-digits': 'rightHolder.telephone',
  'post-without-lines': 'rightHolder.address',
  'text-unwritable': 'rightHolder.lastName',
  'text-too-long': 'rightHolder.lastName',
};

/** What the adviser should know, and what to do about it. `{day}` stands for the warning's day. */
const warningTexts: Record<WarningCode, string> = {
  'late-contact':
    'The two months for contacting us ended on {day}. Nobody is turned away: tell the family to send the appeal now and ask the Tribunal’s permission, and name SENDIASS and IPSEA.',
  'young-person-holds-the-right':
    'The young person holds the right, since {day}. Take their own contact and wishes, and speak to a parent only if they agree. If they lack capacity for this decision, name the alternative person and why.',
  'not-yet-a-young-person':
    'The right is still a parent’s until {day}. Name a parent, or somebody with parental responsibility.',
  'becomes-a-young-person':
    'The right passes to the young person on {day}, before the latest appeal date. Say so now, take the young person’s own contact and wishes, and ask on that day who the party is.',
  'carer-holds-the-right':
    'A foster carer, grandparent or anybody else who cares for the child holds the right as a parent does (Education Act 1996 s.576). Ask who has parental responsibility, and whether it is safe to contact them: they have a right of their own. Each is told only what is theirs.',
  'corporate-parent':
    'A council’s social worker acts for a child it looks after. The council that decided may be the same body: ask who decided, and tell a manager, who watches that nobody of the deciding side is told what the family’s side says. The carer, and anybody with parental responsibility, hold the right too (Education Act 1996 s.576): ask who they are. This holds nothing back.',
  'right-ended-at-25':
    'The right to appeal ends at 25: the last day was {day}. Check the birth date, and ask a manager.',
  'placement-only':
    'Section I only: no certificate is needed, and mediation is still their right. Say that B and F may matter for the placement, and that the two months do not move.',
  'dated-and-sent-differ':
    'The letter was dated and sent on different days. The earlier day counts, which is safe on every reading.',
  'letter-long-ago': 'The letter is dated nearly a year ago or more. Check the year.',
  'letter-not-seen':
    'We have not seen the letter: its date is as the caller gave it. This never holds a certificate back.',
  'letter-date-missing': 'We do not know the date on the letter yet, so there are no dates.',
  'birth-date-missing':
    'We do not know the birth date yet. It stands on the certificate, and says who holds the right.',
  'authority-missing': 'We do not know the council yet. It is the one on the letter, not the one where the school is.',
  'no-contract-with-authority':
    'We hold no contract with this council on the day of contact. Its letter names the service that helps; say that the two months are running.',
  'same-child-open':
    'Another open case has the same name and birth date: {references}. Do not say so to the caller; ring the number on file.',
  'certificate-already-issued':
    'A certificate was issued for this decision. What stands on it is put right by a correction; a new letter from the council is a new decision.',
};

/** Says a warning to somebody at the desk. */
export function sayWarning({ code, on, references = [] }: Warning): string {
  return warningTexts[code]
    .replace('{day}', on ? sayDay(on.toString()) : '')
    .replace('{references}', references.join(', '));
}
