// "What can I do?" as a visitor walks it: question by question to the road the law names, with the answers kept all the way.
import { beforeAll, describe, expect, it } from 'vitest';
import { findRoute, type RouteInputs } from '../../law/route.ts';
import { publicServer, testProgram, type PublicServer } from '../public-site.test-server.ts';
import { titleOf } from './words.ts';

let site: PublicServer;
beforeAll(async () => {
  site = await publicServer(testProgram({ now: '2026-07-21T11:00:00Z' }));
});

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');
const headingOf = (html: string) => /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.trim();
const hiddenIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]+)" value(?:="([^"]*)")?/g)].map((match) => [
    match[1]!,
    match[2] ?? '',
  ]);

type Typed = readonly (readonly [string, string])[];

/** Fills in one page after another, exactly as a browser without script would, and gives the last page and the way there. */
async function walk(pages: readonly Typed[]) {
  let url = '/what-can-i-do';
  const headings: string[] = [];
  for (const typed of pages) {
    const { body } = await site.get(url);
    headings.push(headingOf(body)!);
    const action = /<form[^>]* action="([^"]+)"/.exec(body)![1]!;
    const sent = await site.get(`${action}?${new URLSearchParams([...hiddenIn(body), ...typed] as string[][])}`);
    expect(sent.status).toBe(303);
    url = String(sent.headers['location']);
  }
  return { url, headings, page: await site.get(url) };
}

const DATE: Typed = [
  ['dated-day', '10'],
  ['dated-month', '6'],
  ['dated-year', '2026'],
];
const NO_DATE: Typed = [
  ['dated-day', ''],
  ['dated-month', ''],
  ['dated-year', ''],
];
const letter = (decision: string, ...more: readonly Typed[]): readonly Typed[] => [
  [['about', 'letter']],
  [['decision', decision]],
  ...more,
  DATE,
  [['past', 'no']],
];
const parts = (...chosen: string[]): Typed => chosen.map((part) => ['parts', part] as const);

describe('leads to the road of the law', () => {
  it.each<[string, readonly Typed[], RouteInputs]>([
    ['no to an assessment', letter('refuse-to-assess'), { about: 'decision', decision: 'refuse-to-assess' }],
    ['no to a plan', letter('refuse-to-issue'), { about: 'decision', decision: 'refuse-to-issue' }],
    [
      'needs and help',
      letter('plan', parts('B', 'F')),
      { about: 'decision', decision: 'plan-contents', sections: ['B', 'F'] },
    ],
    [
      'everything in the plan',
      letter('plan', parts('B', 'F', 'I')),
      { about: 'decision', decision: 'plan-contents', sections: ['B', 'F', 'I'] },
    ],
    ['the school alone', letter('plan', parts('I')), { about: 'decision', decision: 'placement', sections: ['I'] }],
    [
      'needs and health care',
      letter('plan', parts('B', 'health')),
      { about: 'decision', decision: 'plan-contents', sections: ['B'], health: true },
    ],
    ['health care alone', letter('plan', parts('health')), { about: 'decision', decision: null, health: true }],
    ['social care alone', letter('plan', parts('care')), { about: 'decision', decision: null, socialCare: true }],
    [
      'no change, school alone',
      letter('refuse-to-amend', parts('I')),
      { about: 'decision', decision: 'refuse-to-amend', sections: ['I'] },
    ],
    ['no to a new assessment', letter('refuse-to-reassess'), { about: 'decision', decision: 'refuse-to-reassess' }],
    ['an end to the plan', letter('cease-to-maintain'), { about: 'decision', decision: 'cease-to-maintain' }],
    ['a draft plan', [[['about', 'draft-plan']], [['past', 'yes']]], { about: 'draft-plan' }],
    ['help at school', [[['about', 'help-at-school']], [['past', 'no']]], { about: 'help-at-school' }],
    [
      'waiting for the Tribunal',
      [[['about', 'waiting-for-tribunal']], [['past', 'no']]],
      { about: 'waiting-for-tribunal' },
    ],
    [
      'something less formal',
      [[['about', 'other']], [['other', 'something-less-formal']]],
      { about: 'something-less-formal' },
    ],
    ['discrimination', [[['about', 'other']], [['other', 'discrimination']]], { about: 'discrimination' }],
    ['Wales', [[['about', 'other']], [['other', 'wales']]], { about: 'wales' }],
  ])('%s', async (_, pages, inputs) => {
    const { page, headings } = await walk(pages);
    const route = findRoute(inputs);
    const words = textOf(page.body);
    expect(page.status).toBe(200);
    expect(headings.length).toBeLessThanOrEqual(5);
    expect(words).toContain(titleOf(route));
    for (const said of [route.why, route.citation, route.certificate.why, ...route.alsoKnow])
      expect(words).toContain(said);
    expect(page.body.match(/card--brand/g)).toHaveLength(1);
  });
});

