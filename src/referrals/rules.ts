// Decides whether a contact, a child or a decision can be kept as said, and what the adviser should be warned of. Pure; days come in.
import { Temporal } from 'temporal-polyfill';
import { londonDay } from '../kit/clock.ts';
import { checkContact, type LateContactPolicy } from '../law/late-contact.ts';
import type { Law } from '../law/versions.ts';
import { latestAppealDay } from '../law/right-passes.ts';
import { comesOfAgeBetween, rightsHolderOn, youngPersonFrom } from '../law/young-person.ts';
import { fullName, holdsTheirOwn, type Capacity } from '../people/person.ts';
import { longestName, longestWords, refusalOfParticipant, refusalOfText, type PersonRefusal } from '../people/rules.ts';
import type { Child, Decision, NewContact } from './contact.ts';
import { roadOf } from './road.ts';

export type DecisionRefusal =
  | 'letter-after-contact'
  | 'sent-after-contact'
  | 'received-in-the-future'
  | 'received-before-dated'
  | 'sections-not-of-this-decision';
export type ChildRefusal = 'birth-date-in-the-future' | 'birth-date-makes-26' | 'text-unwritable' | 'text-too-long';
export type ContactRefusal =
  DecisionRefusal | ChildRefusal | PersonRefusal | 'contact-in-the-future' | 'nobody-to-reach' | 'no-such-authority';

