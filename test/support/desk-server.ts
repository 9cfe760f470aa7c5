// The desk's pages over a test database, answering without a network: who asks is named in a header, forms are sent as a browser without script sends them.
import { h } from 'preact';
import type { Tables } from '../../database/tables.ts';
import { adviceDeskRoutes } from '../../src/advice/desk/routes.ts';
import { caseDeskRoutes } from '../../src/cases/desk/routes.ts';
import { certificateDeskRoutes } from '../../src/certificates/desk/routes.ts';
import { correspondenceDeskRoutes } from '../../src/correspondence/desk/routes.ts';
import { mount } from '../../src/kit/http/mount.ts';
import { createServer } from '../../src/kit/http/server.ts';
import { createLog } from '../../src/kit/log.ts';
import type { Database } from '../../src/kit/sql/database.ts';
import { loadService } from '../../src/office/service.ts';
import { peopleDeskRoutes } from '../../src/people/desk/routes.ts';
import type { WebProgram } from '../../src/program.ts';
import { referralDeskRoutes } from '../../src/referrals/desk/routes.ts';
import { recordRoutes } from '../../src/records/desk/routes.ts';
import { mayEnter } from '../../src/sign-in/access.ts';
import type { Staff, Who } from '../../src/sign-in/who.ts';
import { openPostRoom, type Room } from './post-room.ts';

/** An answer as a test reads it. */
export interface Page {
  readonly status: number;
  readonly body: string;
  /** Where it leads, of a redirect. */
  readonly to: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The bytes, of a file. */
  readonly bytes: Uint8Array;
}

export interface DeskServer extends Room {
  readonly web: WebProgram;
  /** Everything that went wrong behind a 500. */
  readonly defects: unknown[];
  get(who: Staff | null, url: string): Promise<Page>;
  /** Sends a form. Without `_act` the server makes the act's id itself. */
  post(who: Staff, url: string, form?: Readonly<Record<string, string | readonly string[]>>): Promise<Page>;
  /** Opens a page and sends its form as it came, with these answers over what it was filled in with. */
  send(who: Staff, url: string, answers: Readonly<Record<string, string | readonly string[]>>): Promise<Page>;
}

const HOST = 'ground.example';

/** Opens the desk at a moment. One for each test file: the service is the first of the database. */
export async function openDesk(database: Database<Tables>, iso: string): Promise<DeskServer> {
  const room = await openPostRoom(database, iso);
  const { desk, clock } = room;
  const service = await loadService(database);
  if (!service) throw new Error('the desk has no service');
  const web: WebProgram = {
    ...room.program,
    files: room.room.files,
    log: createLog({ shape: 'line', time: () => iso, write: () => undefined }),
    service: () => service,
    reload: async () => undefined,
  };
  const defects: unknown[] = [];
  const server = await createServer({
    publicUrl: new URL(`https://${HOST}`),
    trustProxy: [],
    time: () => clock.now().toString(),
    log: web.log,
    problemPage: ({ code }) => h('main', null, code),
    onDefect: (error) => defects.push(error),
  });
  const colleagues = [desk.adviser, desk.otherAdviser, desk.notIndependent, desk.administrator, desk.manager];
  mount<Who>(
    server,
    [
      caseDeskRoutes,
      referralDeskRoutes,
      adviceDeskRoutes,
      certificateDeskRoutes,
      peopleDeskRoutes,
      correspondenceDeskRoutes,
      recordRoutes,
    ].flatMap((routes) => routes(web)),
    {
      tokenKeys: [new Uint8Array(32).fill(1)],
      whoIs: async ({ headers }) => {
        const [account, proved] = String(headers['x-who'] ?? '').split(' ');
        const found = colleagues.find(({ accountId }) => accountId === account);
        return found ? { ...found, steppedUp: proved === 'proved' } : { kind: 'visitor', serviceId: desk.serviceId };
      },
      sessionOf: (who) => ('accountId' in who ? { account: who.accountId, session: who.sessionId } : null),
      mayEnter,
      signIn: (visit) => visit.redirect(visit.who.kind === 'staff' ? '/desk/step-up' : '/sign-in'),
      onExpired: (visit) => visit.json({ expired: true }, 403),
    },
  );
  const as = (who: Staff | null): Record<string, string> =>
    who ? { host: HOST, 'x-who': `${who.accountId}${who.steppedUp ? ' proved' : ''}` } : { host: HOST };
  const pageOf = (answer: Awaited<ReturnType<typeof server.inject>>): Page => ({
    status: answer.statusCode,
    body: answer.body,
    to: String(answer.headers.location ?? ''),
    headers: answer.headers,
    bytes: answer.rawPayload,
  });
  const get = async (who: Staff | null, url: string) => pageOf(await server.inject({ url, headers: as(who) }));
  const post: DeskServer['post'] = async (who, url, form = {}) => {
    const token = fieldsOf((await get(who, '/desk/contacts/new')).body)['_csrf'] ?? '';
    return pageOf(
      await server.inject({
        method: 'POST',
        url,
        headers: { ...as(who), 'content-type': 'application/x-www-form-urlencoded' },
        payload: encoded({ _csrf: token, ...form }),
      }),
    );
  };
  return {
    ...room,
    web,
    defects,
    get,
    post,
    send: async (who, url, answers) => {
      const page = await get(who, url);
      if (page.status !== 200) throw new Error(`${url} answered ${page.status}`);
      return post(who, actionOf(page.body) || url, { ...fieldsOf(page.body), ...answers });
    },
  };
}

function encoded(form: Readonly<Record<string, string | readonly string[]>>): string {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form))
    for (const value of typeof values === 'string' ? [values] : values) body.append(name, value);
  return body.toString();
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The form of the main part of a page. */
function formIn(body: string): string {
  const main = body.slice(body.indexOf('<main'));
  return /<form [^>]*method="post"[\s\S]*?<\/form>/.exec(main)?.[0] ?? '';
}

function actionOf(body: string): string {
  return unescaped(/action="([^"]*)"/.exec(formIn(body))?.[1] ?? '');
}

/** What a browser would send if nobody touched the form: hidden fields, filled texts, what is chosen. */
export function fieldsOf(body: string): Record<string, string | string[]> {
  const form = formIn(body);
  const sent: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = sent[name];
    sent[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  };
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const part = (name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const type = part('type');
    if ((type !== 'radio' && type !== 'checkbox') || / checked(?=[ />=])/.test(tag)) add(part('name'), part('value'));
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    add(name, unescaped(text));
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option [^>]*selected[^>]*>/.exec(options)?.[0] ?? '';
    add(name, unescaped(/value="([^"]*)"/.exec(chosen)?.[1] ?? ''));
  }
  return sent;
}

/** The words of a page, as somebody reads them. */
export function wordsOf(body: string): string {
  return unescaped(body.slice(body.indexOf('<main'), body.indexOf('</main>')).replaceAll(/<[^>]+>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  );
}

/** The words of the first heading. */
export function headingOf(body: string): string {
  return unescaped((/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '').replaceAll(/<[^>]+>/g, '')).trim();
}

/** What the error summary says. */
export function errorsOf(body: string): string[] {
  const [summary = ''] = /<ul class="govuk-list govuk-error-summary__list">[\s\S]*?<\/ul>/.exec(body) ?? [];
  return [...summary.matchAll(/<a [^>]*>([\s\S]*?)<\/a>/g)].map(([, words = '']) => unescaped(words));
}
