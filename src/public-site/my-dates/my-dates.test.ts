// "My dates" through HTTP: the law's own dates, the words for each situation, kind refusals that keep the answers, and the calendar file.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayInWords } from '../../law/day-words.ts';
import { displayDates } from '../../law/display-dates.ts';
import { tribunalAppeal } from '../../law/tribunal-appeal.ts';
import { law, publicServer, testProgram } from '../public-site.test-server.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const on = (now: string) => publicServer(testProgram({ now: `${now}T11:00:00Z` }));
const address = (answers: Record<string, string>, path = '/my-dates') => `${path}?${new URLSearchParams(answers)}`;
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');
const letter = { kind: 'refuse-to-assess', dated: '2026-06-10', contact: 'no' };

describe('the dates are the law’s', () => {
  it.each([
    ['an ordinary letter', '2026-09-10', null, false],
    ['a certificate that governs, in August', '2026-06-10', '2026-07-20', false],
    ['a certificate that does not govern', '2026-09-01', '2026-09-10', false],
    ['the end of February', '2025-12-31', null, false],
    ['over Christmas', '2026-10-27', null, false],
    ['Section I only with a certificate', '2026-09-01', '2026-10-20', true],
  ])('%s', async (_, dated, certificate, placementOnly) => {
    const today = day(dated).add({ days: certificate ? 51 : 3 });
    const site = await on(today.toString());
    const { status, body } = await site.get(
      address({
        kind: placementOnly ? 'placement' : 'plan-contents',
        dated,
        contact: certificate ? 'yes' : 'no',
        ...(certificate && { certificate }),
      }),
    );
    const appeal = tribunalAppeal(
      { datedOn: day(dated), certificatesIssuedOn: certificate ? [day(certificate)] : [], placementOnly },
      law,
    );
    const shown = displayDates(appeal, law);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(`Received by 5pm on ${dayInWords(appeal.deadline!)}`);
    expect(textOf(body)).toContain(`Send it by ${dayInWords(shown!.sendBy.deadline!)}`);
    for (const { words } of appeal.explain().steps) expect(textOf(body)).toContain(words.replaceAll(/ ([.,])/g, '$1'));
    expect(textOf(body)).toContain(appeal.citation);
  });
});

