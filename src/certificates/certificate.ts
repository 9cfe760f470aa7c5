// The words and codes of certificates: limbs, refusals, warnings, what can be corrected, why one is withdrawn.
import type { Refused } from '../cases/one-door.ts';
import type { CertificateData, Limb } from './documents/data.ts';

/** What a certificate says, the same in every format: kept with its version, and the source of the PDF and of the page. */
export type CertificateContent = Omit<CertificateData, 'format' | 'check'> & {
  /** The short address to type, and the whole one that the QR code opens. */
  check: { address: string; opens: string };
};

/** Why nothing was done. One code per reason. */
export type CertificateRefusal =
  | 'not-an-adviser'
  | 'adviser-not-independent'
  | 'not-a-right-holder'
  | 'decision-not-recorded'
  | 'letter-date-missing'
  | 'authority-missing'
  | 'health-only'
  | 'social-care-only'
  | 'nothing-to-appeal'
  | 'information-not-given'
  | 'wish-not-stated'
  | 'mediation-not-concluded'
  | 'no-notice-from-authority'
  | 'lapse-not-confirmed'
  | 'late-manager-decides'
  | 'late-not-issued'
  | 'contact-in-time'
  | 'already-prepared'
  | 'already-issued'
  | 'letter-not-in-fonts'
  | 'tribunal-not-in-settings'
  | 'no-email-address'
  | 'no-postal-address'
  | 'step-up-needed'
  | 'manager-only'
  | 'not-prepared'
  | 'not-issued'
  | 'posted-in-the-future'
  | 'dated-another-day'
  | 'dated-so-already'
  | 'nothing-to-correct'
  | 'already-withdrawn'
  | 'family-not-told-first'
  | 'family-not-told-why'
  | 'replacement-not-ready'
  | 'replacement-is-ready'
  | 'another-decision'
  | 'papers-not-made'
  | 'not-to-post'
  | 'papers-held';

/** A refusal; `field` and `letters` say what stands in the way where a letter has no font. */
export interface CertificateRefused extends Refused<CertificateRefusal> {
  readonly field?: string;
  readonly letters?: readonly string[];
}

export const certificateRefusalWords: Record<CertificateRefusal, string> = {
  'not-an-adviser': 'A mediation adviser issues a certificate. An administrator can send or post it.',
  'adviser-not-independent':
    'The adviser is not recorded as independent today (section 56(3)): not employed by a council in England, an ICB or NHS England.',
  'not-a-right-holder': 'This person does not hold the right to appeal in this case.',
  'decision-not-recorded': 'Record which decision is being challenged.',
  'letter-date-missing': 'Record the date printed on the decision letter, or the date it was sent.',
  'authority-missing': 'Record which council made the decision.',
  'health-only': 'No certificate is needed: health care alone cannot be appealed. The ICB arranges mediation about it.',
  'social-care-only': 'No certificate is needed: social care alone cannot be appealed. Mediation about it stays open.',
  'nothing-to-appeal': 'No certificate is needed: nothing that is disputed here can be appealed.',
  'information-not-given': 'Give the information about mediation first (section 55(4)(a)).',
  'wish-not-stated': 'The person has not said that they do not, or no longer, wish to mediate (section 55(4)(b)).',
  'mediation-not-concluded': 'Record the day on which the mediation concluded (section 55(5)).',
  'no-notice-from-authority': 'Record the council’s notice that it cannot arrange the mediation in time.',
  'lapse-not-confirmed': 'Record that 30 days have passed and the family chose the certificate.',
  'late-manager-decides':
    'Contact was late. A manager decides whether to issue (regulation 33). Tell the family now: do not wait for it, send the appeal now and ask the Tribunal’s permission.',
  'late-not-issued':
    'Contact was late, and the certificate is not to be issued. Tell the family to send the appeal now and ask the Tribunal’s permission.',
  'contact-in-time': 'They contacted us in time: there is nothing to decide.',
  'already-prepared': 'A certificate for this person and decision is waiting to be posted.',
  'already-issued': 'This person has a certificate for this decision. A decision has one certificate.',
  'letter-not-in-fonts': 'A letter here cannot be printed. Ask for the spelling on the council’s letter.',
  'tribunal-not-in-settings':
    'The Tribunal’s e-mail address, postal address and telephone number are not in the settings.',
  'no-email-address': 'There is no e-mail address that is safe to use. Prepare the certificate for the post.',
  'no-postal-address': 'There is no postal address that is safe to use.',
  'step-up-needed': 'Use your passkey first.',
  'manager-only': 'Only a manager can do this.',
  'not-prepared': 'This certificate is not waiting to be posted.',
  'not-issued': 'This certificate is not issued.',
  'posted-in-the-future': 'That day has not come yet.',
  'dated-another-day':
    'The certificate bears another day. Date it again and print it again: its date must be the day it is posted.',
  'dated-so-already': 'The certificate bears that date already, and says what the record says.',
  'nothing-to-correct': 'Nothing on the certificate differs from what is recorded. Correct the record first.',
  'already-withdrawn': 'This certificate is withdrawn.',
  'family-not-told-first': 'Tell the family first, and record when and how.',
  'family-not-told-why': 'Tell the family why there can be no other certificate yet, and what is missing.',
  'replacement-not-ready': 'None can be ready now.',
  'replacement-is-ready':
    'Nothing stands in the way of another certificate. It is issued next, unless the family does not want one.',
  'another-decision': 'Another decision has taken the place of the one on this certificate.',
  'papers-not-made': 'The papers are still being made. Try again in a moment.',
  'not-to-post': 'This letter is not waiting to be posted.',
  'papers-held':
    'The address was changed within the last day, so its papers wait. A colleague who did not change it can agree that they go now.',
};

