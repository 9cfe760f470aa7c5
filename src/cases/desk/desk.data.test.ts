// The page of today, the case page, the lists, owners and closing, as the desk opens them.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { aContact, refusedToAssess } from '../../../test/support/contact.ts';
import { errorsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { noLongerWantsMediation, recordWishes } from '../../advice/commands-wishes.ts';
import { giveInformation } from '../../advice/commands.ts';
import { coreCodes } from '../../advice/script.ts';
import { newId } from '../../kit/ids.ts';
import { closeCase, reopenCase } from '../commands.ts';
import { inFours } from '../../kit/reference.ts';
import { joinCase } from '../../people/commands.ts';
import { recordContact } from '../../referrals/commands.ts';
import { unknownDecision, type Decision, type NewContact } from '../../referrals/contact.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk, web } = server;

/** A case of the usual contact, brought as far as `wish` says. */
async function aCase(wish: 'none' | 'yes' | 'no' | 'thinking' = 'none', over: Partial<NewContact> = {}) {
  const opened = await recordContact(web, desk.adviser, aContact(desk, over));
  if ('refused' in opened) throw new Error(opened.refused);
  const { caseId, reference } = opened;
  const [holder] = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('right_holder', '=', true)
      .execute(),
  );
  const of = { caseId, participationId: holder?.id ?? '' };
  if (wish !== 'none') {
    await giveInformation(web, desk.adviser, { ...of, actId: newId(), channel: 'call', said: coreCodes });
    const chaseOn = wish === 'thinking' ? web.clock.today().add({ days: 2 }) : null;
    await recordWishes(web, desk.adviser, { ...of, actId: newId(), channel: 'call', mediation: wish, chaseOn });
  }
  return { ...of, reference, path: `/desk/cases/${reference}`, personId: holder?.person_id ?? '' };
}

test('today says what is due, why, whose it is and the one next step', async () => {
  const { reference } = await aCase('no');
  const page = await server.get(desk.adviser, '/desk');
  expect(page.status).toBe(200);
  expect(headingOf(page.body)).toBe('Today');
  const words = wordsOf(page.body);
  expect(words).toContain('Issue the certificate');
  expect(words).toMatch(/Declined Tue 31 Mar 2026 \+ 3 working days · reg 34\(1\)/);
  expect(words).toContain('Hannah Okafor, parent');
  expect(page.body).toContain(`href="/desk/cases/${reference}/certificate"`);
  expect(page.body).toContain(`href="/desk/cases/${reference}/dates#issue-certificate"`);
  expect(page.headers['cache-control']).toBe('no-store');
});

test('today shows new contacts, people thinking it over, and a pack until it is posted', async () => {
  const fresh = await aCase('none', { rightHolder: { firstNames: 'Gwen', lastName: 'Talbot', capacity: 'parent' } });
  const thinking = await aCase('thinking', {
    rightHolder: {
      firstNames: 'Paul',
      lastName: 'Ingram',
      capacity: 'parent',
      points: [{ kind: 'post', value: '1 Example Road', messageSafe: true }],
    },
  });
  await server.drain();
  const { body } = await server.get(desk.adviser, '/desk');
  expect(body).toContain(`href="${fresh.path}"><strong>Gwen Talbot</strong>`);
  expect(body).toContain(`href="${thinking.path}"><strong>Paul Ingram</strong>, for Tobi`);
  expect(wordsOf(body)).toContain('Ask again Thu 2 Apr 2026');
  expect(body.match(/id="post"/g)).toHaveLength(1);
  expect(wordsOf(body)).toMatch(
    /To post: 1 Ready since Tue 31 Mar 2026 Mediation information in writing Collected at 4:15pm Paul Ingram .*? Print and post/,
  );
});

