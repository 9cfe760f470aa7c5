// The nightly sweep: old traces of signing in go, what is in use stays.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeTown, type Town } from './fixtures/town.ts';
import { sweepSignIn } from './sweep.ts';

const database = await openTestDatabase<Tables>(migrations);

const left = (town: Town) =>
  town.desk.look(async (tx) => {
    const count = async (table: 'sessions' | 'sign_in_links' | 'sign_in_requests' | 'passkey_challenges') =>
      (await tx.selectFrom(table).select('service_id').where('service_id', '=', town.desk.serviceId).execute()).length;
    return {
      sessions: await count('sessions'),
      links: await count('sign_in_links'),
      requests: await count('sign_in_requests'),
      challenges: await count('passkey_challenges'),
    };
  });

test('what is in use stays, the rest goes in its time, and another service is not touched', async () => {
  const [town, other] = [await makeTown(database), await makeTown(database)];
  for (const one of [town, other]) {
    const browser = one.browser();
    await browser.signInByLink(one, one.adviserEmail);
    const page = await browser.get('/sign-in');
    await browser.press(
      page.body.replaceAll('action="/sign-in"', 'action="/sign-in/passkey/options"'),
      '/sign-in/passkey/options',
    );
  }
  const sweep = () => sweepSignIn(town.program, town.desk.serviceId);
  await sweep();
  expect(await left(town)).toEqual({ sessions: 1, links: 1, requests: 1, challenges: 1 });
  town.later({ hours: 25 });
  await sweep();
  expect(await left(town)).toEqual({ sessions: 1, links: 0, requests: 0, challenges: 0 });
  town.later({ hours: 24 * 91 });
  await sweep();
  await sweep();
  expect(await left(town)).toEqual({ sessions: 0, links: 0, requests: 0, challenges: 0 });
  expect(await left(other)).toEqual({ sessions: 1, links: 1, requests: 1, challenges: 1 });
});

test('the secret goes out of a kept letter once its link is over, and not before', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await browser.submit('/sign-in', '/sign-in', { address: town.adviserEmail });
  const link = await town.linkTo(town.adviserEmail);
  const secret = link.split('/').at(-1) ?? 'no secret';
  const kept = async () => (await town.lettersTo(town.adviserEmail)).at(-1);
  const sweep = () => sweepSignIn(town.program, town.desk.serviceId);
  town.later({ minutes: 14 });
  await sweep();
  expect(await town.linkTo(town.adviserEmail)).toBe(link);
  town.later({ minutes: 2 });
  await sweep();
  await sweep();
  const letter = await kept();
  expect(JSON.stringify(letter)).not.toContain(secret);
  expect(letter?.body_text).toContain('/sign-in/link/this-link-is-over');
  expect(letter?.body_text).toContain('You asked for a link.');
});
