// Certificates at the desk: issued by e-mail or by post, sent again, corrected, withdrawn, registered, downloaded.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { errorsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { newId } from '../../kit/ids.ts';
import { joinCase } from '../../people/commands.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import type { CaseChanges } from '../../../test/support/ready-case.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk } = server;
const proved = { ...desk.adviser, steppedUp: true };
const unproved = { ...desk.adviser, steppedUp: false };

async function ready(changes: CaseChanges = {}) {
  const made = await server.newCase(changes);
  const { reference } = await desk.look((tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', made.caseId).executeTakeFirstOrThrow(),
  );
  return { ...made, path: `/desk/cases/${reference}` };
}

/** Nothing may go to them by post any more. */
async function withoutPost(personId: string) {
  await server.room.database.kysely
    .updateTable('contact_points')
    .set({ until_at: '2026-03-30T00:00:00Z' })
    .where('person_id', '=', personId)
    .where('kind', '=', 'post')
    .execute();
}

/** Issues by e-mail and gives the address of the certificate's page. */
async function issued(changes: CaseChanges = {}) {
  const made = await ready(changes);
  const sent = await server.send(desk.adviser, `${made.path}/certificate`, { way: 'email' });
  expect(sent.status).toBe(303);
  return { ...made, certificate: sent.to.split('?')[0] ?? '' };
}
const stateOf = async (caseId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('certificates')
      .select(['state', 'version', 'dated'])
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
  );

test('before anybody presses, the page says what it will say, how it goes and what each day means', async () => {
  const { path, personId } = await ready();
  expect(wordsOf((await server.get(desk.adviser, `${path}/certificate`)).body)).toContain(
    'By post: dated and issued on the day it is really posted',
  );
  await withoutPost(personId);
  const { body } = await server.get(desk.adviser, `${path}/certificate`);
  expect(headingOf(body)).toMatch(/^Issue the certificate of /);
  const words = wordsOf(body);
  expect(words).toContain('Today by e-mail, dated Tuesday 31 March 2026');
  expect(words).toContain('This is what it will say');
  expect(words).toContain('given when it is issued');
  expect(words).not.toContain('By post: dated');
  // The only way there is, is chosen already.
  expect(body).toMatch(/value="email"[^>]* checked/);
});

test('issued by e-mail, it is in the register, its papers are there and it can be checked', async () => {
  const { certificate, caseId } = await issued();
  expect(await stateOf(caseId)).toMatchObject({ state: 'issued', dated: '2026-03-31' });
  const { body } = await server.get(desk.adviser, `${certificate}?done=issued`);
  expect(wordsOf(body)).toContain('The certificate is issued: it is on the family’s page and on its way by e-mail.');
  expect(body).toMatch(/href="\/check\/[0-9A-Z]{8}\/[0-9A-Z]{12}"/);
  const [paper = ''] = /\/desk\/papers\/[0-9a-f-]{36}/.exec(body) ?? [];
  const pdf = await server.get(desk.administrator, paper);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.headers['content-disposition']).toMatch(/^attachment/);
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(wordsOf((await server.get(desk.administrator, '/desk/certificates')).body)).toContain(
    headingOf(body).slice(0, 9),
  );
});

test('with two right-holders the case says whose certificate and whose letter each line is about', async () => {
  const { path, caseId } = await issued();
  const participant = { firstNames: 'Peter', lastName: 'Okafor', capacity: 'parent', points: [] } as const;
  await joinCase(server.web, desk.adviser, {
    actId: newId(),
    caseId,
    participant,
    rightHolder: true,
    mayOpenThePage: false,
  });
  const words = wordsOf((await server.get(desk.adviser, path)).body);
  expect(words).toMatch(/Certificate issued, dated Tuesday 31 March 2026\. Tue 31 Mar 2026, \S+ · about Hannah Okafor/);
  expect(words).toMatch(
    /Certificate and covering letter: on its way by e-mail\. Tue 31 Mar 2026, \S+ · about Hannah Okafor/,
  );
  expect(words).toContain('Hannah’s certificate of Tue 31 Mar 2026: send again');
});

