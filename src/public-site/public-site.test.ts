// The public site as a visitor meets it: every page opens, every link leads somewhere, and every fact of the service is told.
import { beforeAll, describe, expect, it } from 'vitest';
import { DRAFT_DAYS } from '../asking/rules.ts';
import { publicPaths } from './paths.ts';
import { publicServer, service, testProgram, type PublicServer } from './public-site.test-server.ts';

const { calendarFile: _calendar, apiDocument: _document, ...pages } = publicPaths;
/** Pages of other parts of the program that public pages may lead to. */
const ELSEWHERE = /^\/(ask|assets|check|my-case)\b/;

let site: PublicServer;
beforeAll(async () => {
  site = await publicServer();
});

const linksIn = (html: string) =>
  [...html.matchAll(/ href="([^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
const titleOf = (html: string) => /<title>([^<]+)<\/title>/.exec(html)?.[1];
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');

describe.each(Object.entries(pages))('%s', (_name, path) => {
  it('opens, with one heading, its title, and nothing that a strict content policy would stop', async () => {
    const { status, body, headers } = await site.get(path);
    expect(status).toBe(200);
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(titleOf(body)).toMatch(/ – Common Ground$/);
    expect(body).not.toMatch(/ style=|<style|<script(?! type="module" src="\/assets\/)| on\w+="/);
    expect(textOf(body)).not.toMatch(/undefined|\[object|NaN|null/);
    expect(body.match(/card--brand/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('has the telephone, the quick way out, and every identifier once', async () => {
    const { body } = await site.get(path);
    expect(body).toContain('href="tel:+441515227990"');
    expect(body).toContain('data-leave');
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const named of body.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(named[1]);
  });
});

it('says truthfully which cookies there are and how long a form is kept', async () => {
  const said = textOf((await site.get('/privacy')).body);
  expect(said).toContain('There are no cookies until you open a form or sign in.');
  expect(said).toContain(`deleted ${DRAFT_DAYS} days later`);
  expect(said).toContain('2 hours after the last page');
});

it('leads nowhere that is not there, and no two pages share a title', async () => {
  const waiting = ['/'];
  const titles = new Map<string, string>();
  const seen = new Set<string>();
  while (waiting.length > 0) {
    const address = waiting.pop()!;
    if (seen.has(address)) continue;
    seen.add(address);
    const { status, body, headers } = await site.get(address);
    expect([address, status]).toEqual([address, 200]);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    titles.set(new URL(address, 'https://x').pathname, titleOf(body)!);
    for (const href of linksIn(body)) {
      const [to = '', part] = href.split('#');
      if (part && to === '') expect(body).toContain(` id="${part}"`);
      if (to.startsWith('/') && !ELSEWHERE.test(to)) waiting.push(to);
    }
  }
  for (const path of Object.values(pages))
    expect(
      [...seen].some((address) => address.split('?')[0] === path) ||
        path === publicPaths.api ||
        path === publicPaths.changeMyDates,
    ).toBe(true);
  expect([...titles.values()].sort()).toEqual([...new Set(titles.values())].sort());
});

describe('says every fact of the service', () => {
  it.each([
    ['/', /families and young people in Wirral/],
    ['/', /Open now until 4\.30pm/],
    ['/', /It is free/],
    ['/disagreement-resolution', /independent mediator leads the meeting/],
    [
      '/disagreement-resolution',
      /for all children and young people with special educational needs, not only for those who have a plan/,
    ],
    ['/disagreement-resolution', /How a nursery, school or college carries out its education, health and care duties/],
    ['/disagreement-resolution', /best endeavours/],
    ['/disagreement-resolution', /keep education and care under review, to assess needs, and to draw up plans/],
    ['/disagreement-resolution', /special educational provision/],
    [
      '/disagreement-resolution',
      /Health care or social care, with the health body \(the ICB\) or the council, while needs are assessed/,
    ],
    ['/disagreement-resolution', /while you wait for the Tribunal/],
    ['/disagreement-resolution', /If somebody says no, this road ends there/],
    ['/disagreement-resolution', /Everybody signs it at the meeting/],
    ['/disagreement-resolution', /not legally binding/],
    ['/disagreement-resolution', /does not stop the time for an appeal/],
    ['/early-resolution', /Wirral SEND Partnership \(SENDIASS\)/],
    ['/early-resolution', /quickly and without a formal meeting/],
    ['/confidentiality', /safeguarding/],
    ['/mediation', /no to an assessment of needs/],
    ['/mediation', /no to a plan, after an assessment/],
    ['/mediation', /section B.*section F/],
    ['/mediation', /section I\), or that none is named/],
    ['/mediation', /no to a new assessment/],
    ['/mediation', /no to changing the plan after a review/],
    ['/mediation', /that the plan will end/],
    ['/mediation', /You do not have to mediate\. If you say no, it does not change how your appeal turns out/],
    ['/mediation', /copy of the council’s letter/],
    ['/mediation', /within 3 working days of the day you tell us so/],
    ['/mediation', /within 30 days of being told\. Weekends and holidays count/],
    ['/mediation', /Most meetings are by video\. You can ask to meet face to face, in a neutral place/],
    [
      '/mediation',
      /Within 3 working days of the end of the mediation, whatever the result, your certificate comes to you, and what was agreed goes to you and to the council/,
    ],
    ['/mediation', /one month of the date on your certificate, whichever is later/],
    ['/placement-only', /straight to the SEND Tribunal/],
    ['/placement-only', /Section B.*Section F.*fair/],
    ['/placement-only', /You can still ask for mediation/],
    ['/after-the-certificate', /does not give you a further month on top/],
    ['/after-the-certificate', /SEND35A.*if the council said no to an assessment/],
    ['/after-the-certificate', /free, impartial advice and support/],
    ['/contact', /0151 522 7990/],
    ['/contact', /Monday to Friday, 9am to 4\.30pm/],
    ['/contact', /mediationadmin@wired\.me\.uk/],
    ['/contact', /Thursday 24 December 2026: Christmas Eve/],
  ])('%s: %s', async (path, fact) => {
    expect(textOf((await site.get(path)).body)).toMatch(fact);
  });

  it('and never one of the mistakes that providers publish', async () => {
    for (const path of Object.values(pages)) {
      const words = textOf((await site.get(path)).body);
      expect(words).not.toMatch(
        /60 days|30 working days|from receiving|extra 30 days|you now have another month|must mediate/i,
      );
    }
  });
});

describe('hours', () => {
  it.each([
    ['before nine', '2026-11-23T08:30:00Z', 'Opens today at 9am'],
    ['on a Friday evening', '2026-11-27T18:00:00Z', 'Opens Monday at 9am'],
    ['on a closure day', '2026-12-24T10:00:00Z', 'Opens Tuesday at 9am'],
  ])('%s the home page says when it opens', async (_, now, words) => {
    const closed = await publicServer(testProgram({ now }));
    const { body } = await closed.get('/');
    expect(textOf(body)).toContain(words);
    expect(body).toContain('open-now--closed');
  });
});

it('speaks for another service without a word of this one', async () => {
  const other = {
    ...service,
    name: 'Elmshire Mediation',
    shortName: 'SEND mediation in Elmshire',
    area: 'Elmshire',
    line: 'Run by Elm.',
    telephone: '01632 960001',
    email: 'hello@elm.example',
    signposts: [],
  };
  const site2 = await publicServer(testProgram({ service: () => other }));
  for (const path of Object.values(pages)) expect((await site2.get(path)).body).not.toMatch(/Wirral|WIRED|wired|0151/);
});
