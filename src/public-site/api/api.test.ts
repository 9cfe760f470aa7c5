// The open API through HTTP: the command's own answers, faults told one by one, and a document that describes exactly what is answered.
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerEntries } from '../../dates/entries.ts';
import { ENTRY_KINDS, INPUTS, type EntryKind } from '../../dates/shapes.ts';
import { inputWords, kindWords } from '../../dates/words.ts';
import examples from '../../law/examples.json' with { type: 'json' };
import { law, publicServer, type PublicServer } from '../public-site.test-server.ts';
import { inputsOf, MOST_ENTRIES } from './document.ts';
import { problem, results, routeResult } from './shapes.ts';

let site: PublicServer;
beforeAll(async () => {
  site = await publicServer();
});

const get = async (url: string) => {
  const answer = await site.server.inject({ url, headers: { host: 'ground.example' } });
  return { status: answer.statusCode, headers: answer.headers, json: JSON.parse(answer.body) as unknown };
};
const post = async (url: string, payload: unknown, headers: Record<string, string> = {}) => {
  const answer = await site.server.inject({
    method: 'POST',
    url,
    headers: { host: 'ground.example', 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    json: answer.body === '' ? undefined : JSON.parse(answer.body),
  };
};

describe('dates', () => {
  it('answers every example as the command does', async () => {
    const entries = (examples as { id: string; kind: string; inputs: unknown }[]).map(({ id, kind, inputs }) => ({
      id,
      kind,
      inputs,
    }));
    for (let at = 0; at < entries.length; at += MOST_ENTRIES) {
      const some = entries.slice(at, at + MOST_ENTRIES);
      const { status, json } = await post('/api/v1/dates', some);
      expect(status).toBe(200);
      expect(json).toEqual(JSON.parse(JSON.stringify(answerEntries(some, law))));
    }
  });

  it('gives the dates that each example expects, in the shape the document says', async () => {
    for (const { kind, inputs, expected } of examples as { kind: EntryKind; inputs: unknown; expected: object }[]) {
      const { json } = await post('/api/v1/dates', [{ id: 1, kind, inputs }]);
      const { result } = json[0] as { result: unknown };
      expect(result).toMatchObject(expected);
      results[kind].parse(result);
    }
  });

  it('tells one fault without spoiling the rest', async () => {
    const { status, json } = await post('/api/v1/dates', [
      { id: 'a', kind: 'contact_adviser_deadline', inputs: { decisionSent: '2026-02-30' } },
      { id: 'b', kind: 'nothing', inputs: {} },
      7,
      { id: 'c', kind: 'contact_adviser_deadline', inputs: { decisionSent: '2026-09-14' } },
      { id: 'd', kind: 'certificate_issue_deadline', inputs: { trigger: 'declined', triggerDate: '2031-01-01' } },
    ]);
    expect(status).toBe(200);
    const answers = json as { id: unknown; error?: string; result?: { deadline: string } }[];
    expect(answers.map(({ error }) => error !== undefined)).toEqual([true, true, true, false, true]);
    expect(answers[3]!.result!.deadline).toBe('2026-11-14');
    expect(answers[4]!.error).toContain('The bank holidays of 2031 are not loaded');
  });

  it('answers one question by address as by POST, and lets the answer be kept', async () => {
    for (const [kind, inputs, query] of [
      ['contact_adviser_deadline', { decisionSent: '2026-09-14' }, 'decisionSent=2026-09-14'],
      [
        'tribunal_appeal_deadline',
        { decisionSent: '2026-09-01', certificatesIssued: ['2026-10-20'], sectionIOnly: false },
        'decisionSent=2026-09-01&certificatesIssued=2026-10-20&sectionIOnly=false',
      ],
    ] as const) {
      const asked = await get(`/api/v1/dates/${kind}?${query}`);
      const [posted] = (await post('/api/v1/dates', [{ id: null, kind, inputs }])).json as [{ result: unknown }];
      expect(asked.json).toEqual({ result: posted.result });
      expect(asked.headers['cache-control']).toBe('public, max-age=3600');
      expect(asked.headers['access-control-allow-origin']).toBe('*');
    }
  });

  it.each(['young_person_from?dob=2010-08-31', 'nothing', 'contact_adviser_deadline?decisionSent=2026-02-30'])(
    'refuses by address: %s',
    async (asked) => {
      const { status, headers, json } = await get(`/api/v1/dates/${asked}`);
      expect(status).toBe(422);
      expect(headers['cache-control']).toBe('no-store');
      expect(problem.parse(json).error.message).toBeTruthy();
      expect(site.log.join()).not.toContain('2010');
    },
  );

  it.each<[string, unknown, number]>([
    ['an object', { id: 1 }, 422],
    ['nothing that is JSON', '{', 400],
    ['too many', Array.from({ length: MOST_ENTRIES + 1 }, () => ({})), 422],
    ['far too much', JSON.stringify(['x'.repeat(300_000)]), 413],
  ])('refuses %s', async (_, body, status) => {
    const answer = await post('/api/v1/dates', body);
    expect(answer.status).toBe(status);
    expect(problem.parse(answer.json).error.message).toBeTruthy();
  });

  it('keeps a birth date out of the answer’s errors and out of the log', async () => {
    const { json } = await post('/api/v1/dates', [
      { id: 1, kind: 'young_person_from', inputs: { dob: '2010-08-31' } },
      { id: 2, kind: 'young_person_from', inputs: { dob: '31.8.2010' } },
    ]);
    expect((json[1] as { error: string }).error).not.toContain('2010');
    expect(site.log.join()).not.toContain('2010');
  });
});

describe('route', () => {
  it('finds the road, in the shape the document says', async () => {
    const { status, json } = await post('/api/v1/route', { about: 'decision', decision: 'placement', sections: ['I'] });
    expect(status).toBe(200);
    const { result } = json as { result: unknown };
    expect(routeResult.parse(result).road).toBe('placement-only');
  });

  it('every worry there is has an answer of that shape', async () => {
    const { properties = {} } = schemas()['RouteQuestion'] as { properties?: Record<string, { enum?: string[] }> };
    for (const about of properties['about']!.enum!.filter((one) => one !== 'decision'))
      routeResult.parse(((await post('/api/v1/route', { about })).json as { result: unknown }).result);
  });

  it.each([[{}], [{ about: 'decision' }], [{ about: 'x' }], [[]], [null], [{ about: 'wales', name: 'x' }]])(
    'refuses %j',
    async (body) => {
      const { status, json } = await post('/api/v1/route', body);
      expect(status).toBe(422);
      problem.parse(json);
    },
  );
});

describe('for other programs', () => {
  it('any site may read the answers, and none is kept', async () => {
    const { headers } = await post('/api/v1/dates', [], { origin: 'https://elsewhere.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['/api/v1/dates', 'POST'],
    ['/api/v1/dates/contact_adviser_deadline', 'GET'],
    ['/api/v1/openapi.json', 'GET'],
    ['/api/v1/route', 'POST'],
  ])('a browser may ask first at %s, for %s', async (url, methods) => {
    const preflight = await site.server.inject({ method: 'OPTIONS', url, headers: { host: 'ground.example' } });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'content-type',
    });
  });

  it.each([
    ['GET', '/api/v1/dates'],
    ['DELETE', '/api/v1/route'],
    ['POST', '/api/v1/datess'],
    ['GET', '/api/v2/anything'],
  ] as const)('%s %s is told as JSON that any site may read', async (method, url) => {
    const answer = await site.server.inject({ method, url, headers: { host: 'ground.example', accept: '*/*' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(problem.parse(JSON.parse(answer.body)).error.code).toBe('not-found');
  });

  it('a body of another type is told so, and the document knows it', async () => {
    const answer = await post('/api/v1/dates', '[]', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
    problem.parse(answer.json);
    expect(document().paths['/api/v1/dates']?.post?.responses['415']).toBeDefined();
  });

  it('the page about it stays a page', async () => {
    expect((await site.get('/api')).headers['content-type']).toContain('text/html');
  });

  it('a network that asks too often is told when to come back', async () => {
    const busy = await publicServer();
    let last = 200;
    let retry: unknown;
    for (let asked = 0; asked <= 120 && last === 200; asked += 1) {
      const answer = await busy.server.inject({
        method: 'POST',
        url: '/api/v1/dates',
        headers: { host: 'ground.example', 'content-type': 'application/json' },
        payload: '[]',
      });
      last = answer.statusCode;
      retry = answer.headers['retry-after'];
    }
    expect(last).toBe(429);
    expect(Number(retry)).toBeGreaterThan(0);
  });
});

/** What an OpenAPI 3.1 document must be, as far as this one goes; strict, so that a misspelt field is found. */
const media = z.strictObject({
  'application/json': z.strictObject({ schema: z.looseObject({}), example: z.unknown().optional() }),
});
const operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.literal('query'),
        required: z.boolean(),
        description: z.string().min(1),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: media }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: media }),
  ),
});
const openApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string().min(1), version: z.string().min(1), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({ get: operation.optional(), post: operation.optional() }),
  ),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})) }),
});

