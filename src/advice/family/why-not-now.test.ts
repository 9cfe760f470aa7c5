// When a wish can be given on the page, as a table over one base case: a right-holder who asked for mediation.
import { expect, test } from 'vitest';
import { whyNotNow } from './why-not-now.ts';

type Mine = Parameters<typeof whyNotNow>[0];
const mine = (over: Partial<Omit<Mine, 'standing'>> & { said?: 'yes' | 'no' | 'thinking' | null }): Mine => {
  const { said = 'yes', ...rest } = over;
  const wish = said ? { answer: said } : null;
  return {
    right_holder: true,
    stage: 'wants-mediation',
    road: 'mediation',
    standing: { facts: { wish } },
    ...rest,
  } as Mine;
};

test.each([
  { over: {}, wish: 'no', started: false, why: null },
  { over: {}, wish: 'no', started: true, why: 'meeting-started' },
  { over: {}, wish: 'yes', started: false, why: 'said-already' },
  { over: { said: 'no' }, wish: 'no', started: false, why: 'said-already' },
  { over: { said: 'no' }, wish: 'yes', started: false, why: null },
  { over: { said: null }, wish: 'no', started: false, why: null },
  // Another parent's meeting is not theirs to learn of.
  { over: { said: null }, wish: 'no', started: true, why: null },
  { over: { said: 'no' }, wish: 'yes', started: true, why: null },
  { over: { stage: 'closed' }, wish: 'no', started: false, why: 'closed' },
  { over: { right_holder: false, stage: 'closed' }, wish: 'no', started: false, why: 'not-a-right-holder' },
  { over: { road: 'placement-only' }, wish: 'no', started: false, why: null },
  { over: { road: 'disagreement-resolution' }, wish: 'no', started: false, why: 'another-road' },
] as const)('$over, $wish, started $started: $why', ({ over, wish, started, why }) => {
  expect(whyNotNow(mine(over), wish, started)).toBe(why);
});
