// What a page about a case works from: its rows as read, and for each right-holder the law's own clocks and whether a certificate may be issued. Pure but for the reading.
import { Temporal } from 'temporal-polyfill';
import { coreIsComplete, type SaidCode } from '../../advice/script.ts';
import { whatCounts } from '../../advice/what-counts.ts';
import { getAdviser, type Adviser } from '../../certificates/matter.ts';
import { mayIssue, type MayIssue, type Standing } from '../../certificates/rules.ts';
import type { Limb } from '../../certificates/documents/data.ts';
import { caseFactsFor } from '../../deadlines/case-facts.ts';
import type { Known } from '../../deadlines/known.ts';
import { caseDates } from '../../law/case-dates.ts';
import type { CaseFacts } from '../../law/case-facts.ts';
import type { Clock } from '../../law/clock.ts';
import type { Section } from '../../law/decisions.ts';
import { checkContact } from '../../law/late-contact.ts';
import type { Law } from '../../law/versions.ts';
import type { Settings } from '../../office/service.ts';
import { hasPassed } from '../../people/party.ts';
import type { Tx, WebProgram } from '../../program.ts';
import type { Staff } from '../../sign-in/who.ts';
import { getCasePageByReference, type CasePage, type PersonOnPage } from '../store.ts';
import { calledBy } from './words.ts';

/** A right-holder of a case: what they said, and what the law makes of it. Two of them are two views, never one. */
export interface HolderView {
  readonly person: PersonOnPage;
  readonly participationId: string;
  /** The name they are called by. */
  readonly called: string;
  readonly facts: CaseFacts;
  readonly clocks: readonly Clock[];
  /** What they said last about each, of what counts. */
  readonly appeal: CasePage['wishes'][number] | null;
  readonly mediation: CasePage['wishes'][number] | null;
  readonly isInformed: boolean;
  /** Something was recorded that counts no longer, because a certificate was withdrawn for it. */
  readonly isOwedAgain: boolean;
  readonly toldOn: string | null;
  /** Certificates for the decision that stands and are not withdrawn. */
  readonly certificates: readonly CasePage['certificates'][number][];
  readonly mayIssue: (limb: Limb) => MayIssue;
  /** Contact came after the two months: what a manager decides about the certificate, where the service leaves it to one (reg 33). */
  readonly lateDecision: 'awaited' | 'issue' | 'do-not-issue' | null;
}

export interface CaseView {
  readonly page: CasePage;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
  readonly who: Staff;
  readonly decision: CasePage['decisions'][number] | null;
  readonly holders: readonly HolderView[];
}

const dayOf = (iso: string | null | undefined): Temporal.PlainDate | null =>
  iso ? Temporal.PlainDate.from(iso) : null;

/** Reads a case by its reference for somebody at the desk. Two queries, sent together. Throws NotFound. */
export async function readCaseView(
  tx: Tx,
  program: Pick<WebProgram, 'clock' | 'law' | 'service'>,
  who: Staff,
  reference: string,
): Promise<CaseView> {
  const [page, adviser] = await Promise.all([getCasePageByReference(tx, reference), getAdviser(tx, who.accountId)]);
  return viewOf(page, {
    who,
    adviser,
    settings: program.service().settings,
    now: program.clock.now(),
    today: program.clock.today(),
    law: program.law(),
  });
}

interface Seen {
  readonly who: Staff;
  readonly adviser: Adviser;
  readonly settings: Settings;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
}

/** Works out a case's view from its rows. */
export function viewOf(page: CasePage, seen: Seen): CaseView {
  const decision = page.decisions.find(({ superseded_at: over }) => over === null) ?? null;
  const known = knownOf(page, decision);
  const holders = page.people
    .filter(({ right_holder: holds }) => holds)
    .map((person) => holderView(page, known, decision, person, seen));
  return { page, decision, holders, now: seen.now, today: seen.today, law: seen.law, who: seen.who };
}

/** The rows of the page as the law's sums ask for them. */
function knownOf(page: CasePage, decision: CaseView['decision']): Known {
  return {
    id: page.id,
    service_id: page.service_id,
    stage: page.stage,
    contact_on: page.contact_on,
    two_months_end: page.two_months_end,
    health_scope: page.health_scope,
    owner_account_id: page.owner_account_id,
    decision,
    born: page.child?.born ?? null,
    right_holders: page.people
      .filter(({ right_holder: holds }) => holds)
      .map(({ participation_id: id, person_id, capacity, from_at: from }) => ({
        id,
        person_id,
        capacity,
        joined_later: Temporal.Instant.compare(from, page.opened_at) > 0,
      })),
    contacts: page.contacts,
    wishes: page.wishes,
    information: page.information,
    milestones: page.milestones,
    certificates: page.certificates
      .filter(({ state }) => state === 'issued')
      .toSorted((a, b) => (a.dated < b.dated ? -1 : 1)),
    withdrawn: page.certificates
      .filter(({ state, issued_at: at }) => state === 'withdrawn' && at !== null)
      .map(({ participation_id, issued_at, withdrawn_why: why }) => ({ participation_id, issued_at, why })),
    late_decisions: page.late_decisions.toReversed(), // The page reads the latest first.
    clocks: [],
  };
}

