// After the contact, through HTTP: questions kept one by one, a link to go on, and answers that wait at the desk. Drafts end.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
import { frozenClock } from '../kit/clock.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { makesContact, openBrowser, type Browser } from './asking.test-browser.ts';
import { openLink } from './commands-draft.ts';
import { sweepDrafts } from './sweep.ts';

const whole = await openWhole({ stories: false });
const { server, program } = whole.app;
const look = <R>(work: (tx: Tx) => Promise<R>): Promise<R> =>
  inSeat(whole.installation.database, { role: 'worker', settings: {}, readOnly: true }, work);

const first = { writer: 'parent', name: 'Hannah Okafor', reach: '07700 900123', appeal: 'yes', mediation: 'unsure' };
const born = { 'born-day': '14', 'born-month': '9', 'born-year': '2018' };

/** Makes contact in a new browser. */
async function contacted(answers: Record<string, string> = first): Promise<Browser> {
  const browser = openBrowser(server);
  await browser.get('/ask');
  await browser.send('/ask', answers);
  await browser.get('/ask/done');
  return browser;
}

/** Answers the question at an address and gives the next address. */
async function answer(
  browser: Browser,
  slug: string,
  answers: Record<string, string | string[]> = {},
): Promise<string> {
  await browser.get(`/ask/more/${slug}`);
  const sent = await browser.send(`/ask/more/${slug}`, answers);
  expect(sent.status, sent.body.slice(0, 300)).toBe(303);
  return sent.location;
}

