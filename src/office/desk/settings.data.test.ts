// The settings through the browser: what is saved, what is refused, what two people do at once; and holidays from preview to timeline.
import { sealText } from '../../kit/http/sealed-text.ts';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { day, factsOf, moment, openCase } from '../../../test/support/contact.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { makeDeskServer } from '../fixtures/desk-server.ts';
import { startPublisher } from '../fixtures/publisher.ts';

const database = await openTestDatabase<Tables>(migrations);
const publisher = await startPublisher();
afterAll(() => publisher.close());
const { desk, program, get, press, send, upload } = await makeDeskServer(database, '2026-08-03T10:00:00+01:00', {
  holidaysUrl: publisher.url,
});
const { adviser, manager } = desk;
const details = '/desk/settings/service';
const hours = '/desk/settings/hours';
const readings = '/desk/settings/readings';
const holidays = '/desk/settings/holidays';
const preview = '/desk/settings/holidays/preview';

test('an adviser reads the settings and is offered no change; a manager’s pages are not there for them', async () => {
  const page = await get(adviser, '/desk/settings');
  expect(page.text).toContain('A manager decides each time');
  expect(page.text).not.toContain('Change the service');
  for (const url of [details, hours, readings, '/desk/settings/looked'])
    expect((await get(adviser, url)).status, url).toBe(404);
  expect((await get(adviser, holidays)).body).not.toContain('Load the published list');
});

