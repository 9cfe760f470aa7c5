// Reads a case for its pages: by its reference, whole, and as its timeline. The wall decides what each reader sees of it.
import type { CompiledQuery } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Row } from '../../database/tables.ts';
import { sentences, type Facts } from '../journal.ts';
import { NotFound } from '../kit/http/problems.ts';
import { readReference } from '../kit/reference.ts';
import type { Tx } from '../program.ts';
import type { Audience } from './fact.ts';

/** How much of each list a case page shows; the rest is on pages of its own. */
const onThePage = 50;

/** Finds a case by a reference as people write it. Null when there is none, or none for this reader. */
export async function findCaseByReference(tx: Tx, reference: string): Promise<Row<'cases'> | null> {
  const symbols = readReference(reference);
  if (symbols === null) return null;
  return (await tx.selectFrom('cases').selectAll().where('reference', '=', symbols).executeTakeFirst()) ?? null;
}

/** As `findCaseByReference`. Throws NotFound. */
export async function getCaseByReference(tx: Tx, reference: string): Promise<Row<'cases'>> {
  const found = await findCaseByReference(tx, reference);
  if (!found) throw new NotFound();
  return found;
}

/**
 * Gets all that a case page shows, in one query: as much of it as the reader may see, each list oldest first and bounded.
 * Moments inside the lists are ISO instants that end in `+00:00`. Throws NotFound.
 */
export async function getCasePage(tx: Tx, caseId: string): Promise<CasePage> {
  return onePage(tx, 'id', caseId);
}

/** As `getCasePage`, by a reference as people write it. Throws NotFound. */
export async function getCasePageByReference(tx: Tx, reference: string): Promise<CasePage> {
  const symbols = readReference(reference);
  if (symbols === null) throw new NotFound();
  return onePage(tx, 'reference', symbols);
}

/** The query is the same for every case, and writing it takes longer than running it: it is written once. */
const written = new Map<string, CompiledQuery<CasePage>>();
/** Stands in the written query where the case is named. */
const PLACE = '00000000-0000-0000-0000-000000000000';

async function onePage(tx: Tx, column: 'id' | 'reference', value: string): Promise<CasePage> {
  let query = written.get(column);
  if (!query) written.set(column, (query = casePageQuery(tx).where(`cases.${column}`, '=', PLACE).compile()));
  const parameters = query.parameters.map((parameter) => (parameter === PLACE ? value : parameter));
  const [page] = (await tx.executeQuery<CasePage>({ ...query, parameters })).rows;
  if (!page) throw new NotFound();
  return page;
}

export type CasePage = Awaited<ReturnType<ReturnType<typeof casePageQuery>['executeTakeFirstOrThrow']>>;
export type PersonOnPage = CasePage['people'][number];

