// The one place where settings are read from the environment, each with its rule; everything wrong is said at once.
import { domainToASCII } from 'node:url';

export interface Config {
  /** A trial runs on this machine only, on a made-up service; a real installation has none of the trial's shortcuts. */
  readonly kind: 'trial' | 'real';
  readonly host: string;
  readonly port: number;
  /** Where people reach the service; `null` in a trial, which has no other name than this machine's. */
  readonly publicUrl: URL | null;
  readonly trustProxy: readonly string[];
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | { readonly kind: 'server'; readonly url: string; readonly migrateUrl: string };
  readonly dataFolder: string;
  /** Keys of form tokens and other proofs that need no storing, 32 bytes each, the newest first. */
  readonly secretKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Keys that wrap the keys of stored files, the one for new files first. */
  readonly masterKeys: readonly [MasterKey, ...MasterKey[]];
  /** `null` issues certificates without an embedded signature (in a trial: with one made on the spot). */
  readonly seal: { readonly p12File: string; readonly password: string } | null;
  readonly mail: MailConfig;
  /** Where the virus scanner clamd listens: a socket's path, or host:port. With it, a file that could not be scanned is held, unopened, until it was. */
  readonly clamd: string | null;
  /** Where the published list of bank holidays is fetched when a manager asks for it. */
  readonly holidaysUrl: string;
}

export interface MasterKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** `domain` is the one of the address in `from`, as mail writes it (in ASCII): every Message-ID ends with it. */
export type MailConfig = { readonly from: string; readonly domain: string } & (
  { readonly kind: 'outbox-only' } | { readonly kind: 'smtp'; readonly smtp: SmtpConfig }
);

export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** `starttls` refuses to go on without encryption; `none` is for a relay on this machine. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** One setting as its reader and the documentation see it. */
export interface Setting {
  readonly name: string;
  /** Whether a real installation must have it, or what it is when left out. */
  readonly whenMissing: string;
  readonly about: string;
}

const REQUIRED = 'must be set';
const PUBLISHED_HOLIDAYS = 'https://www.gov.uk/bank-holidays.json';

