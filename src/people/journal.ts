// The facts about people in a case. Who they are stands in rows, never here.
import { sayMoment } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type PeopleFacts = {
  'person-joined': { participation: string; capacity: string };
  'person-left': { participation: string };
  'details-changed': { participation: string; fields: readonly string[] };
  /** `heldUntil`: the moment until which papers to it wait, ISO; null where none do. */
  'contact-point-changed': { participation: string; kind: string; heldUntil: string | null };
  'held-papers-agreed': { participation: string; kind: string };
  'permission-given': { participation: string; permission: string };
  'permission-withdrawn': { participation: string; permission: string };
  'identity-checked': { participation: string; how: string };
};

export const peopleSentences: Sentences<PeopleFacts> = {
  'person-joined': {
    desk: ({ capacity }) => `Somebody joined the case: ${capacity.replaceAll('-', ' ')}.`,
    family: null,
  },
  'person-left': { desk: () => 'Somebody left the case.', family: null },
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
  'identity-checked': { desk: ({ how }) => `Identity checked: ${how.replaceAll('-', ' ')}.`, family: null },
};
