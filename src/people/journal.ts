// The facts about people in a case. Who they are stands in rows, never here.
import { sayMoment } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type PeopleFacts = {
  'person-joined': { participation: string; capacity: string };
  'person-left': { participation: string };
  /** The right passed to the young person (s.83(2)): who holds it now. `fresh`: they were not the party before, and are asked anew. */
  'party-recorded': { participation: string; party: 'young-person' | 'alternative-person'; fresh: boolean };
  /** Before the right is theirs: what the young person wishes so far. It opens no gate. */
  'young-person-heard': { participation: string; appeal: string | null; mediation: string | null };
  'right-passed-on': { participation: string; becomes: 'supporter' | 'steps-back' };
  'details-changed': { participation: string; fields: readonly string[] };
  /** `heldUntil`: the moment until which papers to it wait, ISO; null where none do. */
  'contact-point-changed': { participation: string; kind: string; heldUntil: string | null };
  'held-papers-agreed': { participation: string; kind: string };
  'permission-given': { participation: string; permission: string };
  'permission-withdrawn': { participation: string; permission: string };
  'identity-checked': { participation: string; how: string };
  'safe-word-set': { participation: string };
  /** Whether a caller gave the safe word; never what they said. */
  'safe-word-tried': { participation: string; right: boolean };
};

export const peopleSentences: Sentences<PeopleFacts> = {
  'person-joined': {
    desk: ({ capacity }) => `Somebody joined the case: ${capacity.replaceAll('-', ' ')}.`,
    family: null,
  },
  'person-left': { desk: () => 'Somebody left the case.', family: null },
  'party-recorded': {
    desk: ({ party, fresh }) =>
      `Who the party is was recorded: ${party === 'young-person' ? 'the young person, in their own right' : 'an alternative person for the young person'}.${fresh ? ' Their wishes are asked anew.' : ''}`,
    family: ({ party }) =>
      party === 'young-person'
        ? 'The right is your own now. From here on we ask you, and nobody else, what you want.'
        : 'From now on you act for the young person, in your own name.',
  },
  'young-person-heard': {
    desk: ({ appeal, mediation }) =>
      `The young person was heard before the right is theirs. To appeal: ${appeal ?? 'not asked'}; to mediate: ${mediation ?? 'not asked'}.`,
    family: () => 'We heard from you what you wish. When the right is yours, we ask you again.',
  },
  'right-passed-on': {
    desk: ({ becomes }) =>
      `Whoever held the right as a parent no longer does: ${becomes === 'supporter' ? 'they are a supporter now' : 'they stepped back'}. They read nothing new.`,
    family: ({ becomes }) =>
      becomes === 'supporter'
        ? 'The right passed to the young person, who asked for you as their supporter. What you could read until now stays here.'
        : 'The right passed to the young person. What you could read until now stays here.',
  },
  'details-changed': {
    desk: ({ fields }) => `Details changed: ${fields.map((f) => f.replaceAll('-', ' ')).join(', ')}.`,
    family: () => 'We changed details that you gave us.',
  },
  'contact-point-changed': {
    desk: ({ kind, heldUntil }) =>
      `Contact details changed: ${kind}.${heldUntil ? ` Papers wait until ${sayMoment(heldUntil)}, unless a second person agrees.` : ''}`,
    family: ({ kind }) => `The ${kind === 'post' ? 'address' : kind} we use for you was changed.`,
  },
  'held-papers-agreed': {
    desk: ({ kind }) => `A second person agreed: papers go to the changed address now (${kind}).`,
    family: null,
  },
  'permission-given': { desk: () => 'Permission given.', family: () => 'You gave us a permission.' },
  'permission-withdrawn': { desk: () => 'Permission withdrawn.', family: () => 'You took back a permission.' },
  'safe-word-set': {
    desk: () => 'A safe word was set. Nobody can read it.',
    family: () => 'You set a safe word. When you ring us, we ask for it.',
  },
  'safe-word-tried': {
    desk: ({ right }) => (right ? 'A caller gave the safe word.' : 'A caller did not give the safe word.'),
    family: null,
  },
  'identity-checked': { desk: ({ how }) => `Identity checked: ${how.replaceAll('-', ' ')}.`, family: null },
};
