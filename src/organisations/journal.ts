// The facts about the bodies a service works with, their contracts, and whom it points people to.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type OrganisationFacts = {
  'body-added': { body: string; kind: string };
  'body-changed': { body: string; fields: readonly string[] };
  'contract-added': { contract: string; body: string; from: string; until: string | null };
  'contract-ended': { contract: string; body: string; until: string };
  'signpost-added': { signpost: string };
  'signpost-changed': { signpost: string; fields: readonly string[] };
  'signpost-checked': { signpost: string };
};

const fieldsOf = (fields: readonly string[]): string => fields.map((field) => field.replaceAll('-', ' ')).join(', ');

export const organisationSentences: Sentences<OrganisationFacts> = {
  'body-added': { desk: ({ kind }) => `A body was added: ${kind.replaceAll('-', ' ')}.`, family: null },
  'body-changed': { desk: ({ fields }) => `A body was changed: ${fieldsOf(fields)}.`, family: null },
  'contract-added': {
    desk: ({ from, until }) =>
      `A contract was added from ${sayDay(from)}${until === null ? '' : ` until ${sayDay(until)}`}.`,
    family: null,
  },
  'contract-ended': { desk: ({ until }) => `A contract ends on ${sayDay(until)}.`, family: null },
  'signpost-added': { desk: () => 'Somebody was added to those we point people to.', family: null },
  'signpost-changed': {
    desk: ({ fields }) => `Somebody we point people to was changed: ${fieldsOf(fields)}.`,
    family: null,
  },
  'signpost-checked': { desk: () => 'Somebody we point people to was checked and is still right.', family: null },
};
