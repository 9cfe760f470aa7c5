// Reads a case for somebody who takes part in it, as themselves: the wall leaves out everybody else's part.
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import { readReference } from '../kit/reference.ts';
import type { Tx } from '../program.ts';

/** How much of each list a page shows at most. */
const onThePage = 50;

/** An e-mail is the reader's from the moment it is written, a letter by post from the day it was posted. What was taken back never is. */
const hasGone = sql<boolean>`(letters.channel = 'email' and letters.state <> 'cancelled' or letters.state = 'posted')`;

/** A certificate that is only prepared, and what is packed with it, belong to nobody yet; the wall hides its version, and the letter has not gone. */
const isInMyHands = sql<boolean>`(papers.replaced_at is null and case papers.kind
  when 'certificate' then exists (select from certificate_versions v where v.id = papers.certificate_version_id)
  when 'covering-letter' then exists (select from letters where letters.id = papers.letter_id and ${hasGone})
  else false end)`;

/** A case as its owner's list names it. */
export interface ListedCase {
  readonly reference: string;
  readonly stage: string;
  readonly capacity: string;
  readonly child_first_names: string | null;
  readonly child_known_as: string | null;
}

/** Lists the cases a person may open, the latest first. */
export async function listMyCases(tx: Tx, personId: string): Promise<ListedCase[]> {
  return tx
    .selectFrom('participations as mine')
    .innerJoin('cases', 'cases.id', 'mine.case_id')
    .leftJoin('children', 'children.case_id', 'cases.id')
    .select(['cases.reference', 'cases.stage', 'mine.capacity'])
    .select(['children.first_names as child_first_names', 'children.known_as as child_known_as'])
    .where('mine.person_id', '=', personId)
    .where('mine.until_at', 'is', null)
    .where('mine.may_open_the_page', '=', true)
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id')
    .limit(onThePage)
    .execute();
}

/** Gets all that a family's page shows of its own case, in one query, but for the clocks and the timeline. Throws NotFound. */
export async function getMyCase(tx: Tx, personId: string, reference: string): Promise<MyCaseRow> {
  const symbols = readReference(reference);
  const row = symbols && (await myCaseQuery(tx, personId, symbols).executeTakeFirst());
  if (!row) throw new NotFound();
  return row;
}

export type MyCaseRow = Awaited<ReturnType<ReturnType<typeof myCaseQuery>['executeTakeFirstOrThrow']>>;

/** Somebody who takes part twice in one case is here first of all as who holds the right. */
function myCaseQuery(tx: Tx, personId: string, symbols: string) {
  return tx
    .selectFrom('cases')
    .innerJoin('participations as mine', (join) =>
      join
        .onRef('mine.case_id', '=', 'cases.id')
        .on('mine.person_id', '=', personId)
        .on('mine.until_at', 'is', null)
        .on('mine.may_open_the_page', '=', true),
    )
    .innerJoin('people as me', 'me.id', 'mine.person_id')
    .leftJoin('bodies', 'bodies.id', 'cases.authority_id')
    .select(['cases.id', 'cases.reference', 'cases.road', 'cases.stage', 'bodies.name as authority'])
    .select(['mine.id as participation_id', 'mine.person_id', 'mine.capacity', 'mine.right_holder'])
    .select('mine.reads_until')
    .select(['me.first_names', 'me.last_name', 'me.known_as'])
    .select((of) => [
      jsonObjectFrom(
        of
          .selectFrom('children')
          .select(['first_names', 'known_as', 'school'])
          .whereRef('children.case_id', '=', 'cases.id'),
      ).as('child'),
      jsonArrayFrom(
        of
          .selectFrom('contacts')
          .select(['channel', 'reached_on'])
          .whereRef('contacts.case_id', '=', 'cases.id')
          .orderBy('reached_at')
          .limit(onThePage),
      ).as('contacts'),
      jsonArrayFrom(
        of
          .selectFrom('certificates')
          .select(['certificates.number', 'certificates.dated', 'certificates.state', 'certificates.version'])
          .whereRef('certificates.case_id', '=', 'cases.id')
          .orderBy('prepared_at')
          .limit(onThePage),
      ).as('certificates'),
      jsonArrayFrom(
        of
          .selectFrom('papers')
          .leftJoin('files', 'files.id', 'papers.file_id')
          .select(['papers.id', 'papers.kind', 'papers.format', 'papers.made_at', 'files.size'])
          .whereRef('papers.case_id', '=', 'cases.id')
          .where(isInMyHands)
          .orderBy('papers.wanted_at', 'desc')
          .orderBy('papers.id')
          .limit(onThePage),
      ).as('papers'),
      jsonArrayFrom(
        of
          .selectFrom('letters')
          .select(['letters.id', 'letters.channel', 'letters.template', 'letters.state'])
          .select(['letters.sent_at', 'letters.posted_on'])
          .whereRef('letters.case_id', '=', 'cases.id')
          .where(hasGone)
          .orderBy('letters.queued_at', 'desc')
          .orderBy('letters.id')
          .limit(onThePage),
      ).as('letters'),
    ])
    .where('cases.reference', '=', symbols)
    .orderBy('mine.right_holder', 'desc')
    .orderBy('mine.from_at')
    .limit(1);
}

/** Gets a letter of one of the reader's own cases, as it was sent. Throws NotFound. */
export async function getMyLetter(tx: Tx, caseId: string, letterId: string): Promise<Row<'letters'>> {
  const row = isId(letterId)
    ? await tx
        .selectFrom('letters')
        .selectAll()
        .where('id', '=', letterId)
        .where('case_id', '=', caseId)
        .where(hasGone)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row;
}

/** Gets the file of a paper that is the reader's to keep. Throws NotFound. */
export async function getMyPaper(tx: Tx, caseId: string, paperId: string): Promise<Row<'files'>> {
  const row = isId(paperId)
    ? await tx
        .selectFrom('papers')
        .innerJoin('files', 'files.id', 'papers.file_id')
        .selectAll('files')
        .where('papers.id', '=', paperId)
        .where('papers.case_id', '=', caseId)
        .where(isInMyHands)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row;
}