test('details are saved, stand on every page at once, and an empty one is refused with the rest kept', async () => {
  const wrong = await press(manager, details, details, { name: '', telephone: '0151 496 0777' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Please write the name of the service.');
  expect(wrong.body).toContain('value="0151 496 0777"');
  const saved = await send(manager, wrong, details, { name: 'Wirral Mediation Service' });
  expect(saved).toMatchObject({ status: 303, location: `${details}?saved=1` });
  expect((await get(manager, '/desk/settings')).text).toContain('Wirral Mediation Service');
  expect(program.service().telephone).toBe('0151 496 0777');
});

test('who was slower sees what stands, keeps what they typed, and may still save it', async () => {
  const mine = await get(manager, details);
  await press(manager, details, details, { area: 'Wirral and Sefton' });
  const late = await send(manager, mine, details, { area: 'Wirral and Chester' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Somebody else changed this while you were typing');
  expect(late.text).toContain('Area: Wirral and Sefton');
  expect(late.body).toContain('value="Wirral and Chester"');
  expect(program.service().area).toBe('Wirral and Sefton');
  expect((await send(manager, late, details)).status).toBe(303);
  expect(program.service().area).toBe('Wirral and Chester');
});

test('hours are read as people write them, a closed day is added and taken off', async () => {
  const wrong = await press(manager, hours, hours, { from1: '9', to1: '8.30' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('On Monday the end must be after')]);
  const answers = { from1: '9', to1: '4.30pm', 'closed-day': '29', 'closed-month': '12', 'closed-year': '2026' };
  const unnamed = await press(manager, hours, hours, answers);
  expect([unnamed.status, unnamed.text]).toEqual([422, expect.stringContaining('Please write why we are closed.')]);
  expect((await send(manager, unnamed, hours, { closedName: 'Christmas week' })).status).toBe(303);
  expect(program.service().hours).toEqual({ 1: { from: '09:00', to: '16:30' } });
  expect([...program.service().closureDays]).toEqual([['2026-12-29', 'Christmas week']]);
  const week = { 'closed-day': '24', 'closed-month': 'dec', 'closed-year': '2026', closedName: 'Christmas week' };
  const until = { 'closedUntil-day': '29', 'closedUntil-month': '12', 'closedUntil-year': '2026' };
  expect((await press(manager, hours, hours, { ...week, ...until })).status).toBe(303);
  expect([...program.service().closureDays.keys()].toSorted()).toEqual(['2026-12-28', '2026-12-29']); // Of these the telephone is staffed on Monday the 28th alone; the 29th stood there before.
  await press(manager, hours, hours, { 'open-2026-12-28': 'yes', 'open-2026-12-29': 'yes' });
  expect([...program.service().closureDays]).toEqual([]);
});

test('readings are chosen with their consequences beside them, within their limits', async () => {
  const page = await get(manager, readings);
  expect(page.text).toContain('It is issued as for anybody and states the day of contact.');
  const wrong = await send(manager, page, readings, { sendAppealWorkingDaysBefore: '30' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Please write a number from 1 to 15.')]);
  const saved = await send(manager, wrong, readings, { sendAppealWorkingDaysBefore: '7', lateContact: 'issue' });
  expect(saved.location).toMatch(/saved=1&moved=\d+$/);
  expect(program.service().settings).toMatchObject({ sendAppealWorkingDaysBefore: 7, lateContact: 'issue' });
});

test('a holiday shows exactly the open dates that it moves, and saving moves exactly those', async () => {
  const about = (dated: string) =>
    openCase(program, desk, {
      reachedAt: moment('2026-08-03T09:00:00Z'),
      decision: {
        kind: 'refuse-to-assess',
        sections: [],
        dated: day(dated),
        sent: null,
        received: null,
        letterSeen: true,
      },
    });
  // Two months from 1 August 2026 end on Thursday 1 October 2026; from 2 July on Wednesday 2 September.
  const [moves, stays] = [await about('2026-08-01'), await about('2026-07-02')];
  const wanted = { 'day-day': '1', 'day-month': '10', 'day-year': '2026', name: 'A day of celebration' };
  const unnamed = await press(manager, holidays, preview, { ...wanted, change: 'add', name: '' });
  expect([unnamed.status, unnamed.text]).toEqual([
    422,
    expect.stringContaining('Please write what the day is called.'),
  ]);

  const shown = await press(manager, holidays, preview, { ...wanted, change: 'add' });
  expect(shown.text).toContain('1 date moves, in 1 open case.');
  expect(shown.text).toMatch(/Appeal, received by Thursday 1 October 2026 Friday 2 October 2026/);
  expect(program.law().holidays.nameOn(day('2026-10-01'))).toBeNull();
  const moved = async (caseId: string) =>
    (await factsOf(desk, caseId)).filter(({ code }) => code === 'clock-moved').map(({ data }) => data);
  expect(await moved(moves.caseId)).toEqual([]);

  for (const _ of [1, 2]) expect((await send(manager, shown, holidays)).location).toBe(`${holidays}?saved=1`);
  expect(program.law().holidays.nameOn(day('2026-10-01'))).toBe('A day of celebration');
  expect(await moved(moves.caseId)).toEqual([
    { clock: 'appeal', from: '2026-10-01', to: '2026-10-02', why: 'bank-holidays-changed' },
  ]);
  expect(await moved(stays.caseId)).toEqual([]);

  const back = await press(manager, holidays, preview, { change: 'remove', day: '2026-10-01' });
  expect(back.text).toMatch(/Friday 2 October 2026 Thursday 1 October 2026/);
});

test('what was confirmed on an old list is not saved but shown anew', async () => {
  const shown = await press(manager, holidays, preview, { ...dayOf('2027-03-02'), name: 'One', change: 'add' });
  const other = await press(manager, holidays, preview, { ...dayOf('2027-03-03'), name: 'Other', change: 'add' });
  expect((await send(manager, other, holidays)).status).toBe(303);
  const late = await send(manager, shown, holidays);
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('Something changed since you looked')]);
  expect(program.law().holidays.nameOn(day('2027-03-02'))).toBeNull();
  expect(program.law().holidays.nameOn(day('2027-03-03'))).toBe('Other');
  expect(late.text).not.toContain('Removed');
  expect((await send(manager, late, holidays)).status).toBe(303);
  for (const [iso, name] of [
    ['2027-03-02', 'One'],
    ['2027-03-03', 'Other'],
  ] as const)
    expect(program.law().holidays.nameOn(day(iso))).toBe(name);
});

test('the same day asked for twice: who is second is told that it is there', async () => {
  const [first, second] = [
    await press(manager, holidays, preview, { ...dayOf('2027-03-04'), name: 'Same', change: 'add' }),
    await press(manager, holidays, preview, { ...dayOf('2027-03-04'), name: 'Same', change: 'add' }),
  ];
  expect((await send(manager, first, holidays)).status).toBe(303);
  const late = await send(manager, second, holidays);
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('That day is on the list.')]);
});

const dayOf = (iso: string) => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { 'day-day': date, 'day-month': month, 'day-year': year };
};

test('a year that is not loaded is shown as refused, cannot begin with one day, and comes with the published list', async () => {
  const year = Math.max(...program.law().holidays.years) + 1;
  const single = await press(manager, holidays, preview, { ...dayOf(`${year}-05-04`), name: 'May', change: 'add' });
  expect([single.status, single.text]).toEqual([
    422,
    expect.stringContaining('No bank holidays are loaded for that year'),
  ]);
  for (const text of ['not json', '{}', '{"england-and-wales":{"events":[]}}']) {
    const bad = await upload(manager, holidays, preview, { field: 'list', text });
    expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('That is not the published list.')]);
  }
  const events = Array.from({ length: 8 }, (_, index) => ({ title: `Day ${index}`, date: `${year}-0${index + 1}-05` }));
  const text = JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } });
  const shown = await upload(manager, holidays, preview, { field: 'list', text });
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('Day 7')]);
  expect((await send(manager, shown, holidays)).status).toBe(303);
  expect(program.law().holidays.isLoaded(year)).toBe(true);
  const again = await upload(manager, holidays, preview, { field: 'list', text });
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('Every year of this list is here already')]);
});

