import { h } from 'preact';
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { openPostRoom } from '../../../test/support/post-room.ts';
import { mount } from '../../kit/http/mount.ts';
import { createServer } from '../../kit/http/server.ts';
import { newId } from '../../kit/ids.ts';
import { readSettings, type Service } from '../../office/service.ts';
import { reading } from '../../program.ts';
import { mayEnter } from '../../sign-in/access.ts';
import type { Who } from '../../sign-in/who.ts';
import { issueCertificate } from '../commands.ts';
import { listCertificates, listPapers, getPaperFile } from '../store.ts';
import { checkRoutes } from './check-routes.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, room, newCase } = await openPostRoom(database, '2026-04-01T10:00:00+01:00');
const service: Service = {
  id: desk.serviceId,
  name: 'A service',
  shortName: 'A service',
  line: 'Independent',
  area: 'Here',
  telephone: '01632 960 990',
  email: 'a@service.example',
  addressLines: [],
  hours: {},
  closureDays: new Map(),
  signposts: [],
  settings: readSettings({}),
  letterWords: {},
  version: 1,
};
const log: string[] = [];
const time = () => program.clock.now().toString();
const server = await createServer({
  publicUrl: new URL('https://service.example.org'),
  trustProxy: ['127.0.0.1'],
  time,
  log: {
    info: (event, fields) => log.push(JSON.stringify([event, fields])),
    warn: () => undefined,
    error: () => undefined,
  },
  problemPage: ({ code }) => h('main', null, code),
  onDefect: (error) => {
    throw error;
  },
});
const visitor: Who = { kind: 'visitor', serviceId: desk.serviceId };
mount<Who>(server, checkRoutes({ ...program, service: () => service }), {
  tokenKeys: [new Uint8Array(32).fill(1)],
  whoIs: async () => visitor,
  sessionOf: () => null,
  mayEnter,
  signIn: (visit) => visit.redirect('/'),
  onExpired: (visit) => visit.json({}, 403),
});

const host = { host: 'service.example.org' };

/** Opens the form as a browser on a network, and gives what its forms must send. */
async function openForm(path = '/check', network = '192.0.2.1') {
  const page = await server.inject({ url: path, headers: { ...host, 'x-forwarded-for': network } });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { ...host, cookie, 'x-forwarded-for': network };
  return {
    page,
    check: (number: string, code: string) =>
      server.inject({
        method: 'POST',
        url: '/check',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: token, number, code }).toString(),
      }),
    drop: (bytes: Uint8Array) => {
      const head = `--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--b\r\ncontent-disposition: form-data; name="document"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
      return server.inject({
        method: 'POST',
        url: '/check/document',
        headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
      });
    },
  };
}

async function issued() {
  const of = await newCase();
  await issueCertificate(program, desk.adviser, {
    actId: newId(),
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
  return reading(program, desk.adviser, async (tx) => {
    const [certificate] = await listCertificates(tx, of.caseId);
    const paper = (await listPapers(tx, of.caseId)).find(({ kind }) => kind === 'certificate');
    const file = await getPaperFile(tx, paper!.id);
    return { certificate: certificate!, bytes: await room.files.getFile(file.storage as never) };
  });
}

test('the QR code opens the form filled in, and a press says that it is genuine, with its date and nothing about a person', async () => {
  const { certificate } = await issued();
  const { page, check } = await openForm(new URL(certificate.said.check.opens).pathname);
  expect(page.body).toContain(`value="${certificate.said.number.join(' ')}"`);
  expect(page.body).toContain(`value="${certificate.said.code.join(' ')}"`);
  const answer = await check(certificate.said.number.join(' '), certificate.said.code.join(' '));
  expect(answer.body).toContain('This certificate is genuine');
  expect(answer.body).toContain('Wednesday 1 April 2026');
  expect(answer.body).not.toMatch(/Okafor|Tobi|Wirral Council/);
});

test('wrong number, wrong code and unknown: the same bytes, in the same time', async () => {
  const [{ certificate }, { certificate: other }] = [await issued(), await issued()];
  const { check, drop } = await openForm();
  const asked = [
    () => check(other.number, certificate.code),
    () => check(certificate.number, other.code),
    () => check('nothing', ''),
    () => drop(Buffer.from('%PDF-1.7 not ours')),
  ];
  const answers = [];
  for (const ask of asked) {
    const started = performance.now();
    const { body, statusCode } = await ask();
    answers.push({ body, statusCode, sixtieths: Math.floor((performance.now() - started) / 60) });
  }
  expect(new Set(answers.map(({ body, statusCode }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers.every(({ sixtieths }) => sixtieths >= 1)).toBe(true);
});

test('a dropped certificate is matched by its bytes; one changed byte is unknown, and a huge one is not read', async () => {
  const { bytes } = await issued();
  const { drop } = await openForm();
  expect((await drop(bytes)).body).toContain('This certificate is genuine');
  const changed = Buffer.from(bytes);
  changed[changed.length - 10]! ^= 1;
  expect((await drop(changed)).body).toContain('We cannot confirm');
  expect((await drop(Buffer.alloc(3_000_000))).statusCode).toBe(413);
});

test('one network may ask thirty times a minute, and another is not held up by it', async () => {
  const { check } = await openForm('/check', '198.51.100.7');
  const first = await Promise.all(Array.from({ length: 30 }, () => check('nothing', '')));
  expect(first.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 30 }, () => 200));
  expect((await check('nothing', '')).statusCode).toBe(429);
  const other = await openForm('/check', '203.0.113.9');
  expect((await other.check('nothing', '')).statusCode).toBe(200);
});

test('neither number nor code is in the log', async () => {
  const { certificate } = await issued();
  const { check } = await openForm(`/check/${certificate.number}/${certificate.code}`);
  await check(certificate.number, certificate.code);
  expect(log.length).toBeGreaterThan(0);
  expect(log.filter((line) => line.includes(certificate.number) || line.includes(certificate.code))).toEqual([]);
});
