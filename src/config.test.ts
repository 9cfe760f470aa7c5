// The settings: a trial needs none, a real installation hears of every fault at once, and no fault repeats a secret.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSettings, readConfig, settings, WrongSettings } from './config.ts';

const key = (first: number) =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => (first + index * 7) % 256)).toString('base64');

const real = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://mediation.example.org',
  DATABASE_URL: 'postgres://app:s3cret@db.example.org/ground',
  SECRET_KEYS: key(1),
  MASTER_KEYS: `k2:${key(2)},k1:${key(3)}`,
  MAIL_FROM: 'Common Ground <post@mediation.example.org>',
  SMTP_HOST: 'mail.example.org',
};

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults;
    throw error;
  }
}

test('a trial needs no setting: embedded, on this machine only, nothing sent', () => {
  expect(readConfig({})).toMatchObject({
    kind: 'trial',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    database: { kind: 'embedded', folder: './data' },
    mail: { kind: 'outbox-only' },
    seal: null,
  });
});

test('a real installation is read whole', () => {
  const config = readConfig({
    ...real,
    SMTP_USER: 'us',
    SMTP_PASSWORD: 'them',
    TRUST_PROXY: '10.0.0.0/8, 127.0.0.1',
    PORT: '8080',
    BIND: '0.0.0.0',
  });
  expect(config).toMatchObject({
    kind: 'real',
    host: '0.0.0.0',
    port: 8080,
    trustProxy: ['10.0.0.0/8', '127.0.0.1'],
    database: { kind: 'server', url: real.DATABASE_URL, migrateUrl: real.DATABASE_URL },
    mail: {
      kind: 'smtp',
      from: real.MAIL_FROM,
      domain: 'mediation.example.org',
      smtp: {
        host: 'mail.example.org',
        port: 587,
        security: 'starttls',
        login: { user: 'us', password: 'them' },
        dkim: null,
      },
    },
  });
  expect(config.publicUrl?.origin).toBe('https://mediation.example.org');
  expect(config.masterKeys.map(({ id }) => id)).toEqual(['k2', 'k1']);
  expect(config.masterKeys[0].key).toHaveLength(32);
});

test('with nothing set, a real installation is told every missing setting in one message', () => {
  const required = settings.filter(({ whenMissing }) => whenMissing === 'must be set').map(({ name }) => name);
  expect(required).toEqual(['PUBLIC_URL', 'DATABASE_URL', 'SECRET_KEYS', 'MASTER_KEYS', 'MAIL_FROM', 'SMTP_HOST']);
  const faults = faultsOf({ NODE_ENV: 'production', MAIL_FROM: '  ' });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(required);
  expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
    /^The program cannot start: 6 settings need attention[^]*\n {2}- SMTP_HOST is missing\./,
  );
});

test.each([
  { setting: 'PORT', value: '0' },
  { setting: 'PORT', value: '65536' },
  { setting: 'PORT', value: '3000x' },
  { setting: 'PUBLIC_URL', value: 'http://mediation.example.org' },
  { setting: 'PUBLIC_URL', value: 'https://mediation.example.org/app' },
  { setting: 'PUBLIC_URL', value: 'https://me@mediation.example.org' },
  { setting: 'DATABASE_URL', value: './data' },
  { setting: 'DATABASE_URL', value: 'mysql://db/ground' },
  { setting: 'DATABASE_URL', value: 'postgres://db' },
  { setting: 'SECRET_KEYS', value: 'hunter2-hunter2-hunter2-hunter2-' },
  { setting: 'SECRET_KEYS', value: `${key(1)},` },
  { setting: 'SECRET_KEYS', value: Buffer.alloc(32).toString('base64') },
  { setting: 'MASTER_KEYS', value: key(2) },
  { setting: 'MASTER_KEYS', value: `a:${key(2)},a:${key(3)}` },
  { setting: 'TRUST_PROXY', value: 'everybody' },
  { setting: 'TRUST_PROXY', value: '0.0.0.0/0' },
  { setting: 'MAIL_FROM', value: 'nobody at all' },
  { setting: 'MAIL_FROM', value: 'a@b.org, c@d.org' },
  { setting: 'MAIL_FROM', value: 'post@[192.0.2.1]' },
  { setting: 'SMTP_SECURITY', value: 'none' },
  { setting: 'SMTP_SECURITY', value: 'ssl' },
  { setting: 'SMTP_PASSWORD', value: 'alone' },
  { setting: 'DKIM_SELECTOR', value: 's1' },
])('$setting = $value is the one fault, and its value is not repeated', ({ setting, value }) => {
  const faults = faultsOf({ ...real, NODE_ENV: 'production', [setting]: value });
  if (setting === 'NODE_ENV') {
    expect(faultsOf({ NODE_ENV: value })).toEqual([
      'NODE_ENV is wrong. It must be production, or be left out for a trial.',
    ]);
    return;
  }
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(setting.split('_')[0]);
  if (value.length > 6) expect(faults[0]).not.toContain(value);
});

test('a misspelt NODE_ENV does not open a trial', () => {
  expect(faultsOf({ NODE_ENV: 'prod' })).toEqual([
    'NODE_ENV is wrong. It must be production, or be left out for a trial.',
  ]);
});

test('SMTP may be unencrypted to this machine', () => {
  expect(faultsOf({ ...real, SMTP_HOST: '127.0.0.1', SMTP_SECURITY: 'none' })).toEqual([]);
});

test.each(['0.0.0.0', '::', '192.168.1.5', 'example.org'])('a trial does not listen on %s', (BIND) => {
  expect(faultsOf({ BIND })).toEqual([expect.stringContaining('BIND is wrong')]);
});

test.each(['localhost', '::1', '127.0.0.2'])('a trial may listen on %s', (BIND) => {
  expect(readConfig({ BIND }).host).toBe(BIND);
});

test.each([
  { from: 'post@mediation.example.org', domain: 'mediation.example.org' },
  { from: 'Die Stelle <post@schlichtung-köln.example>', domain: 'xn--schlichtung-kln-ltb.example' },
])('a Message-ID ends with the domain of $from as mail writes it', ({ from, domain }) => {
  expect(readConfig({ ...real, NODE_ENV: 'production', MAIL_FROM: from }).mail).toMatchObject({ from, domain });
});

test('a trial sends nothing, whatever mail server is set', () => {
  expect(readConfig({ ...real, NODE_ENV: undefined }).mail.kind).toBe('outbox-only');
});

test('a trial may use a server database', () => {
  expect(readConfig({ DATABASE_URL: real.DATABASE_URL }).database.kind).toBe('server');
});

test('docs/settings.md holds exactly the settings there are', () => {
  expect(readFileSync(new URL('../docs/settings.md', import.meta.url), 'utf8')).toContain(`\n${describeSettings()}\n`);
});

test('the published holidays come over https, or from this machine', () => {
  expect(readConfig({}).holidaysUrl).toBe('https://www.gov.uk/bank-holidays.json');
  expect(readConfig({ BANK_HOLIDAYS_URL: 'http://127.0.0.1:4000/list.json' }).holidaysUrl).toContain(':4000/');
  for (const wrong of ['http://example.org/list.json', 'file:///etc/passwd', 'https://me:secret@example.org/', 'list'])
    expect(faultsOf({ BANK_HOLIDAYS_URL: wrong }), wrong).toEqual([
      expect.stringContaining('BANK_HOLIDAYS_URL is wrong'),
    ]);
});