/** What is out of the ordinary and is recorded with the certificate. None of these ever blocks it (LAW: three gates and no more). */
export type Warning =
  | 'letter-not-seen'
  | 'letter-date-not-given'
  | 'birth-date-not-given'
  | 'right-has-passed'
  | 'unsure-about-appealing'
  | 'does-not-wish-to-appeal'
  | 'wish-to-appeal-not-said'
  | 'section-i-only'
  | 'script-unfinished'
  | 'late-contact'
  | 'a-later-certificate';

export const warningWords: Record<Warning, string> = {
  'letter-not-seen': 'The letter was not seen: the certificate says that its date was given by the caller.',
  'letter-date-not-given': 'The date printed on the letter is not known: the certificate gives the day it was sent.',
  'birth-date-not-given': 'The date of birth is not known: the certificate says so.',
  'right-has-passed':
    'The right is the young person’s own now: a certificate in a parent’s name may be the wrong person’s. Record who the party is first.',
  'unsure-about-appealing': 'The person is not sure about appealing.',
  'does-not-wish-to-appeal': 'The person said that they do not wish to appeal.',
  'wish-to-appeal-not-said': 'The person has not said whether they wish to appeal (regulation 33 asks for both).',
  'section-i-only':
    'Section I only: the law asks for no certificate, and it gives no more time. Ask whether B or F matter too.',
  'script-unfinished': 'Parts of the information were not ticked as said.',
  'late-contact': 'Contact was after the two months: the letter says so, and gives no date as of right.',
  'a-later-certificate':
    'There is an earlier certificate: this one cites it, and the first one’s date governs the appeal.',
};

/** Why a certificate may be withdrawn: only because it was never lawfully issued. Everything else is a correction. */
export const withdrawalReasons = {
  'information-not-given': 'No information about mediation had been given',
  'wish-not-stated': 'The person had not said that they did not wish to mediate',
  'not-the-right-holder': 'It was issued to somebody who does not hold the right',
  'adviser-not-independent': 'The adviser was not independent',
  'no-such-decision': 'There is no such decision',
} as const;
export type WithdrawalReason = keyof typeof withdrawalReasons;

/** What becomes of the family's certificate after a withdrawal. */
export const replacements = {
  'issued-next': 'A lawful one, now: the next page issues it',
  'not-entitled': 'None can be ready: something is missing, and the family knows what',
  'not-wanted': 'None: the family does not want one',
} as const;
export type Replacement = keyof typeof replacements;

/** What a family is told when a certificate is withdrawn. */
export const toldThatWords = {
  'not-to-use-it': 'Not to use it any more, and to tell the Tribunal if they have sent it',
  'their-dates': 'Their dates for an appeal, as they are without it',
  'what-is-missing': 'Why there is no other one now, and what is missing',
} as const;
export type ToldThat = keyof typeof toldThatWords;

/** Names each thing that a correction can put right, completing "It corrects …". */
export const correctedWords = {
  'appellant-name': 'the name of the appellant',
  'appellant-capacity': 'the capacity of the appellant',
  'child-first-names': 'the first names of the child or young person',
  'child-last-name': 'the last name of the child or young person',
  'child-birth-date': 'the date of birth',
  authority: 'the name of the local authority',
  'authority-reference': 'the local authority’s reference',
  decision: 'the decision',
  'letter-printed': 'the date printed on the decision letter',
  'letter-sent': 'the date the decision letter was sent',
  'letter-seen': 'whether the decision letter was seen',
  'adviser-name': 'the name of the adviser',
  dates: 'a date of what happened',
} as const;
export type Corrected = keyof typeof correctedWords;

/** Why a prepared certificate is set aside before it was issued. */
export const setAsideReasons = {
  'goes-by-email': 'It goes by e-mail instead',
  'not-wanted': 'The person no longer wants it',
  'prepared-by-mistake': 'It was prepared by mistake',
} as const;
export type SetAsideReason = keyof typeof setAsideReasons;

export const limbWords: Record<Limb, string> = {
  information: 'Section 55(4): information given, mediation not wished',
  participation: 'Section 55(5): took part in mediation',
  'not-arranged-notice': 'Section 55(5): the authority gave notice that it could not arrange mediation in time',
  'not-arranged-lapse': 'Section 55(5): 30 days passed and mediation was not arranged',
};
