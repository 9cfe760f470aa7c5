// How the desk reads an answer that came through the form: what it is about, what they said, what stands in the case, what would happen.
import { sayDay } from '../../cases/day.ts';
import { decisionWords } from '../../cases/words.ts';
import type { SettleRefusal } from '../commands-offer.ts';
import type { Offer, OfferAbout } from '../offers.ts';

export const aboutWords: Readonly<Record<OfferAbout, { title: string; accept: string }>> = {
  decision: { title: 'The decision and the letter’s date', accept: 'Put it in the case' },
  authority: { title: 'The council', accept: 'Name it as the council' },
  child: { title: 'The child or young person', accept: 'Put it in the case' },
  holder: { title: 'Whom they help', accept: 'Name them as the right-holder' },
  permission: { title: 'Whether the family knows', accept: 'The family confirmed it' },
  person: { title: 'Who they are and what they need', accept: 'Put it in the case' },
  reach: { title: 'More ways to reach them', accept: 'Add them' },
  'safe-contact': { title: 'How they may safely be reached', accept: 'Keep it with the case' },
  issues: { title: 'In their own words', accept: 'Keep it with the case' },
  wishes: { title: 'What they would like to happen', accept: 'Keep it with the case' },
  letter: { title: 'How we get the letter', accept: 'Keep it with the case' },
};

/** Says an offer as short lines. */
export function linesOf(offer: Offer): readonly string[] {
  const line = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : []);
  switch (offer.about) {
    case 'decision': {
      const { kind, sections, health, dated } = offer.said;
      return [
        ...line('Decision', kind && (decisionWords[kind] ?? kind)),
        ...line('Sections', sections?.join(', ')),
        ...(health ? ['Health care is part of it'] : []),
        ...line('Letter dated', dated && sayDay(dated)),
      ];
    }
    case 'child': {
      const { firstNames, lastName, born } = offer.said;
      return [...line('Name', [firstNames, lastName].filter(Boolean).join(' ')), ...line('Born', born && sayDay(born))];
    }
    case 'authority':
      return [offer.said.name];
    case 'holder':
      return [[offer.said.firstNames, offer.said.lastName].filter(Boolean).join(' ')];
    case 'permission': {
      const { given, wording, role, organisation } = offer.said;
      return [
        ...line('They are', [role, organisation].filter(Boolean).join(', ')),
        given ? `They ticked: “${wording}”` : 'Not yet',
      ];
    }
    case 'person': {
      const { capacity, formats, language, needs } = offer.said;
      return [
        ...line('They are', capacity?.replaceAll('-', ' ')),
        ...line('Formats', formats?.map((format) => format.replaceAll('-', ' ')).join(', ')),
        ...line('Language', language),
        ...line('Needs', needs),
      ];
    }
    case 'reach':
      return [
        ...line('Telephone', offer.said.telephone),
        ...line('E-mail', offer.said.email),
        ...line('Post', offer.said.post),
      ];
    case 'letter':
      return [offer.said.how];
    default:
      return [offer.said.text];
  }
}

const refusals: Partial<Record<SettleRefusal, string>> = {
  'no-such-authority': 'No council of ours has that name. Choose it in the case, then set this answer aside',
  'settled-already': 'Somebody has settled this answer already',
  'letter-after-contact': 'The letter would be dated after the contact. Ask them about the date',
  'birth-date-makes-26': 'From 25 there is no right to appeal. Ask them about the birth date',
};

/** Says why an answer could not be accepted. */
export function sayRefusal(refusal: SettleRefusal): string {
  return (
    refusals[refusal] ??
    `This cannot be accepted as it is (${refusal.replaceAll('-', ' ')}). Change the case by hand, then set this answer aside`
  );
}
