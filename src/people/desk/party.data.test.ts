// The page about who the party is: before the right passes the young person is heard; from the day on the party is recorded.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { day, moment, openCase, refusedToAssess } from '../../../test/support/contact.ts';
import { errorsOf, fieldsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';

const before = await openDesk(await openTestDatabase<Tables>(migrations), '2026-05-20T11:00:00+01:00');
const onTheDay = await openDesk(await openTestDatabase<Tables>(migrations), '2026-06-29T09:30:00+01:00');

const open = ({ desk }: typeof before) =>
  openCase(desk.at('2026-05-20T10:00:00+01:00'), desk, {
    reachedAt: moment('2026-05-20T09:50:00+01:00'),
    child: { firstNames: 'Aisha', lastName: 'Okafor', born: day('2010-03-04') },
    decision: { ...refusedToAssess, dated: day('2026-05-06'), sent: null },
  });

test('before the day the case says what is coming, and takes the young person’s own contact and wishes', async () => {
  const { reference } = await open(before);
  const path = `/desk/cases/${reference}`;
  const { body } = await before.get(before.desk.adviser, path);
  expect(wordsOf(body)).toContain('From Sat 27 Jun 2026 the right is Aisha’s own: ask who the party is');
  const today = wordsOf((await before.get(before.desk.adviser, '/desk?days=all')).body);
  expect(today).toContain('The right is Aisha’s own: ask who the party is');

  const answers = { email: 'aisha@family.example.org', safe: 'email', appeal: 'yes', channel: 'call' };
  expect(await before.send(before.desk.adviser, `${path}/party`, answers)).toMatchObject({ status: 303 });
  const page = await before.get(before.desk.adviser, `${path}/party`);
  expect(wordsOf(page.body)).toContain('Wed 20 May 2026: to appeal, yes.');
});

test('on the day the party is recorded; what is missing is said at its field, and nothing typed is lost', async () => {
  const { reference, participationId } = await open(onTheDay);
  const path = `/desk/cases/${reference}`;
  const send = (answers: Record<string, string>) => onTheDay.send(onTheDay.desk.adviser, `${path}/party`, answers);
  const typed = { party: 'young-person', telephone: '07700 900177', channel: 'call' };
  const asked = await send(typed);
  expect(asked.status).toBe(422);
  expect(errorsOf(asked.body)).toEqual([
    'Choose for each parent what becomes of their part. It is the young person’s choice.',
  ]);
  expect(fieldsOf(asked.body)['telephone']).toBe('07700 900177');
  expect(errorsOf((await send({ ...typed, party: 'alternative-person' })).body)).toEqual([
    'Say on what basis this person acts for the young person, for example deputy, attorney or parent.',
  ]);
  const done = await send({ ...typed, [`former-${participationId}`]: 'steps-back' });
  expect(done).toMatchObject({ status: 303, to: `${path}?done=party-recorded` });
  const { body } = await onTheDay.get(onTheDay.desk.adviser, path);
  expect(wordsOf(body)).toContain('Right-holder Aisha Okafor, young person');
  expect(wordsOf(body)).toContain('Give Aisha the mediation information');
  expect((await onTheDay.get(onTheDay.desk.adviser, `${path}/party`)).status).toBe(404);
  expect(headingOf(body)).toContain('Aisha Okafor, 16');
});
