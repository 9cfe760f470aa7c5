// A browser without script for the tests of this folder: it keeps cookies, follows nothing by itself, and sends the forms it was shown.
import type { FastifyInstance } from 'fastify';

export interface Shown {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly headers: Record<string, unknown>;
}

export interface Browser {
  get(url: string): Promise<Shown>;
  /** Sends a form of the page that was shown last, with its hidden fields, to `url`. */
  send(url: string, answers: Record<string, string | readonly string[]>): Promise<Shown>;
  /** Sends files with the form of the page that was shown last. */
  upload(url: string, field: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<Shown>;
  /** The hidden fields of the page that was shown last. */
  hidden(): Readonly<Record<string, string>>;
  cookie(name: string): string | undefined;
  forgetCookie(name: string): void;
}

/** Opens a browser on a server, with these cookies. */
export function openBrowser(server: FastifyInstance, held: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>(Object.entries(held));
  let last = '';
  const headers = () => ({
    host: 'localhost',
    ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
  });
  const took = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }): Shown => {
    for (const line of [answer.headers['set-cookie']].flat().filter((one) => typeof one === 'string')) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    if (answer.statusCode < 300 || answer.statusCode >= 400) last = answer.body;
    return {
      status: answer.statusCode,
      body: answer.body,
      location: String(answer.headers['location'] ?? ''),
      headers: answer.headers,
    };
  };
  const hidden = () =>
    Object.fromEntries(
      [...last.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
  return {
    get: async (url) => took(await server.inject({ method: 'GET', url, headers: headers() })),
    send: async (url, answers) => {
      const form = new URLSearchParams(hidden());
      for (const [name, value] of Object.entries(answers)) {
        form.delete(name);
        for (const one of [value].flat()) form.append(name, one);
      }
      return took(
        await server.inject({
          method: 'POST',
          url,
          headers: {
            ...headers(),
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
          },
          payload: form.toString(),
        }),
      );
    },
    upload: async (url, field, files) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(hidden())) form.append(name, value);
      for (const { name, bytes } of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
      const body = new Response(form);
      return took(
        await server.inject({
          method: 'POST',
          url,
          headers: {
            ...headers(),
            'content-type': body.headers.get('content-type') ?? '',
            'sec-fetch-site': 'same-origin',
          },
          payload: Buffer.from(await body.arrayBuffer()),
        }),
      );
    },
    hidden,
    cookie: (name) => cookies.get(name),
    forgetCookie: (name) => void cookies.delete(name),
  };
}

/** Makes contact as Hannah does with the first screen, unless `first` says otherwise. */
export async function makesContact(
  server: FastifyInstance,
  first: Readonly<Record<string, string>> = {},
): Promise<{ readonly browser: Browser; readonly reference: string }> {
  const browser = openBrowser(server);
  await browser.get('/ask');
  await browser.send('/ask', {
    writer: 'parent',
    name: 'Hannah Okafor',
    reach: '07700 900123',
    appeal: 'yes',
    mediation: 'unsure',
    ...first,
  });
  const { body } = await browser.get('/ask/done');
  return { browser, reference: /id="reference-title">([^<]+)</.exec(body)?.[1]?.replace(' ', '') ?? '' };
}