test.each([
  ['nothing chosen', { way: [] }, 'Choose how it goes.'],
  ['an address that is not there', { way: 'post' }, 'There is no postal address that is safe to use.'],
])('with %s it is not issued', async (_what, answers, error) => {
  const { path, caseId, personId } = await ready();
  await withoutPost(personId);
  const { status, body } = await server.send(desk.adviser, `${path}/certificate`, answers);
  expect(status).toBe(422);
  expect(errorsOf(body)).toEqual([error]);
  expect(await stateOf(caseId)).toBeUndefined();
});

test('pressed twice, it is issued once', async () => {
  const { path, caseId } = await ready();
  const act = '01a1f873-c8a0-772a-876b-5b7bc7f2ef57';
  const answers = { way: 'email', _act: act };
  const first = await server.post(desk.adviser, `${path}/certificate`, answers);
  expect(await server.post(desk.adviser, `${path}/certificate`, answers)).toMatchObject({ status: 303, to: first.to });
  const all = await desk.look((tx) =>
    tx.selectFrom('certificates').select('id').where('case_id', '=', caseId).execute(),
  );
  expect(all).toHaveLength(1);
});

test('what stands in the way is said, with the way out', async () => {
  const wants = await ready({ wish: 'yes' });
  const { status, body } = await server.get(desk.adviser, `${wants.path}/certificate`);
  expect(status).toBe(200);
  expect(headingOf(body)).toBe('The certificate: not now, and why');
  expect(body).toContain(`href="${wants.path}/wishes"`);
  const administrator = await server.get(desk.administrator, `${(await ready()).path}/certificate`);
  expect(wordsOf(administrator.body)).toContain(
    'A mediation adviser issues a certificate. An administrator can send or post it.',
  );
});

test('a late contact waits for a manager, who decides; then it is issued', async () => {
  const late = await ready({ contactOn: '2026-03-31', decision: { dated: '2026-01-20', sent: '2026-01-20' } });
  expect(wordsOf((await server.get(desk.adviser, `${late.path}/certificate`)).body)).toContain(
    'A manager decides whether to issue',
  );
  expect((await server.get(desk.adviser, `${late.path}/late-contact`)).status).toBe(404);
  expect(wordsOf((await server.get(desk.manager, late.path)).body)).toContain('Decide about the late contact');
  const decided = await server.send(desk.manager, `${late.path}/late-contact`, { issue: 'yes' });
  expect(decided).toMatchObject({ status: 303, to: `${late.path}?done=late-decided` });
  const page = wordsOf((await server.get(desk.adviser, `${late.path}/certificate`)).body);
  expect(page).toContain('the letter tells them to send the appeal now and ask permission');
});

test('a manager decides against a certificate: none is owed any more, the case can be closed, and it can be decided again', async () => {
  const late = await ready({ contactOn: '2026-03-31', decision: { dated: '2026-01-20', sent: '2026-01-20' } });
  expect(await server.send(desk.manager, `${late.path}/late-contact`, { issue: 'no' })).toMatchObject({
    to: `${late.path}?done=late-told`,
  });
  const page = wordsOf((await server.get(desk.manager, late.path)).body);
  expect(page).not.toMatch(/Issue the certificate by|A certificate is still owed|A manager decides about/);
  expect(page).toContain('Decide again about');
  expect(page).toContain('Close the case');
  const said = await desk.look((tx) =>
    tx
      .selectFrom('facts')
      .select('readers')
      .where('case_id', '=', late.caseId)
      .where('code', '=', 'late-contact-decided')
      .execute(),
  );
  expect(said).toEqual([{ readers: [late.participationId] }]);
});

test('sent again by e-mail; by post only where there is an address', async () => {
  const { certificate, caseId, personId } = await issued();
  await withoutPost(personId);
  expect(await server.send(desk.administrator, certificate, { way: 'email' })).toMatchObject({
    status: 303,
    to: `${certificate}?done=sent-again`,
  });
  expect(errorsOf((await server.post(desk.adviser, `${certificate}/sending`, { way: 'post' })).body)).toEqual([
    'There is no postal address that is safe to use.',
  ]);
  const letters = await desk.look((tx) =>
    tx.selectFrom('letters').select('template').where('case_id', '=', caseId).execute(),
  );
  expect(letters.filter(({ template }) => template === 'certificate')).toHaveLength(2);
});