/** From this birthday nobody can have a right under the Act, whatever else is true: a plan may last to the end of the year in which its holder turns 25 (s.46). */
const ageWithNoRight = 26;
/** A letter dated longer ago than this is most likely a slip of the year. */
const longAgo = { months: 11 };

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/** Lists everything that stops a decision from being kept, for a contact on `contactOn`. A letter after it is a new decision, so a new contact. */
export function refusalsOfDecision(
  { kind, sections, dated, sent, received }: Decision,
  { contactOn, today }: { readonly contactOn: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): readonly DecisionRefusal[] {
  const noPlan = kind === 'refuse-to-assess' || kind === 'refuse-to-issue';
  return [
    ...(dated && before(contactOn, dated) ? (['letter-after-contact'] as const) : []),
    ...(sent && before(contactOn, sent) ? (['sent-after-contact'] as const) : []),
    ...(received && before(today, received) ? (['received-in-the-future'] as const) : []),
    ...(received && ((dated && before(received, dated)) || (sent && before(received, sent)))
      ? (['received-before-dated'] as const)
      : []),
    ...(noPlan && sections.length > 0 ? (['sections-not-of-this-decision'] as const) : []),
  ];
}

/** Lists everything that stops a child's details from being kept. */
export function refusalsOfChild(
  { firstNames, lastName, knownAs, born, school, authorityReference }: Child,
  { contactOn, today }: { readonly contactOn: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): readonly ChildRefusal[] {
  const texts = [firstNames, lastName, knownAs, school, authorityReference].map((text) =>
    refusalOfText(text, longestName),
  );
  return [
    ...(born && before(today, born) ? (['birth-date-in-the-future'] as const) : []),
    ...(born && !before(contactOn, born.add({ years: ageWithNoRight })) ? (['birth-date-makes-26'] as const) : []),
    ...texts.filter((refusal) => refusal !== null),
  ];
}

/** Lists everything that stops a contact from being kept, in the order of the form. Whether the authority exists is asked of the database. */
export function refusalsOfContact(
  contact: NewContact,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): readonly ContactRefusal[] {
  const { reachedAt, evidence, rightHolder, caller, child, decision } = contact;
  const contactOn = londonDay(reachedAt);
  const days = { contactOn, today };
  const reachable = [rightHolder, caller, child].some(
    (person) => person && (fullName(person) !== '' || ('points' in person && (person.points ?? []).length > 0)),
  );
  const people = [rightHolder, ...(caller ? [caller] : [])];
  return [
    ...(Temporal.Instant.compare(reachedAt, now) > 0 ? (['contact-in-the-future'] as const) : []),
    ...(reachable ? [] : (['nobody-to-reach'] as const)),
    ...people.map(refusalOfParticipant).filter((refusal) => refusal !== null),
    ...(child ? refusalsOfChild(child, days) : []),
    ...(decision ? refusalsOfDecision(decision, days) : []),
    ...[refusalOfText(evidence, longestWords)].filter((refusal) => refusal !== null),
  ];
}

export type WarningCode =
  | 'dated-and-sent-differ'
  | 'letter-not-seen'
  | 'letter-date-missing'
  | 'letter-long-ago'
  | 'late-contact'
  | 'young-person-holds-the-right'
  | 'not-yet-a-young-person'
  | 'becomes-a-young-person'
  | 'right-ended-at-25'
  | 'carer-holds-the-right'
  | 'corporate-parent'
  | 'birth-date-missing'
  | 'placement-only'
  | 'authority-missing'
  | 'no-contract-with-authority'
  | 'same-child-open'
  | 'certificate-already-issued';

/** Something the adviser should know. Nothing here ever stops anything (LAW: gates warn and are recorded, never block). */
export interface Warning {
  readonly code: WarningCode;
  /** The day the warning is about: the last day for contact, or the day the right passes. */
  readonly on?: Temporal.PlainDate;
  /** References of other cases; for people at the desk only. */
  readonly references?: readonly string[];
}

/** What is known of a case, for its warnings. */
export interface KnownOfCase {
  readonly contactOn: Temporal.PlainDate;
  readonly decision: Decision;
  readonly health: boolean;
  readonly born: Temporal.PlainDate | null;
  readonly holder: Capacity;
  readonly authorityKnown: boolean;
}

/**
 * Lists the warnings that follow from what is known, most urgent first: late contact (reg 33), who holds the right now or soon
 * (s.83(2)), Section I only (s.55(2)), and what is missing from or odd about the letter. Throws HolidaysNotLoaded.
 */
export function warningsOf(
  known: KnownOfCase,
  law: Law,
  policy: LateContactPolicy = 'manager-decides',
): readonly Warning[] {
  return [
    ...lateness(known, law, policy),
    ...holders(known, law),
    ...inAParentsPlace(known),
    ...placement(known),
    ...letter(known),
    ...gaps(known),
  ];
}

function lateness({ contactOn, decision }: KnownOfCase, law: Law, policy: LateContactPolicy): readonly Warning[] {
  const { dated, sent } = decision;
  if (!dated && !sent) return [];
  const { inTime, lastDay } = checkContact({ datedOn: dated, sentOn: sent, contactOn, policy }, law);
  return inTime ? [] : [{ code: 'late-contact', on: lastDay }];
}

function holders({ born, contactOn, holder, decision, health }: KnownOfCase, law: Law): readonly Warning[] {
  if (!born) return [];
  const { rightsHolderFrom, underTwentyFiveUntil } = youngPersonFrom(born);
  const now = rightsHolderOn(born, contactOn);
  if (now === 'nobody-over-25') return [{ code: 'right-ended-at-25', on: underTwentyFiveUntil }];
  const actsAlone = holdsTheirOwn(holder);
  if (now === 'young-person') return actsAlone ? [] : [{ code: 'young-person-holds-the-right', on: rightsHolderFrom }];
  if (actsAlone) return [{ code: 'not-yet-a-young-person', on: rightsHolderFrom }];
  const ahead = {
    contactOn,
    decision: { datedOn: decision.dated, sentOn: decision.sent },
    placementOnly: roadOf(decision, health).road === 'placement-only',
  };
  return comesOfAgeBetween(born, contactOn, latestAppealDay(ahead, law))
    ? [{ code: 'becomes-a-young-person', on: rightsHolderFrom }]
    : [];
}

/** Whoever cares for a child is a parent in law (Education Act 1996 s.576), and beside them others may hold the right as well. */
function inAParentsPlace({ holder }: KnownOfCase): readonly Warning[] {
  if (holder === 'corporate-parent') return [{ code: 'corporate-parent' }];
  return holder === 'carer' ? [{ code: 'carer-holds-the-right' }] : [];
}

function placement({ decision, health }: KnownOfCase): readonly Warning[] {
  return roadOf(decision, health).road === 'placement-only' ? [{ code: 'placement-only' }] : [];
}

function letter({ decision: { dated, sent, letterSeen }, contactOn }: KnownOfCase): readonly Warning[] {
  return [
    ...(dated && sent && !dated.equals(sent) ? [{ code: 'dated-and-sent-differ' } as const] : []),
    ...(dated && before(dated, contactOn.subtract(longAgo)) ? [{ code: 'letter-long-ago' } as const] : []),
    ...(letterSeen ? [] : [{ code: 'letter-not-seen' } as const]),
  ];
}

function gaps({ decision, born, authorityKnown }: KnownOfCase): readonly Warning[] {
  return [
    ...(decision.dated ? [] : [{ code: 'letter-date-missing' } as const]),
    ...(born ? [] : [{ code: 'birth-date-missing' } as const]),
    ...(authorityKnown ? [] : [{ code: 'authority-missing' } as const]),
  ];
}
