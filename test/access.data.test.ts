// Who may enter what: every route × every kind of person, asked of the whole program. A route without a row fails.
import { expect, test } from 'vitest';
import { routesOf } from '../src/kit/http/server.ts';
import { accessTable, type Kind } from './access-table.ts';
import { openWhole } from './support/whole.ts';

const whole = await openWhole();
const { database } = whole.installation;
const staff = await database.kysely.selectFrom('accounts').select(['id', 'name']).where('kind', '=', 'staff').execute();
const named = (name: string): string => staff.find((one) => one.name === name)?.id ?? '';
const family = await database.kysely
  .selectFrom('accounts')
  .select('id')
  .where('kind', '=', 'family')
  .orderBy('made_at')
  .executeTakeFirstOrThrow();

const cookies: Record<Kind, string | undefined> = {
  visitor: undefined,
  family: await whole.cookieOf(family.id),
  adviser: await whole.cookieOf(named('Leah Brennan')),
  administrator: await whole.cookieOf(named('Tom Hale')),
  manager: await whole.cookieOf(named('Maeve Donnelly')),
};

const declared = routesOf(whole.app.server).filter(({ access }) => access !== 'assets');

test('every route stands in the access table, and every row of the table is a route', () => {
  const rows = Object.keys(accessTable);
  expect(declared.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(rows.toSorted());
});

test('no route was mounted without an access rule', () => {
  expect(declared.filter(({ access }) => access === 'none')).toEqual([]);
});

/** Parameters that name nothing: a person who may enter is told that it is not there, one who may not is told the same or to sign in. */
const filled = (path: string): string =>
  path.replaceAll(/:[a-zA-Z]+/g, '00000000-0000-4000-8000-00000000dead').replace('*', 'x');

/** The titles of the page that answers a form sent too early: with the wrong token, before signing in, before proving. */
const tooEarly = {
  'Please press once more': 'in',
  'Please sign in first': 'sign-in',
  'Please confirm that it is you': 'prove',
} as const;

/** What the door of a page answers. A GET is sent on; a form without its token is stopped, each for its own reason. */
async function knock(method: string, path: string, kind: Kind): Promise<'in' | 'sign-in' | 'prove' | 'not-found'> {
  const answer =
    method === 'GET' ? await whole.get(filled(path), cookies[kind]) : await whole.post(filled(path), {}, cookies[kind]);
  const { location } = answer.headers;
  if (typeof location === 'string' && location.startsWith('/desk/step-up')) return 'prove';
  if (typeof location === 'string' && /^\/sign-in(\?|$)/.test(location)) return 'sign-in';
  if (answer.status === 404) return 'not-found';
  for (const [title, meaning] of Object.entries(tooEarly)) if (answer.body.includes(`<title>${title}`)) return meaning;
  return 'in';
}

for (const kind of ['visitor', 'family', 'adviser', 'administrator', 'manager'] as const) {
  test(`a ${kind} enters what the table says, and nothing else`, async () => {
    const wrong: string[] = [];
    for (const { method, path } of declared.filter(({ access }) => access !== 'open-api')) {
      const row = accessTable[`${method} ${path}`];
      const may = row?.who.includes(kind) ?? false;
      const found = await knock(method, path, kind);
      const expected = may ? (row?.proved ? ['prove'] : ['in']) : kind === 'visitor' ? ['sign-in'] : ['not-found'];
      // A page about something that does not exist answers 404 to those who may enter, too.
      if (may && path.includes(':')) expected.push('not-found');
      if (!expected.includes(found)) wrong.push(`${method} ${path}: ${found}, the table says ${expected.join(' or ')}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
}

/** What a page says, without the numbers that belong to one session. */
const withoutToken = (body: string): string => body.replaceAll(/name="_csrf" value="[^"]*"/g, '');

test.each([
  ['an address we do not have', 404, () => '/desk/nothing-here'],
  ['a case that is not there', 404, () => filled('/desk/cases/:reference')],
  ['a page for managers alone', 404, () => '/desk/settings/looked'],
])('%s is answered in the frame of whoever asks, with the same words', async (_, status, address) => {
  const atDesk = await whole.get(address(), cookies.adviser);
  expect(atDesk.status).toBe(status);
  expect(atDesk.body).toContain('We cannot find that page');
  expect(atDesk.body).toContain('href="/desk/calls"');
  expect(withoutToken(atDesk.body)).toBe(withoutToken((await whole.get('/desk/cases/XXXX', cookies.adviser)).body));
  for (const kind of ['visitor', 'family'] as const) {
    const theirs = await whole.get('/nothing-here', cookies[kind]);
    expect(theirs.status).toBe(404);
    expect(theirs.body).toContain('We cannot find that page');
    expect(theirs.body).not.toContain('/desk');
    expect(theirs.body).not.toContain('_csrf');
  }
});

test('what is too large at the desk is said in the frame of the desk', async () => {
  const answer = await whole.post('/desk/calls', { words: 'y'.repeat(2_200_000) }, cookies.adviser);
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('That is too large');
  expect(answer.body).toContain('href="/desk/calls"');
});
