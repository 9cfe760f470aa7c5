// Puts each refusal of a command on the field of the call that it belongs to, in its own words.
import type { InformationRefusal, TellRefusal, WishRefusal } from '../advice/rules.ts';
import { informationRefusalWords, tellRefusalWords, wishRefusalWords } from '../advice/words.ts';
import {
  certificateRefusalWords,
  type CertificateRefusal,
  type CertificateRefused,
} from '../certificates/certificate.ts';
import type { FormError } from '../kit/forms/answers.ts';
import { safeWordRefusalWords } from '../people/words.ts';
import { contactRefusalField, contactRefusalWords } from '../referrals/words.ts';
import type { ContactRefusal } from '../referrals/rules.ts';
import type { NotRecognised } from './commands.ts';

const fieldOfContact: Record<string, string> = {
  reachedAt: 'service',
  'rightHolder.lastName': 'lastName',
  'rightHolder.basis': 'basis',
  'rightHolder.email': 'email',
  'rightHolder.telephone': 'phone',
  'rightHolder.address': 'address',
  authorityId: 'authority',
  'child.born': 'born',
  'decision.dated': 'dated',
  'decision.sent': 'sent',
  'decision.received': 'dated',
  'decision.sections': 'sections',
};

/** A contact that cannot be kept as said. */
export function ofContact(refused: ContactRefusal): FormError {
  return { field: fieldOfContact[contactRefusalField[refused]] ?? 'lastName', message: contactRefusalWords[refused] };
}

/** Information that would not count. */
export function ofInformation(refused: InformationRefusal): FormError {
  return { field: 'said', message: informationRefusalWords[refused] };
}

/** Wishes that cannot be recorded. */
export function ofWishes(refused: WishRefusal): FormError {
  return { field: refused.startsWith('chase') ? 'chase' : 'mediate', message: wishRefusalWords[refused].desk };
}

const fieldOfTelling: Partial<Record<TellRefusal, string>> = {
  'no-authority': 'authority',
  'authority-has-no-address': 'authority',
  'health-provision-needed': 'provision',
  'wording-needed': 'agreed',
  'does-not-want-mediation': 'mediate',
};

/** A council that cannot be told. */
export function ofTelling(refused: TellRefusal): FormError {
  return { field: fieldOfTelling[refused] ?? 'issues', message: tellRefusalWords[refused] };
}

const fieldOfCertificate: Partial<Record<CertificateRefusal, string>> = {
  'not-an-adviser': 'said',
  'adviser-not-independent': 'said',
  'information-not-given': 'said',
  'not-a-right-holder': 'who',
  'decision-not-recorded': 'decision',
  'letter-date-missing': 'dated',
  'authority-missing': 'authority',
  'no-email-address': 'email',
  'no-postal-address': 'address',
};

/** A certificate that cannot go. */
export function ofCertificate({ refused, letters }: CertificateRefused): FormError {
  const words = certificateRefusalWords[refused];
  if (refused === 'letter-not-in-fonts')
    return { field: 'childLastName', message: `${words} (${letters?.join(' ') ?? ''})` };
  return { field: fieldOfCertificate[refused] ?? 'mediate', message: words };
}

/** Says to the adviser why nothing may be read back yet. What the caller said is never repeated. */
export function notRecognisedWords({ notRecognised, triesLeft = 0 }: NotRecognised): string {
  if (notRecognised === 'nothing-said') return 'Type what they say as the safe word';
  if (notRecognised !== 'wrong-word') return safeWordRefusalWords[notRecognised];
  const left = triesLeft === 0 ? 'No try is' : triesLeft === 1 ? 'One more try is' : `${triesLeft} more tries are`;
  return `That is not the safe word. ${left} left today. Read nothing back; ring the number on file`;
}
