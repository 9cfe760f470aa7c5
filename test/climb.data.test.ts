// Climbing the wall: a canary word stands in every text field of every person, and is looked for in every page, search, file, letter,
// log line and error of every other person. Two parents of one case, another family, and the desk of another service.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { coreCodes } from '../src/advice/script.ts';
import { giveInformation } from '../src/advice/commands.ts';
import { recordWishes } from '../src/advice/commands-wishes.ts';
import { issueCertificate } from '../src/certificates/commands.ts';
import { routesOf } from '../src/kit/http/server.ts';
import { newId } from '../src/kit/ids.ts';
import { inFours } from '../src/kit/reference.ts';
import { joinCase } from '../src/people/commands.ts';
import { recordParty } from '../src/people/commands-party.ts';
import { recordContact } from '../src/referrals/commands.ts';
import { changeChild } from '../src/referrals/commands-change.ts';
import type { Staff } from '../src/sign-in/who.ts';
import { openWhole } from './support/whole.ts';
import type { Seat } from '../src/kit/sql/seat.ts';

const whole = await openWhole({ stories: false });
const { program } = whole.app;
const owner = whole.installation.database.kysely;
const at = program.clock.now();

/** Canary words: letters only, so that they pass as names and survive every page unchanged. */
const canary = (person: string, field: string): string => `Zq${person}${field}`;
const serviceId = program.service().id;
const adviserRow = await owner
  .selectFrom('accounts')
  .select(['id', 'name'])
  .where('name', '=', 'Leah Brennan')
  .executeTakeFirstOrThrow();
const adviser: Staff = {
  kind: 'staff',
  accountId: adviserRow.id,
  serviceId,
  sessionId: newId(),
  name: 'Leah Brennan',
  roles: ['adviser'],
  steppedUp: true,
};
const authority = await owner
  .selectFrom('bodies')
  .select('id')
  .where('name', '=', 'Wirral Council')
  .executeTakeFirstOrThrow();

function person(key: string) {
  return {
    firstNames: canary(key, 'First'),
    lastName: canary(key, 'Last'),
    knownAs: canary(key, 'Known'),
    needs: canary(key, 'Needs'),
    language: canary(key, 'Language'),
    dialect: canary(key, 'Dialect'),
    capacity: 'parent',
    points: [
      {
        kind: 'email',
        value: `${canary(key, 'mail').toLowerCase()}@family.example.org`,
        messageSafe: true,
        quietHours: canary(key, 'Quiet'),
      },
      {
        kind: 'post',
        value: canary(key, 'Street'),
        postalLines: [canary(key, 'Street'), canary(key, 'Town')],
        messageSafe: true,
      },
    ],
  } as const;
}

const must = <T extends object>(answer: T): Exclude<T, { refused: unknown }> => {
  if ('refused' in answer) throw new Error(String(answer.refused));
  return answer as Exclude<T, { refused: unknown }>;
};

/** Opens a case whose right-holder declines and has a certificate, so that every kind of row exists. */
async function family(key: string) {
  const opened = must(
    await recordContact(program, adviser, {
      actId: newId(),
      channel: 'voicemail',
      reachedAt: at,
      evidence: canary(key, 'Evidence'),
      rightHolder: person(key),
      child: {
        firstNames: canary(key, 'ChildFirst'),
        lastName: canary(key, 'ChildLast'),
        knownAs: canary(key, 'ChildKnown'),
        born: Temporal.PlainDate.from('2016-05-30'),
        school: canary(key, 'School'),
        authorityReference: canary(key, 'Ref'),
      },
      authorityId: authority.id,
      decision: {
        kind: 'refuse-to-assess',
        sections: [],
        dated: Temporal.PlainDate.from('2026-10-30'),
        sent: null,
        received: null,
        letterSeen: true,
      },
    }),
  );
  const participationId = await participationOf(opened.caseId, canary(key, 'First'));
  await declined(opened.caseId, participationId);
  return { ...opened, participationId, cookie: await cookieOf(canary(key, 'First')) };
}