test('a list that names one day twice has it once', async () => {
  const year = Math.max(...program.law().holidays.years) + 1;
  const dates = [1, 2, 3, 4, 5, 6].map((month) => ({ title: `Day ${month}`, date: `${year}-0${month}-05` }));
  const text = JSON.stringify({ 'england-and-wales': { events: [...dates, { ...dates[0], title: 'A jubilee' }] } });
  const shown = await upload(manager, holidays, preview, { field: 'list', text });
  expect((await send(manager, shown, holidays)).status).toBe(303);
  expect(program.law().holidays.nameOn(day(`${year}-01-05`))).toBe('Day 1 and A jubilee');
});

test('the published list is fetched when a manager asks for it, and shown before anything is saved', async () => {
  const year = Math.max(...program.law().holidays.years) + 1;
  const events = [1, 2, 3, 4, 5, 6].map((month) => ({ title: `Day ${month}`, date: `${year}-0${month}-05` }));
  publisher.says({ status: 200, body: JSON.stringify({ 'england-and-wales': { events } }) });
  const shown = await press(manager, holidays, preview, { change: 'fetch' });
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('Day 6')]);
  expect(program.law().holidays.isLoaded(year)).toBe(false);
  expect((await send(manager, shown, holidays)).status).toBe(303);
  expect(program.law().holidays.isLoaded(year)).toBe(true);
});

test.each([
  ['a broken list', { status: 200, body: '{"england-and-wales":{"ev' }, 'That is not the published list.'],
  ['a list without end', { status: 200, body: 'x'.repeat(1_000_001) }, 'The list could not be fetched.'],
  ['a fault there', { status: 503, body: '' }, 'The list could not be fetched.'],
  ['another address', { status: 302, body: '', to: '/elsewhere' }, 'The list could not be fetched.'],
  ['nobody there', 'hangs-up', 'The list could not be fetched.'],
] as const)('%s changes nothing, and says what to do', async (_, answer, words) => {
  publisher.says(answer);
  const page = await press(manager, holidays, preview, { change: 'fetch' });
  expect([page.status, page.text]).toEqual([422, expect.stringContaining(words)]);
});