/** Every setting, in the order of the documentation. A trial needs none of them. */
export const settings = [
  {
    name: 'NODE_ENV',
    whenMissing: 'a trial',
    about:
      '`production` makes this a real installation. Anything else is a trial: made-up people, this machine only, nothing sent.',
  },
  { name: 'PORT', whenMissing: '3000', about: 'The port to listen on.' },
  {
    name: 'BIND',
    whenMissing: '127.0.0.1',
    about: 'The address to listen on. A trial listens on this machine only and refuses any other.',
  },
  {
    name: 'PUBLIC_URL',
    whenMissing: REQUIRED,
    about:
      'Where people reach the service, such as `https://mediation.example.org`: https, no path. Links in letters begin with it, and requests for any other host are refused.',
  },
  {
    name: 'TRUST_PROXY',
    whenMissing: 'none',
    about:
      'Addresses or ranges, with commas between, of proxies whose `X-Forwarded-For` is believed. Without it every visitor behind a proxy counts as one network.',
  },
  {
    name: 'DATABASE_URL',
    whenMissing: REQUIRED,
    about:
      'The PostgreSQL server, `postgres://user:password@host/database`, as a login without special rights: not the owner of the tables, and a member of `app`, `desk`, `front`, `door`, `worker` and `retention` only (`grant app, desk, front, door, worker, retention to …` after `npm run migrate`). On the same machine its socket is quicker: `postgres://user@%2Frun%2Fpostgresql/database`. Left out in a trial, the database is embedded in `DATA_DIR`; a real installation refuses that.',
  },
  {
    name: 'MIGRATE_DATABASE_URL',
    whenMissing: 'as `DATABASE_URL`',
    about: 'The same database as the login that owns the tables. Read by `npm run migrate` only.',
  },
  {
    name: 'DATA_DIR',
    whenMissing: './data',
    about: 'The folder of stored files, encrypted in a real installation, and of the embedded database in a trial.',
  },
  {
    name: 'SECRET_KEYS',
    whenMissing: REQUIRED,
    about:
      'Keys of form tokens: 32 random bytes in base64 (`openssl rand -base64 32`). To change it, put the new key first, a comma, and the old one for a day.',
  },
  {
    name: 'MASTER_KEYS',
    whenMissing: REQUIRED,
    about:
      'Keys of stored files, each `id:base64` with 32 random bytes, commas between. The first locks new files. To change it, put the new key first and keep the old one: both read, and the sweep of the next start or night wraps every older file anew and logs `files-rewrapped`. Take the old key away when no `file-not-rewrapped` names it. Keep a copy away from the backups: files cannot be read without it.',
  },
  {
    name: 'SEAL_P12',
    whenMissing: 'no embedded signature',
    about: 'A PKCS #12 file whose certificate PDF readers trust, to sign certificates with.',
  },
  { name: 'SEAL_P12_PASSWORD', whenMissing: 'empty', about: 'The password of `SEAL_P12`.' },
  {
    name: 'MAIL_FROM',
    whenMissing: REQUIRED,
    about:
      'Whom e-mail comes from, such as `Common Ground <post@mediation.example.org>`: the mailbox that the mail server sends for. Answers go to the address in the settings of the service.',
  },
  { name: 'SMTP_HOST', whenMissing: REQUIRED, about: 'The mail server that sends for us.' },
  { name: 'SMTP_PORT', whenMissing: '587', about: 'Its port.' },
  {
    name: 'SMTP_SECURITY',
    whenMissing: 'starttls',
    about: '`starttls`, `tls`, or `none` for a mail server on this machine.',
  },
  { name: 'SMTP_USER', whenMissing: 'no login', about: 'The login at the mail server.' },
  { name: 'SMTP_PASSWORD', whenMissing: 'no login', about: 'Its password. Goes with `SMTP_USER`.' },
  {
    name: 'DKIM_DOMAIN',
    whenMissing: 'not signed here',
    about: 'The domain to sign e-mail for, where the mail server does not sign.',
  },
  {
    name: 'DKIM_SELECTOR',
    whenMissing: 'not signed here',
    about: 'The DKIM selector. Goes with `DKIM_DOMAIN` and `DKIM_KEY_FILE`.',
  },
  { name: 'DKIM_KEY_FILE', whenMissing: 'not signed here', about: 'The file of the DKIM private key in PEM.' },
  {
    name: 'CLAMD',
    whenMissing: 'not scanned',
    about:
      'Where the virus scanner clamd listens: the path of its socket, or `host:port`. With it, a file that cannot be scanned is held, and nobody can open it, until it was.',
  },
  {
    name: 'BANK_HOLIDAYS_URL',
    whenMissing: PUBLISHED_HOLIDAYS,
    about:
      'Where the published list of bank holidays is fetched when a manager presses the button for it, and at no other time. https, or http on this machine.',
  },
] as const satisfies readonly Setting[];

type SettingName = (typeof settings)[number]['name'];