async function participationOf(caseId: string, firstNames: string): Promise<string> {
  const row = await owner
    .selectFrom('participations')
    .innerJoin('people', 'people.id', 'participations.person_id')
    .select('participations.id')
    .where('participations.case_id', '=', caseId)
    .where('people.first_names', '=', firstNames)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function declined(caseId: string, participationId: string): Promise<void> {
  const of = () => ({ actId: newId(), caseId, participationId });
  must(await giveInformation(program, adviser, { ...of(), channel: 'call', said: [...coreCodes] }));
  must(await recordWishes(program, adviser, { ...of(), channel: 'call', appeal: 'yes', mediation: 'no' }));
  must(await issueCertificate(program, adviser, { ...of(), limb: 'information' }));
}

async function cookieOf(firstNames: string): Promise<string> {
  const found = await owner
    .selectFrom('people')
    .select('id')
    .where('first_names', '=', firstNames)
    .executeTakeFirstOrThrow();
  const accountId = newId();
  await owner
    .insertInto('accounts')
    .values({ id: accountId, service_id: serviceId, kind: 'family', person_id: found.id, made_at: at.toString() })
    .execute();
  return whole.cookieOf(accountId);
}

const amira = await family('Amira');
const bilal = await family('Bilal');
// The other parent of Amira's case, with a right, contact points and a certificate of his own.
must(
  await joinCase(program, adviser, {
    actId: newId(),
    caseId: amira.caseId,
    participant: person('Carl'),
    rightHolder: true,
    mayOpenThePage: true,
  }),
);
const carlsParticipation = await participationOf(amira.caseId, canary('Carl', 'First'));
await declined(amira.caseId, carlsParticipation);
const carl = { cookie: await cookieOf(canary('Carl', 'First')) };

const references = [amira.reference, bilal.reference, inFours(amira.reference)];
const rowsToTry = await Promise.all([
  owner.selectFrom('papers').select('id').execute(),
  owner.selectFrom('letters').select('id').execute(),
  owner.selectFrom('participations').select('id').execute(),
  owner.selectFrom('files').select('id').execute(),
]);
const ids = rowsToTry.flat().map(({ id }) => id);

/** Every GET route with every real reference, id and search put where a parameter stands. */
const addresses = routesOf(whole.app.server)
  .filter(
    ({ method, access }) => method === 'GET' && access !== 'assets' && access !== 'open-api' && access !== 'trial-only',
  )
  .flatMap(({ path }) => fill(path));

function fill(path: string): string[] {
  const parameter = /:([a-zA-Z]+)/.exec(path);
  if (!parameter) return [path];
  const values = parameter[1] === 'reference' ? references : [...references.slice(0, 2), ...ids];
  return values.flatMap((value) => fill(path.replace(parameter[0], encodeURIComponent(value))));
}

/** Everything somebody's pages say, files included as far as they are text. */
const everythingSeenBy = (cookie: string | undefined): Promise<string> => seenAt(addresses, cookie);

async function seenAt(urls: readonly string[], cookie: string | undefined): Promise<string> {
  const seen: string[] = [];
  for (const url of urls) {
    const { body, headers } = await whole.get(url, cookie);
    seen.push(body, JSON.stringify(headers));
  }
  return seen.join('\n').replaceAll(/q=Zq\w+|value="Zq\w+"|“Zq\w+”/g, ''); // what was asked is not what was told
}

const wordsOf = (seen: string, key: string): string[] => [
  ...new Set(seen.match(new RegExp(`zq${key}\\w*`, 'gi')) ?? []),
];

test('there is something to find: each family sees its own words', async () => {
  const seen = await everythingSeenBy(amira.cookie);
  expect(wordsOf(seen, 'Amira').length).toBeGreaterThan(5);
}, 120_000);

test('one parent reads nothing of the other, and nothing of another family', async () => {
  const seen = await everythingSeenBy(amira.cookie);
  expect(wordsOf(seen, 'Carl')).toEqual([]);
  expect(wordsOf(seen, 'Bilal')).toEqual([]);
}, 120_000);

test('the other parent reads the child they share, and nothing else of the first', async () => {
  const seen = await everythingSeenBy(carl.cookie);
  const shared = ['ChildFirst', 'ChildLast', 'ChildKnown', 'School', 'Ref'].map((field) => canary('Amira', field));
  expect(wordsOf(seen, 'Amira').filter((word) => !shared.includes(word))).toEqual([]);
  expect(wordsOf(seen, 'Bilal')).toEqual([]);
}, 120_000);

test('a former party reads what was theirs, and nothing new; the young person reads nothing of what was said before', async () => {
  const dina = await family('Dina');
  const child = {
    firstNames: canary('Dina', 'ChildFirst'),
    lastName: canary('Dina', 'ChildLast'),
    born: Temporal.PlainDate.from('2010-05-30'),
  };
  must(await changeChild(program, adviser, { actId: newId(), caseId: dina.caseId, child }));
  must(
    await recordParty(program, adviser, {
      actId: newId(),
      caseId: dina.caseId,
      party: { is: 'young-person', participant: { ...person('Edda'), capacity: 'young-person' } },
      former: { [dina.participationId]: 'supporter' },
      wording: 'You may speak with my parent about my case.',
      channel: 'call',
    }),
  );
  const edda = await participationOf(dina.caseId, canary('Edda', 'First'));
  const before = whole.app.program.clock.now();
  await owner
    .updateTable('participations')
    .set({ reads_until: before.subtract({ seconds: 1 }).toString() })
    .where('id', '=', dina.participationId)
    .execute();
  must(
    await changeChild(program, adviser, {
      actId: newId(),
      caseId: dina.caseId,
      child: { ...child, school: canary('Edda', 'School'), knownAs: canary('Edda', 'ChildKnown') },
    }),
  );
  await declined(dina.caseId, edda);
  const mine = (cookie: string) =>
    seenAt(
      addresses.flatMap((url) =>
        url.startsWith('/my-case') ? [url.replace(encodeURIComponent(amira.reference), dina.reference)] : [],
      ),
      cookie,
    );
  const dinaSees = await mine(dina.cookie);
  expect(wordsOf(dinaSees, 'Edda')).toEqual([]);
  expect(wordsOf(dinaSees, 'DinaFirst')).not.toEqual([]);
  expect(dinaSees).toContain('The right has passed to the young person');
  const eddaSees = await mine(await cookieOf(canary('Edda', 'First')));
  expect(wordsOf(eddaSees, 'EddaSchool')).not.toEqual([]);
  expect(wordsOf(eddaSees, 'Dina').filter((word) => !/DinaChild/.test(word))).toEqual([]);
}, 120_000);

test('a visitor reads nothing of anybody', async () => {
  const seen = await everythingSeenBy(undefined);
  expect(wordsOf(seen, '(Amira|Bilal|Carl)')).toEqual([]);
}, 120_000);

test('the desk of another service reads nothing of this one', async () => {
  const otherService = newId();
  const otherAdviser = newId();
  await owner
    .insertInto('services')
    .values({
      id: otherService,
      slug: 'zz-other',
      name: 'Another Service',
      short_name: 'Another',
      line: 'Invented',
      area: 'Elsewhere',
      telephone: '01632 960000',
      email: 'desk@other.example.org',
      hours: JSON.stringify({}),
    })
    .execute();
  await owner
    .insertInto('accounts')
    .values({
      id: otherAdviser,
      service_id: otherService,
      kind: 'staff',
      name: 'Other Adviser',
      email: 'other@desk.example.org',
      made_at: at.toString(),
    })
    .execute();
  await owner
    .insertInto('staff')
    .values({
      account_id: otherAdviser,
      service_id: otherService,
      roles: ['adviser', 'manager'],
      employer: 'Other',
      independent: true,
      from_on: '2020-01-01',
    })
    .execute();
  const { inSeat } = await import('../src/kit/sql/seat.ts');
  const tables = [
    'people',
    'contact_points',
    'children',
    'words',
    'letters',
    'papers',
    'certificate_versions',
    'cases',
    'facts',
    'acts',
    'files',
    'wishes',
  ] as const;
  const counts = await inSeat(
    program.database,
    {
      role: 'desk',
      settings: { 'cg.account': otherAdviser, 'cg.service': otherService },
      workedOut: { 'cg.desk': 'desk_of_mine' },
      readOnly: true,
    },
    async (tx) =>
      Promise.all(tables.map(async (table) => (await tx.selectFrom(table).selectAll().limit(1).execute()).length)),
  );
  expect(counts).toEqual(tables.map(() => 0));
  // Nor by claiming the first service with the second's account, or an account that is nobody's.
  for (const settings of [
    { 'cg.account': otherAdviser, 'cg.service': serviceId },
    { 'cg.account': newId(), 'cg.service': serviceId },
    { 'cg.account': '', 'cg.service': serviceId },
  ]) {
    for (const workedOut of [{ 'cg.desk': 'desk_of_mine' }, undefined]) {
      const seat: Seat = { role: 'desk', settings, ...(workedOut && { workedOut }), readOnly: true };
      const seen = await inSeat(program.database, seat, (tx) => tx.selectFrom('people').selectAll().limit(1).execute());
      expect(seen).toEqual([]);
    }
    // A family's seat reads as no desk, even with the desk's own setting.
    const family: Seat = { role: 'app', settings: { ...settings, 'cg.desk': serviceId }, readOnly: true };
    expect(await inSeat(program.database, family, (tx) => tx.selectFrom('people').selectAll().execute())).toEqual([]);
  }
});

test('no letter carries another person’s words, and no subject carries anybody’s', async () => {
  const letters = await owner
    .selectFrom('letters')
    .innerJoin('people', 'people.id', 'letters.person_id')
    .select(['letters.subject', 'letters.body_text', 'letters.body_html', 'letters.to_address', 'people.first_names'])
    .execute();
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) {
    expect(wordsOf(letter.subject, '(Amira|Bilal|Carl)')).toEqual([]);
    const own = /^Zq([A-Z][a-z]+)First$/.exec(letter.first_names)?.[1] ?? '';
    const others = ['Amira', 'Bilal', 'Carl', 'Dina', 'Edda'].filter((key) => key !== own);
    const text = `${letter.body_text} ${letter.body_html} ${letter.to_address}`;
    for (const other of others)
      expect(wordsOf(text, other).filter((word) => !/Child|School|Ref/.test(word))).toEqual([]);
  }
});

test('the journal and the log hold no word of anybody', async () => {
  const facts = await owner.selectFrom('facts').select(['data', 'code']).execute();
  expect(wordsOf(JSON.stringify(facts), '(Amira|Bilal|Carl)')).toEqual([]);
  const acts = await owner.selectFrom('acts').selectAll().execute();
  expect(wordsOf(JSON.stringify(acts), '(Amira|Bilal|Carl)')).toEqual([]);
  const looks = await owner.selectFrom('looked').selectAll().execute();
  expect(wordsOf(JSON.stringify(looks), '(Amira|Bilal|Carl)')).toEqual([]);
  expect(wordsOf(whole.logged.join('\n'), '(Amira|Bilal|Carl)')).toEqual([]);
});
