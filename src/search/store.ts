// Finds cases by what somebody typed: first the words themselves, then longer ones, then misspelt ones. The database's two search
// functions name cases of the reader's own desk; what is shown of them is then read under the wall like everything else.
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Row } from '../../database/tables.ts';
import { findCaseByReference } from '../cases/store.ts';
import { readCertificateNumber } from '../certificates/number.ts';
import type { Tx } from '../program.ts';
import { slipsBetween, slipsForgiven } from './near.ts';

/** Cases shown for one search. Whoever sees so many types another word. */
export const mostFound = 20;
/** With fewer finds than this for one word, words that are spelt nearly so are looked for too; for several words only with none. */
const fewFound = 5;

export type MatchKind = Row<'search_words'>['kind'] | 'reference' | 'certificate';

/** One reason why a case was found. */
export interface Match {
  readonly kind: MatchKind;
  /** The person whose word it is; the case itself for what is said of the child. */
  readonly sourceId: string;
  /** The word as we have it, when it is only spelt nearly as typed. */
  readonly near: string | null;
}

export type Found = Awaited<ReturnType<typeof listCasesById>>[number] & { readonly matches: readonly Match[] };

export interface Finds {
  readonly cases: readonly Found[];
  /** There are more than are shown; how many is never counted. */
  readonly more: boolean;
}

/** A known word that a part of what was typed may mean. */
interface Candidate {
  readonly part: number;
  readonly typed: string;
  readonly word_id: number;
  readonly word: string;
  readonly how: 'same' | 'begins' | 'near';
}

/** Finds up to 20 cases in which everything typed is met, closest spelling first and then the newest. Only 200 characters are looked at; nothing typed is kept. */
export async function findCases(tx: Tx, typed: string): Promise<Finds> {
  const found = await caseNamed(tx, typed);
  const { parts, candidates } = await listCandidates(tx, typed, false);
  const words = candidates.filter(({ part }) => part > 0);
  const same = words.filter(({ how }) => how === 'same');
  const take = async (from: readonly Candidate[], all: number): Promise<void> => {
    if (found.size > mostFound || new Set(from.map(({ part }) => part)).size < all || from.length === 0) return;
    for (const [id, matches] of await listMatches(tx, from)) if (!found.has(id)) found.set(id, matches);
  };
  await take(
    candidates.filter(({ part }) => part === 0),
    1,
  );
  await take(same, parts);
  if (words.length > same.length) await take(words, parts);
  if (found.size < (parts > 1 ? 1 : fewFound)) {
    const near = nearest((await listCandidates(tx, typed, true)).candidates, parts);
    if (near.length > 0) await take([...words, ...near], parts);
  }
  const cases = await listCasesById(tx, [...found.keys()].slice(0, mostFound));
  const byId = new Map(cases.map((row) => [row.id, row]));
  return {
    cases: [...found].flatMap(([id, matches]) => {
      const row = byId.get(id);
      return row ? [{ ...row, matches }] : [];
    }),
    more: found.size > mostFound,
  };
}

/**
 * The words that are spelt nearly enough, the nearest first. Where one word was typed, as many as fill a page: each is in a case. Where
 * several were, all of them, because a case must meet every one.
 */
function nearest(candidates: readonly Candidate[], parts: number): Candidate[] {
  const near = candidates
    .map((of) => ({ of, slips: slipsBetween(of.typed, of.word, slipsForgiven(of.typed)) }))
    .filter(({ of, slips }) => slips <= slipsForgiven(of.typed))
    .toSorted((one, other) => one.slips - other.slips)
    .map(({ of }) => of);
  return parts > 1 ? near : near.slice(0, mostFound + fewFound);
}

/** The case whose reference, or one of whose certificates' numbers, was typed. */
async function caseNamed(tx: Tx, typed: string): Promise<Map<string, readonly Match[]>> {
  const byReference = await findCaseByReference(tx, typed.slice(0, 40));
  if (byReference) return new Map([[byReference.id, [{ kind: 'reference', sourceId: byReference.id, near: null }]]]);
  const number = readCertificateNumber(typed.slice(0, 40));
  if (number === null) return new Map();
  const certificate = await tx
    .selectFrom('certificates')
    .select(['id', 'case_id'])
    .where('number', '=', number)
    .executeTakeFirst();
  return new Map(
    certificate ? [[certificate.case_id, [{ kind: 'certificate', sourceId: certificate.id, near: null }]]] : [],
  );
}

async function listCandidates(
  tx: Tx,
  typed: string,
  near: boolean,
): Promise<{ readonly parts: number; readonly candidates: readonly Candidate[] }> {
  const { rows } = await sql<
    Candidate | { part: number; word_id: null }
  >`select * from search_candidates(${typed}, ${near})`.execute(tx);
  return {
    parts: new Set(rows.filter(({ part }) => part > 0).map(({ part }) => part)).size,
    candidates: rows.filter((row): row is Candidate => row.word_id !== null),
  };
}

async function listMatches(tx: Tx, from: readonly Candidate[]): Promise<ReadonlyMap<string, readonly Match[]>> {
  const byWord = new Map(from.map((one) => [one.word_id, one]));
  const { rows } = await sql<{ case_id: string; word_id: number; kind: MatchKind; source_id: string }>`
    select * from search_cases(${from.map(({ part }) => part)}::int[], ${from.map(({ word_id: id }) => id)}::int[], ${mostFound + 1})`.execute(
    tx,
  );
  // Fewer misspelt words first; what is equally near stays newest first.
  const nearness = (matches: typeof rows): number =>
    matches.filter(({ word_id: id }) => byWord.get(id)?.how === 'near').length / matches.length;
  return new Map(
    [...Map.groupBy(rows, ({ case_id: id }) => id)]
      .toSorted(([a, ofA], [b, ofB]) => nearness(ofA) - nearness(ofB) || (a < b ? 1 : -1))
      .map(([id, matches]) => [
        id,
        matches.map(({ kind, source_id: sourceId, word_id: wordId }) => {
          const candidate = byWord.get(wordId);
          return { kind, sourceId, near: candidate?.how === 'near' ? candidate.word : null };
        }),
      ]),
  );
}

async function listCasesById(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('cases')
    .innerJoin('children', 'children.case_id', 'cases.id')
    .select(['cases.id', 'cases.reference', 'cases.stage', 'cases.contact_on', 'cases.closed_at'])
    .select(['children.first_names', 'children.last_name', 'children.known_as'])
    .select(['children.school', 'children.authority_reference'])
    .select((of) =>
      jsonArrayFrom(
        of
          .selectFrom('participations as part')
          .innerJoin('people', 'people.id', 'part.person_id')
          .select(['part.person_id', 'part.capacity', 'part.until_at'])
          .select(['people.first_names', 'people.last_name', 'people.known_as'])
          .whereRef('part.case_id', '=', 'cases.id')
          .orderBy('part.right_holder', 'desc')
          .orderBy('part.from_at')
          .orderBy('part.id')
          .limit(20),
      ).as('people'),
    )
    .where(sql<boolean>`cases.id = any(${ids}::uuid[])`)
    .execute();
}