const read = async () => (await site.get('/api/v1/openapi.json')).body;
let documentText = '';
beforeAll(async () => {
  documentText = await read();
});
const document = () => openApi.parse(JSON.parse(documentText));
const schemas = () => document().components.schemas;

describe('the document', () => {
  it('is a valid OpenAPI 3.1 document that may be kept for an hour', async () => {
    const { headers } = await site.get('/api/v1/openapi.json');
    expect(headers['cache-control']).toBe('public, max-age=3600');
    expect(headers['content-type']).toContain('application/json');
    const { paths } = document();
    const ids = Object.values(paths).flatMap(({ get, post: posted }) =>
      [get, posted].flatMap((one) => one?.operationId ?? []),
    );
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('names every route there is, and every name it refers to', () => {
    const refs = [...documentText.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
    expect(refs.length).toBeGreaterThan(20);
    for (const name of refs) expect(Object.keys(schemas())).toContain(name);
    const { mapping } = schemas()['DateEntry']!['discriminator'] as { mapping: Record<string, string> };
    expect(Object.keys(mapping)).toEqual(ENTRY_KINDS);
    for (const [kind, to] of Object.entries(mapping))
      expect(schemas()[to.split('/').at(-1)!]).toMatchObject({ properties: { kind: { const: kind } } });
    for (const { method, path } of site.server.routeRows.filter(
      (row) => row.access === 'open-api' && row.method !== 'OPTIONS',
    ))
      expect(
        document().paths[path.replace(':kind', 'case_timeline')]?.[method.toLowerCase() as 'get' | 'post'],
      ).toBeDefined();
  });

  it('is JSON Schema that takes each example and refuses what has no kind', () => {
    for (const kind of ENTRY_KINDS) {
      const schema = z.fromJSONSchema(inputsOf(kind));
      expect(schema.safeParse(kindWords[kind].example).success).toBe(true);
      expect(schema.safeParse([]).success).toBe(false);
    }
  });

  it('says what each part of a route question means, and that no other is taken', () => {
    const { properties, additionalProperties } = schemas()['RouteQuestion'] as ReturnType<typeof inputsOf>;
    expect(additionalProperties).toBe(false);
    for (const property of Object.values(properties ?? {})) expect(property['description']).toBeTruthy();
    expect(Object.keys(properties ?? {})).toContain('decisionSent');
  });

  it('has words for every kind and every input, and its examples are answered', async () => {
    for (const kind of ENTRY_KINDS)
      for (const name of Object.keys(INPUTS[kind].shape)) expect(inputWords[name], name).toBeTruthy();
    const entries = ENTRY_KINDS.map((kind) => ({ id: kind, kind, inputs: kindWords[kind].example }));
    const { json } = await post('/api/v1/dates', entries);
    for (const answer of json as { id: EntryKind; result: unknown }[]) results[answer.id].parse(answer.result);
  });
});
