// What the desk does with an answer that came through the form: accept it into the case by the case's own commands, or set it aside.
import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import { changeDetails, type JoinRefusal } from '../people/commands.ts';
import { addPermission } from '../people/commands-permission.ts';
import type { Capacity, NewPoint } from '../people/person.ts';
import { addPoint, getParticipation, listPoints } from '../people/store.ts';
import { reading, type Program } from '../program.ts';
import { changeAuthority, changeChild, changeDecision } from '../referrals/commands-change.ts';
import type { Decision } from '../referrals/contact.ts';
import type { ChildRefusal, DecisionRefusal } from '../referrals/rules.ts';
import { decisionOf, getDecision } from '../referrals/store.ts';
import type { Staff } from '../sign-in/who.ts';
import type { Offers } from './offers.ts';
import { getOffer, type StoredOffer } from './offer-store.ts';

export type SettleRefusal = DecisionRefusal | ChildRefusal | JoinRefusal | 'no-such-authority' | 'settled-already';

export interface Settling {
  readonly actId: string;
  readonly caseId: string;
  readonly offerId: string;
  /** True accepts it; false sets it aside. */
  readonly take: boolean;
  /** Whoever accepts it looked at the letter beside it, and the letter says so. Only for the decision. */
  readonly letterSeen?: boolean;
}

/**
 * Accepts an answer into the case, or sets it aside. What it changes it changes by the same commands as if the adviser had typed it, so
 * their refusals apply; texts become notes and ways to reach somebody are added, never replaced. Throws NotFound.
 */
export async function settleOffer(
  program: Program,
  who: Staff,
  { actId, caseId, offerId, take, letterSeen = false }: Settling,
): Promise<Done | Refused<SettleRefusal>> {
  const offer = await reading(program, who, (tx) => getOffer(tx, caseId, offerId));
  // Changed first: it is quiet when nothing differs, so a press that was cut short can be pressed again.
  if (take && offer.settledAt === null) {
    const refused = await change(program, who, { caseId, letterSeen }, offer);
    if (refused) return refused;
  }
  const passage = { actId, command: 'settleOffer', who, caseId };
  return throughTheDoor<'settled-already'>(program, passage, async (inside) => {
    const { tx, now } = inside;
    const settled = await tx
      .updateTable('offered_answers')
      .set({
        settled_at: now.toString(),
        settled_by: who.accountId,
        taken: take,
        // What is in the case now is not kept twice.
        ...(take ? { said: JSON.stringify({}) } : {}),
      })
      .where('id', '=', offerId)
      .where('settled_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!settled) return { refused: 'settled-already' };
    const added = take ? await add(inside, who, caseId, offer) : [];
    return {
      facts: [
        { code: take ? 'answer-accepted' : 'answer-set-aside', data: { about: offer.about }, readers: [] },
        ...added,
      ],
    };
  });
}

/** Runs the case's own command for what the answer changes; gives its refusal, or null. */
async function change(
  program: Program,
  who: Staff,
  { caseId, letterSeen }: { caseId: string; letterSeen: boolean },
  offer: StoredOffer,
): Promise<Refused<SettleRefusal> | null> {
  const ofCase = { actId: newId(program.clock.now()), caseId };
  const refusalOf = <R extends SettleRefusal>(done: object | Refused<R>) => ('refused' in done ? done : null);
  switch (offer.about) {
    case 'decision': {
      const before = await reading(program, who, (tx) => getDecision(tx, caseId));
      const { health } = offer.said;
      const decision = withAnswers(decisionOf(before), offer.said, letterSeen);
      return refusalOf(await changeDecision(program, who, { ...ofCase, decision, ...(health && { health }) }));
    }
    case 'child': {
      const row = await reading(program, who, (tx) =>
        tx.selectFrom('children').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow(),
      );
      const { firstNames = row.first_names, lastName = row.last_name, born = row.born } = offer.said;
      const child = {
        firstNames,
        lastName,
        born: born === null ? null : Temporal.PlainDate.from(born),
        knownAs: row.known_as,
        school: row.school,
        authorityReference: row.authority_reference,
      };
      return refusalOf(await changeChild(program, who, { ...ofCase, child }));
    }
    case 'authority': {
      const authorityId = await findCouncil(program, who, offer.said.name);
      if (!authorityId) return { refused: 'no-such-authority' };
      return refusalOf(await changeAuthority(program, who, { ...ofCase, authorityId }));
    }
    case 'person': {
      const { capacity, formats, language, needs } = offer.said;
      const details = { capacity: capacity as Capacity | undefined, formats, language, needs };
      return refusalOf(
        await changeDetails(program, who, { ...ofCase, participationId: offer.participationId, ...details }),
      );
    }
    case 'holder': {
      const participationId = await reading(program, who, (tx) => holderOf(tx, caseId));
      return refusalOf(await changeDetails(program, who, { ...ofCase, participationId, ...offer.said }));
    }
    default:
      return null;
  }
}

function withAnswers(before: Decision, { kind, sections, dated }: Offers['decision'], letterSeen: boolean): Decision {
  const decided = (kind as Decision['kind'] | undefined) ?? before.kind;
  const hasPlan = decided !== 'refuse-to-assess' && decided !== 'refuse-to-issue';
  return {
    ...before,
    kind: decided,
    sections: hasPlan ? ((sections as Decision['sections'] | undefined) ?? before.sections) : [],
    dated: dated ? Temporal.PlainDate.from(dated) : before.dated,
    letterSeen: letterSeen || before.letterSeen,
  };
}

/** Finds the council of that name, however it is capitalised, with or without "council"; null when there is none or more than one. */
async function findCouncil(program: Program, who: Staff, name: string): Promise<string | null> {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/\b(city|county|borough|metropolitan|district|council|of|the)\b/g, ' ')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const councils = await reading(program, who, (tx) =>
    tx
      .selectFrom('bodies')
      .select(['id', 'name'])
      .where('service_id', '=', who.serviceId)
      .where('kind', '=', 'authority')
      .limit(500)
      .execute(),
  );
  const same = councils.filter((council) => bare(council.name) === bare(name));
  return same.length === 1 ? same[0]!.id : null;
}

