import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { openPostRoom } from '../../test/support/post-room.ts';
import type { Frame } from '../kit/html/layouts/document.tsx';
import { newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { issueCertificate, prepareCertificateForPost } from './commands.ts';
import { AnswerPage } from './public/check-page.tsx';
import { correctCertificate, withdrawCertificate } from './putting-right.ts';
import {
  getPaperFile,
  listCertificates,
  listLettersGoneWrong,
  listPacksToPost,
  listPapers,
  listRegister,
} from './store.ts';
import { verifyByNumber, verifyBySeal } from './verify.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, clock, drain, newCase } = await openPostRoom(database, '2026-04-01T10:00:00+01:00');
const visitor = { serviceId: desk.serviceId };
const at = (iso: string) => clock.set(`2026-04-0${iso}:00+01:00`);

async function issued() {
  at('1T10:00');
  const of = await newCase({ child: { born: '2018-09-15' } });
  await issueCertificate(program, desk.adviser, {
    actId: newId(),
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
  const [certificate] = await reading(program, desk.adviser, (tx) => listCertificates(tx, of.caseId));
  const seals = await desk.look((tx) =>
    tx
      .selectFrom('papers')
      .select(['sealed_sha256', 'unsealed_sha256'])
      .where('case_id', '=', of.caseId)
      .where('kind', '=', 'certificate')
      .execute(),
  );
  return { of, certificate: certificate!, seals };
}
const genuine = { known: true, state: 'genuine', dated: '2026-04-01', limb: 'information', version: 1 };

test('a certificate is genuine by its number and code, however they are typed, and by the bytes of either format', async () => {
  const {
    certificate: { number, code },
    seals,
  } = await issued();
  expect(await verifyByNumber(program, visitor, { number, code })).toEqual(genuine);
  const spaced = {
    number: ` ${number.slice(0, 4).toLowerCase()}-${number.slice(4)} `,
    code: code.replace(/(.{4})/g, '$1 ').toLowerCase(),
  };
  expect(await verifyByNumber(program, visitor, spaced)).toEqual(genuine);
  expect(seals).toHaveLength(2);
  for (const { sealed_sha256 } of seals) expect(await verifyBySeal(program, visitor, sealed_sha256!)).toEqual(genuine);
});

test('a wrong number, a wrong code, an unknown certificate, a pack not yet posted and a changed document answer alike', async () => {
  const {
    certificate: { number, code },
    seals,
  } = await issued();
  const other = (await issued()).certificate;
  const waiting = await newCase({ email: null });
  await prepareCertificateForPost(program, desk.adviser, {
    actId: newId(),
    caseId: waiting.caseId,
    participationId: waiting.participationId,
    limb: 'information',
  });
  const [prepared] = await reading(program, desk.adviser, (tx) => listCertificates(tx, waiting.caseId));
  const answers = await Promise.all([
    verifyByNumber(program, visitor, { number: other.number, code }),
    verifyByNumber(program, visitor, { number, code: other.code }),
    verifyByNumber(program, visitor, { number: '00000000', code }),
    verifyByNumber(program, visitor, { number: 'what is this?', code: '' }),
    verifyByNumber(program, visitor, { number: prepared!.number, code: prepared!.code }),
    verifyBySeal(program, visitor, seals[0]!.unsealed_sha256!),
    verifyBySeal(program, visitor, ''),
  ]);
  const frame: Frame = {
    service: {
      name: 'A',
      shortName: 'B',
      line: 'C',
      telephone: '01632 960 990',
      hours: 'D',
      openNow: 'E',
      isOpen: true,
      email: 'a@b.example',
    },
    trial: false,
    csrf: '',
  };
  expect(new Set(answers.map((answer) => renderToString(AnswerPage({ frame, answer })))).size).toBe(1);
  expect(answers.every(({ known }) => !known)).toBe(true);
});

test('corrected: the number gives the new version, the old document is replaced, the new one genuine', async () => {
  const { of, certificate, seals } = await issued();
  await database.kysely.updateTable('children').set({ born: '2018-09-14' }).where('case_id', '=', of.caseId).execute();
  at('2T10:00');
  await correctCertificate(program, desk.adviser, { actId: newId(), caseId: of.caseId, certificateId: certificate.id });
  expect(await verifyByNumber(program, visitor, certificate)).toEqual({ ...genuine, version: 2 });
  expect(await verifyBySeal(program, visitor, seals[0]!.sealed_sha256!)).toEqual({ ...genuine, state: 'replaced' });
  const [paper] = await desk.look((tx) =>
    tx
      .selectFrom('papers')
      .select('sealed_sha256')
      .where('case_id', '=', of.caseId)
      .where('kind', '=', 'certificate')
      .where('replaced_at', 'is', null)
      .execute(),
  );
  expect(await verifyBySeal(program, visitor, paper!.sealed_sha256!)).toEqual({ ...genuine, version: 2 });
});

test('withdrawn: both say so', async () => {
  const { of, certificate, seals } = await issued();
  await withdrawCertificate(program, desk.manager, {
    actId: newId(),
    caseId: of.caseId,
    certificateId: certificate.id,
    why: 'wish-not-stated',
    toldOn: '2026-04-01',
    told: 'call',
    toldThat: ['not-to-use-it'],
    replacement: 'not-wanted',
    limb: 'information',
  });
  expect(await verifyByNumber(program, visitor, certificate)).toEqual({ ...genuine, state: 'withdrawn' });
  expect(await verifyBySeal(program, visitor, seals[0]!.sealed_sha256!)).toEqual({ ...genuine, state: 'withdrawn' });
});

test('a visitor reads nothing else: no certificate, no paper, no register', async () => {
  const { of } = await issued();
  const nobody = { kind: 'visitor' as const, ...visitor };
  expect(await reading(program, nobody, (tx) => listCertificates(tx, of.caseId))).toEqual([]);
  expect(await reading(program, nobody, (tx) => listPapers(tx, of.caseId))).toEqual([]);
  expect(await reading(program, nobody, (tx) => listRegister(tx, desk.serviceId))).toEqual([]);
});

test('the register is a page at a time, the latest first, and each certificate once', async () => {
  const all = await reading(program, desk.administrator, (tx) => listRegister(tx, desk.serviceId, { most: 100 }));
  const seen: string[] = [];
  for (let page = all.slice(0, 0); ;) {
    const last = page.at(-1);
    page = await reading(program, desk.administrator, (tx) =>
      listRegister(tx, desk.serviceId, { most: 2, after: last }),
    );
    if (page.length === 0) break;
    seen.push(...page.map(({ id }) => id));
  }
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(all.map(({ dated }) => dated)).toEqual(
    all
      .map(({ dated }) => dated)
      .toSorted()
      .toReversed(),
  );
});

test('packs to post and letters gone wrong are lists, with what is inside and when it must go', async () => {
  at('1T10:00');
  const of = await newCase({ email: null });
  await prepareCertificateForPost(program, desk.adviser, {
    actId: newId(),
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
  const pack = (
    await reading(program, desk.administrator, (tx) => listPacksToPost(tx, desk.serviceId, program.clock.now()))
  ).find(({ caseId }) => caseId === of.caseId);
  expect(pack).toMatchObject({
    certificate: { dated: '2026-04-01', state: 'prepared' },
    papers: [{ kind: 'address-sheet', pages: 1 }, { kind: 'covering-letter' }, { kind: 'certificate', pages: 1 }],
  });
  await database.kysely
    .updateTable('letters')
    .set({ state: 'failed', failure: 'refused-by-the-mail-server' })
    .where('case_id', '=', of.caseId)
    .execute();
  const wrong = await reading(program, desk.administrator, (tx) =>
    listLettersGoneWrong(tx, desk.serviceId, program.clock.now()),
  );
  expect(wrong).toMatchObject([{ caseId: of.caseId, failure: 'refused-by-the-mail-server' }]);
});

test('a family downloads its own papers, and nobody else’s', async () => {
  const { of } = await issued();
  const { of: others } = await issued();
  await drain();
  const family = await desk.familyOf(of.personId);
  const own = await reading(program, family, (tx) => listPapers(tx, of.caseId));
  expect(own).toHaveLength(3);
  expect(await reading(program, family, (tx) => getPaperFile(tx, own[0]!.id))).toMatchObject({
    media_type: 'application/pdf',
  });
  const [foreign] = await reading(program, desk.adviser, (tx) => listPapers(tx, others.caseId));
  await expect(reading(program, family, (tx) => getPaperFile(tx, foreign!.id))).rejects.toThrow('not-found');
  expect(await reading(program, family, (tx) => listPapers(tx, others.caseId))).toEqual([]);
});