function casePageQuery(tx: Tx) {
  return tx
    .selectFrom('cases')
    .leftJoin('bodies', 'bodies.id', 'cases.authority_id')
    .leftJoin('accounts', 'accounts.id', 'cases.owner_account_id')
    .selectAll('cases')
    .select(['bodies.name as authority_name', 'accounts.name as owner_name'])
    .select((of) => [
      jsonObjectFrom(
        of
          .selectFrom('children')
          .select(['first_names', 'last_name', 'known_as', 'born', 'school', 'authority_reference', 'version'])
          .whereRef('children.case_id', '=', 'cases.id'),
      ).as('child'),
      jsonArrayFrom(
        of
          .selectFrom('decisions')
          .select(['decisions.id', 'decisions.kind', 'sections', 'dated', 'sent', 'received', 'letter_seen'])
          .select(['decisions.made_at', 'superseded_at'])
          .whereRef('decisions.case_id', '=', 'cases.id')
          .orderBy('made_at')
          .orderBy('version')
          .limit(onThePage),
      ).as('decisions'),
      jsonArrayFrom(
        of
          .selectFrom('participations as part')
          .innerJoin('people', 'people.id', 'part.person_id')
          .select([
            'part.id as participation_id',
            'part.person_id',
            'part.side',
            'part.capacity',
            'part.right_holder',
            'part.basis',
            'part.may_open_the_page',
            'part.reads_until',
            'part.from_at',
            'people.first_names',
            'people.last_name',
            'people.known_as',
            'people.language',
            'people.dialect',
            'people.formats',
            'people.needs',
            'people.erased_at',
          ])
          .select((person) =>
            jsonArrayFrom(
              person
                .selectFrom('contact_points')
                .select([
                  'contact_points.id',
                  'contact_points.kind',
                  'value',
                  'postal_lines',
                  'message_safe',
                  'quiet_hours',
                  'changed_by',
                  'papers_held_until',
                  'agreed_at',
                ])
                .whereRef('contact_points.person_id', '=', 'part.person_id')
                .where('contact_points.until_at', 'is', null)
                .orderBy('from_at')
                .orderBy('id')
                .limit(onThePage),
            ).as('points'),
          )
          .whereRef('part.case_id', '=', 'cases.id')
          .where('part.until_at', 'is', null)
          .orderBy('part.right_holder', 'desc')
          .orderBy('part.from_at')
          .orderBy('part.id')
          .limit(onThePage),
      ).as('people'),
      jsonArrayFrom(
        of
          .selectFrom('contacts')
          .select(['contacts.id', 'person_id', 'channel', 'reached_at', 'reached_on', 'entered_at'])
          .whereRef('contacts.case_id', '=', 'cases.id')
          .orderBy('reached_at')
          .limit(onThePage),
      ).as('contacts'),
      jsonArrayFrom(
        of
          .selectFrom('information_given as given')
          .leftJoin('accounts as adviser', 'adviser.id', 'given.adviser_id')
          .select([
            'given.id',
            'given.participation_id',
            'given.channel',
            'given.script_version',
            'given.said',
            'given.given_at',
            'given.given_on',
            'given.adviser_id',
            'adviser.name as adviser_name',
          ])
          .whereRef('given.case_id', '=', 'cases.id')
          .orderBy('given.given_at')
          .limit(onThePage),
      ).as('information'),
      jsonArrayFrom(
        of
          .selectFrom('wishes')
          .select(['wishes.id', 'participation_id', 'about', 'answer', 'said_at', 'said_on', 'chase_on', 'channel'])
          .whereRef('wishes.case_id', '=', 'cases.id')
          .orderBy('said_at')
          .orderBy('id')
          .limit(onThePage),
      ).as('wishes'),
      jsonArrayFrom(
        of
          .selectFrom('milestones')
          .select(['milestones.id', 'participation_id', 'milestones.kind', 'on_day', 'at'])
          .whereRef('milestones.case_id', '=', 'cases.id')
          .where('void_at', 'is', null)
          .orderBy('on_day')
          .orderBy('id')
          .limit(onThePage),
      ).as('milestones'),
      jsonArrayFrom(
        of
          .selectFrom('certificates')
          .select([
            'certificates.id',
            'decision_id',
            'participation_id',
            'number',
            'limb',
            'dated',
            'state',
            'certificates.version',
            'earlier_id',
            'issued_at',
            'withdrawn_at',
            'withdrawn_why',
          ])
          .whereRef('certificates.case_id', '=', 'cases.id')
          .orderBy('prepared_at')
          .limit(onThePage),
      ).as('certificates'),
      jsonArrayFrom(
        of
          .selectFrom('clocks')
          .select([
            'clocks.id',
            'participation_id',
            'clocks.kind',
            'owner',
            'state',
            'started_on',
            'deadline',
            'safe_by',
            'due_on',
            'met_on',
            'answer',
            'rule_version',
          ])
          .whereRef('clocks.case_id', '=', 'cases.id')
          .orderBy('deadline')
          .orderBy('id')
          .limit(onThePage),
      ).as('clocks'),
      jsonArrayFrom(
        of
          .selectFrom('words')
          .select(['words.id', 'participation_id', 'words.kind', 'body', 'language', 'written_at'])
          .select((one) =>
            jsonArrayFrom(
              one
                .selectFrom('readable')
                .select('participation_id')
                .whereRef('readable.words_id', '=', 'words.id')
                .where('until_at', 'is', null)
                .limit(onThePage),
            ).as('readers'),
          )
          .whereRef('words.case_id', '=', 'cases.id')
          .where('superseded_at', 'is', null)
          .orderBy('written_at')
          .orderBy('id')
          .limit(onThePage),
      ).as('words'),
      jsonArrayFrom(
        of
          .selectFrom('letters')
          .select([
            'letters.id',
            'person_id',
            'channel',
            'template',
            'state',
            'to_address',
            'queued_at',
            'sent_at',
            'posted_on',
            'failure',
          ])
          .select(({ exists, selectFrom }) =>
            exists(selectFrom('letter_papers').whereRef('letter_papers.letter_id', '=', 'letters.id')).as(
              'carries_papers',
            ),
          )
          .whereRef('letters.case_id', '=', 'cases.id')
          .orderBy('queued_at', 'desc')
          .orderBy('id')
          .limit(onThePage),
      ).as('letters'),
      jsonArrayFrom(
        of
          .selectFrom('permissions')
          .select([
            'permissions.id',
            'participation_id',
            'what',
            'given',
            'wording',
            'for_whom',
            'scope',
            'until_on',
            'channel',
            'at',
          ])
          .whereRef('permissions.case_id', '=', 'cases.id')
          .orderBy('at')
          .orderBy('id')
          .limit(onThePage),
      ).as('permissions'),
      jsonArrayFrom(
        of
          .selectFrom('papers')
          .select([
            'papers.id',
            'person_id',
            'papers.kind',
            'format',
            'papers.made_at',
            'certificate_version_id',
            'letter_id',
          ])
          .select('wanted_at')
          .whereRef('papers.case_id', '=', 'cases.id')
          .where('replaced_at', 'is', null)
          .orderBy('wanted_at', 'desc')
          .orderBy('id')
          .limit(onThePage),
      ).as('papers'),
      jsonArrayFrom(
        of
          .selectFrom('late_decisions')
          .select(['decision_id', 'participation_id', 'issue', 'decided_at'])
          .whereRef('late_decisions.case_id', '=', 'cases.id')
          .orderBy('decided_at', 'desc')
          .orderBy('id', 'desc')
          .limit(onThePage),
      ).as('late_decisions'),
      jsonArrayFrom(
        of
          .selectFrom('offered_answers')
          .select('offered_answers.id')
          .whereRef('offered_answers.case_id', '=', 'cases.id')
          .where('settled_at', 'is', null)
          .limit(onThePage),
      ).as('offers'),
      jsonArrayFrom(
        of
          .selectFrom('documents')
          .select('documents.id')
          .whereRef('documents.case_id', '=', 'cases.id')
          .limit(onThePage),
      ).as('documents'),
    ]);
}

