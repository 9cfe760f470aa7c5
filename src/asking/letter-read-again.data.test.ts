// A letter whose reading was cut short by a restart: taken up again, and read; and left to a person after a few tries.
import { expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
import { readAgain } from '../documents/again.ts';
import { photographOf } from '../documents/fixtures/papers.ts';
import { makeReader, type Reader } from '../documents/reader/reader.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { makesContact } from './asking.test-browser.ts';

const whole = await openWhole({ stories: false });
const { server, program } = whole.app;
/** Two minutes on: whatever this process has in hand is younger. */
const later = { ...program, clock: { ...program.clock, now: () => program.clock.now().add({ minutes: 2 }) } };
const serviceId = program.service().id;
const asWorker = <R>(work: (tx: Tx) => Promise<R>): Promise<R> =>
  inSeat(whole.installation.database, { role: 'worker', settings: {}, readOnly: false }, work);
const paper = () =>
  asWorker((tx) => tx.selectFrom('documents').select(['id', 'state', 'read_again']).executeTakeFirstOrThrow());
const cutShort = () =>
  asWorker((tx) => tx.updateTable('documents').set({ state: 'reading', reading: null, read_at: null }).execute());

test('a reading that was cut short is taken up again, once it cannot be in hand any more', async () => {
  const { browser } = await makesContact(server);
  await browser.get('/ask/letter');
  await browser.upload('/ask/letter', 'letter', [{ name: 'photo.jpg', bytes: await photographOf() }]);
  await expect.poll(async () => (await paper()).state, { timeout: 30_000 }).toBe('read');
  await cutShort();
  expect((await browser.get('/ask/letter')).body).not.toContain('Wednesday 10 June 2026');

  expect(await readAgain(program, makeReader(), serviceId)).toBe(false);
  expect(await readAgain(later, makeReader(), serviceId)).toBe(true);
  expect(await paper()).toMatchObject({ state: 'read', read_again: 1 });
  expect((await browser.get('/ask/letter')).body).toContain('Wednesday 10 June 2026');
  expect(await readAgain(later, makeReader(), serviceId)).toBe(false);
}, 60_000);

test('one that is never read to its end is left to a person', async () => {
  await cutShort();
  const failing: Reader = { ...makeReader(), read: () => Promise.reject(new Error('cut short again')) };
  expect(await readAgain(later, failing, serviceId)).toBe(true);
  expect(await readAgain(later, failing, serviceId)).toBe(true);
  expect(await readAgain(later, failing, serviceId)).toBe(false);
  expect(await paper()).toMatchObject({ state: 'reading', read_again: 3 });
});
