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

/** What the door of a page answers: in, to the sign-in page, or nothing there. */
async function knock(method: string, path: string, kind: Kind): Promise<'in' | 'sign-in' | 'not-found'> {
  const answer =
    method === 'GET' ? await whole.get(filled(path), cookies[kind]) : await whole.post(filled(path), {}, cookies[kind]);
  const location = String(answer.headers.location ?? '');
  if (location.startsWith('/sign-in') || location.startsWith('/desk/step-up')) return 'sign-in';
  if (answer.status === 404) return 'not-found';
  // A form without its token is stopped at the same place for everybody who may not enter and for everybody who may.
  if (method === 'POST' && answer.status === 403)
    return answer.body.includes('sign in') || answer.body.includes('Sign in') ? 'sign-in' : 'in';
  return 'in';
}

for (const kind of ['visitor', 'family', 'adviser', 'administrator', 'manager'] as const) {
  test(`a ${kind} enters what the table says, and nothing else`, async () => {
    const wrong: string[] = [];
    for (const { method, path } of declared.filter(({ access }) => access !== 'open-api')) {
      const may = accessTable[`${method} ${path}`]?.includes(kind) ?? false;
      const found = await knock(method, path, kind);
      // A page about something that does not exist answers 404 to those who may enter, too.
      const entered = found === 'in' || (found === 'not-found' && path.includes(':') && may);
      if (entered !== may) wrong.push(`${method} ${path}: ${found}, table says ${may ? 'in' : 'out'}`);
    }
    expect(wrong).toEqual([]);
  });
}
