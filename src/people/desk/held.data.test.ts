// A changed address at the desk: every page says what waits, until when and why; a second person agrees and it goes.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { openDesk, errorsOf, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { newCase, type CaseChanges } from '../../../test/support/ready-case.ts';
import { inFours } from '../../kit/reference.ts';

const database = await openTestDatabase<Tables>(migrations);
const server = await openDesk(database, '2026-04-01T11:00:00+01:00');
const { desk } = server;
const other = desk.administrator;

async function changed(changes: CaseChanges = {}) {
  const of = await newCase(database.kysely, desk, changes);
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  const path = `/desk/cases/${inFours(reference).replaceAll(' ', '')}`;
  const person = `${path}/people/${of.participationId}`;
  await server.send(desk.adviser, `${person}/contact-points?kind=email`, {
    value: 'new@family.example',
    messageSafe: 'yes',
  });
  return { ...of, path, person, held: `${person}/held-papers` };
}

test('the case, the issue page, the letter and today say that papers wait, until when, and what to do', async () => {
  const { path, caseId } = await changed();
  const wait = 'Papers to the new e-mail address wait until 11:00am on Thursday 2 April 2026.';
  const words = async (url: string, who = desk.adviser) => wordsOf((await server.get(who, url)).body);
  expect(await words(path)).toContain(`${wait} It was changed within the last day.`);
  expect(await words(path)).toContain('You changed it, so a colleague has to agree.');
  expect(await words(path, other)).toContain('Is it right? Then you can agree.');
  const issue = await words(`${path}/certificate`);
  expect(issue).toContain('The papers wait until 11:00am on Thursday 2 April 2026');
  expect(issue).not.toContain('That is too late');
  const issued = await server.send(desk.adviser, `${path}/certificate`, { way: 'email' });
  expect(issued.to).toMatch(/done=issued-waits$/);
  expect(await words(path)).toContain('waits until Thu 2 Apr 2026, 11:00am');
  expect(await words('/desk')).toContain('1 letter waits until Thu 2 Apr 2026, 11:00am, or a second person agrees');
  const letter = await desk.look((tx) =>
    tx
      .selectFrom('letters')
      .select('id')
      .where('case_id', '=', caseId)
      .where('template', '=', 'certificate')
      .executeTakeFirstOrThrow(),
  );
  expect(await words(`/desk/letters/${letter.id}`)).toContain('They wait until 11:00am on Thursday 2 April 2026');
});

test('a pack to a changed address is marked on today until it may go', async () => {
  const of = await newCase(database.kysely, desk, {});
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  const path = `/desk/cases/${reference}`;
  const issued = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  expect(issued.status).toBe(303);
  await server.drain();
  const pack = async () => wordsOf((await server.get(other, '/desk')).body);
  expect(await pack()).toMatch(/To post: \d/);
  expect(await pack()).not.toContain('Waits until');
  await server.send(desk.adviser, `${path}/people/${of.participationId}/contact-points?kind=post`, {
    value: '2 New Street\nBirkenhead\nCH42 2BB',
    messageSafe: 'yes',
  });
  expect(await pack()).toMatch(/To post: \d.* Waits until Thu 2 Apr 2026, 11:00am .* Look :/);
});