test('a correction asks for the passkey, needs something that differs, and keeps the date', async () => {
  const { certificate, caseId, path } = await issued();
  expect((await server.get(unproved, `${certificate}/correction`)).to).toBe('/desk/step-up');
  const none = await server.send(proved, `${certificate}/correction`, {});
  expect(errorsOf(none.body)).toEqual([
    'Nothing on the certificate differs from what is recorded. Correct the record first.',
  ]);
  const back = encodeURIComponent(`${certificate}/correction`);
  const changed = await server.send(proved, `${path}/child?back=${back}`, { childFirst: 'Tobías' });
  expect(changed.to).toBe(`${certificate}/correction?done=child-changed`);
  expect(wordsOf((await server.get(proved, changed.to)).body)).toContain('Tobías (differs)');
  expect(await server.send(proved, `${certificate}/correction`, {})).toMatchObject({
    status: 303,
    to: `${certificate}?done=corrected`,
  });
  expect(await stateOf(caseId)).toEqual({ state: 'issued', version: 2, dated: '2026-03-31' });
  const words = wordsOf((await server.get(desk.adviser, certificate)).body);
  expect(words).toContain('1, replaced');
  expect(words).toContain('Corrects the first names of the child or young person');
});

test('a withdrawal is a manager’s, after the family was told', async () => {
  const { certificate, caseId, path } = await issued();
  expect((await server.get(proved, `${certificate}/withdrawal`)).status).toBe(404);
  const manager = { ...desk.manager, steppedUp: true };
  const empty = await server.send(manager, `${certificate}/withdrawal`, {});
  expect(errorsOf(empty.body)).toContain('Enter the day on which the family was told. Tell them first.');
  const page = wordsOf((await server.get(manager, `${certificate}/withdrawal`)).body);
  expect(page).toMatch(/Is another one ready\? ✓ The information was given, on Tue 31 Mar 2026\./);
  expect(page).toContain('They said that they do not wish to mediate, on Tue 31 Mar 2026.');
  expect(page).toContain('The adviser was not independent Another one can be issued now.');
  expect(page).toMatch(/The person had not said .* None can be ready: The person has not said/);
  expect(page).toContain('You are not an adviser: a colleague issues it.');
  const answers = {
    why: 'wish-not-stated',
    'toldOn-day': '31',
    'toldOn-month': '3',
    'toldOn-year': '2026',
    told: 'call',
    toldThat: ['not-to-use-it', 'what-is-missing'],
    replacement: 'issued-next',
  };
  const early = await server.send(manager, `${certificate}/withdrawal`, answers);
  expect(errorsOf(early.body)).toEqual([
    'None can be ready: The person has not said that they do not, or no longer, wish to mediate (section 55(4)(b)).',
  ]);
  answers.replacement = 'not-entitled';
  expect(await server.send(manager, `${certificate}/withdrawal`, answers)).toMatchObject({
    status: 303,
    to: `${certificate}?done=withdrawn`,
  });
  expect((await stateOf(caseId))?.state).toBe('withdrawn');
  expect(wordsOf((await server.get(desk.adviser, certificate)).body)).toContain(
    'Withdrawn because The person had not said',
  );
  const next = wordsOf((await server.get(desk.adviser, path)).body);
  expect(next).toMatch(/Next Record what Hannah wishes A certificate was withdrawn over it: what was recorded before/);
  expect(next).not.toContain('Issue Hannah’s certificate');
  expect(next).toContain('Hannah has not said yet whether they wish to mediate');
});