/** The link that went out last; letters of one moment have no order, so a test that is not the first sends to an address of its own. */
const lastLink = async (to = 'hannah@example.org'): Promise<string> => {
  const letter = await look((tx) =>
    tx
      .selectFrom('letters')
      .select(['body_text', 'subject'])
      .where('template', '=', 'asking-link')
      .where('to_address', '=', to)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  expect(letter.subject).toBe('Your link to go on');
  return /\/ask\/back\/[\w-]{43}/.exec(letter.body_text)?.[0] ?? '';
};

test('the questions lead to a read-back; what is sent waits at the desk and changes nothing of the case', async () => {
  const browser = await contacted();
  expect((await browser.get('/ask/more')).location).toBe('/ask/more/you');
  await answer(browser, 'you', { capacity: 'carer' });
  await answer(browser, 'name', { childFirst: 'Tobi', childLast: 'Okafor' });
  await answer(browser, 'birth-date', born);
  await answer(browser, 'council', { council: 'Wirral Council' });
  expect(await answer(browser, 'decision', { decision: 'plan-contents' })).toBe('/ask/more/parts');
  await answer(browser, 'parts', { sections: ['B', 'health'] });
  await answer(browser, 'letter-date', { 'dated-day': '1', 'dated-month': '10', 'dated-year': '2026' });
  await answer(browser, 'letter', { letter: 'read-out' });
  await answer(browser, 'reaching-you', { when: 'Not after 5pm' });
  await answer(browser, 'what-you-need', { formats: ['large-print'] });
  await answer(browser, 'in-your-words', { issues: 'He is not safe at lunch.\nNobody watches.' });
  expect(await answer(browser, 'your-wish', { wish: 'One adult at lunch' })).toBe('/ask/check');
  const check = await browser.get('/ask/check');
  for (const words of [
    'Tobi Okafor',
    'Friday 14 September 2018',
    'Thursday 1 October 2026',
    'He is not safe at lunch.',
    // And what the first screen said, above all the two wishes: a slip there is seen here.
    'Hannah Okafor',
    'Yes, I wish to appeal',
    'Do you want mediation?',
  ])
    expect(check.body).toContain(words);
  expect((await browser.send('/ask/check', {})).location).toBe('/ask/done');
  const done = await browser.get('/ask/done');
  expect(done.body).toContain('We have your other answers too');
  const reference = /id="reference-title">([^<]+)</.exec(done.body)?.[1]?.replace(' ', '') ?? '';
  const rows = await look(async (tx) => ({
    offers: await tx
      .selectFrom('offered_answers')
      .innerJoin('cases', 'cases.id', 'offered_answers.case_id')
      .select(['about', 'said', 'settled_at'])
      .where('cases.reference', '=', reference)
      .orderBy('offered_answers.id')
      .execute(),
    decision: await tx
      .selectFrom('decisions')
      .innerJoin('cases', 'cases.id', 'decisions.case_id')
      .select(['kind', 'dated'])
      .where('cases.reference', '=', reference)
      .execute(),
    draft: await tx
      .selectFrom('asking_drafts')
      .select('answers')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow(),
  }));
  expect(Object.fromEntries(rows.offers.map(({ about, said }) => [about, said]))).toEqual({
    decision: { kind: 'plan-contents', sections: ['B'], health: true, dated: '2026-10-01' },
    authority: { name: 'Wirral Council' },
    child: { firstNames: 'Tobi', lastName: 'Okafor', born: '2018-09-14' },
    person: { capacity: 'carer', formats: ['large-print'] },
    'safe-contact': { text: 'Not after 5pm' },
    issues: { text: 'He is not safe at lunch.\nNobody watches.' },
    wishes: { text: 'One adult at lunch' },
    letter: { how: 'I will read it out when we talk' },
  });
  expect(rows.decision).toEqual([{ kind: 'unknown', dated: null }]);
  expect(JSON.stringify(rows.draft.answers)).not.toContain('lunch');
});

test('what is said after the contact follows the later answers, also once they were sent', async () => {
  const browser = await contacted({ ...first, dated: '2026-10-01' });
  const says = async () => (await browser.get('/ask/done')).body;
  expect(await says()).toContain('You have not told us yet what the council decided.');
  for (const [slug, answers] of [
    ['you', { capacity: 'parent' }],
    ['name', {}],
    ['birth-date', {}],
    ['council', {}],
    ['decision', { decision: 'placement' }],
  ] as const)
    await answer(browser, slug, answers);
  expect(await says()).toContain('so you need no certificate');
  await browser.get('/ask/check');
  await browser.send('/ask/check', {});
  expect(await says()).toContain('so you need no certificate');
});

test('whoever stops in the middle loses nothing: answers after a question that was left are read back and sent', async () => {
  const browser = await contacted();
  await browser.get('/ask/more/council');
  await browser.send('/ask/more/council', { council: 'Wirral Council' });
  await browser.get('/ask/more/decision');
  await browser.send('/ask/more/decision', { decision: 'plan-contents' });
  await browser.get('/ask/more/letter-date');
  await browser.send('/ask/more/letter-date', { 'dated-day': '1', 'dated-month': '10', 'dated-year': '2026' });
  const check = await browser.get('/ask/check');
  expect(check.body).toContain('Wirral Council');
  expect(check.body).toContain('Thursday 1 October 2026');
  expect((await browser.get('/ask/more/letter-date')).status).toBe(200);
  expect((await browser.get('/ask/more')).location).toBe('/ask/more/you');
});

test('answers sent twice are offered once, and a late page changes nothing', async () => {
  const browser = await contacted();
  await answer(browser, 'you', { capacity: 'parent' });
  await browser.get('/ask/check');
  const hidden = browser.hidden();
  await browser.send('/ask/check', {});
  expect((await browser.send('/ask/check', hidden)).location).toBe('/ask/done');
  expect((await browser.send('/ask/check', { ...hidden, _act: '01990000-0000-7000-8000-0000000000aa' })).location).toBe(
    '/ask/done',
  );
  expect((await browser.send('/ask/more/you', { capacity: 'carer' })).location).toBe('/ask/done');
  const offers = await look((tx) =>
    tx
      .selectFrom('offered_answers')
      .innerJoin('asking_drafts', 'asking_drafts.case_id', 'offered_answers.case_id')
      .select(['about', 'asking_drafts.id'])
      .execute(),
  );
  const mine = offers.filter(({ id }) => id === offers.at(-1)?.id);
  expect(mine).toHaveLength(1);
});

test.each([
  ['who gave a number and has nothing to add is to be rung', {}, true],
  ['who gave an address alone is written to', { reach: 'hannah@example.org' }, false],
])('%s', async (_, reach, isToRing) => {
  const { browser, reference } = await makesContact(server, reach);
  const { body } = await browser.get('/ask/check');
  expect(body.includes('Just ring me')).toBe(isToRing);
  await browser.send('/ask/check', {});
  const { ring_back_since: since, stage } = await look((tx) =>
    tx
      .selectFrom('cases')
      .select(['ring_back_since', 'stage'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow(),
  );
  expect([since !== null, stage]).toEqual([isToRing, 'contact-made']);
});

test('two tabs answer different questions, and both answers are kept', async () => {
  const browser = await contacted();
  await answer(browser, 'you', { capacity: 'parent' });
  await browser.get('/ask/more/name');
  await browser.send('/ask/more/name', { childFirst: 'Tobi', childLast: 'Okafor' });
  await answer(browser, 'you', { capacity: 'carer' });
  const check = await browser.get('/ask/check');
  expect(check.body).toContain('Tobi Okafor');
  expect(check.body).toContain('I care for the child');
});

test('a young person is spoken to as themselves, and never asked how they are related to the child', async () => {
  const browser = await contacted({ ...first, writer: 'young-person' });
  expect((await browser.get('/ask/more')).location).toBe('/ask/more/name');
  expect((await browser.get('/ask/more/name')).body).toContain('Your name, as it is on the letter');
});

test('somebody who helps records whether the family knows, in words that are kept', async () => {
  const browser = await contacted({ ...first, writer: 'professional' });
  await answer(browser, 'you', { role: 'sendiass', organisation: 'Wirral SENDIASS', forWhom: 'Ade Bello' });
  await browser.get('/ask/more/permission');
  expect((await browser.send('/ask/more/permission', {})).status).toBe(422);
  await answer(browser, 'permission', { permission: 'yes' });
  await browser.get('/ask/check');
  await browser.send('/ask/check', {});
  const offer = await look((tx) =>
    tx.selectFrom('offered_answers').select('said').where('about', '=', 'permission').executeTakeFirstOrThrow(),
  );
  expect(offer.said).toMatchObject({ given: true, role: 'SENDIASS', organisation: 'Wirral SENDIASS' });
  expect((offer.said as { wording: string }).wording).toContain('knows that I am asking you and agrees');
});

test('the link opens the draft in another browser with the birth date, and the first browser lets go', async () => {
  const browser = await contacted();
  await answer(browser, 'you', { capacity: 'carer' });
  await browser.get('/ask/save');
  expect((await browser.send('/ask/save', { mail: 'hannah@example.org', ...born })).location).toBe('/ask/saved');
  const link = await lastLink();
  const later = openBrowser(server);
  expect((await later.get(link)).body).not.toContain('Okafor');
  expect((await later.send(link, born)).location).toBe('/ask/more');
  expect((await later.get('/ask/check')).body).toContain('I care for the child');
  expect((await browser.get('/ask/more')).location).toBe('/ask');
  const late = await browser.send('/ask/more/name', { childFirst: 'Tobi', childLast: 'Okafor' });
  expect(late.status).toBe(403);
  expect(late.body).toContain('value="Tobi"');
});

test('three wrong birth dates and the link opens nothing, also with the right one; a link that never was answers the same', async () => {
  const browser = await contacted();
  await browser.get('/ask/save');
  await browser.send('/ask/save', { mail: 'hannah@example.org', ...born });
  const link = await lastLink();
  const stranger = openBrowser(server);
  await stranger.get(link);
  const wrong = { ...born, 'born-day': '15' };
  expect((await stranger.send(link, wrong)).body).toContain('You can try 2 more times.');
  expect((await stranger.send(link, wrong)).body).toContain('You can try once more.');
  expect((await stranger.send(link, wrong)).status).toBe(404);
  await stranger.get(link);
  const spent = await stranger.send(link, born);
  expect(spent.status).toBe(404);
  await stranger.get(link);
  const never = await stranger.send(`/ask/back/${'x'.repeat(43)}`, born);
  expect(never.status).toBe(404);
  const bare = (body: string) => body.replaceAll(/value="[^"]+"/g, '');
  expect(bare(never.body)).toBe(bare(spent.body));
});

test('a draft before the first screen was sent is no contact, and says so; marked the day before, and on the last day in red', async () => {
  const before = await look((tx) => tx.selectFrom('cases').select('id').execute());
  const browser = openBrowser(server);
  await browser.get('/ask');
  const kept = await browser.send('/ask', {
    name: 'Hannah Okafor',
    later: 'yes',
    'dated-day': '23',
    'dated-month': '9',
    'dated-year': '2026',
  });
  expect(kept.location).toBe('/ask/save');
  expect((await browser.get('/ask/save')).body).toContain('today is the last day');
  const early = openBrowser(server);
  await early.get('/ask');
  await early.send('/ask', {
    name: 'Early',
    later: 'yes',
    'dated-day': '24',
    'dated-month': '9',
    'dated-year': '2026',
  });
  const dayBefore = (await early.get('/ask/save')).body;
  expect(dayBefore).toContain('tomorrow is the last day');
  expect(dayBefore).toContain('not-yet--day-before');
  await browser.send('/ask/save', { mail: 'hannah@example.org', ...born });
  const again = await browser.get('/ask');
  expect(again.body).toContain('You have not contacted us yet.');
  expect(again.body).toContain('not-yet--last-day');
  expect(again.body).toContain('value="Hannah Okafor"');
  expect(await look((tx) => tx.selectFrom('cases').select('id').execute())).toHaveLength(before.length);
  await browser.send('/ask', { ...first, 'dated-day': '23', 'dated-month': '9', 'dated-year': '2026' });
  expect((await browser.get('/ask/done')).body).toContain('You have contacted us');
  expect(await look((tx) => tx.selectFrom('cases').select('id').execute())).toHaveLength(before.length + 1);
});

test('the secret of a link goes out of the kept letter once it opens nothing, and not before', async () => {
  const browser = await contacted();
  const save = async () => {
    await browser.get('/ask/save');
    await browser.send('/ask/save', { mail: 'secrets@example.org', ...born });
  };
  const kept = () =>
    look((tx) =>
      tx
        .selectFrom('letters')
        .select(['id', 'body_text', 'body_html'])
        .where('to_address', '=', 'secrets@example.org')
        .orderBy('id')
        .execute(),
    );
  const { id: serviceId } = program.service();
  const over = '/ask/back/this-link-is-over';
  await save();
  const first = await kept();
  await save();
  await sweepDrafts(program, serviceId);
  const both = await kept();
  const earlier = both.find(({ id }) => id === first[0]?.id);
  const newest = both.find(({ id }) => id !== first[0]?.id);
  expect(earlier?.body_text).toContain(over);
  expect(earlier?.body_text).toContain('It asks for the birth date that you gave.');
  expect(newest?.body_text).not.toContain(over);
  await sweepDrafts({ ...program, clock: frozenClock('2027-01-31T10:00:00Z') }, serviceId);
  const after = await kept();
  expect(after.every(({ body_text: text, body_html: html }) => text.includes(over) && html.includes(over))).toBe(true);
  const secrets = [...first, ...(newest ? [newest] : [])].map(
    (one) => /\/ask\/back\/([\w-]{43})/.exec(one.body_text)?.[1],
  );
  expect(secrets).toEqual([expect.any(String), expect.any(String)]);
  for (const secret of secrets) expect(JSON.stringify(after)).not.toContain(secret);
});

test('drafts are deleted 14 days after they were last written to, and their cases stay', async () => {
  await contacted();
  const { id: serviceId } = program.service();
  const at = (iso: string) => ({ ...program, clock: frozenClock(iso) });
  expect(await sweepDrafts(at('2026-12-07T23:59:00Z'), serviceId)).toBe(0);
  expect(await sweepDrafts(at('2026-12-08T00:01:00Z'), serviceId)).toBeGreaterThan(0);
  expect(await look((tx) => tx.selectFrom('asking_drafts').select('id').execute())).toEqual([]);
  expect((await look((tx) => tx.selectFrom('cases').select('id').execute())).length).toBeGreaterThan(0);
  expect(await sweepDrafts(at('2026-12-08T00:01:00Z'), serviceId)).toBe(0);
});

test('a link opens nothing after the day that was promised, also before the night has deleted the draft', async () => {
  const browser = await contacted();
  await browser.get('/ask/save');
  await browser.send('/ask/save', { mail: 'promised@example.org', ...born });
  const link = (await lastLink('promised@example.org')).split('/').at(-1)!;
  const who = { kind: 'visitor', serviceId: program.service().id } as const;
  const day = Temporal.PlainDate.from('2018-09-14');
  const on = (iso: string) => openLink({ ...program, clock: frozenClock(iso) }, who, link, day);
  expect(await on('2026-12-08T00:01:00Z')).toEqual({ opened: false, left: 0 });
  expect(await on('2026-12-07T23:59:00Z')).toMatchObject({ opened: true });
});