test('the page of a change asks whether the old postal address may be told, and the held page says who was, and how', async () => {
  const of = await newCase(database.kysely, desk, { email: null });
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  const person = `/desk/cases/${reference}/people/${of.participationId}`;
  const change = (street: string, answers = {}) =>
    server.send(desk.adviser, `${person}/contact-points?kind=post`, {
      value: `${street}\nBirkenhead\nCH42 2BB`,
      messageSafe: 'yes',
      ...answers,
    });
  const held = async () => wordsOf((await server.get(other, `${person}/held-papers`)).body);
  const asked = (await server.get(desk.adviser, `${person}/contact-points?kind=post`)).body;
  expect(wordsOf(asked)).toContain('It is safe to post a note of this change to the postal address that we hold now');
  expect(/<input[^>]*name="mayPostNote"[^>]*>/.exec(asked)?.[0]).not.toContain('checked');

  await change('2 New Street');
  expect(await held()).toContain('Nobody was told of the change');
  server.clock.set('2026-04-01T11:30:00+01:00');
  await change('3 New Street', { mayPostNote: 'yes' });
  expect(await held()).toContain('A note to the postal address from before is not posted yet. It may arrive after');
  await server.drain();
  const note = await desk.look((tx) =>
    tx
      .selectFrom('letters')
      .select('id')
      .where('case_id', '=', of.caseId)
      .where('template', '=', 'contact-changed')
      .executeTakeFirstOrThrow(),
  );
  const pack = wordsOf((await server.get(other, `/desk/packs/${note.id}`)).body);
  expect(pack).toContain('2. Post it, then say so');
  expect(pack).toContain('Do not post it');
  expect(pack).not.toContain('Made for an earlier address');
  await server.send(other, `/desk/packs/${note.id}`, {});
  expect(await held()).toContain('from before was posted on Wednesday 1 April 2026.');
  server.clock.set('2026-04-01T11:00:00+01:00');
});

test('by e-mail the held page names the address that was told', async () => {
  const { held } = await changed();
  const words = async () => wordsOf((await server.get(other, held)).body);
  expect(await words()).toContain('hannah@family.example is being told by e-mail.');
  await server.drain();
  expect(await words()).toContain('hannah@family.example was told by e-mail, Wed 1 Apr 2026, 11:00am.');
});

test('the page of another change warns that one was made within the day, and names the number before', async () => {
  const { person } = await changed();
  const page = async () => wordsOf((await server.get(desk.adviser, `${person}/contact-points?kind=telephone`)).body);
  expect(await page()).toContain('Their e-mail address was changed, Wed 1 Apr 2026, 11:00am.');
  expect(await page()).toContain('There is no telephone number from before. Ask for the family’s safe word');
  server.clock.set('2026-04-02T11:00:00+01:00');
  expect(await page()).not.toContain('be careful');
  await server.send(desk.adviser, `${person}/contact-points?kind=telephone`, {
    value: '01632 960 001',
    messageSafe: 'yes',
  });
  server.clock.set('2026-04-04T11:00:00+01:00');
  await server.send(desk.adviser, `${person}/contact-points?kind=telephone`, {
    value: '01632 960 002',
    messageSafe: 'yes',
  });
  const mail = wordsOf((await server.get(desk.adviser, `${person}/contact-points?kind=email`)).body);
  expect(mail).toContain('Ring back to the number before: 01632 960 001');
  server.clock.set('2026-04-01T11:00:00+01:00');
});

test('a wait past the last safe day says plainly that a second person should agree', async () => {
  // Section I alone: the certificate adds no time, and the two months end on 2 April.
  const decision = { kind: 'placement', sections: ['I'], dated: '2026-02-02', sent: '2026-02-02' } as const;
  const { path } = await changed({ decision: { ...decision, sections: [...decision.sections] } });
  expect(wordsOf((await server.get(desk.adviser, `${path}/certificate`)).body)).toContain(
    'That is too late: it passes the last safe day for the appeal. A second person should look at the change and agree now.',
  );
});

test('a colleague agrees after a passkey; whoever changed it is refused kindly', async () => {
  const { held, path, caseId } = await changed();
  expect((await server.get({ ...other, steppedUp: false }, held)).to).toBe('/desk/step-up');
  const page = wordsOf((await server.get(other, held)).body);
  expect(page).toContain('Changed by Leah Brennan.');
  expect(errorsOf((await server.send(desk.adviser, held, {})).body)).toEqual([
    'You changed this address, so somebody else at the desk has to agree.',
  ]);
  expect(await server.send(other, held, {})).toMatchObject({ status: 303, to: `${path}?done=papers-agreed` });
  expect(wordsOf((await server.get(desk.adviser, path)).body)).not.toContain('Papers to the new e-mail address wait');
  expect(errorsOf((await server.send(desk.manager, held, {})).body)).toEqual([
    'Nothing waits here any more. Somebody may have agreed already, or the day is over.',
  ]);
  const sentences = await desk.look((tx) =>
    tx.selectFrom('facts').select('code').where('case_id', '=', caseId).execute(),
  );
  expect(sentences.map(({ code }) => code)).toContain('held-papers-agreed');
});