/** Thrown when settings are missing or wrong. Its message lists all of them, one a line, and never a value. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The program cannot start: ${faults.length === 1 ? 'one setting needs' : `${faults.length} settings need`} attention (docs/settings.md explains each).\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

/** Reads the settings. Throws `WrongSettings` with every fault there is; an empty setting counts as left out. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const real = env.NODE_ENV === 'production';
  // `prod`, `Production` or `live` would otherwise open a trial where somebody meant a real installation.
  if (!['production', 'development', 'test', ''].includes(env.NODE_ENV ?? ''))
    faults.push('NODE_ENV is wrong. It must be production, or be left out for a trial.');

  /** Reads one setting; `parse` gives undefined for a wrong value, which `mustBe` then describes. */
  function read<T, U>(name: SettingName, parse: (value: string) => T | undefined, mustBe: string, otherwise: U): T | U {
    const value = env[name]?.trim();
    if (value === undefined || value === '') {
      if (real && settings.find((setting) => setting.name === name)?.whenMissing === REQUIRED)
        faults.push(`${name} is missing. It must be ${mustBe}.`);
      return otherwise;
    }
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    faults.push(`${name} is wrong. It must be ${mustBe}.`);
    return otherwise;
  }
  const anything = (value: string) => value;
  /** Settings that mean something only together. */
  const together = (...names: SettingName[]) => {
    const missing = names.filter((name) => !env[name]?.trim());
    if (missing.length > 0 && missing.length < names.length)
      faults.push(
        `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. ${names.join(', ')} go together.`,
      );
  };

  const host = read(
    'BIND',
    (value) => (real || isLoopback(value) ? value : undefined),
    'an address of this machine such as 127.0.0.1 in a trial: a trial is never open to others',
    '127.0.0.1',
  );
  const port = read('PORT', parsePort, 'a number from 1 to 65535', 3000);
  const publicUrl = read(
    'PUBLIC_URL',
    parsePublicUrl,
    'an https address without a path, such as https://mediation.example.org',
    null,
  );
  const trustProxy = read(
    'TRUST_PROXY',
    parseAddresses,
    'addresses or ranges with commas between, such as 10.0.0.5 or 10.0.0.0/8',
    [],
  );
  const databaseUrl = read(
    'DATABASE_URL',
    parsePostgres,
    'a PostgreSQL address, postgres://user:password@host/database (the embedded database is for trials)',
    null,
  );
  const migrateUrl = read('MIGRATE_DATABASE_URL', parsePostgres, 'a PostgreSQL address', databaseUrl);
  const dataFolder = read('DATA_DIR', anything, 'a folder', './data');
  const secretKeys = read(
    'SECRET_KEYS',
    parseKeys,
    '32 random bytes in base64 (openssl rand -base64 32), several with commas between',
    TRIAL_SECRET_KEYS,
  );
  const masterKeys = read(
    'MASTER_KEYS',
    parseMasterKeys,
    'id:base64 with 32 random bytes, several with commas between, no id twice',
    TRIAL_MASTER_KEYS,
  );
  const p12File = read('SEAL_P12', anything, 'a file', null);
  const p12Password = read('SEAL_P12_PASSWORD', anything, 'a password', '');
  const from = read(
    'MAIL_FROM',
    parseMailbox,
    'one mailbox, such as Common Ground <post@mediation.example.org>',
    'Common Ground (trial) <trial@common-ground.invalid>',
  );
  const smtpHost = read(
    'SMTP_HOST',
    (value) => (/^[\w.:-]+$/.test(value) ? value : undefined),
    'the name of a mail server',
    '127.0.0.1',
  );
  const smtpPort = read('SMTP_PORT', parsePort, 'a number from 1 to 65535', 587);
  const security = read('SMTP_SECURITY', parseSecurity, 'starttls, tls or none', 'starttls');
  if (security === 'none' && !isLoopback(smtpHost))
    faults.push(
      'SMTP_SECURITY is wrong. It may be none only for a mail server on this machine: letters would cross the network unencrypted.',
    );
  const user = read('SMTP_USER', anything, 'a login', null);
  const password = read('SMTP_PASSWORD', anything, 'a password', null);
  together('SMTP_USER', 'SMTP_PASSWORD');
  const domain = read(
    'DKIM_DOMAIN',
    (value) => (/^[\w-]+(\.[\w-]+)+$/.test(value) ? value : undefined),
    'a domain',
    null,
  );
  const selector = read(
    'DKIM_SELECTOR',
    (value) => (/^[\w.-]+$/.test(value) ? value : undefined),
    'a DKIM selector',
    null,
  );
  const keyFile = read('DKIM_KEY_FILE', anything, 'a file', null);
  together('DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE');
  const clamd = read(
    'CLAMD',
    (value) => (/^(\/|[\w.-]+:\d{1,5}$)/.test(value) ? value : undefined),
    'the path of a socket, or host:port',
    null,
  );
  const holidaysUrl = read(
    'BANK_HOLIDAYS_URL',
    parseListUrl,
    'an https address (http only on this machine)',
    PUBLISHED_HOLIDAYS,
  );

  if (faults.length > 0) throw new WrongSettings(faults);
  const smtp: SmtpConfig = {
    host: smtpHost,
    port: smtpPort,
    security,
    login: user !== null && password !== null ? { user, password } : null,
    dkim: domain !== null && selector !== null && keyFile !== null ? { domain, selector, keyFile } : null,
  };
  return {
    kind: real ? 'real' : 'trial',
    host,
    port,
    publicUrl: real ? publicUrl : null,
    trustProxy: real ? trustProxy : [],
    database:
      databaseUrl === null
        ? { kind: 'embedded', folder: dataFolder }
        : { kind: 'server', url: databaseUrl, migrateUrl: migrateUrl ?? databaseUrl },
    dataFolder,
    secretKeys,
    masterKeys,
    seal: p12File === null ? null : { p12File, password: p12Password },
    // A trial sends nothing to anybody, whatever is set.
    mail: { from, domain: domainOf(from), ...(real ? { kind: 'smtp', smtp } : { kind: 'outbox-only' }) },
    clamd,
    holidaysUrl,
  };
}

