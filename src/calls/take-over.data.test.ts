// Calls that somebody else goes on with, and calls that nobody finishes; and a caller whose telephone number we know.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { newId } from '../kit/ids.ts';
import { takeOverCall } from './commands-take-over.ts';
import { openTelephone } from './fixtures/telephone.ts';
import { letGoAt, sweepCalls } from './unfinished.ts';

const START = '2026-03-31T10:15:00+01:00';
const database = await openTestDatabase<Tables>(migrations);
const telephone = await openTelephone(database, START);
const { program } = telephone;
const { desk, clock } = telephone.room;

async function callOf(who = desk.adviser) {
  const window = telephone.window(who);
  await window.open('/desk/calls/new');
  return window.press('Start the call');
}
const idOf = (url: string): string => url.split('/')[3]?.split('#')[0] ?? '';
const row = (id: string) =>
  desk.look((tx) => tx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const facts = (callId: string) =>
  desk.look(async (tx) =>
    (await tx.selectFrom('facts').select('data').where('code', '=', 'call-taken-over').execute()).filter(
      ({ data }) => (data as { call: string }).call === callId,
    ),
  );
const hannah = { service: 'mediation', firstNames: 'Hannah', lastName: 'Okafor', who: 'parent' };

test('a manager goes on with a call, and the other window is told at its next save, with what it had typed', async () => {
  const call = await callOf();
  await call.press('Save', hannah);
  const id = idOf(call.url);
  const list = await telephone.window(desk.manager).open('/desk/calls');
  const theirs = await list.press('Take over', {}, `take-over-${id}`);
  expect(theirs.url).toBe(`/desk/calls/${id}`);
  expect(theirs.text()).toContain('Hannah Okafor');
  expect(await row(id)).toMatchObject({
    account_id: desk.manager.accountId,
    taken_over_from: desk.adviser.accountId,
    taken_over_at: '2026-03-31T09:15:00Z',
  });
  expect(await facts(id)).toEqual([{ data: { call: id, from: desk.adviser.accountId } }]);

  await theirs.press('Save', { lastName: 'Okafor-Manager' });
  await call.press('Save', { lastName: 'Okafor-Adviser' });
  expect(call.status).toBe(409);
  expect(call.text()).toContain('Maeve Donnelly took over this call at 10:15am');
  expect(call.text('clash')).toContain('Okafor-Manager');
  expect(call.text('clash')).toContain('Okafor-Adviser');
  expect((await row(id)).answers).toMatchObject({ lastName: 'Okafor-Manager' });

  await call.open(`/desk/calls/${id}`);
  expect(call.status).toBe(200);
  expect(call.text()).toContain('There is nothing of yours that is not in it.');
});

test('after a second take-over every window before is told, each with what it had typed', async () => {
  const call = await callOf();
  await call.press('Save', { ...hannah, firstNames: 'Rosa', lastName: 'Twice' });
  const id = idOf(call.url);
  await takeOverCall(program, desk.manager, { actId: newId(), callId: id });
  const first = await telephone.window(desk.manager).open(`/desk/calls/${id}`);
  const second = { ...desk.otherAdviser, roles: ['manager'] as const };
  const { accountId } = second;
  const staff = database.kysely.updateTable('staff').where('account_id', '=', accountId);
  await staff.set({ roles: ['adviser', 'manager'] }).execute();
  expect(await takeOverCall(program, second, { actId: newId(), callId: id })).toMatchObject({ done: true });
  await staff.set({ roles: ['adviser'] }).execute();
  await call.press('Save', { lastName: 'Twice-First' });
  expect(call.status).toBe(409);
  expect(call.text('clash')).toContain('Twice-First');
  await first.press('Save', { lastName: 'Twice-Second' });
  expect(first.status).toBe(409);
  expect(first.text('clash')).toContain('Twice-Second');
  const never = await telephone.window(desk.notIndependent).open(`/desk/calls/${id}`);
  expect(never.status).toBe(404);
  expect((await row(id)).answers).toMatchObject({ lastName: 'Twice' });
});

test('only a manager takes over, only what is open, and never their own', async () => {
  const call = await callOf();
  const id = idOf(call.url);
  const take = (who = desk.manager) => takeOverCall(program, who, { actId: newId(), callId: id });
  expect(await take(desk.otherAdviser)).toEqual({ refused: 'not-a-manager' });
  expect((await telephone.window(desk.otherAdviser).open('/desk/calls')).body).not.toContain('Take over');
  expect(await take()).toMatchObject({ done: true });
  expect(await take()).toEqual({ refused: 'is-your-own' });
  await database.kysely
    .updateTable('calls')
    .set({ ended_at: START, outcome: 'nothing-to-record', answers: '{}' as never, account_id: desk.adviser.accountId })
    .where('id', '=', id)
    .execute();
  expect(await take()).toEqual({ refused: 'has-ended' });
});

test('a call of yesterday stands among the unfinished ones, with the day on which it is let go', async () => {
  clock.set('2026-03-30T16:00:00+01:00');
  const call = await callOf(desk.otherAdviser);
  await call.press('Save', hannah);
  clock.set(START);
  const list = await telephone.window(desk.otherAdviser).open('/desk/calls');
  expect(list.text('unfinished')).toContain('Hannah Okafor');
  expect(list.text('unfinished')).toContain('What was typed is let go on Mon 13 Apr 2026, 4:00pm');
  expect(list.text('open')).not.toContain('Hannah Okafor');
});

test('after two weeks an unfinished call is let go; one of which a contact was made never is', async () => {
  clock.set('2026-02-01T10:00:00Z');
  const [empty, begun] = [await callOf(), await callOf()];
  await empty.press('Save', hannah);
  await database.kysely
    .updateTable('calls')
    .set({ finishing_at: '2026-02-01T10:05:00Z' })
    .where('id', '=', idOf(begun.url))
    .execute();
  const sweep = () => sweepCalls(program, desk.serviceId);
  clock.set('2026-02-15T09:59:59Z');
  expect(await sweep()).toBe(0);
  clock.set(
    letGoAt(clock.now())
      .subtract({ hours: 14 * 24 })
      .add({ seconds: 1 })
      .toString(),
  );
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect(await row(idOf(empty.url))).toMatchObject({ outcome: 'never-finished', answers: {} });
  expect(await row(idOf(begun.url))).toMatchObject({ ended_at: null, outcome: null });
  await empty.open(`/desk/calls/${idOf(empty.url)}`);
  expect(empty.text()).toContain('Nobody finished it, so nothing of it was kept.');
  clock.set(START);
});

test.each(['07700 900456', '+44 (0)7700 900456', '07700-900456'])(
  'a caller from %s may be known: only the desk is told, and the caller is recognised first',
  async (number) => {
    clock.set(START);
    const earlier = await callOf();
    await earlier.press('Save', { ...hannah, lastName: 'Numbered', phone: '07700 900456' });
    await earlier.press('Record');
    const call = await callOf();
    await call.press('Save', { service: 'mediation', phone: number });
    expect(call.text('watch')).toContain('Same telephone number. Do not say so.');
    expect(call.has('recognise')).toBe(true);
    await call.press('Save', { phone: '07700 900457' });
    expect(call.text('watch')).not.toContain('Same telephone number');
  },
);