describe('says how things stand', () => {
  it.each<[string, string, Record<string, string>, RegExp[], RegExp[]]>([
    [
      'nobody contacted yet, in time: first the adviser, by the working day before',
      '2026-11-01',
      { ...letter, dated: '2026-09-14' },
      [
        /Contact a mediation adviser by Friday 13 November 2026/,
        /last day in law is Saturday 14 November 2026/,
        /The last day in law to contact an adviser Saturday 14 November 2026/,
      ],
      [/adviser in time/, /Contact a mediation adviser by Saturday/],
    ],
    [
      'the safe day to send comes before the last day to contact: both are right, and the adviser is first',
      '2026-11-01',
      { ...letter, dated: '2026-09-14' },
      [/our safe one, five working days before the last moment.*both are right, and contacting an adviser comes first/],
      [],
    ],
    [
      'in no hurry of that kind once an adviser was contacted',
      '2026-11-01',
      { ...letter, dated: '2026-09-14', contact: 'yes', contacted: '2026-10-01' },
      [/Send it by/],
      [/both are right/],
    ],
    [
      'a letter whose day to send comes after August: nothing reads oddly',
      '2026-07-01',
      letter,
      [/Contact a mediation adviser by/],
      [/both are right/],
    ],
    [
      'a day of contact left behind when the answer became "not yet"',
      '2026-11-01',
      { ...letter, dated: '2026-09-14', contact: 'no', contacted: '2026-10-01' },
      [/Contact a mediation adviser by Friday 13 November 2026/],
      [/adviser in time/],
    ],
    [
      'contacted, certificate to come',
      '2026-10-20',
      { ...letter, dated: '2026-09-14', contact: 'yes' },
      [/You contacted a mediation adviser in time/, /can make your date later, never earlier/],
      [/another month|extra month/],
    ],
    [
      'contacted in time, no certificate, two months over: never missed',
      '2026-11-20',
      { ...letter, dated: '2026-09-14', contact: 'yes', contacted: '2026-11-13' },
      [
        /Why is there no date yet\?/,
        /Two months ended on Saturday 14 November 2026\. You contacted us in time\. Your date is set when the certificate is issued/,
      ],
      [/missed/, /Received by 5pm on/, /Add to my calendar/],
    ],
    [
      'contacted late: no month as of right',
      '2026-11-20',
      { ...letter, dated: '2026-09-14', contact: 'yes', contacted: '2026-11-19', certificate: '2026-11-20' },
      [
        /Send your appeal now, and ask for permission/,
        /two months for contacting an adviser ended on Saturday 14 November 2026/,
        /turn nobody away/,
      ],
      [/December 2026/, /adviser in time/],
    ],
    [
      'never contacted and over',
      '2026-11-20',
      { ...letter, dated: '2026-09-14' },
      [/Contact a mediation adviser today all the same/, /ask the Tribunal’s permission/],
      [/missed/],
    ],
    [
      'a date that is over',
      '2026-09-10',
      { ...letter, contact: 'yes', contacted: '2026-07-20', certificate: '2026-07-20' },
      [/It had to be received by 5pm on Tuesday 1 September 2026/, /Send your appeal now all the same/],
      [/missed/, /Send it by/],
    ],
    [
      'the last day itself',
      '2026-09-01',
      { ...letter, contact: 'yes', certificate: '2026-07-20' },
      [/That is today\. After 5pm it is late/, /Send it Today/],
      [],
    ],
    [
      'nearly over and no certificate yet: nobody is told to send what they do not have',
      '2026-11-20',
      { ...letter, dated: '2026-09-21' },
      [/This day has gone\. A certificate issued now can make your date later/, /by Friday 20 November 2026/],
      [/Send it Today/],
    ],
    [
      'Section I only: no adviser needed',
      '2026-09-20',
      { ...letter, kind: 'placement', dated: '2026-09-14' },
      [/no certificate is needed/, /Mediation does not move this date/],
      [/Contact a mediation adviser by/],
    ],
    [
      'the working day before where the rule about moved days is unsettled',
      '2027-06-10',
      { ...letter, kind: 'placement', dated: '2027-05-31' },
      [
        /It can be read in another way/,
        /An earlier day, Friday 30 July 2027/,
        /A later day, Wednesday 1 September 2027/,
      ],
      [],
    ],
    [
      'what 60 days would wrongly give, where it is too late',
      '2026-01-10',
      { ...letter, dated: '2026-01-05', kind: 'placement' },
      [/Somebody may tell you “60 days”\. That would be Friday 6 March 2026, and too late/],
      [],
    ],
  ])('%s', async (_, today, answers, says, neverSays) => {
    const site = await on(today);
    const { status, body } = await site.get(address(answers));
    expect(status).toBe(200);
    const words = textOf(body);
    for (const expected of says) expect(words).toMatch(expected);
    for (const wrong of neverSays) expect(words).not.toMatch(wrong);
  });

  it('shows what a later sending would change, and only days that can have been', async () => {
    const site = await on('2026-07-21');
    const words = textOf((await site.get(address({ ...letter, contact: 'yes', certificate: '2026-07-20' }))).body);
    expect(words).toContain('Wednesday 1 July 2026 Tuesday 1 September 2026 (no change)');
    expect(words).toContain('Thursday 2 July 2026 Wednesday 2 September 2026');
    const early = await on('2026-06-10');
    expect(textOf((await early.get(address(letter))).body)).not.toContain('If it was sent on');
  });

  it('says them in the order of the days they were sent on', async () => {
    const site = await on('2026-11-29');
    const { body } = await site.get(address({ kind: 'refuse-to-issue', dated: '2026-10-20', contact: 'no' }));
    expect(textOf(body)).toMatch(
      /If it was sent on .* Wednesday 21 October 2026 .* Thursday 22 October 2026 .* Friday 23 October 2026 /,
    );
  });
});

