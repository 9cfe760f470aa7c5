// What the trial's pages list: the cast, and every letter the program would have sent.
import type { Tx } from '../program.ts';

export interface CastMember {
  readonly accountId: string;
  readonly name: string;
  readonly kind: 'staff' | 'family';
  /** Roles at the desk, or for which child a family is here. */
  readonly about: string;
}

/** Lists the desk first, then the families who may open their page. */
export async function listCast(tx: Tx): Promise<readonly CastMember[]> {
  const staff = await tx
    .selectFrom('staff')
    .innerJoin('accounts', 'accounts.id', 'staff.account_id')
    .select(['accounts.id', 'accounts.name', 'staff.roles'])
    .where('staff.until_on', 'is', null)
    .orderBy('accounts.made_at')
    .orderBy('accounts.id')
    .limit(50)
    .execute();
  const families = await tx
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .innerJoin('participations', 'participations.person_id', 'people.id')
    .innerJoin('children', 'children.case_id', 'participations.case_id')
    .select([
      'accounts.id',
      'people.first_names',
      'people.last_name',
      'children.first_names as child',
      'participations.capacity',
    ])
    .where('participations.may_open_the_page', '=', true)
    .orderBy('people.last_name')
    .limit(50)
    .execute();
  return [
    ...staff.map(({ id, name, roles }) => ({
      accountId: id,
      name: name ?? '',
      kind: 'staff' as const,
      about: roles.join(' and '),
    })),
    ...families.map(({ id, first_names: first, last_name: last, child, capacity }) => ({
      accountId: id,
      name: `${first} ${last}`,
      kind: 'family' as const,
      about: capacity === 'young-person' ? 'young person' : `${capacity.replaceAll('-', ' ')} of ${child}`,
    })),
  ];
}

export interface OutboxLetter {
  readonly id: string;
  readonly template: string;
  readonly channel: string;
  readonly state: string;
  readonly subject: string;
  readonly to_address: string;
  readonly queued_at: string;
}

/** Lists the newest letters. */
export function listOutbox(tx: Tx): Promise<OutboxLetter[]> {
  return tx
    .selectFrom('letters')
    .select(['id', 'template', 'channel', 'state', 'subject', 'to_address', 'queued_at'])
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Reads one letter as it was written, with the papers it carries. */
export async function readLetter(tx: Tx, id: string) {
  const letter = await tx.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
  if (!letter) return null;
  const papers = await tx
    .selectFrom('letter_papers')
    .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
    .select(['papers.id', 'papers.kind', 'papers.format', 'papers.made_at'])
    .where('letter_papers.letter_id', '=', id)
    .orderBy('position')
    .execute();
  return { letter, papers };
}

/** Reads the file of one paper of a letter. */
export async function readLetterPaper(tx: Tx, letterId: string, paperId: string) {
  const row = await tx
    .selectFrom('letter_papers')
    .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
    .innerJoin('files', 'files.id', 'papers.file_id')
    .select(['files.storage', 'files.name', 'files.media_type'])
    .where('letter_papers.letter_id', '=', letterId)
    .where('papers.id', '=', paperId)
    .executeTakeFirst();
  return row ?? null;
}
export type LetterInOutbox = NonNullable<Awaited<ReturnType<typeof readLetter>>>;