/** Known to all, and enough: a trial holds made-up people and answers on this machine only. A real installation never gets here without its own. */
const TRIAL_SECRET_KEYS: readonly [Uint8Array, ...Uint8Array[]] = [new Uint8Array(32).fill(7)];
const TRIAL_MASTER_KEYS: readonly [MasterKey, ...MasterKey[]] = [{ id: 'trial', key: new Uint8Array(32).fill(8) }];

function isLoopback(address: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(address);
}

function parsePort(value: string): number | undefined {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

function parsePublicUrl(value: string): URL | undefined {
  const url = URL.parse(value);
  return url !== null && url.protocol === 'https:' && url.pathname === '/' && !url.search && !url.hash && !url.username
    ? url
    : undefined;
}

function parseListUrl(value: string): string | undefined {
  const url = URL.parse(value);
  if (url === null || url.username || url.password) return undefined;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url.href : undefined;
}

function parsePostgres(value: string): string | undefined {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? value : undefined;
}

function parseAddresses(value: string): string[] | undefined {
  if (value === 'none') return [];
  const addresses = listOf(value);
  return addresses.every((address) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(address) && !/\/0+$/.test(address))
    ? addresses
    : undefined;
}

function parseSecurity(value: string): SmtpConfig['security'] | undefined {
  return value === 'starttls' || value === 'tls' || value === 'none' ? value : undefined;
}

function parseMailbox(value: string): string | undefined {
  const isOne = /^(?:[^<>\r\n",;]+ <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(value);
  return isOne && /^[\w-]+(\.[\w-]+)*$/.test(domainOf(value)) ? value : undefined;
}

/** The domain of a mailbox's address in ASCII; empty where it is none. */
function domainOf(mailbox: string): string {
  return domainToASCII(/@([^@>]+)>?$/.exec(mailbox)?.[1] ?? '');
}

function parseKey(value: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(value)) return undefined;
  const key = new Uint8Array(Buffer.from(value, 'base64'));
  // One byte thirty-two times over is somebody's placeholder.
  return new Set(key).size > 8 ? key : undefined;
}

function parseKeys(value: string): [Uint8Array, ...Uint8Array[]] | undefined {
  return everyOne(listOf(value).map(parseKey));
}

function parseMasterKeys(value: string): [MasterKey, ...MasterKey[]] | undefined {
  const keys = everyOne(
    listOf(value).map((part) => {
      const [, id, encoded] = /^([\w-]{1,40}):(.+)$/.exec(part) ?? [];
      const key = encoded === undefined ? undefined : parseKey(encoded);
      return id !== undefined && key !== undefined ? { id, key } : undefined;
    }),
  );
  return keys !== undefined && new Set(keys.map(({ id }) => id)).size === keys.length ? keys : undefined;
}

function listOf(value: string): string[] {
  return value.split(',').map((part) => part.trim());
}

function everyOne<T>(values: readonly (T | undefined)[]): [T, ...T[]] | undefined {
  const [first, ...rest] = values;
  return first !== undefined && rest.every((value) => value !== undefined) ? [first, ...rest] : undefined;
}

/** Writes the table of `docs/settings.md`; a test holds the page to it. */
export function describeSettings(): string {
  const rows = settings.map(({ name, whenMissing, about }) => `| \`${name}\` | ${whenMissing} | ${about} |`);
  return ['| setting | when left out | what it does |', '|---|---|---|', ...rows].join('\n');
}
