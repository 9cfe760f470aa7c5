// Turns what is known of a case into what the law asks, for one of its right-holders. Pure.
import { Temporal } from 'temporal-polyfill';
import { whatCounts } from '../advice/what-counts.ts';
import type { CaseFacts } from '../law/case-facts.ts';
import { LIMB_OF } from '../law/certificate.ts';
import { DECISION_KINDS, type KindOrUnknown, type Section } from '../law/decisions.ts';
import type { Settings } from '../office/service.ts';
import { firstContactDay } from '../people/first-contact.ts';
import { holdsTheirOwn } from '../people/person.ts';
import type { KnownFacts } from './known.ts';

type Day = Temporal.PlainDate;
const day = (iso: string | null | undefined): Day | null => (iso ? Temporal.PlainDate.from(iso) : null);

/** Whose facts to give: a right-holder's participation and person, or nobody yet. */
export type Holder = Pick<KnownFacts['right_holders'][number], 'id' | 'person_id' | 'capacity'>;

/** Gives a case's facts as they bear on one right-holder, whose own wishes, information and certificates count. */
export function caseFactsFor(
  known: KnownFacts,
  holder: Holder | null,
  settings: Pick<Settings, 'silentLapse' | 'lateContact'>,
  asOf: Day,
): CaseFacts {
  const mine = <T extends { readonly participation_id: string | null }>(rows: readonly T[]): T[] =>
    rows.filter(({ participation_id: of }) => of === holder?.id);
  const milestone = (kind: KnownFacts['milestones'][number]['kind']): Day | null =>
    day(
      known.milestones.findLast(
        (row) => row.kind === kind && (row.participation_id === null || row.participation_id === holder?.id),
      )?.on_day,
    );
  const counts = whatCounts(
    { information: mine(known.information), wishes: mine(known.wishes) },
    mine(known.withdrawn),
  );
  const meeting = milestone('meeting');
  return {
    decision: decisionOf(known),
    healthScope: known.health_scope,
    contactOn: day(holder ? contactOf(known, holder) : known.contact_on),
    informationGivenOn: day(counts.information[0]?.given_on),
    ...wishOf(counts.wishes),
    childBornOn: holder && !holdsTheirOwn(holder.capacity) ? day(known.born) : null,
    familyToldAuthorityOn: milestone('family-told-authority'),
    authorityToldOn: milestone('authority-told'),
    icbToldOn: milestone('icb-told'),
    unableNoticeOn: milestone('authority-cannot-arrange'),
    meeting: meeting && {
      on: meeting,
      noticeGivenOn: milestone('family-told-of-meeting'),
      shorterNoticeConsented: false,
    },
    concludedOn: milestone('mediation-concluded'),
    agreement: null,
    certificates: mine(known.certificates)
      .filter(({ decision_id: about }) => about === known.decision?.id)
      .map(({ limb, dated }) => ({ limb: limbOf(limb), issuedOn: Temporal.PlainDate.from(dated) })),
    appealRegisteredOn: null,
    settings: { lapse: settings.silentLapse, lateContact: latePolicyFor(known, holder, settings) },
    asOf,
  };
}

/** What is done about this right-holder's late contact: the service's own choice, or what a manager decided where it leaves that to one. */
function latePolicyFor(
  known: KnownFacts,
  holder: Holder | null,
  { lateContact }: Pick<Settings, 'lateContact'>,
): Settings['lateContact'] {
  if (lateContact !== 'manager-decides') return lateContact;
  const decided = known.late_decisions.findLast(
    ({ participation_id: of, decision_id: about }) => of === holder?.id && about === known.decision?.id,
  );
  if (!decided) return lateContact;
  return decided.issue ? 'issue' : 'do-not-issue';
}

function contactOf(known: KnownFacts, { id, person_id: person, capacity }: Holder): string | null {
  return firstContactDay({
    capacity,
    joinedLater: known.right_holders.find((one) => one.id === id)?.joined_later ?? false,
    ownContact: known.contacts.find(({ person_id: by }) => by !== null && by === person)?.reached_on ?? null,
    caseContact: known.contact_on,
    spokeOn: [
      ...known.information.flatMap(({ participation_id: of, given_on: on }) => (of === id ? [on] : [])),
      ...known.wishes.flatMap(({ participation_id: of, said_on: on }) => (of === id ? [on] : [])),
    ],
  });
}

/** The decision, when it is one that the law counts from. A letter's date alone is enough: time runs whether or not we know what the letter says. */
function decisionOf({ decision }: KnownFacts): CaseFacts['decision'] {
  if (!decision) return null;
  const counts =
    (DECISION_KINDS as readonly string[]).includes(decision.kind) ||
    (decision.kind === 'unknown' && (decision.dated ?? decision.sent) !== null);
  if (!counts) return null;
  return {
    kind: decision.kind as KindOrUnknown,
    sections: decision.sections as Section[],
    datedOn: day(decision.dated),
    sentOn: day(decision.sent),
  };
}

/** What was last said about mediation, since when somebody has been thinking, and whether a yes became a no. */
function wishOf(wishes: KnownFacts['wishes']): Pick<CaseFacts, 'wish' | 'changedMindOn'> {
  const said = wishes.filter(({ about }) => about === 'mediation');
  const last = said.at(-1);
  if (!last) return { wish: null, changedMindOn: null };
  const thinking = said.findLast(({ answer }) => answer === 'thinking');
  const wanted = said.some(({ answer }) => answer === 'yes');
  return {
    wish: {
      answer: last.answer as 'yes' | 'no' | 'thinking',
      on: Temporal.PlainDate.from(last.said_on),
      thinkingSince: day(thinking?.said_on),
      chaseOn: day(thinking?.chase_on),
    },
    changedMindOn: wanted && last.answer === 'no' ? Temporal.PlainDate.from(last.said_on) : null,
  };
}

function limbOf(limb: KnownFacts['certificates'][number]['limb']): CaseFacts['certificates'][number]['limb'] {
  if (limb === 'information') return LIMB_OF.declined;
  return limb === 'participation' ? LIMB_OF.concluded : LIMB_OF['authority-unable'];
}
