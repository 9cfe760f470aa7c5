// Letters without a certificate go by post like one with it: an address sheet, a PDF in the reader's own size, marked when posted.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { openPostRoom } from '../../test/support/post-room.ts';
import type { CaseChanges } from '../../test/support/ready-case.ts';
import { giveInformation } from '../advice/commands.ts';
import { coreCodes } from '../advice/script.ts';
import { prepareCertificateForPost } from '../certificates/commands.ts';
import { markPosted } from '../certificates/posting.ts';
import { withdrawCertificate } from '../certificates/putting-right.ts';
import { newId } from '../kit/ids.ts';
import { textOf } from '../kit/pdf/fixtures/poppler.ts';
import { sendLetterAgain } from './commands.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, room, drain, newCase } = await openPostRoom(database, '2026-04-01T10:00:00+01:00');

const largePrint: CaseChanges = { email: null, person: { formats: ['large-print'] } };
const inform = async (changes: CaseChanges) => {
  const of = await newCase(changes);
  await giveInformation(program, desk.adviser, { actId: newId(), ...of, channel: 'call', said: coreCodes });
  return of;
};

/** The letter of a template with its papers, each as the text that can be read on it. */
async function packOf(caseId: string, template: string) {
  await drain();
  const letter = await desk.look((tx) =>
    tx
      .selectFrom('letters')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('template', '=', template)
      .where('channel', '=', 'post')
      .executeTakeFirstOrThrow(),
  );
  const papers = await desk.look((tx) =>
    tx
      .selectFrom('papers')
      .innerJoin('files', 'files.id', 'papers.file_id')
      .select(['papers.kind', 'papers.format', 'files.storage'])
      .where('papers.letter_id', '=', letter.id)
      .orderBy('papers.kind')
      .execute(),
  );
  return {
    letter,
    papers: await Promise.all(
      papers.map(async ({ kind, format, storage }) => ({
        kind,
        format,
        says: textOf(await room.files.getFile(storage as never)),
      })),
    ),
  };
}

test('the information in writing is packed in large print under its address, without a word about e-mail', async () => {
  const of = await inform(largePrint);
  const { letter, papers } = await packOf(of.caseId, 'mediation-information');
  expect(letter).toMatchObject({ state: 'to-post', format: 'large-print', to_address: 'Hannah Okafor' });
  expect(papers.map(({ kind, format }) => [kind, format])).toEqual([
    ['address-sheet', 'large-print'],
    ['letter', 'large-print'],
  ]);
  const [sheet, words] = papers;
  expect(sheet?.says).toContain('14 Example Road');
  expect(sheet?.says).toContain('Post it today, or on the next working day.');
  expect(letter.body_text).toContain('or write to us at the address at the end of this letter');
  expect(words?.says).toContain('Write to us: Wirral Disagreement Resolution');
  expect(words?.says).not.toMatch(/this e-mail/);
  const posted = { actId: newId(), caseId: of.caseId, letterId: letter.id, postedOn: '2026-04-01' };
  expect(await markPosted(program, desk.administrator, posted)).toMatchObject({ done: true });
});

test('a name that no font of ours can print goes as words alone, for the page of the pack', async () => {
  const of = await inform({ ...largePrint, person: { first_names: 'ᚺᚨᚾᚾᚨ' } });
  const { letter, papers } = await packOf(of.caseId, 'mediation-information');
  expect(letter.state).toBe('to-post');
  expect(letter.body_text).toContain('ᚺᚨᚾᚾᚨ');
  expect(papers).toEqual([]);
});

test('the letter about a withdrawn certificate is packed too', async () => {
  const of = await newCase(largePrint);
  await prepareCertificateForPost(program, desk.adviser, { actId: newId(), ...of, limb: 'information' });
  const { letter } = await packOf(of.caseId, 'certificate');
  await markPosted(program, desk.adviser, { actId: newId(), ...of, letterId: letter.id, postedOn: '2026-04-01' });
  const { id: certificateId } = await desk.look((tx) =>
    tx.selectFrom('certificates').select('id').where('case_id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  await withdrawCertificate(program, desk.manager, {
    actId: newId(),
    caseId: of.caseId,
    certificateId,
    why: 'information-not-given',
    toldOn: '2026-04-01',
    told: 'call',
    toldThat: ['not-to-use-it'],
    replacement: 'not-wanted',
    limb: 'information',
  });
  const { papers } = await packOf(of.caseId, 'certificate-withdrawn');
  expect(papers.map(({ kind }) => kind)).toEqual(['address-sheet', 'letter']);
  expect(papers[1]?.says).toContain('Your certificate was withdrawn');
});

test('an e-mail that came back goes by post in the words it had', async () => {
  const of = await inform({});
  await drain();
  await database.kysely.updateTable('letters').set({ state: 'bounced' }).where('case_id', '=', of.caseId).execute();
  const { id: letterId } = await desk.look((tx) =>
    tx.selectFrom('letters').select('id').where('case_id', '=', of.caseId).executeTakeFirstOrThrow(),
  );
  await sendLetterAgain(program, desk.adviser, { actId: newId(), caseId: of.caseId, letterId, channel: 'post' });
  const { letter, papers } = await packOf(of.caseId, 'mediation-information');
  expect(letter.state).toBe('to-post');
  expect(papers[1]?.says).toContain('About mediation, in writing');
  expect(papers[1]?.says).not.toMatch(/this e-mail/);
});
