// How people are named together: who speaks, and for whom.
import { expect, test } from 'vitest';
import { forWhom } from './person.ts';

const name = (words: string) => {
  const [firstNames = '', lastName = ''] = words.split(' ');
  return { firstNames, lastName };
};

test.each([
  ['Paul Ingram', 'Rosie Ingram', false, ', for Rosie'],
  ['Paul INGRAM', 'Rosie Ingram', false, ', for Rosie'],
  ['Faye Lindon', 'Arlo Rao', false, ', for Arlo Rao'],
  ['Faye', 'Arlo Rao', false, ', for Arlo'],
  ['Aisha Rahman', 'Aisha Rahman', true, ''],
  ['Aisha Rahman', 'Aisha Rahman', false, ', for the child Aisha Rahman'],
  ['Faye Lindon', '', false, ''],
])('%s about %s (themselves: %s) is said with “%s”', (speaker, child, isTheirOwn, said) => {
  expect(forWhom(name(speaker), name(child), isTheirOwn)).toBe(said);
});
