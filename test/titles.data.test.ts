// Follows every link from the desk and from a family's page, as somebody signed in: no title and no address holds a name, and none leads nowhere.
import { expect, test } from 'vitest';
import { routesOf } from '../src/kit/http/server.ts';
import { openWhole } from './support/whole.ts';

const whole = await openWhole();
const { kysely } = whole.installation.database;
const people = await kysely.selectFrom('people').select(['first_names', 'last_name']).execute();
const children = await kysely.selectFrom('children').select(['first_names', 'last_name']).execute();
const accounts = await kysely.selectFrom('accounts').select(['id', 'name', 'kind']).orderBy('made_at').execute();

/** Every name of the cast, by its words. Names that are also words of a page would accuse it wrongly. */
const names = new Set(
  [...people, ...children]
    .flatMap(({ first_names: first, last_name: last }) => `${first} ${last}`.split(/[\s-]+/))
    .filter((name) => name.length > 2),
);
const patterns = routesOf(whole.app.server)
  .filter(({ method, access }) => method === 'GET' && access !== 'assets')
  .map(({ path }) => ({
    path,
    matches: new RegExp(`^${path.replaceAll(/:[a-zA-Z]+/g, '[^/]+').replace('*', '.*')}$`),
  }))
  // What is spelled out comes before what a parameter would also match.
  .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length);
const patternOf = (url: string): string | undefined =>
  patterns.find(({ matches }) => matches.test(url.split(/[?#]/)[0] ?? ''))?.path;

/** How many pages of one route are opened: different stages of a case show different parts of it. */
const MOST_OF_A_ROUTE = 6;

/** Opens whatever can be reached by links from here, within these addresses. */
async function follow(start: string, within: RegExp, cookie: string) {
  const waiting = [start];
  const seen = new Set(waiting);
  const opened = new Map<string, number>();
  const wrong: string[] = [];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const route = patternOf(url);
    const before = opened.get(route ?? url) ?? 0;
    if (before >= MOST_OF_A_ROUTE) continue;
    opened.set(route ?? url, before + 1);
    const { status, body, headers } = await whole.get(url, cookie);
    if (status >= 400) wrong.push(`${route ?? url} answers ${status}`);
    const title = /<title>(.*?)<\/title>/.exec(body)?.[1] ?? '';
    for (const name of names) {
      if (new RegExp(`\\b${name}\\b`).test(title)) wrong.push(`the title of ${route} holds a name`);
      if (decodeURIComponent(url).includes(name)) wrong.push(`an address of ${route} holds a name`);
    }
    const links = [...body.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    if (typeof headers['location'] === 'string') links.push(headers['location']);
    for (const link of links) {
      if (seen.has(link) || !within.test(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return { opened: [...opened.keys()], wrong: [...new Set(wrong)] };
}

test('the desk, to a manager', async () => {
  const manager = accounts.find(({ name }) => name === 'Maeve Donnelly');
  const { opened, wrong } = await follow('/desk', /^\/(desk|check)/, await whole.cookieOf(manager?.id ?? ''));
  expect(wrong).toEqual([]);
  expect(opened).toEqual(
    expect.arrayContaining([
      '/desk',
      '/desk/cases/:reference',
      '/desk/cases/:reference/people/:participation',
      '/desk/certificates/:number',
    ]),
  );
}, 120_000);

test('a family, from its own page', async () => {
  for (const { id } of accounts.filter(({ kind }) => kind === 'family').slice(0, 3)) {
    const { opened, wrong } = await follow('/my-case', /^\/(my-case|sign-in|contact)/, await whole.cookieOf(id));
    expect(wrong).toEqual([]);
    expect(opened).toEqual(expect.arrayContaining(['/my-case/:reference', '/sign-in/sessions']));
  }
}, 120_000);