/** One line of a timeline. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly code: keyof Facts;
  readonly sentence: string;
  readonly actId: string;
  /** Who acted, for the desk; null for families and where the program acted. */
  readonly by: string | null;
  /** From where it was done. */
  readonly seat: Row<'acts'>['by'];
  /** The part in the case, the certificate or the letter that it is about, for the desk: with two right-holders a sentence alone does not say whose. */
  readonly about: string | null;
}

/** Lists what happened in a case, newest first, in sentences for an audience; what it is never told is left out. `before` is the last `seq` already shown. */
export async function listTimeline(
  tx: Tx,
  caseId: string,
  audience: Audience,
  { before, limit = 200 }: { readonly before?: number; readonly limit?: number } = {},
): Promise<TimelineEntry[]> {
  const rows = await tx
    .selectFrom('facts')
    .leftJoin('acts', 'acts.id', 'facts.act_id')
    .leftJoin('accounts', 'accounts.id', 'acts.account_id')
    .select(['facts.seq', 'facts.at', 'facts.code', 'facts.data', 'facts.act_id as actId', 'accounts.name as by'])
    .select('acts.by as seat')
    .where('facts.case_id', '=', caseId)
    .$if(before !== undefined, (earlier) => earlier.where('facts.seq', '<', before as number))
    .orderBy('facts.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ data, by, seat, ...row }) => {
    const code = row.code as keyof Facts;
    const sentence = say(code, data, audience);
    if (sentence === null) return [];
    const forTheDesk = audience === 'desk' ? { by, about: aboutIn(data) } : { by: null, about: null };
    return [{ ...row, code, sentence, seat: seat ?? 'system', ...forTheDesk }];
  });
}

function aboutIn(data: unknown): string | null {
  const { participation, certificate, letter } = data as Readonly<Record<string, unknown>>;
  const about = participation ?? certificate ?? letter;
  return typeof about === 'string' ? about : null;
}

/** The door wrote the data with its code, so the sentence that belongs to the code can say it. */
function say(code: keyof Facts, data: unknown, audience: Audience): string | null {
  const speak = sentences[code][audience] as ((data: unknown) => string) | null;
  return speak === null ? null : speak(data);
}