test('where another one is ready, withdrawing leads straight on to it: here to an adviser, as the manager is none', async () => {
  const { certificate, path, caseId } = await issued();
  const next = await server.send({ ...desk.manager, steppedUp: true }, `${certificate}/withdrawal`, {
    why: 'adviser-not-independent',
    'toldOn-day': '31',
    'toldOn-month': '3',
    'toldOn-year': '2026',
    told: 'call',
    toldThat: ['not-to-use-it'],
    replacement: 'issued-next',
  });
  expect(next).toMatchObject({ status: 303, to: `${path}?done=withdrawn-next-adviser` });
  const page = await server.get(desk.adviser, `${path}/certificate?done=withdrawn-next`);
  expect(wordsOf(page.body)).toContain('Everything for the one in its place stands below');
  expect(page.body).toMatch(/value="email" checked/);
  expect(await server.send(desk.adviser, `${path}/certificate`, { way: 'email' })).toMatchObject({ status: 303 });
  const states = await desk.look((tx) =>
    tx.selectFrom('certificates').select('state').where('case_id', '=', caseId).execute(),
  );
  expect(states.map(({ state }) => state).toSorted()).toEqual(['issued', 'withdrawn']);
});

test('by post it is prepared, printed, and issued on the day it is marked as posted', async () => {
  const { path, caseId } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  expect(prepared.to).toMatch(/\?done=prepared$/);
  expect((await stateOf(caseId))?.state).toBe('prepared');
  const [pack = ''] = /\/desk\/packs\/[0-9a-f-]{36}/.exec((await server.get(desk.adviser, prepared.to)).body) ?? [];
  expect(Buffer.from((await server.get(desk.administrator, `${pack}/print`)).bytes.subarray(0, 5)).toString()).toBe(
    '%PDF-',
  );
  const tomorrow = await server.post(desk.administrator, `${pack}/posted`, {
    'postedOn-day': '1',
    'postedOn-month': '4',
    'postedOn-year': '2026',
  });
  expect(errorsOf(tomorrow.body)).toEqual(['That day has not come yet.']);
  expect(
    await server.post(desk.administrator, `${pack}/posted`, {
      'postedOn-day': '31',
      'postedOn-month': '3',
      'postedOn-year': '2026',
    }),
  ).toMatchObject({ status: 303, to: `${path}?done=posted` });
  expect((await stateOf(caseId))?.state).toBe('issued');
});

test('a pack that was not posted on its day is dated again, or set aside', async () => {
  const { path, caseId } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const [certificate = ''] = prepared.to.split('?');
  server.clock.set('2026-04-01T10:00:00+01:00');
  try {
    expect(wordsOf((await server.get(desk.adviser, certificate)).body)).toContain(
      'That day has passed: date it again today',
    );
    expect(await server.post(desk.adviser, `${certificate}/date`)).toMatchObject({
      status: 303,
      to: `${certificate}?done=dated-again`,
    });
    expect((await stateOf(caseId))?.dated).toBe('2026-04-01');
    expect((await server.post(desk.adviser, `${certificate}/set-aside`)).status).toBe(422);
    expect(await server.post(desk.adviser, `${certificate}/set-aside`, { why: 'not-wanted' })).toMatchObject({
      status: 303,
    });
    expect(wordsOf((await server.get(desk.adviser, certificate)).body)).toContain(
      'Set aside because The person no longer wants it',
    );
  } finally {
    server.clock.set('2026-03-31T11:00:00+01:00');
  }
});