test('a contact of whose letter only the date is known stands first, with the days that are left, and says how they were counted', async () => {
  const unknown = { ...unknownDecision, dated: Temporal.PlainDate.from('2026-02-03') };
  const { path } = await aCase('none', {
    rightHolder: { firstNames: 'Ruth', lastName: 'Bell', capacity: 'parent' },
    decision: unknown,
  });
  const { body } = await server.get(desk.adviser, '/desk');
  expect(wordsOf(body)).toMatch(/days left Ruth Bell , telephone call .*? 3 days/);
  expect(body).toMatch(/countdown--near"><strong>3<\/strong>/);
  expect(wordsOf((await server.get(desk.adviser, '/desk/contacts')).body)).toMatch(/Ruth Bell.*? Fri 3 Apr 2026/);
  expect(wordsOf((await server.get(desk.adviser, `${path}/dates`)).body)).toContain(
    'the dates are counted as for a decision that needs a certificate',
  );
});

test('somebody who asked to be rung stands in a list of their own until something was explained to them', async () => {
  const { caseId, participationId } = await aCase('none', {
    channel: 'web',
    rightHolder: { firstNames: 'Iris', lastName: 'Vane', capacity: 'parent' },
    ringBack: true,
  });
  const before = wordsOf((await server.get(desk.adviser, '/desk')).body);
  expect(before).toMatch(/Asked us to ring: 1 Iris Vane since Tue 31 Mar 2026, 10:15am/);
  const given = { caseId, participationId, actId: newId(), channel: 'call', said: coreCodes } as const;
  await giveInformation(web, desk.adviser, given);
  expect(wordsOf((await server.get(desk.adviser, '/desk')).body)).not.toContain('Asked us to ring');
});

test('a ring without an answer keeps the line and counts; one that was answered ends it', async () => {
  const { caseId, path } = await aCase('none', {
    channel: 'web',
    rightHolder: { firstNames: 'Olwen', lastName: 'Tarn', capacity: 'parent' },
    ringBack: true,
  });
  const today = async () => wordsOf((await server.get(desk.adviser, '/desk')).body);
  const rangFacts = () =>
    desk.look((tx) =>
      tx.selectFrom('facts').select('data').where('case_id', '=', caseId).where('code', '=', 'rang-back').execute(),
    );
  expect((await server.get(desk.adviser, '/desk')).body).toContain(`href="${path}/ringing"`);
  const asked = await server.send(desk.adviser, `${path}/ringing`, {});
  expect(errorsOf(asked.body)).toEqual(['Choose how it went.']);
  expect(await server.send(desk.adviser, `${path}/ringing`, { how: 'no-answer' })).toMatchObject({
    status: 303,
    to: `${path}?done=rang-no-answer`,
  });
  expect(await today()).toMatch(/Olwen Tarn since .*?; tried 1, last 11:00am/);
  const page = wordsOf((await server.get(desk.otherAdviser, path)).body);
  expect(page).toContain('Ring them: they asked us to');
  expect(page).toContain('Rang them as they asked: no answer.');
  await server.send(desk.adviser, `${path}/ringing`, { how: 'spoke' });
  expect(await today()).not.toContain('Asked us to ring');
  await server.send(desk.otherAdviser, `${path}/ringing`, { how: 'no-answer' });
  expect(await rangFacts()).toEqual([{ data: { answered: false } }, { data: { answered: true } }]);
});

test('a yes and then a no, with nothing explained in between, stays a new contact; closed and opened again too', async () => {
  const { caseId, participationId, reference } = await aCase('none', {
    rightHolder: { firstNames: 'Nora', lastName: 'Quill', capacity: 'parent' },
  });
  const say = (mediation: 'yes' | 'no') =>
    recordWishes(web, desk.adviser, { caseId, participationId, actId: newId(), channel: 'call', mediation });
  const stage = () =>
    desk.look((tx) =>
      tx.selectFrom('cases').select(['stage', 'informed']).where('id', '=', caseId).executeTakeFirstOrThrow(),
    );
  const contacts = async () => wordsOf((await server.get(desk.adviser, '/desk/contacts')).body);
  await say('yes');
  await say('no');
  expect(await stage()).toEqual({ stage: 'information-owed', informed: false });
  expect(await contacts()).toContain('Nora Quill');
  await closeCase(web, desk.adviser, { actId: newId(), caseId, why: 'no-answer' });
  await reopenCase(web, desk.adviser, { actId: newId(), caseId, why: 'family-came-back' });
  expect(await stage()).toEqual({ stage: 'contact-made', informed: false });
  expect(await contacts()).toContain(inFours(reference));
});

test('mine leaves out what is a colleague’s, and an empty list says what would stand in it', async () => {
  await aCase('no');
  expect(wordsOf((await server.get(desk.adviser, '/desk?whose=mine')).body)).toContain('Issue the certificate');
  const theirs = wordsOf((await server.get(desk.otherAdviser, '/desk?whose=mine')).body);
  expect(theirs).toContain('Nothing is due here. A case stands in this list from the moment the law gives us');
});

test('a filter keeps one kind of clock, and the list goes on after a row', async () => {
  const { caseId } = await aCase('no');
  await aCase('thinking');
  const only = wordsOf((await server.get(desk.adviser, '/desk?kind=chase-decision')).body);
  expect(only).toContain('Ask Hannah: mediate or not');
  expect(only).not.toContain('Declined');
  const last = await desk.look((tx) =>
    tx
      .selectFrom('clocks')
      .select(['id', 'due_on'])
      .where('owner', '<>', 'family')
      .where('state', '=', 'running')
      .orderBy('due_on', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  expect(caseId).toBeTruthy();
  expect(wordsOf((await server.get(desk.adviser, `/desk?after=${last.due_on}_${last.id}`)).body)).toContain(
    'Nothing is due after that.',
  );
});

test('the tabs say how much is whose, and a page that was left open hears quietly that it has changed', async () => {
  await aCase('no');
  const { body } = await server.get(desk.adviser, '/desk');
  expect(wordsOf(body)).toMatch(/Mine: \d+\+? Everybody’s: \d+\+?/);
  expect(wordsOf((await server.get(desk.otherAdviser, '/desk')).body)).toMatch(/Mine: 0 Everybody’s: [1-9]/);
  const live = (/data-live="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&');
  expect(live).toMatch(/^\/desk\/live\?mark=/);
  const ask = async () => JSON.parse((await server.get(desk.adviser, live)).body) as unknown;
  expect(await ask()).toEqual({ says: null });
  server.clock.set('2026-03-31T11:01:00+01:00');
  try {
    await aCase();
    expect(await ask()).toEqual({ says: '1 new contact since you opened this page.' });
    await aCase('no');
    expect(await ask()).toEqual({ says: '2 new contacts since you opened this page.' });
  } finally {
    server.clock.set('2026-03-31T11:00:00+01:00');
  }
});

test('nobody but the desk opens it', async () => {
  expect(await server.get(null, '/desk')).toMatchObject({ status: 303, to: '/sign-in' });
});

test('a case shows how to reach them, its clocks with their working, what may be done and what not', async () => {
  const { path, reference } = await aCase('no');
  const { status, body } = await server.get(desk.adviser, path);
  expect(status).toBe(200);
  expect(headingOf(body)).toBe('Tobi Okafor, 7');
  expect(body).toContain(`<title>${inFours(reference)} –`);
  const words = wordsOf(body);
  expect(words.indexOf('Safe contact for Hannah:')).toBeLessThan(words.indexOf('Clocks'));
  expect(words).toMatch(/Contact us by.*✓ done 31 Mar/);
  expect(words).toContain('The same as a list, with the working of every date');
  expect(words).toMatch(/Next, by the end of [A-Z][a-z]{2} \d+ Apr 2026 Issue Hannah’s certificate/);
  expect(words).toContain('Close the case A certificate is still owed to the right-holder.');
  expect(words).toContain('Contact made by telephone call on Tuesday 31 March 2026.');
});

test('a reference is read as people write it, and one that is none is not there', async () => {
  const { reference } = await aCase();
  expect(
    (await server.get(desk.adviser, `/desk/cases/${encodeURIComponent(inFours(reference).toLowerCase())}`)).status,
  ).toBe(200);
  expect((await server.get(desk.adviser, '/desk/cases/00000000')).status).toBe(404);
});

test('opening a case is noted in the name of who opened it', async () => {
  const { path, caseId } = await aCase();
  await server.get(desk.otherAdviser, path);
  const looks = await desk.look((tx) =>
    tx.selectFrom('looked').select(['account_id', 'what']).where('case_id', '=', caseId).execute(),
  );
  expect(looks).toEqual([{ account_id: desk.otherAdviser.accountId, what: 'case' }]);
});

test.each([
  [
    'none',
    'Give Hannah the mediation information',
    'Certificate: no mediation Hannah has not been given the information yet',
  ],
  [
    'yes',
    'Tell Wirral Council that Hannah wishes to mediate',
    'Hannah wishes to mediate (Tue 31 Mar 2026). Opens the moment they say that they no longer do.',
  ],
  [
    'thinking',
    'Ask Hannah again: mediate or not',
    'Hannah is thinking it over (Tue 31 Mar 2026). Opens the moment they say no.',
  ],
  ['no', 'Issue Hannah’s certificate', 'Close the case A certificate is still owed'],
] as const)('after %s, the next step is: %s', async (wish, next, shut) => {
  const { path } = await aCase(wish);
  const words = wordsOf((await server.get(desk.adviser, path)).body);
  const open = words.slice(words.indexOf('What may lawfully be done next'), words.indexOf('Not now, and why'));
  expect(open).toMatch(/Next/);
  expect(open).toContain(next);
  expect(words.slice(words.indexOf('Not now, and why'))).toContain(shut);
});

const sectionI: Decision = { ...refusedToAssess, kind: 'placement', sections: ['I'] };

test('Section I only, declined: none is due and why, with the date that runs; one that is asked for can be issued', async () => {
  const { path, caseId, reference } = await aCase('no', { decision: sectionI });
  const { body } = await server.get(desk.adviser, path);
  const words = wordsOf(body);
  expect(words).toContain('Stage No certificate needed');
  expect(words).toMatch(
    /Nothing is due from us Hannah needs no certificate Section I alone is in dispute, and for that the law asks for none\. Section 55\(2\)\. An appeal has to be with the Tribunal by Tue 5 May 2026/,
  );
  expect(words).toContain('Issue Hannah’s certificate all the same, if Hannah asks for it');
  expect(words).not.toMatch(/Next, by the end of/);
  const due = await desk.look((tx) =>
    tx.selectFrom('clocks').select('kind').where('case_id', '=', caseId).where('state', '=', 'running').execute(),
  );
  expect(due).toEqual([{ kind: 'appeal' }]);
  expect((await server.get(desk.adviser, '/desk')).body).not.toContain(`/desk/cases/${reference}/certificate`);
  expect(headingOf((await server.get(desk.adviser, `${path}/certificate`)).body)).toMatch(/^Issue the certificate/);
});

test('a no that was written to us before anything was explained stays a new contact', async () => {
  const { path } = await aCase('none', {
    channel: 'letter',
    rightHolder: { firstNames: 'Una', lastName: 'Marsh', capacity: 'parent' },
    decision: { ...refusedToAssess, dated: Temporal.PlainDate.from('2026-02-02') },
    wishes: { mediation: 'no' },
  });
  expect((await server.get(desk.adviser, '/desk')).body).toContain(`href="${path}"><strong>Una Marsh</strong>`);
  expect(wordsOf((await server.get(desk.adviser, path)).body)).toContain(
    'Stage Said no: information still to be given',
  );
});

test('a line of what has happened says whose part it is about, where there are two, and that they did it themselves', async () => {
  const { path, personId, ...of } = await aCase('yes');
  const { caseId } = of;
  const hannah = await desk.familyOf(personId);
  await noLongerWantsMediation(web, hannah, {
    actId: newId(),
    caseId,
    participationId: of.participationId,
    channel: 'page',
  });
  const alone = wordsOf((await server.get(desk.adviser, path)).body);
  expect(alone).toContain('The right-holder does not wish to mediate. Tue 31 Mar 2026, 11:00am · on their own page');
  const participant = { firstNames: 'Peter', lastName: 'Okafor', capacity: 'parent', points: [] } as const;
  await joinCase(web, desk.adviser, { actId: newId(), caseId, participant, rightHolder: true, mayOpenThePage: false });
  for (const page of [path, `${path}/history`]) {
    const words = wordsOf((await server.get(desk.adviser, page)).body);
    expect(words).toContain(
      'does not wish to mediate. Tue 31 Mar 2026, 11:00am · about Hannah Okafor · on their own page',
    );
    expect(words).toContain('Somebody joined the case: parent. Tue 31 Mar 2026, 11:00am · about Peter Okafor · you');
  }
});

test('two parents have a banner, clocks, a column and acts of their own, and never share a letter', async () => {
  const { path, caseId } = await aCase('no');
  await joinCase(web, desk.adviser, {
    actId: newId(),
    caseId,
    participant: {
      firstNames: 'Peter',
      lastName: 'Okafor',
      capacity: 'parent',
      points: [{ kind: 'email', value: 'peter@family.example.org', messageSafe: false }],
    },
    rightHolder: true,
    mayOpenThePage: true,
  });
  const { body } = await server.get(desk.adviser, path);
  const words = wordsOf(body);
  expect(words).toContain('Safe contact for Hannah:');
  expect(words).toContain('Safe contact for Peter: e-mail peter@family.example.org. Nothing by e-mail.');
  expect(words).toContain('Clocks of Hannah');
  expect(words).toContain('Clocks of Peter');
  expect(words).toContain('Own right. Never in one letter with Peter');
  expect(words).toMatch(/Issue Hannah’s certificate/);
  expect(words).toMatch(/Give Peter the mediation information/);
  expect(body).toMatch(/\/information\?for=[0-9a-f-]{36}/);
});

test('a thin contact has a page: no name, no date, and what to record first', async () => {
  const { path } = await aCase('none', {
    channel: 'voicemail',
    rightHolder: {
      firstNames: '',
      lastName: '',
      capacity: 'parent',
      points: [{ kind: 'telephone', value: '07700 900321', messageSafe: false }],
    },
    child: null,
    decision: null,
    authorityId: null,
  });
  const { status, body } = await server.get(desk.adviser, path);
  expect(status).toBe(200);
  expect(headingOf(body)).toBe('No name yet');
  expect(wordsOf(body)).toContain('Record the decision in the letter');
  expect(wordsOf(body)).toContain('No voicemail, no text.');
});

test('every date says why, with its steps, citation and evidence', async () => {
  const { path } = await aCase('no');
  const { status, body } = await server.get(desk.adviser, `${path}/dates`);
  expect(status).toBe(200);
  expect(body).toContain('id="issue-certificate"');
  expect(wordsOf(body)).toContain('SEND Regulations 2014 reg 34(1)');
  expect(wordsOf(body)).toContain('Road: Mediation, certificate needed to appeal');
});

test('the history goes back page by page', async () => {
  const { path } = await aCase('no');
  const { body } = await server.get(desk.adviser, `${path}/history?before=3`);
  expect(headingOf(body)).toBe('What has happened');
  expect(wordsOf(body)).toContain('Contact made');
  expect(wordsOf(body)).not.toContain('Mediation information given');
});

test.each([
  ['/desk/cases', 'Cases', 'Tobi Okafor'],
  ['/desk/contacts', 'New contacts', 'Contact made'],
  ['/desk/thinking', 'Thinking it over', 'Thinking it over'],
])('%s lists %s', async (path, heading, says) => {
  await aCase();
  await aCase('thinking');
  const { status, body } = await server.get(desk.administrator, path);
  expect(status).toBe(200);
  expect(headingOf(body)).toBe(heading);
  expect(wordsOf(body)).toContain(says);
});

const ownerOf = (caseId: string) =>
  desk.look((tx) =>
    tx.selectFrom('cases').select(['owner_account_id', 'stage']).where('id', '=', caseId).executeTakeFirstOrThrow(),
  );

test('a case changes hands, only to somebody at this desk', async () => {
  const { path, caseId } = await aCase();
  const sent = await server.send(desk.adviser, `${path}/owner`, { owner: desk.otherAdviser.accountId });
  expect(sent).toMatchObject({ status: 303, to: `${path}?done=owner-changed` });
  expect((await ownerOf(caseId)).owner_account_id).toBe(desk.otherAdviser.accountId);
  const wrong = await server.send(desk.adviser, `${path}/owner`, { owner: newId() });
  expect(wrong.status).toBe(422);
  expect(errorsOf(wrong.body)).toEqual(['Choose who looks after the case.']);
});

test('a case is not closed while a certificate is owed; it is when it is not, and opens again', async () => {
  const owed = await aCase('no');
  const refused = await server.send(desk.adviser, `${owed.path}/closing`, { why: 'family-asked' });
  expect(refused.status).toBe(422);
  expect(errorsOf(refused.body)[0]).toContain('A certificate is due in this case');
  const free = await aCase();
  expect(await server.send(desk.adviser, `${free.path}/closing`, { why: 'no-answer' })).toMatchObject({
    status: 303,
    to: `${free.path}?done=case-closed`,
  });
  expect((await ownerOf(free.caseId)).stage).toBe('closed');
  expect(wordsOf((await server.get(desk.adviser, free.path)).body)).toContain('Open the case again');
  await server.send(desk.adviser, `${free.path}/closing`, { why: 'family-came-back' });
  expect((await ownerOf(free.caseId)).stage).toBe('contact-made');
});

test('the packs top what is due, above what is overdue, and are gone once somebody marked them as posted', async () => {
  await aCase('no');
  await aCase('no', {
    rightHolder: {
      firstNames: 'Nerys',
      lastName: 'Pugh',
      capacity: 'parent',
      points: [{ kind: 'post', value: '7 Example Road', messageSafe: true }],
    },
  });
  await server.drain();
  server.clock.set('2026-04-16T10:15:00+01:00');
  const today = async (query = '') => (await server.get(desk.administrator, `/desk${query}`)).body;
  const ids = async (query = '') => [...(await today(query)).matchAll(/<tbody id="([\w-]+)"/g)].map(([, id]) => id);
  expect((await ids()).slice(0, 2)).toEqual(['post', 'overdue']);
  expect((await ids('?whose=mine'))[0]).toBe('post');
  const packs = [...(await today()).matchAll(/href="(\/desk\/packs\/[\w-]{36})"/g)].map(([, path]) => path ?? '');
  for (const path of new Set(packs)) expect((await server.send(desk.administrator, path, {})).status, path).toBe(303);
  expect((await ids())[0]).toBe('overdue');
  server.clock.set('2026-03-31T11:00:00+01:00');
});

test('nothing broke behind any of these pages', () => {
  expect(server.defects).toEqual([]);
});

test('a case says to staff which other open case has the same child', async () => {
  const child = { firstNames: 'Una', lastName: 'Hale', born: Temporal.PlainDate.from('2015-04-01') };
  const one = await aCase('none', { child });
  const check = async (path: string) => wordsOf((await server.get(desk.adviser, path)).body);
  expect(await check(one.path)).not.toContain('Another open case has the same name and birth date');
  const other = await aCase('none', { child: { ...child, firstNames: 'UNA' } });
  expect(await check(one.path)).toContain(`Another open case has the same name and birth date: ${other.reference}.`);
  expect(await check(other.path)).toContain(`Another open case has the same name and birth date: ${one.reference}.`);
});
