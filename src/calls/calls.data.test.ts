// The call page through its server, without script: from the ring to the certificate, and everything that can go wrong on the way.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { coreCodes } from '../advice/script.ts';
import { openTelephone } from './fixtures/telephone.ts';

const database = await openTestDatabase<Tables>(migrations);
const telephone = await openTelephone(database, '2026-03-31T10:15:00+01:00');
const { desk, clock } = telephone.room;
const post = ['14 Example Road', 'Birkenhead', 'CH41 0ZZ'].join('\n');

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const hannah = {
  firstNames: 'Hannah',
  lastName: 'Okafor',
  who: 'parent',
  childFirstNames: 'Tobi',
  childLastName: 'Okafor',
  ...date('born', '14', '9', '2018'),
  authority: desk.authorityId,
};

async function callOf(who = desk.adviser) {
  const window = telephone.window(who);
  await window.open('/desk/calls/new');
  return window.press('Start the call');
}

const idOf = (url: string): string => url.split('/')[3]?.split('#')[0] ?? '';
const row = (id: string) =>
  desk.look((tx) => tx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const caseOf = async (id: string) => {
  const { case_id: caseId } = await row(id);
  if (!caseId) throw new Error('the call opened no case');
  return desk.look(async (tx) => ({
    id: caseId,
    row: await tx.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    facts: (await tx.selectFrom('facts').select('code').where('case_id', '=', caseId).orderBy('seq').execute()).map(
      ({ code }) => code,
    ),
    certificates: await tx.selectFrom('certificates').selectAll().where('case_id', '=', caseId).execute(),
    clocks: await tx
      .selectFrom('clocks')
      .select(['kind', 'deadline', 'state'])
      .where('case_id', '=', caseId)
      .where('state', '=', 'running')
      .execute(),
  }));
};

test('Hannah rings with the letter in her hand: from the ring to a certificate in 16 point by post, step by step, without script', async () => {
  clock.set('2026-03-31T10:15:00+01:00');
  const call = await callOf();
  expect(call.now).toBe('step-1');
  await call.press('Save', { service: 'mediation' });
  expect([call.now, call.url.split('#')[1]]).toEqual(['step-2', 'step-2']);
  await call.press('Save', hannah);
  expect(call.now).toBe('step-3');
  expect(call.text('step-2')).toContain('Hannah Okafor, parent of Tobi Okafor, born 14 September 2018. Wirral Council');
  await call.press('Save', { phone: '07700 900123', safe: ['message', 'post'], address: post, formats: 'large-print' });
  expect(call.now).toBe('step-4');
  await call.press('Save', { ...date('dated', '5', '3', '2026'), decision: 'refuse-to-assess', seen: 'yes' });
  expect(call.text('panel')).toContain('Mediation, certificate needed');
  expect(call.text('panel')).toContain('s.51(2)(a). A certificate comes first: s.55(3).');
  expect(call.text('panel')).toMatch(/Contact us by ✓ this call is in time Tue 5 May 2026 35 days left/);
  expect(call.text('panel')).toContain('appeal by Tue 5 May 2026 , 5pm. Send by Mon 27 Apr 2026');
  expect(call.text('dates-aloud')).toBe('Your date: Tue 5 May 2026, 5pm');
  await call.press('Save', { said: coreCodes });
  await call.press('Save', { appeal: 'yes' });
  await call.press('Save', { mediate: 'no' });
  expect(call.now).toBe('step-9');
  expect(call.text('read-back')).toContain('O-K-A-F-O-R');
  await call.press('Prepare certificate for the post', { readBack: ['names', 'way'] });

  expect(call.text()).toContain('Certificate ready to print and post');
  expect(call.text('say')).toContain('Appeal, received by Tuesday 5 May 2026');
  const id = idOf(call.url);
  const { row: found, facts, certificates } = await caseOf(id);
  expect(found).toMatchObject({
    contact_on: '2026-03-31',
    road: 'mediation',
    owner_account_id: desk.adviser.accountId,
  });
  expect(certificates).toMatchObject([{ state: 'prepared', dated: '2026-03-31', limb: 'information' }]);
  expect(facts).toEqual(
    expect.arrayContaining([
      'contact-made',
      'information-given',
      'wish-to-appeal-said',
      'wish-to-mediate-said',
      'certificate-prepared',
    ]),
  );
  expect(await row(id)).toMatchObject({ outcome: 'certificate-prepared', answers: {} });
});
