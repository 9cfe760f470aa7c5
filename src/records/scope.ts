// Works out whose rows a request means: everybody in a case, or one person in all their cases. The caller reads as `retention`.
import type { Tx } from '../program.ts';
import type { Scope } from './reach.ts';

/** Everything of a case, or of the person behind one of its participations. */
export interface Subject {
  readonly caseId: string;
  /** Null for the whole case. */
  readonly participationId: string | null;
}

export interface FoundScope extends Scope {
  /** Every case in which something is reached: all of them must be closed and free of holds before anything is erased. */
  readonly touched: readonly string[];
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

/** Finds the scope of a subject; null when the case has no such participation. */
export async function findScope(tx: Tx, { caseId, participationId }: Subject): Promise<FoundScope | null> {
  const here = await tx
    .selectFrom('participations')
    .select(['id', 'person_id'])
    .where('case_id', '=', caseId)
    .execute();
  if (participationId === null) return scopeOfCase(tx, caseId, here);
  const part = here.find(({ id }) => id === participationId);
  return part ? scopeOfPerson(tx, part.person_id) : null;
}

/** The case, with those of its people who take part in no other. */
async function scopeOfCase(
  tx: Tx,
  caseId: string,
  here: readonly { readonly id: string; readonly person_id: string }[],
): Promise<FoundScope> {
  const people = sorted(here.map((part) => part.person_id));
  const elsewhere = people.length
    ? await tx
        .selectFrom('participations')
        .select('person_id')
        .distinct()
        .where('person_id', 'in', people)
        .where('case_id', '<>', caseId)
        .execute()
    : [];
  const stay = new Set(elsewhere.map((part) => part.person_id));
  return {
    people: people.filter((id) => !stay.has(id)),
    parts: sorted(here.map(({ id }) => id)),
    cases: [caseId],
    open: [caseId],
    touched: [caseId],
  };
}

/** The person in every case of theirs. What is common to a case is theirs alone when nobody else who stays holds the right or may open it. */
async function scopeOfPerson(tx: Tx, personId: string): Promise<FoundScope> {
  const parts = await tx.selectFrom('participations').selectAll().where('person_id', '=', personId).execute();
  const touched = sorted(parts.map((part) => part.case_id));
  const others = await tx
    .selectFrom('participations')
    .innerJoin('people', 'people.id', 'participations.person_id')
    .select('case_id')
    .distinct()
    .where('case_id', 'in', touched)
    .where('person_id', '<>', personId)
    .where('people.erased_at', 'is', null)
    .where((where) => where.or([where('right_holder', '=', true), where('may_open_the_page', '=', true)]))
    .execute();
  const shared = new Set(others.map((part) => part.case_id));
  // A referrer or an officer who was erased leaves the family's rows alone: only who shared a case can be the last to.
  const sharing = parts.filter((part) => part.right_holder || part.may_open_the_page);
  return {
    people: [personId],
    parts: sorted(parts.map(({ id }) => id)),
    cases: sorted(sharing.map((part) => part.case_id).filter((id) => !shared.has(id))),
    open: sorted(parts.filter((part) => part.may_open_the_page && part.until_at === null).map((part) => part.case_id)),
    touched,
  };
}