describe('refuses kindly', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a day that is not in its month',
      { 'dated-day': '31', 'dated-month': '6', 'dated-year': '2026' },
      'June has only 30 days',
    ],
    ['a letter of tomorrow', { dated: '2026-11-24' }, 'This day is still to come'],
    ['a letter from before the law', { dated: '2014-08-31' }, 'These rules began on 1 September 2014'],
    ['no letter date', { dated: '' }, 'Enter the date that is printed on the letter'],
    ['no decision', { kind: '' }, 'Choose what the council decided'],
    ['a decision there is not', { kind: '"><script>alert(1)</script>' }, 'Choose what the council decided'],
    [
      'a certificate older than its letter',
      { certificate: '2026-09-01' },
      'A certificate cannot be older than its letter',
    ],
    ['a contact before the letter', { contact: 'yes', contacted: '2026-09-01' }, 'This is before the letter'],
    [
      'a certificate before the contact',
      { contact: 'yes', contacted: '2026-10-10', certificate: '2026-10-01' },
      'A certificate comes after you contacted an adviser',
    ],
    [
      'a contact that may have been late, without its day',
      { contact: 'yes', certificate: '2026-11-20' },
      'Enter the day you first contacted a mediation adviser',
    ],
    [
      'a year without bank holidays',
      { dated: '2021-03-03', contact: 'no' },
      'We do not have the bank holidays of 2021',
    ],
  ])('%s', async (_, wrong, says) => {
    const site = await on('2026-11-23');
    const answers: Record<string, string> = { ...letter, dated: '2026-09-14', ...wrong };
    if ('dated-day' in wrong) delete answers['dated'];
    const { status, body } = await site.get(address(answers));
    expect(status).toBe(422);
    expect(body).toContain('<title>Error: Work out my dates');
    expect(textOf(body)).toContain(says);
    expect(body).toMatch(/class="govuk-error-summary/);
    if (answers['kind'] === letter.kind)
      expect(body).toMatch(/value="refuse-to-assess"[^>]* checked|checked[^>]* value="refuse-to-assess"/);
    if (answers['dated'] === '2026-09-14')
      for (const [part, typed] of [
        ['day', 14],
        ['month', 9],
        ['year', 2026],
      ])
        expect(body).toMatch(new RegExp(`name="dated-${part}"[^>]*value="${typed}"`));
    expect(body).not.toContain('<script>alert');
  });

  it.each([
    '/my-dates?dated=%3Cscript%3Ealert(1)%3C/script%3E&kind=%22%3E%3Cimg%20src=x%3E',
    '/my-dates?dated=1&dated=2&dated-day=1&kind=placement&kind=placement',
    `/my-dates?dated-day=${'9'.repeat(5000)}&contact=yes`,
    '/my-dates?dated[day]=1&__proto__=1&constructor=2&dated-year=%00',
    '/my-dates/change?dated=%22onmouseover=alert(1)&certificate=javascript:alert(1)',
    '/my-dates/calendar?dated=%0d%0aX:%201',
  ])('survives %s', async (url) => {
    const site = await on('2026-11-23');
    const { status, body } = await site.get(url);
    expect([200, 422]).toContain(status);
    expect(body).not.toMatch(/<script>alert|<img src=x|"onmouseover/);
  });
});

