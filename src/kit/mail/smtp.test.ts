// A real mail server on loopback is made to fail in each way mail servers do.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import type { MailFailure, Mailer, Message } from './mailer.ts';
import { createOutboxOnlyMailer } from './outbox-only.ts';
import { createSmtpMailer, type SmtpOptions } from './smtp.ts';

const message: Message = {
  id: '0192f3a0-certificate-1@mediation.example',
  writtenAt: Temporal.Instant.from('2026-11-03T09:05:00Z'),
  from: 'Common Ground <post@mediation.example>',
  to: 'parent@example.org',
  bounceTo: 'bounce+0192f3a0@mediation.example',
  subject: 'Your certificate – Tystysgrif',
  text: 'Your certificate is attached.',
  html: '<p>Your certificate is attached.</p>',
  attachments: [{ name: 'certificate.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') }],
};

const toClose: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** Starts a mail server; gives its port and what it took, whole. */
async function mailServer(
  options: SMTPServerOptions = {},
): Promise<{ port: number; taken: Buffer[]; senders: string[]; server: SMTPServer }> {
  const taken: Buffer[] = [];
  const senders: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 1,
    onMailFrom: (address, _session, done) => {
      senders.push(address.address);
      done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  toClose.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: portOf(server.server), taken, senders, server };
}

function portOf(server: { address(): unknown }): number {
  return (server.address() as { port: number }).port;
}

function mailerTo(port: number, options: Partial<SmtpOptions> = {}): Mailer {
  const mailer = createSmtpMailer({
    host: '127.0.0.1',
    port,
    security: 'none',
    login: null,
    dkim: null,
    patience: 5_000, // A busy machine is slow to answer; what is silent on purpose is given up on sooner.
    ...options,
  });
  toClose.push(() => mailer.close());
  return mailer;
}

const failureOf = (mailer: Mailer, what: Message = message) =>
  mailer.send(what).then(
    () => 'accepted' as const,
    (error: MailFailure) => ({ kind: error.kind, reply: error.reply }),
  );

/** A server that speaks only as far as the script goes, line by line, and is silent after it. */
async function scripted(replies: readonly string[], onDone?: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    const left = [...replies];
    const say = () => {
      const reply = left.shift();
      if (reply !== undefined) socket.write(`${reply}\r\n`);
      else onDone?.(socket);
    };
    socket.on('data', say).on('error', () => undefined);
    toClose.push(() => void socket.destroy());
    say();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  toClose.push(() => void server.close());
  return portOf(server);
}

test('hands over the letter whole: Message-ID, date, words, attachment, one bounce address', async () => {
  const { port, taken, senders } = await mailServer();
  await expect(mailerTo(port).send(message)).resolves.toBe('accepted');
  expect(senders).toEqual(['bounce+0192f3a0@mediation.example']);
  const letter = await simpleParser(taken[0]!);
  expect(letter).toMatchObject({
    messageId: `<${message.id}>`,
    subject: message.subject,
    text: expect.stringContaining(message.text),
    html: expect.stringContaining('<p>'),
  });
  expect(letter.date?.toISOString()).toBe('2026-11-03T09:05:00.000Z');
  expect(
    letter.attachments.map(({ filename, contentType, content }) => [filename, contentType, content.toString()]),
  ).toEqual([['certificate.pdf', 'application/pdf', '%PDF-1.7 …']]);
  expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
});

test('a kept connection that the server has dropped since is replaced, not reported', async () => {
  let letters = 0;
  const { port, taken, server } = await mailServer({
    onMailFrom: (_address, _session, done) => {
      letters += 1;
      if (letters === 2)
        for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy();
      else done();
    },
  });
  const mailer = mailerTo(port);
  await mailer.send(message);
  await expect(failureOf(mailer)).resolves.toBe('accepted');
  expect(taken).toHaveLength(2);
});

test('every attempt sends the same bytes', async () => {
  const { port, taken } = await mailServer();
  await mailerTo(port).send(message);
  await mailerTo(port).send(message);
  expect(taken).toHaveLength(2);
  expect(taken[0]!.equals(taken[1]!)).toBe(true);
});

test('a server that is down is a temporary failure, and the next attempt succeeds once it is up', async () => {
  const { port, server } = await mailServer();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const mailer = mailerTo(port);
  await expect(failureOf(mailer)).resolves.toEqual({ kind: 'temporary', reply: undefined });
  const again = await mailServer();
  await expect(failureOf(mailerTo(again.port))).resolves.toBe('accepted');
});

test('a server that dies after the letter and before its answer leaves it unknown; the retry has the same Message-ID', async () => {
  let attempts = 0;
  const ids: (string | undefined)[] = [];
  const { port, server } = await mailServer({
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void simpleParser(Buffer.concat(chunks)).then(({ messageId }) => {
          ids.push(messageId);
          attempts += 1;
          if (attempts > 1) done();
          else
            for (const connection of server.connections)
              (connection as unknown as { _socket: Socket })._socket.destroy();
        });
      });
    },
  });
  const mailer = mailerTo(port);
  await expect(failureOf(mailer)).resolves.toEqual({ kind: 'unknown', reply: undefined });
  // The pool must not have tried again by itself.
  expect(attempts).toBe(1);
  await expect(failureOf(mailer)).resolves.toBe('accepted');
  expect(ids).toEqual([`<${message.id}>`, `<${message.id}>`]);
});

const refusedAt = (stage: 'onMailFrom' | 'onRcptTo' | 'onData', reply: number): SMTPServerOptions => {
  const error = Object.assign(new Error(`parent@example.org is not known`), { responseCode: reply });
  if (stage === 'onData')
    return { onData: (stream, _session, done) => void stream.on('end', () => done(error)).resume() };
  return { [stage]: (_address: unknown, _session: unknown, done: (error?: Error) => void) => done(error) };
};

