// Reads everything that bears on one certificate: one case, one appellant, the decision that stands now.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { listInformation, listWishes, listWithdrawn } from '../advice/store.ts';
import { whatCounts } from '../advice/what-counts.ts';
import { readLetterWords, type LetterWords } from '../correspondence/own-words.ts';
import { londonDay } from '../kit/clock.ts';
import { NotFound } from '../kit/http/problems.ts';
import { readSettings, type Settings } from '../office/service.ts';
import { findFirstContact, listPoints } from '../people/store.ts';
import type { Tx } from '../program.ts';
import type { WithdrawalReason } from './certificate.ts';

/** The rows behind a certificate, as the reader may see them. */
export interface Matter {
  readonly service: Row<'services'> & { readonly letterWords: LetterWords };
  readonly settings: Settings;
  /** Days on which the service is closed, ISO. */
  readonly closureDays: ReadonlySet<string>;
  readonly case: Row<'cases'>;
  readonly authority: Row<'bodies'> | null;
  readonly child: Row<'children'> | null;
  readonly decision: Row<'decisions'> | null;
  readonly participation: Row<'participations'>;
  readonly person: Row<'people'>;
  readonly points: readonly Row<'contact_points'>[];
  /** The day this appellant first reached the service (`firstContactDay`); while nothing was heard from them, the day they joined the case. */
  readonly contactOn: string;
  /** The first time this appellant was given information that counts. */
  readonly information: Row<'information_given'> | null;
  /** What this appellant said last about each, of what counts. */
  readonly wishes: { readonly mediation: Row<'wishes'> | null; readonly appeal: Row<'wishes'> | null };
  /** The latest day of each milestone that is not void. */
  readonly milestones: ReadonlyMap<Row<'milestones'>['kind'], string>;
  /** This appellant's certificates for this decision that are not withdrawn, the first first. */
  readonly certificates: readonly Row<'certificates'>[];
  readonly lateDecision: Row<'late_decisions'> | null;
  readonly signposts: readonly Row<'signposts'>[];
}

/** Somebody named on a certificate as its adviser. */
export interface Adviser {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly independent: boolean;
  readonly from: string;
  readonly until: string | null;
}

/** A certificate that is looked past, as if it had been withdrawn for this reason. */
export type Without = Pick<Row<'certificates'>, 'id' | 'issued_at'> & { readonly why: WithdrawalReason };

/**
 * Reads a matter. `decisionId` names the decision of a certificate that exists; without it the one that stands now. A certificate
 * that was withdrawn because something had not happened takes with it what was recorded of that before it was issued. Throws NotFound.
 */
export async function readMatter(
  tx: Tx,
  {
    caseId,
    participationId,
    decisionId,
    without,
  }: { caseId: string; participationId: string; decisionId?: string; without?: Without },
): Promise<Matter> {
  const of = { case: await getCase(tx, caseId), ...(await getAppellant(tx, caseId, participationId)) };
  const service = await tx
    .selectFrom('services')
    .selectAll()
    .where('id', '=', of.case.service_id)
    .executeTakeFirstOrThrow();
  const decision = await findDecision(tx, caseId, decisionId);
  const withdrawn = await listWithdrawn(tx, participationId);
  const { information, wishes } = whatCounts(
    { information: await listInformation(tx, participationId), wishes: await listWishes(tx, participationId) },
    without ? [...withdrawn, without] : withdrawn,
  );
  return {
    service: { ...service, letterWords: readLetterWords(service.letter_words) },
    settings: readSettings(service.settings),
    closureDays: await listClosureDays(tx, service.id),
    ...of,
    authority: of.case.authority_id ? await findBody(tx, of.case.authority_id) : null,
    child: (await tx.selectFrom('children').selectAll().where('case_id', '=', caseId).executeTakeFirst()) ?? null,
    decision,
    points: await listPoints(tx, of.person.id),
    contactOn:
      (await findFirstContact(tx, of.case, of.participation)) ??
      londonDay(Temporal.Instant.from(of.participation.from_at)).toString(),
    information: information[0] ?? null,
    wishes: {
      mediation: wishes.find(({ about }) => about === 'mediation') ?? null,
      appeal: wishes.find(({ about }) => about === 'appeal') ?? null,
    },
    milestones: await latestMilestones(tx, caseId),
    certificates: decision
      ? (await listCertificatesOf(tx, decision.id, participationId)).filter(({ id }) => id !== without?.id)
      : [],
    lateDecision: decision ? await findLateDecision(tx, decision.id, participationId) : null,
    signposts: await tx
      .selectFrom('signposts')
      .selectAll()
      .where('service_id', '=', service.id)
      .orderBy('position')
      .orderBy('id')
      .limit(50)
      .execute(),
  };
}

/** Gets the person at the desk who is named on a certificate. Throws NotFound. */
export async function getAdviser(tx: Tx, accountId: string): Promise<Adviser> {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('accounts', 'accounts.id', 'staff.account_id')
    .select(['accounts.id', 'accounts.name', 'roles', 'independent', 'from_on', 'until_on'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return {
    accountId: row.id,
    name: row.name ?? '',
    roles: row.roles,
    independent: row.independent,
    from: row.from_on,
    until: row.until_on,
  };
}

async function getCase(tx: Tx, caseId: string): Promise<Row<'cases'>> {
  const row = await tx.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

async function getAppellant(tx: Tx, caseId: string, participationId: string) {
  const participation = await tx
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', participationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!participation) throw new NotFound();
  const person = await tx
    .selectFrom('people')
    .selectAll()
    .where('id', '=', participation.person_id)
    .executeTakeFirstOrThrow();
  return { participation, person };
}

async function findDecision(tx: Tx, caseId: string, decisionId?: string): Promise<Row<'decisions'> | null> {
  const all = tx.selectFrom('decisions').selectAll().where('case_id', '=', caseId);
  const one = decisionId ? all.where('id', '=', decisionId) : all.where('superseded_at', 'is', null);
  return (await one.executeTakeFirst()) ?? null;
}

async function listClosureDays(tx: Tx, serviceId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('closure_days')
    .select('day')
    .where('service_id', '=', serviceId)
    .orderBy('day', 'desc')
    .limit(500)
    .execute();
  return new Set(rows.map(({ day }) => day));
}

async function findBody(tx: Tx, id: string): Promise<Row<'bodies'> | null> {
  return (await tx.selectFrom('bodies').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

async function latestMilestones(tx: Tx, caseId: string): Promise<Matter['milestones']> {
  const rows = await tx
    .selectFrom('milestones')
    .select(['kind', 'on_day'])
    .where('case_id', '=', caseId)
    .where('void_at', 'is', null)
    .orderBy('on_day')
    .limit(200)
    .execute();
  return new Map(rows.map(({ kind, on_day }) => [kind, on_day]));
}

async function listCertificatesOf(tx: Tx, decisionId: string, participationId: string): Promise<Row<'certificates'>[]> {
  return tx
    .selectFrom('certificates')
    .selectAll()
    .where('decision_id', '=', decisionId)
    .where('participation_id', '=', participationId)
    .where('state', '<>', 'withdrawn')
    .orderBy('dated')
    .orderBy('prepared_at')
    .limit(10)
    .execute();
}

async function findLateDecision(tx: Tx, decisionId: string, participationId: string) {
  const row = await tx
    .selectFrom('late_decisions')
    .selectAll()
    .where('decision_id', '=', decisionId)
    .where('participation_id', '=', participationId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