describe('the end of the road', () => {
  it('has the dates with their reasons, and starts a request with the answers kept', async () => {
    const { page } = await walk(letter('plan', parts('B', 'I')));
    const words = textOf(page.body);
    expect(words).toContain('Contact a mediation adviser by Monday 10 August 2026');
    expect(words).toContain('If you appeal: send it by Monday 24 August 2026');
    expect(words).toContain('The Tribunal has to have it by 5pm on Tuesday 1 September 2026');
    expect(page.body).toContain('/my-dates/calendar?contact=no&amp;dated=2026-06-10&amp;kind=plan-contents');
    expect(page.body).toContain('href="mailto:?subject=');
    expect(page.body.match(/Why this date\?/g)).toHaveLength(3);
    expect(page.body).toContain(
      'href="/ask?about=letter&amp;dated=2026-06-10&amp;kind=plan-contents&amp;parts=B&amp;parts=I&amp;past=no&amp;want=mediation"',
    );
    expect(page.body).toContain('/my-dates?contact=no&amp;dated=2026-06-10&amp;kind=plan-contents');
  });

  it.each([
    ['the school alone', ['I'], 'plan', /no certificate is needed/, false],
    ['the school and health care', ['I', 'health'], 'plan', /no certificate is needed/, false],
    [
      'no change, school alone',
      ['I'],
      'refuse-to-amend',
      /probably appeal without.*probably not needed\. If you want one to be sure, contact a mediation adviser by Monday 10 August 2026/,
      true,
    ],
  ] as const)('%s: no word of a certificate that has to be there first', async (_, chosen, decision, says, offered) => {
    const { page } = await walk(letter(decision, parts(...chosen)));
    const words = textOf(page.body);
    expect(words).toMatch(says);
    expect(words).not.toMatch(/You need a mediation certificate|Contact a mediation adviser by/);
    expect(words).toContain('If you appeal: send it by Monday 24 August 2026');
    expect(words).toContain('Received by 5pm on Tuesday 1 September 2026');
    expect(words.includes('Just the certificate')).toBe(offered);
    expect(page.body).toContain('/my-dates?contact=no&amp;dated=2026-06-10&amp;kind=placement"');
    if (decision === 'refuse-to-amend') expect(page.body).toMatch(/\/ask\?[^"]*kind=refuse-to-amend/);
  });

  it.each([
    ['plan', 'health', 'plan-contents'],
    ['plan', 'care', 'plan-contents'],
    ['refuse-to-amend', 'health', 'refuse-to-amend'],
  ] as const)(
    '%s, %s alone: the two months that run for education stand there, with why',
    async (decision, part, kind) => {
      const { page } = await walk(letter(decision, parts(part)));
      const words = textOf(page.body);
      expect(words).toContain('If education is in question too');
      expect(words).toContain('Health or social care alone cannot be appealed');
      expect(words).toContain('Contact a mediation adviser by Monday 10 August 2026');
      expect(words).toContain('Received by 5pm on Tuesday 1 September 2026');
      expect(words.split('Why this road?')[0]).not.toContain('Contact a mediation adviser by');
      expect(page.body.match(/Why this date\?/g)).toHaveLength(3);
      expect(page.body).toContain(`/my-dates?contact=no&amp;dated=2026-06-10&amp;kind=${kind}"`);
      expect(page.body).not.toMatch(/\/ask\?[^"]*kind=plan-contents/);
    },
  );

  it('gives no day for sending that has gone', async () => {
    const may: Typed = [
      ['dated-day', '26'],
      ['dated-month', '5'],
      ['dated-year', '2026'],
    ];
    const { page } = await walk([[['about', 'letter']], [['decision', 'refuse-to-assess']], may, [['past', 'no']]]);
    const card = textOf(page.body).split('Why this road?')[0];
    expect(card).toContain('Contact a mediation adviser by Friday 24 July 2026');
    expect(card).toContain('If you appeal: received by 5pm on Monday 27 July 2026');
    expect(card).not.toContain('send it by');
  });

  it('without a date says how short the time is, and where to work it out', async () => {
    const { page } = await walk([
      [['about', 'letter']],
      [['decision', 'refuse-to-assess']],
      NO_DATE,
      [['past', 'yes']],
    ]);
    expect(textOf(page.body)).toContain('two months from the letter');
    expect(page.body).toContain('/my-dates/change?kind=refuse-to-assess');
    expect(textOf(page.body)).toContain('The young person asks');
  });

  it('says so when it is late, and turns nobody away', async () => {
    const late: Typed = [
      ['dated-day', '10'],
      ['dated-month', '3'],
      ['dated-year', '2026'],
    ];
    const { page } = await walk([[['about', 'letter']], [['decision', 'refuse-to-assess']], late, [['past', 'no']]]);
    expect(textOf(page.body)).toMatch(/Send your appeal now, and ask for permission.*We|we turn nobody away/);
    expect(textOf(page.body)).not.toContain('missed');
  });

  it('does not guess in a year without bank holidays', async () => {
    const old: Typed = [
      ['dated-day', '10'],
      ['dated-month', '6'],
      ['dated-year', '2020'],
    ];
    const { page } = await walk([[['about', 'letter']], [['decision', 'refuse-to-assess']], old, [['past', 'no']]]);
    expect(page.status).toBe(200);
    expect(textOf(page.body)).toContain('We do not have the bank holidays of 2020 yet, and we do not guess');
  });
});

describe('on the way', () => {
  it('an empty answer is refused with words, and the answers before it are kept', async () => {
    const { status, body } = await site.get('/what-can-i-do/decision/next?about=letter');
    expect(status).toBe(422);
    expect(textOf(body)).toContain('There is a problem');
    expect(textOf(body)).toContain('Choose what the letter says.');
    expect(hiddenIn(body)).toEqual([['about', 'letter']]);
  });

  it('a day that is not one is shown again as typed', async () => {
    const { status, body } = await site.get(
      '/what-can-i-do/letter-date/next?about=letter&decision=refuse-to-assess&dated-day=31&dated-month=6&dated-year=2026',
    );
    expect(status).toBe(422);
    expect(textOf(body)).toContain('June has only 30 days');
    expect(body).toMatch(/name="dated-day"[^>]*value="31"/);
  });

  it('back goes to the question before, with its answer chosen', async () => {
    const { url } = await walk([[['about', 'letter']], [['decision', 'plan']]]);
    const { body } = await site.get(url);
    const back = /class="govuk-back-link"[^>]*|href="([^"]+)"[^>]*class="govuk-back-link"/.exec(body)!;
    const href = /href="([^"]+)"/.exec(back[0])![1]!.replaceAll('&amp;', '&');
    const before = (await site.get(href)).body;
    expect(headingOf(before)).toBe('What does the letter say?');
    expect(before).toMatch(/value="plan"[^>]* checked|checked[^>]* value="plan"/);
  });

  it('a question that cannot be asked yet leads to the one that can; an unknown one is not found', async () => {
    const early = await site.get('/what-can-i-do/year-11');
    expect([early.status, early.headers['location']]).toEqual([303, '/what-can-i-do/what-happened']);
    expect((await site.get('/what-can-i-do/answer?about=letter')).headers['location']).toBe(
      '/what-can-i-do/decision?about=letter',
    );
    expect((await site.get('/what-can-i-do/nothing')).status).toBe(404);
    expect((await site.get('/what-can-i-do/nothing/next')).status).toBe(404);
  });

  it('says how far along it is', async () => {
    const { url } = await walk([[['about', 'letter']], [['decision', 'plan']]]);
    expect(textOf((await site.get(url)).body)).toContain('Part 3 of 5');
  });

  it.each([
    'about=%3Cscript%3Ealert(1)',
    'about=other&other=%22%3E%3Csvg%20onload=alert(1)',
    'about=letter&decision=plan&parts=%3Cb%3E',
  ])('escapes %s', async (query) => {
    for (const path of ['', '/what-happened', '/answer', '/parts/next', '/something-else/next'])
      expect((await site.get(`/what-can-i-do${path}?${query}`)).body).not.toMatch(
        /<script>alert|<svg onload|value="<b>/,
      );
  });

  it('keeps nothing: no cookie, nothing of the answers in the log', async () => {
    const { page, url } = await walk(letter('refuse-to-assess'));
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.headers['cache-control']).toBe('no-store');
    expect(url).not.toMatch(/born|birth|name=/);
    expect(site.log.join()).not.toMatch(/refuse-to-assess|dated/);
  });
});