test('after the last post, the page says which day the certificate bears and what that means, and the pack waits for it', async () => {
  server.clock.set('2026-04-02T16:30:00+01:00');
  try {
    const { path, caseId } = await ready({ email: null });
    expect(wordsOf((await server.get(desk.adviser, `${path}/certificate`)).body)).toMatch(
      /No more post goes today: it bears Tuesday 7 April 2026, the day of the next post\. The appeal is sent by .* by 5pm on Thursday 7 May 2026\. If it is posted on Wednesday 8 April 2026: .* Friday 8 May 2026/,
    );
    expect((await server.get(desk.adviser, `${path}/certificate`)).body).toMatch(
      /class="preview"[^]*Tuesday 7 April 2026/,
    );
    expect(wordsOf((await server.get(desk.adviser, `${path}/certificate`)).body)).toMatch(
      /by e-mail to somebody they trust, it would bear Thursday 2 April 2026\. .* by 5pm on Tuesday 5 May 2026\. Ask which they want/,
    );
    const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
    const [certificate = '', said] = prepared.to.split('?');
    expect(said).toBe('done=prepared-next');
    expect((await stateOf(caseId))?.dated).toBe('2026-04-07');
    const page = await server.get(desk.administrator, certificate);
    expect(wordsOf(page.body)).toContain('It is for the post of that day, and is marked as posted then.');
    const [pack = ''] = /\/desk\/packs\/[0-9a-f-]{36}/.exec(page.body) ?? [];
    expect(wordsOf((await server.get(desk.administrator, pack)).body)).toContain('It is for another day’s post');
    const goes = await server.post(desk.administrator, `${pack}/date`, { goesToday: 'yes' });
    expect(goes.to).toMatch(/\?done=dated-again$/);
    expect((await stateOf(caseId))?.dated).toBe('2026-04-02');
    expect(wordsOf((await server.get(desk.administrator, goes.to)).body)).toContain(
      'If this has not gone already, date it Tue 7 Apr 2026',
    );
    expect(await server.post(desk.administrator, `${certificate}/date`)).toMatchObject({
      to: `${certificate}?done=dated-for-post`,
    });
  } finally {
    server.clock.set('2026-03-31T11:00:00+01:00');
  }
});

test('a pack with a certificate tops the packs, whatever has waited longer', async () => {
  const { path, caseId } = await ready({ email: null });
  await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const rows = server.room.database.kysely;
  const pack = await rows.selectFrom('letters').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow();
  const id = newId();
  const older = { ...pack, id, message_id: `<${id}@example.org>`, template: 'mediation-information' };
  await rows
    .insertInto('letters')
    .values({ ...older, queued_at: '2026-03-01T09:00:00Z' })
    .execute();
  for (const page of ['/desk/packs', '/desk']) {
    const words = wordsOf((await server.get(desk.administrator, page)).body);
    expect(words.indexOf('Certificate and covering letter')).toBeGreaterThan(0);
    expect(words.indexOf('Certificate and covering letter')).toBeLessThan(
      words.indexOf('Mediation information in writing'),
    );
  }
  await rows.deleteFrom('letters').where('id', '=', id).execute();
});

test('a pack says when the record has changed since, and is made again on its own day', async () => {
  const { path, caseId } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const [certificate = ''] = prepared.to.split('?');
  const [pack = ''] = /\/desk\/packs\/[0-9a-f-]{36}/.exec((await server.get(desk.adviser, certificate)).body) ?? [];
  for (const page of [certificate, pack])
    expect((await server.get(desk.administrator, page)).body).not.toContain('id="differs"');
  expect(await server.post(desk.administrator, `${pack}/date`)).toMatchObject({ status: 422 });
  const changed = await server.send(desk.adviser, `${path}/child`, { childFirst: 'Tobías', 'born-day': '15' });
  expect(changed.to).toBe(`${path}?done=changed-certified`);
  for (const page of [certificate, pack])
    expect(wordsOf((await server.get(desk.administrator, page)).body)).toContain(
      'Something else is recorded now for the first names of the child or young person, the date of birth',
    );
  const again = await server.post(desk.administrator, `${pack}/date`);
  expect(again.to).toMatch(/\?done=made-again$/);
  expect(again.to).not.toContain(pack);
  expect((await server.get(desk.administrator, again.to)).body).not.toContain('id="differs"');
  expect(wordsOf((await server.get(desk.adviser, certificate)).body)).toContain('Tobías');
  expect(await stateOf(caseId)).toEqual({ state: 'prepared', version: 1, dated: '2026-03-31' });
});

test('a pack is not to be posted once the family wishes to mediate after all', async () => {
  const { path } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const [certificate = ''] = prepared.to.split('?');
  const [pack = ''] = /\/desk\/packs\/[0-9a-f-]{36}/.exec((await server.get(desk.adviser, certificate)).body) ?? [];
  await server.send(desk.adviser, `${path}/wishes`, { channel: 'call', mediation: 'yes' });
  expect(wordsOf((await server.get(desk.adviser, path)).body)).toMatch(/Do not post \S+ certificate: set it aside/);
  for (const page of [certificate, pack]) {
    const words = wordsOf((await server.get(desk.administrator, page)).body);
    expect(words).toContain('Do not post it');
    expect(words).toContain('The person has not said that they do not, or no longer, wish to mediate');
  }
});