test('every letter can be read, about invented people, and nothing is sent', async () => {
  const list = await get(adviser, '/desk/settings/letters');
  const links = [...list.body.matchAll(/href="(\/desk\/settings\/letters\/[^"]+)"/g)].map(([, href]) => href ?? '');
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const page = await get(adviser, link);
    expect([link, page.status, page.text]).toEqual([link, 200, expect.stringContaining('Everybody in it is invented')]);
  }
  expect((await get(adviser, '/desk/settings/letters/none')).status).toBe(404);
  const sent = await desk.look((tx) => tx.selectFrom('letters').select('id').execute());
  expect(sent).toEqual([]);
});

test('a manager tries words of their own in a letter, saves them, and every letter of that kind says them', async () => {
  const letter = '/desk/settings/letters/certificate';
  const own = 'Our office is on the first floor.\n\nRing the bell <b>twice</b>.';
  expect((await get(adviser, letter)).body).not.toContain('What we add');
  const tried = await press(manager, letter, letter, { words: own, how: 'show' });
  expect([tried.status, tried.text]).toEqual([200, expect.stringContaining('Not saved yet.')]);
  expect(tried.body).toContain('>Ring the bell &lt;b>twice&lt;/b>.</p>');
  expect((await get(adviser, letter)).text).not.toContain('Ring the bell');

  const mine = await get(manager, letter);
  expect((await send(manager, tried, letter, { words: own, how: 'save' })).status).toBe(303);
  for (const kind of ['certificate', 'certificate-again'])
    expect((await get(adviser, `/desk/settings/letters/${kind}`)).text).toContain('Ring the bell');
  expect((await get(adviser, '/desk/settings/letters/certificate-withdrawn')).text).not.toContain('Ring the bell');

  const late = await send(manager, mine, letter, { words: 'Something else.', how: 'save' });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('Our office is on the first floor')]);
  expect(late.body).toContain('>Something else.</textarea>');
  const long = await press(manager, letter, letter, { words: 'x'.repeat(601), how: 'save' });
  expect([long.status, long.text]).toEqual([422, expect.stringContaining('1 character too long')]);
});

test('a letter that opens a sign-in takes no words of ours', async () => {
  const link = '/desk/settings/letters/sign-in-link';
  const page = await get(manager, link);
  expect(page.body).not.toContain('What we add');
  const form = await get(manager, '/desk/settings/letters/certificate');
  expect(
    (
      await send(
        manager,
        { ...form, body: form.body.replaceAll('letters/certificate"', 'letters/sign-in-link"') },
        link,
        { words: 'x', how: 'save' },
      )
    ).status,
  ).toBe(404);
});

/** The key of the fixture's server. */
const searchKey = new Uint8Array(32);

test('searching is noted without its words, and a manager sees it, also by case', async () => {
  const { reference } = await openCase(program, desk);
  const found = await get(adviser, `/desk/search?for=${sealText(searchKey, 'Okafor')}`);
  expect(found.text).toContain('Tobi Okafor');
  expect((await get(adviser, '/desk/search?for=nonsense')).text).toContain('You can type any of these');
  const looked = await get(manager, '/desk/settings/looked?what=search');
  expect(looked.text).toContain('Leah Brennan Searched');
  expect(looked.text).not.toContain('Okafor');
  expect((await get(manager, `/desk/settings/looked?case=${reference}`)).text).toContain(
    'Nobody looked at anything like that.',
  );
  expect((await get(desk.manager, '/desk/settings/looked?before=nonsense')).status).toBe(200);
  const cases = await get(desk.manager, '/desk/settings/looked?what=case&unusual=yes');
  expect(cases.text).toContain('Only the unusual');
  expect(cases.text).not.toContain('Searched outside');
});

test('a family and a visitor are shown none of it', async () => {
  const { personId } = await openCase(program, desk);
  const family = await desk.familyOf(personId);
  const urls = ['/desk/settings', holidays, '/desk/search', '/desk/people', '/desk/bodies', '/desk/signposts'];
  for (const url of urls) {
    expect((await get(family, url)).status, url).toBe(404);
    expect((await get({ kind: 'visitor', serviceId: desk.serviceId }, url)).location, url).toBe('/sign-in');
  }
});
