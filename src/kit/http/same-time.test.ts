// Answers whose length must not tell.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sameTime } from './same-time.ts';

const SLOT = 30;
const timed = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now();
  const outcome = await sameTime(SLOT, work).then(String, (error: Error) => error.message);
  return { outcome, slots: (performance.now() - startedAt) / SLOT };
};

test.each([
  { name: 'quick work', work: async () => 'found', outcome: 'found', slots: 1 },
  { name: 'quick failure', work: () => Promise.reject(new Error('unknown')), outcome: 'unknown', slots: 1 },
  { name: 'work past the first slot', work: () => wait(SLOT * 1.2, 'late'), outcome: 'late', slots: 2 },
])('$name is answered after $slots whole', async ({ work, outcome, slots }) => {
  const took = await timed(work);
  expect(took.outcome).toBe(outcome);
  // A busy machine is late, never early.
  expect(took.slots).toBeGreaterThanOrEqual(slots);
});