describe('keeps the answers in the address', () => {
  it('the way back fills the form again', async () => {
    const site = await on('2026-07-21');
    const { body } = await site.get(
      address({ ...letter, contact: 'yes', certificate: '2026-07-20', sent: '2026-06-12' }),
    );
    const change = /href="(\/my-dates\/change[^"]*)#sent"/.exec(body)![1]!.replaceAll('&amp;', '&');
    const form = (await site.get(change)).body;
    for (const [name, value] of [
      ['dated-day', 10],
      ['sent-day', 12],
      ['certificate-month', 7],
      ['certificate-year', 2026],
    ])
      expect(form).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
    expect(form).toContain('id="sent"');
    expect(form).toContain('method="get"');
  });

  it('a request starts with them, and no address holds a birth date', async () => {
    const site = await on('2026-07-21');
    const { body } = await site.get(address({ ...letter, born: '2010-01-01', 'dob-day': '4' }));
    expect(body).toContain('/ask?contact=no&amp;dated=2026-06-10&amp;kind=refuse-to-assess');
    expect(body).not.toMatch(/born|dob|2010/);
    expect(site.log.join()).not.toMatch(/2026-06-10|refuse/);
  });

  it('typed parts and a whole day are the same answer', async () => {
    const site = await on('2026-07-21');
    const whole = await site.get(address(letter));
    const { dated: _, ...rest } = letter;
    const parts = await site.get(
      address({ ...rest, 'dated-day': '10', 'dated-month': 'June', 'dated-year': '2026', sent: '' }),
    );
    expect(parts.body).toBe(whole.body);
  });
});

describe('the calendar file', () => {
  const unfold = (file: string) => file.replaceAll(/\r\n[ \t]/g, '');

  it('holds both dates with reminders, in UTC, and names nobody', async () => {
    const site = await on('2026-07-21');
    const { status, body, headers } = await site.get(
      address({ ...letter, contact: 'yes', certificate: '2026-07-20' }, '/my-dates/calendar'),
    );
    const file = unfold(body);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['content-disposition']).toContain('my-dates.ics');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file).toContain('DTSTART;VALUE=DATE:20260824');
    expect(file).toContain('DTSTART:20260901T160000Z');
    // At nine in the morning two weeks, one week and one day before, and on the day: from midnight, and from 5pm.
    const triggers = [...file.matchAll(/TRIGGER;RELATED=START:(\S+)/g)].map(([, trigger]) => trigger);
    expect(triggers).toEqual(['-P13DT15H', '-P6DT15H', '-PT15H', 'PT9H', '-P14DT8H', '-P7DT8H', '-P1DT8H', '-PT8H']);
    expect(file).toContain('DESCRIPTION:Last safe day to send the SEND appeal: Monday 24 August 2026');
    expect(file).not.toMatch(/SUMMARY:.*(today|now)/);
    expect(file).toContain('UID:received-refuse-to-assess-2026-06-10@common-ground');
    expect(file).not.toMatch(/TZID|VTIMEZONE|ATTENDEE|ORGANIZER/);
  });

  it('keeps the UID and raises the SEQUENCE when a certificate moves the date', async () => {
    const eventOf = async (answers: Record<string, string>) => {
      const site = await on('2026-07-21');
      const file = unfold((await site.get(address(answers, '/my-dates/calendar'))).body);
      const event = file.split('BEGIN:VEVENT').find((part) => part.includes('UID:received'))!;
      return { uid: /UID:(.*)\r/.exec(event)![1], sequence: Number(/SEQUENCE:(\d+)/.exec(event)![1]) };
    };
    const before = await eventOf({ ...letter, dated: '2026-05-25' });
    const after = await eventOf({ ...letter, dated: '2026-05-25', contact: 'yes', certificate: '2026-07-20' });
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it('leaves out a day that has gone', async () => {
    const site = await on('2026-08-28');
    const { body } = await site.get(
      address({ ...letter, contact: 'yes', contacted: '2026-07-20', certificate: '2026-07-20' }, '/my-dates/calendar'),
    );
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('is Greenwich time in winter', async () => {
    const site = await on('2026-09-20');
    expect(unfold((await site.get(address({ ...letter, dated: '2026-09-14' }, '/my-dates/calendar'))).body)).toContain(
      'DTSTART:20261116T170000Z',
    );
  });
});