test('an issued certificate says on its page what is recorded differently now', async () => {
  const { certificate, path } = await issued();
  await server.send(desk.adviser, `${path}/child`, { childFirst: 'Tobías' });
  expect(wordsOf((await server.get(desk.adviser, certificate)).body)).toContain(
    'Something else is recorded now for the first names of the child or young person. A new version with the original date',
  );
});

test('a pack dated again leads to the new pack, and today leads to what is prepared instead of issuing once more', async () => {
  const { path } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const [certificate = ''] = prepared.to.split('?');
  const today = (await server.get(desk.adviser, '/desk?kind=issue-certificate')).body;
  expect(today).toContain(`href="${certificate}"`);
  expect(today).not.toContain(`${path}/certificate`);
  const packOf = async () =>
    /href="(\/desk\/packs\/[0-9a-f-]+)"/.exec((await server.get(desk.adviser, certificate)).body)?.[1] ?? '';
  const pack = await packOf();
  server.clock.set('2026-04-01T10:00:00+01:00');
  try {
    const dated = await server.post(desk.adviser, `${pack}/date`);
    expect(dated).toMatchObject({ status: 303, to: `${await packOf()}?done=dated-again` });
    expect(dated.to).not.toContain(pack);
    expect(wordsOf((await server.get(desk.adviser, dated.to)).body)).toContain(
      'The certificate is dated today, and its papers are made again.',
    );
  } finally {
    server.clock.set('2026-03-31T11:00:00+01:00');
  }
});

test('a paper that could not be made stands on the page of today until somebody has tried it again', async () => {
  const { path, caseId } = await ready({ email: null });
  const prepared = await server.send(desk.adviser, `${path}/certificate`, { way: 'post' });
  const [certificate = ''] = prepared.to.split('?');
  const { kysely } = server.room.database;
  const [letter] = await kysely.selectFrom('letters').selectAll().where('case_id', '=', caseId).execute();
  const broken = await kysely
    .updateTable('papers')
    .set({ made_at: null, file_id: null, failure: 'PdfTemplateFailed', next_try_at: 'infinity' })
    .where('case_id', '=', caseId)
    .where('kind', '=', 'certificate')
    .where('format', '=', letter?.format === 'large-print' ? 'large-print' : 'standard')
    .returning('id')
    .executeTakeFirstOrThrow();
  await kysely
    .updateTable('letters')
    .set({ state: 'waiting-for-papers' })
    .where('id', '=', letter?.id ?? '')
    .execute();
  const page = `/desk/papers/${broken.id}/again`;
  expect(wordsOf((await server.get(desk.administrator, '/desk')).body)).toContain('Papers that could not be made: 1');
  expect((await server.get(desk.administrator, '/desk')).body).toContain(`href="${page}"`);
  expect((await server.get(desk.adviser, certificate)).body).toContain(`href="${page}"`);
  expect(wordsOf((await server.get(desk.administrator, page)).body)).toContain('Nobody here can mend that');
  expect(await server.send(desk.administrator, page, {})).toMatchObject({
    status: 303,
    to: `${path}?done=paper-made`,
  });
  expect(wordsOf((await server.get(desk.administrator, '/desk')).body)).not.toContain('could not be made');
  const after = await kysely
    .selectFrom('letters')
    .select('state')
    .where('id', '=', letter?.id ?? '')
    .executeTakeFirst();
  expect(after?.state).toBe('to-post');
  // Made meanwhile, or by somebody else: there is nothing to try again.
  expect((await server.get(desk.administrator, page)).status).toBe(404);
});

test('numbers and papers that are none are not there', async () => {
  expect((await server.get(desk.adviser, '/desk/certificates/00000000')).status).toBe(404);
  expect((await server.get(desk.adviser, '/desk/papers/nonsense')).status).toBe(404);
});

test('nothing broke behind any of these pages', () => expect(server.defects).toEqual([]));