test.each([
  { stage: 'onRcptTo', reply: 550, kind: 'permanent' },
  { stage: 'onData', reply: 554, kind: 'permanent' },
  { stage: 'onMailFrom', reply: 552, kind: 'permanent' },
  { stage: 'onRcptTo', reply: 450, kind: 'temporary' },
  { stage: 'onData', reply: 451, kind: 'temporary' },
  { stage: 'onMailFrom', reply: 530, kind: 'temporary' },
  { stage: 'onRcptTo', reply: 503, kind: 'temporary' },
] as const)('$reply at $stage is $kind', async ({ stage, reply, kind }) => {
  const { port } = await mailServer(refusedAt(stage, reply));
  await expect(failureOf(mailerTo(port))).resolves.toEqual({ kind, reply });
});

test('a refusal keeps none of the words of the server: they quote the address', async () => {
  const { port } = await mailServer(refusedAt('onRcptTo', 550));
  const error = await mailerTo(port)
    .send(message)
    .then(
      () => undefined,
      (failure: Error) => failure,
    );
  expect(`${error?.message} ${JSON.stringify(error)} ${String(error?.cause)}`).not.toContain('parent@example.org');
});

test.each([
  { name: 'never greets', replies: [], kind: 'temporary' },
  { name: 'is silent after the recipient', replies: ['220 hello', '250 hello', '250 sender'], kind: 'temporary' },
  {
    name: 'is silent after the letter',
    replies: ['220 hello', '250 hello', '250 sender', '250 recipient', '354 go on'],
    kind: 'unknown',
  },
  { name: 'is too busy to greet', replies: ['421 later'], kind: 'temporary', reply: 421 },
  { name: 'turns everybody away', replies: ['554 not here'], kind: 'temporary', reply: 554 },
] as const)('a server that $name: $kind, within the time limit', async ({ replies, kind, ...expected }) => {
  const port = await scripted(replies);
  const error = await mailerTo(port, { patience: 250 })
    .send(message)
    .then(
      () => undefined,
      (failure: MailFailure) => failure,
    );
  expect(error).toMatchObject({ kind, reply: 'reply' in expected ? expected.reply : undefined });
  // The limit of one silence ended it, not the limit of the whole.
  expect(error?.code).not.toBe('EABORT');
});

test('a server that trickles one byte at a time is given up on', async () => {
  const port = await scripted(['220 hello', '250 hello', '250 sender', '250 recipient'], (socket) => {
    const drip = setInterval(() => socket.write('2'), 10);
    socket.on('close', () => clearInterval(drip));
  });
  await expect(failureOf(mailerTo(port, { patience: 60 }))).resolves.toMatchObject({ kind: 'temporary' });
});

test('without encryption nothing is said to a server that must have it', async () => {
  const { port, taken } = await mailServer();
  await expect(failureOf(mailerTo(port, { security: 'starttls' }))).resolves.toMatchObject({ kind: 'temporary' });
  expect(taken).toEqual([]);
});

test('a server whose certificate nobody vouches for gets no letter', async () => {
  const { port, taken } = await mailServer({ disabledCommands: [] });
  await expect(failureOf(mailerTo(port, { security: 'starttls' }))).resolves.toMatchObject({ kind: 'temporary' });
  expect(taken).toEqual([]);
});

test('signs with DKIM where it is set, the same each time', async () => {
  const { port, taken } = await mailServer();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const mailer = mailerTo(port, { dkim: { domain: 'mediation.example', selector: 's1', privateKey } });
  await mailer.send(message);
  await mailer.send(message);
  expect(taken[0]!.toString()).toMatch(
    /^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=mediation\.example;\s+q=dns\/txt; s=s1;/,
  );
  expect(taken[0]!.equals(taken[1]!)).toBe(true);
});

test('a refused login is our trouble, not the letter’s', async () => {
  const { port } = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
  });
  await expect(failureOf(mailerTo(port, { login: { user: 'us', password: 'wrong' } }))).resolves.toEqual({
    kind: 'temporary',
    reply: 535,
  });
});

const mailers = { smtp: () => mailerTo(9), trial: () => createOutboxOnlyMailer() };

test.each([
  { field: 'subject', value: 'Hello\r\nBcc: everybody@example.org' },
  { field: 'to', value: 'parent@example.org\nother@example.org' },
  { field: 'to', value: 'parent@example.org, other@example.org' },
  { field: 'to', value: '"x@y" <parent@example.org>' },
  { field: 'replyTo', value: 'a@example.org\r\nX-Evil: 1' },
  { field: 'id', value: 'x>\r\nBcc: everybody@example.org' },
  { field: 'id', value: 'no-host' },
  { field: 'bounceTo', value: 'a@b> SIZE=1' },
  { field: 'attachments', value: [{ name: 'a\r\nb', type: 'text/plain', bytes: new Uint8Array() }] },
])('refuses $field = $value before anything is sent, in a trial too', async ({ field, value }) => {
  for (const mailer of Object.values(mailers))
    await expect(failureOf(mailer(), { ...message, [field]: value })).resolves.toEqual({
      kind: 'permanent',
      reply: undefined,
    });
});

test('in a trial a letter is accepted and goes nowhere', async () => {
  const seen: Message[] = [];
  await expect(createOutboxOnlyMailer((letter) => seen.push(letter)).send(message)).resolves.toBe('accepted');
  expect(seen).toEqual([message]);
});