test('an e-mail that waits is posted instead, to the address that was not changed', async () => {
  const { path, caseId } = await changed();
  await server.send(desk.adviser, `${path}/certificate`, { way: 'email' });
  const letters = () =>
    desk.look((tx) =>
      tx
        .selectFrom('letters')
        .select(['id', 'channel', 'state'])
        .where('case_id', '=', caseId)
        .where('template', '=', 'certificate')
        .orderBy('channel')
        .execute(),
    );
  const [email] = await letters();
  await server.send(desk.adviser, `/desk/letters/${email?.id}`, { how: 'post' });
  expect(await letters()).toMatchObject([
    { channel: 'email', state: 'cancelled' },
    { channel: 'post', state: 'to-post' },
  ]);
});

test('a pack to a changed postal address is not printed and not marked until somebody agrees', async () => {
  const { path, caseId, person, held } = await changed();
  await server.send(other, held, {});
  await server.send(desk.adviser, `${person}/contact-points?kind=post`, {
    value: '2 Example Road\nBirkenhead\nCH41 0AA',
    messageSafe: 'yes',
  });
  await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const { id } = await desk.look((tx) =>
    tx
      .selectFrom('letters')
      .select('id')
      .where('case_id', '=', caseId)
      .where('channel', '=', 'post')
      .executeTakeFirstOrThrow(),
  );
  expect((await server.get(other, `/desk/packs/${id}/print`)).to).toBe(`/desk/packs/${id}`);
  const offered = wordsOf((await server.get(other, path)).body);
  expect(offered).toContain('waits until Thu 2 Apr 2026, 11:00am Why');
  expect(offered).not.toContain('Post it');
  const pack = wordsOf((await server.get(other, `/desk/packs/${id}`)).body);
  expect(pack).toContain('Not yet: its papers wait.');
  expect(pack).not.toContain('Mark it as posted');
  expect(wordsOf((await server.get(other, '/desk/packs')).body)).toContain('waits until Thu 2 Apr 2026, 11:00am');
  const today = { 'postedOn-day': '1', 'postedOn-month': '4', 'postedOn-year': '2026' };
  expect(errorsOf((await server.post(other, `/desk/packs/${id}/posted`, today)).body)).toEqual([
    'The address was changed within the last day, so its papers wait. A colleague who did not change it can agree that they go now. Otherwise they wait until 11:00am on Thursday 2 April 2026.',
  ]);
  await server.send(other, held, {});
  expect((await server.send(other, `/desk/packs/${id}`, {})).status).toBe(303);
});

test('a pack that was made before the change can still be marked, for a day before it', async () => {
  const of = await newCase(database.kysely, desk, { email: null });
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  await server.send(desk.adviser, `/desk/cases/${reference}/certificate`, { way: 'post' });
  await server.drain();
  server.clock.set('2026-04-01T11:30:00+01:00');
  await server.send(desk.adviser, `/desk/cases/${reference}/people/${of.participationId}/contact-points?kind=post`, {
    value: '2 New Street\nBirkenhead\nCH42 2BB',
    messageSafe: 'yes',
  });
  const { id } = await desk.look((tx) =>
    tx.selectFrom('letters').select('id').where('case_id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  const words = wordsOf((await server.get(other, `/desk/packs/${id}`)).body);
  expect(words).not.toContain('2. Post it, then say so');
  expect(words).toContain('Posted before the address was changed?');
  expect(words).toContain('Otherwise it waits until 11:30am on Thursday 2 April 2026.');
  server.clock.set('2026-04-01T11:00:00+01:00');
});