function holderView(
  page: CasePage,
  known: Known,
  decision: CaseView['decision'],
  person: PersonOnPage,
  seen: Seen,
): HolderView {
  const { settings, today, law } = seen;
  const { participation_id: participationId, person_id: personId } = person;
  const facts = caseFactsFor(
    known,
    { id: participationId, person_id: personId, capacity: person.capacity },
    settings,
    today,
  );
  const mine = <T extends { readonly participation_id: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ participation_id: of }) => of === participationId);
  const recorded = { information: mine(page.information), wishes: mine(page.wishes) };
  const { information, wishes } = whatCounts(recorded, mine(known.withdrawn));
  const certificates = page.certificates.filter(
    ({ participation_id: of, decision_id: about, state }) =>
      of === participationId && about === decision?.id && state !== 'withdrawn',
  );
  const holder = {
    person,
    participationId,
    called: calledBy(person),
    facts,
    clocks: caseDates(facts, law),
    appeal: wishes.findLast(({ about }) => about === 'appeal') ?? null,
    mediation: wishes.findLast(({ about }) => about === 'mediation') ?? null,
    isInformed: information.length > 0,
    isOwedAgain: information.length < recorded.information.length || wishes.length < recorded.wishes.length,
    toldOn: facts.authorityToldOn?.toString() ?? facts.familyToldAuthorityOn?.toString() ?? null,
    certificates,
  };
  const standing = (limb: Limb): Standing =>
    standingFor(page, decision, holder, information[0]?.said ?? [], seen, limb);
  const { contactOn, contactBy, latePolicy, managerSaysIssue } = standing('information');
  const isLate = contactBy !== null && Temporal.PlainDate.compare(contactOn, contactBy) > 0;
  return {
    ...holder,
    mayIssue: (limb) => mayIssue(standing(limb)),
    lateDecision: isLate && latePolicy === 'manager-decides' ? decided(managerSaysIssue) : null,
  };
}

function decided(managerSaysIssue: boolean | null): HolderView['lateDecision'] {
  if (managerSaysIssue === null) return 'awaited';
  return managerSaysIssue ? 'issue' : 'do-not-issue';
}

/** The same standing that issuing works out from its own reading, from the rows of the page. */
function standingFor(
  page: CasePage,
  decision: CaseView['decision'],
  holder: Omit<HolderView, 'mayIssue' | 'lateDecision'>,
  said: readonly string[],
  { adviser, settings, today, law }: Seen,
  limb: Limb,
): Standing {
  const { facts, participationId } = holder;
  const contactOn = facts.contactOn ?? today; // Nothing was heard from them yet: their contact would be today's.
  const notice = { datedOn: dayOf(decision?.dated), sentOn: dayOf(decision?.sent) };
  return {
    today,
    limb,
    adviser: {
      isAdviser: adviser.roles.includes('adviser'),
      isManager: adviser.roles.includes('manager'),
      independent: adviser.independent,
      from: Temporal.PlainDate.from(adviser.from),
      until: dayOf(adviser.until),
    },
    appellantHoldsTheRight: true,
    authorityKnown: page.authority_id !== null,
    decision: decision && {
      kind: decision.kind,
      sections: decision.sections as Section[],
      dated: notice.datedOn,
      sent: notice.sentOn,
      letterSeen: decision.letter_seen,
    },
    birthDateKnown: !!page.child?.born,
    rightHasPassed: hasPassed(dayOf(page.child?.born), holder.person.capacity, today),
    informationGivenOn: facts.informationGivenOn,
    scriptFinished: coreIsComplete(said as SaidCode[]),
    mediation: holder.mediation && {
      answer: holder.mediation.answer,
      on: Temporal.PlainDate.from(holder.mediation.said_on),
    },
    appeal: holder.appeal?.answer ?? null,
    contactOn,
    contactBy:
      notice.datedOn || notice.sentOn
        ? checkContact({ ...notice, contactOn, policy: settings.lateContact }, law).lastDay
        : null,
    latePolicy: settings.lateContact,
    managerSaysIssue:
      page.late_decisions.find(
        ({ participation_id: of, decision_id: about }) => of === participationId && about === decision?.id,
      )?.issue ?? null,
    concludedOn: facts.concludedOn,
    authorityNoticeOn: facts.unableNoticeOn,
    lapseConfirmedOn: dayOf(page.milestones.findLast(({ kind }) => kind === 'lapse-confirmed')?.on_day),
    existing: holder.certificates.map(({ id, state, limb: kind }) => ({
      id,
      state: state as 'prepared' | 'issued',
      limb: kind,
    })),
  };
}
