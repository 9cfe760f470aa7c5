// Letters at the desk: a pack without papers is printed and posted; a letter that went wrong is put right, once.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { aContact } from '../../../test/support/contact.ts';
import { errorsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { certificateRefusalWords } from '../../certificates/certificate.ts';
import { newCase } from '../../../test/support/ready-case.ts';
import { giveInformation } from '../../advice/commands.ts';
import { coreCodes } from '../../advice/script.ts';
import { newId } from '../../kit/ids.ts';
import type { NewPoint } from '../../people/person.ts';
import { recordContact } from '../../referrals/commands.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk, web } = server;
const email: NewPoint = { kind: 'email', value: 'hannah@family.example.org', messageSafe: true };
const post: NewPoint = {
  kind: 'post',
  value: '1 Example Road',
  postalLines: ['1 Example Road', 'CH41 1AA'],
  messageSafe: true,
};

/** A case whose information went in writing to the first of these points. */
const informed = (...points: NewPoint[]) => informedAs('Hannah', points);

async function informedAs(firstNames: string, points: readonly NewPoint[]) {
  const opened = await recordContact(
    web,
    desk.adviser,
    aContact(desk, { rightHolder: { firstNames, lastName: 'Okafor', capacity: 'parent', points } }),
  );
  if ('refused' in opened) throw new Error(opened.refused);
  const [holder] = await desk.look((tx) =>
    tx.selectFrom('participations').select('id').where('case_id', '=', opened.caseId).execute(),
  );
  await giveInformation(web, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    participationId: holder?.id ?? '',
    channel: 'call',
    said: coreCodes,
  });
  const [letter] = await lettersOf(opened.caseId);
  return { caseId: opened.caseId, path: `/desk/cases/${opened.reference}`, letterId: letter?.id ?? '' };
}
const lettersOf = (caseId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('letters')
      .select(['id', 'state', 'channel', 'to_address'])
      .where('case_id', '=', caseId)
      .orderBy('queued_at')
      .orderBy('id')
      .execute(),
  );
const goWrong = (letterId: string, state: 'failed' | 'bounced' = 'bounced') =>
  server.room.database.kysely
    .updateTable('letters')
    .set({ state, failure: 'mailbox-full' })
    .where('id', '=', letterId)
    .execute();

test('a letter by post stands in the packs, is printed under its address, and leaves the list when it is posted', async () => {
  const { path, letterId, caseId } = await informed(post);
  expect(wordsOf((await server.get(desk.administrator, `/desk/packs/${letterId}`)).body)).toContain(
    'Its papers are being made.',
  );
  await server.drain();
  expect(wordsOf((await server.get(desk.administrator, '/desk/packs')).body)).toContain(
    'Mediation information in writing',
  );
  expect(wordsOf((await server.get(desk.administrator, `/desk/packs/${letterId}`)).body)).toMatch(
    /Address sheet \(1 page\).*Letter \(\d pages\)/,
  );
  expect((await server.get(desk.administrator, `/desk/packs/${letterId}/print`)).body).toContain('%PDF-');
  const posted = await server.send(desk.administrator, `/desk/packs/${letterId}`, {});
  expect(posted).toMatchObject({ status: 303, to: `${path}?done=posted` });
  expect(await lettersOf(caseId)).toMatchObject([{ state: 'posted' }]);
  expect(wordsOf((await server.get(desk.administrator, '/desk/packs')).body)).toContain('Nothing waits for the post.');
  const again = await server.send(desk.administrator, `/desk/packs/${letterId}`, {});
  expect(errorsOf(again.body)).toEqual(['This letter is not waiting to be posted.']);
});

test('a pack whose paper could not be made says so, and leads to where it is tried again', async () => {
  const { letterId, caseId } = await informed(post);
  const paper = await server.room.database.kysely
    .updateTable('papers')
    .set({ failure: 'PdfTemplateFailed', next_try_at: 'infinity' })
    .where('case_id', '=', caseId)
    .where('kind', '=', 'letter')
    .returning('id')
    .executeTakeFirstOrThrow();
  const { body } = await server.get(desk.administrator, `/desk/packs/${letterId}`);
  expect(wordsOf(body)).toContain('It could not be made.');
  expect(wordsOf(body)).not.toContain('being made');
  expect(body).toContain(`href="/desk/papers/${paper.id}/again"`);
  expect((await server.get(desk.administrator, `/desk/papers/${paper.id}/again`)).status).toBe(200);
});

const moveTo = (path: string, participationId: string, lines: string) =>
  server.send(desk.adviser, `${path}/people/${participationId}/contact-points?kind=post`, {
    value: lines,
    messageSafe: 'yes',
  });