async function holderOf(tx: Inside['tx'], caseId: string): Promise<string> {
  const { id } = await tx
    .selectFrom('participations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('right_holder', '=', true)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds what an answer brings besides: a note, ways to reach somebody, a permission. */
async function add(inside: Inside, who: Staff, caseId: string, offer: StoredOffer): Promise<Fact<Facts>[]> {
  const { participationId } = offer;
  const note = async (kind: 'note' | 'safe-contact', body: string): Promise<Fact<Facts>[]> => {
    await inside.tx
      .insertInto('words')
      .values({
        id: newId(inside.now),
        service_id: who.serviceId,
        case_id: caseId,
        participation_id: participationId,
        kind,
        body,
        written_by: who.accountId,
        written_at: inside.now.toString(),
      })
      .execute();
    return [];
  };
  switch (offer.about) {
    case 'issues':
      return note('note', `In their own words, through the form:\n${offer.said.text}`);
    case 'wishes':
      return note('note', `What they would like to happen, through the form:\n${offer.said.text}`);
    case 'letter':
      return note('note', `The letter: ${offer.said.how}.`);
    case 'safe-contact':
      return note('safe-contact', offer.said.text);
    case 'reach':
      return addPoints(inside, who, caseId, offer);
    case 'permission': {
      const { given, wording } = offer.said;
      const holder = await holderOf(inside.tx, caseId);
      const wanted = { what: 'speak-to-supporter', given, wording, forWhom: participationId, channel: 'web' } as const;
      const permission = await addPermission(inside, who, caseId, holder, wanted);
      const code = given ? 'permission-given' : 'permission-withdrawn';
      return [{ code, data: { participation: holder, permission }, readers: [holder] }];
    }
    default:
      return [];
  }
}

/** Adds ways to reach somebody beside those there are. Whether a message there is safe is for the adviser to ask. */
async function addPoints(
  inside: Inside,
  who: Staff,
  caseId: string,
  { said, participationId }: Extract<StoredOffer, { about: 'reach' }>,
): Promise<Fact<Facts>[]> {
  const part = await getParticipation(inside.tx, caseId, participationId);
  const known = await listPoints(inside.tx, part.person_id);
  const lines = (said.post ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const points: NewPoint[] = [
    ...(said.telephone ? [{ kind: 'telephone', value: said.telephone, messageSafe: false } as const] : []),
    ...(said.email ? [{ kind: 'email', value: said.email, messageSafe: false } as const] : []),
    ...(lines.length > 0
      ? [{ kind: 'post', value: lines.join(', '), postalLines: lines, messageSafe: false } as const]
      : []),
  ];
  const fresh = points.filter(
    (point) => !known.some(({ kind, value }) => kind === point.kind && value === point.value),
  );
  for (const point of fresh) await addPoint(inside, who.serviceId, part.person_id, point);
  return fresh.map(({ kind }) => ({
    code: 'contact-point-changed',
    data: { participation: participationId, kind, heldUntil: null },
    readers: [participationId],
  }));
}