test('a pack made before the address was changed says so, and is made again for the address of today', async () => {
  const { letterId, caseId, path } = await informed(post);
  await server.drain();
  const page = async (who: string) => wordsOf((await server.get(desk.administrator, `/desk/packs/${who}`)).body);
  expect(await page(letterId)).not.toContain('earlier address');
  expect((await server.post(desk.administrator, `/desk/packs/${letterId}/date`, { _act: newId() })).status).toBe(404);
  const part = await desk.look((tx) =>
    tx.selectFrom('participations').select('id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  );
  await moveTo(path, part.id, '2 New Street\nCH42 2BB');
  expect(await page(letterId)).toContain('Made for an earlier address');
  expect(wordsOf((await server.get(desk.administrator, '/desk/packs')).body)).toContain('made for an earlier address');
  expect(await server.send(desk.administrator, `/desk/packs/${letterId}`, {})).toMatchObject({
    status: 303,
    to: '/desk/packs?done=packed-again',
  });
  await server.drain();
  const letters = (await lettersOf(caseId)).filter(({ channel }) => channel === 'post');
  expect(letters.map(({ id, state }) => [id === letterId, state]).toSorted()).toEqual([
    [false, 'to-post'],
    [true, 'cancelled'],
  ]);
  const fresh = letters.find(({ id }) => id !== letterId)?.id ?? '';
  expect(await page(fresh)).toContain('2 New Street CH42 2BB');
  expect(await page(fresh)).not.toContain('earlier address');
});

test('a prepared certificate packed for an earlier address is packed again, also on the day that it bears', async () => {
  const of = await newCase(server.room.database.kysely, desk, {});
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  const path = `/desk/cases/${reference}`;
  await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const packs = async () => (await lettersOf(of.caseId)).filter(({ channel }) => channel === 'post');
  const [first] = await packs();
  const again = `/desk/packs/${first?.id}/date`;
  expect(errorsOf((await server.post(desk.adviser, again, { _act: newId() })).body)).toEqual([
    certificateRefusalWords['dated-so-already'],
  ]);
  await moveTo(path, of.participationId, '3 New Street\nCH42 2BB');
  expect((await server.post(desk.adviser, again, { _act: newId() })).to).toMatch(
    /^\/desk\/packs\/[^?]+\?done=packed-again$/,
  );
  expect((await packs()).map(({ state }) => state === 'cancelled').toSorted()).toEqual([false, true]);
});

test('a letter that no font can print is printed in words from its page', async () => {
  const { letterId } = await informedAs('ᚺᚨᚾᚾᚨ', [post]);
  const sheet = wordsOf((await server.get(desk.administrator, `/desk/packs/${letterId}/print`)).body);
  expect(sheet).toContain('ᚺᚨᚾᚾᚨ Okafor 1 Example Road CH41 1AA');
  expect(sheet).not.toContain('this e-mail');
});

test('a letter gone wrong goes again to the address as it is now', async () => {
  const { letterId, caseId, path } = await informed(email);
  await goWrong(letterId);
  expect(wordsOf((await server.get(desk.adviser, '/desk/letters/gone-wrong')).body)).toContain('mailbox full');
  expect(wordsOf((await server.get(desk.adviser, '/desk')).body)).toContain('Letters gone wrong: 1');
  const { body } = await server.get(desk.adviser, `/desk/letters/${letterId}`);
  expect(headingOf(body)).toBe('Mediation information in writing: it did not arrive');
  expect(errorsOf((await server.send(desk.adviser, `/desk/letters/${letterId}`, {})).body)).toEqual([
    'Choose how it is put right.',
  ]);
  expect(await server.send(desk.adviser, `/desk/letters/${letterId}`, { how: 'email' })).toMatchObject({
    status: 303,
    to: `${path}?done=letter-settled`,
  });
  expect((await lettersOf(caseId)).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'queued']);
  expect(wordsOf((await server.get(desk.adviser, '/desk/letters/gone-wrong')).body)).toContain('No letter went wrong.');
  const twice = await server.send(desk.adviser, `/desk/letters/${letterId}`, { how: 'email' });
  expect(errorsOf(twice.body)).toEqual([
    'This letter is not one that went wrong. Somebody may have put it right already.',
  ]);
});

test('it is posted instead where a postal address is safe, and not otherwise', async () => {
  const both = await informed(email, post);
  await goWrong(both.letterId);
  await server.send(desk.adviser, `/desk/letters/${both.letterId}`, { how: 'post' });
  expect(await lettersOf(both.caseId)).toContainEqual(
    expect.objectContaining({ state: 'waiting-for-papers', channel: 'post' }),
  );
  const one = await informed(email);
  await goWrong(one.letterId, 'failed');
  expect(errorsOf((await server.send(desk.adviser, `/desk/letters/${one.letterId}`, { how: 'post' })).body)).toEqual([
    'There is no address of theirs that is safe to use. Add one first.',
  ]);
});

test('it was seen to in another way, which the case remembers', async () => {
  const { letterId, path } = await informed(email);
  await goWrong(letterId);
  await server.send(desk.adviser, `/desk/letters/${letterId}`, { how: 'seen-to' });
  expect(wordsOf((await server.get(desk.adviser, path)).body)).toContain(
    'did not reach them. It was taken back, or seen to in another way.',
  );
});

test('a letter by e-mail is no pack, and one that is not ours is not there', async () => {
  const { letterId } = await informed(email);
  expect((await server.get(desk.adviser, `/desk/packs/${letterId}`)).status).toBe(404);
  expect((await server.get(desk.adviser, `/desk/letters/${newId()}`)).status).toBe(404);
});

test('nothing broke behind any of these pages', () => expect(server.defects).toEqual([]));
