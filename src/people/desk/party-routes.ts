// The desk's page about who the party is when the right passes to the young person in mid-case.
import { Temporal } from 'temporal-polyfill';
import { caseForm, wrongAt } from '../../cases/desk/case-form.ts';
import type { CaseView } from '../../cases/desk/case-view.ts';
import { saying } from '../../cases/desk/done-words.ts';
import { calledBy, shortIso } from '../../cases/desk/words.ts';
import { deskPaths, deskRoutes } from '../../cases/paths.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Staff, Who } from '../../sign-in/who.ts';
import { hearYoungPerson, recordParty, spokenOf } from '../commands-party.ts';
import { asParents, passesOn, type FormerPart, type Party, type PartyRefusal } from '../party.ts';
import { partyRefusalWords } from '../words.ts';
import { permissions } from './fields.ts';
import { earlySchema, formerField, partySchema, pointsOf } from './party-fields.ts';
import { PartyPage, type PartyMore } from './party-page.tsx';

/** Makes the routes. The page is there only while a parent holds a right that passes. */
export function partyRoutes(program: WebProgram): Route<Who>[] {
  const common = { path: deskRoutes.party, access: 'desk', read: async (_tx: unknown, view: CaseView) => moreOf(view) };
  return caseForm<Record<string, unknown>, PartyMore>(program, {
    ...common,
    schema: ({ more }) =>
      more.hasPassed ? partySchema(more.parents.map(({ participation_id: id }) => id)) : earlySchema,
    page: PartyPage,
    send: async ({ values, view, more, who, actId }) =>
      more.hasPassed
        ? sendParty(program, who, { values, view, more, actId })
        : sendEarly(program, who, { values, view, actId }),
  });
}

function moreOf({ page, today }: CaseView): PartyMore {
  const parents = asParents(page.people);
  const born = page.child?.born ? Temporal.PlainDate.from(page.child.born) : null;
  const from = passesOn({
    born,
    parents: parents.map(({ participation_id: id, capacity }) => ({ id, capacity })),
  });
  if (!from || !page.child) throw new NotFound();
  const young = page.people.find(({ capacity }) => capacity === 'young-person');
  const said = page.wishes.filter(({ participation_id: of }) => of === young?.participation_id);
  return {
    from,
    hasPassed: Temporal.PlainDate.compare(today, from) >= 0,
    parents,
    called: calledBy(page.child),
    heard: said.map(
      ({ about, answer, said_on: on }) =>
        `${shortIso(on)}: ${about === 'appeal' ? 'to appeal' : 'to mediate'}, ${answer === 'unsure' ? 'not sure' : answer}.`,
    ),
  };
}

interface Posted {
  readonly values: Record<string, unknown>;
  readonly view: CaseView;
  readonly actId: string;
}

const namesOf = ({ page }: CaseView) => ({
  firstNames: page.child?.first_names ?? '',
  lastName: page.child?.last_name ?? '',
  knownAs: page.child?.known_as ?? null,
});

async function sendEarly(program: WebProgram, who: Staff, { values, view, actId }: Posted) {
  const { appeal, mediation, channel, ...reach } = values as Early;
  const heard = await hearYoungPerson(program, who, {
    actId,
    caseId: view.page.id,
    participant: { ...namesOf(view), capacity: 'young-person', points: pointsOf({ ...reach, channel }) },
    wishes: { ...(appeal ? { appeal } : {}), ...(mediation ? { mediation } : {}) },
    channel,
  });
  if ('refused' in heard) return wrongAt('telephone', `${partyRefusalWords[heard.refused]}.`);
  return { go: saying(deskPaths.case(view.page.reference), 'young-person-heard') };
}

type Early = ReturnType<(typeof earlySchema)['parse']>;
type Later = ReturnType<ReturnType<typeof partySchema>['parse']>;

async function sendParty(program: WebProgram, who: Staff, { values, view, more, actId }: Posted & { more: PartyMore }) {
  const typed = values as Later;
  const points = pointsOf(typed);
  const party: Party =
    typed.party === 'parent-for-them'
      ? { is: 'parent-for-them', participationId: typed.acting ?? '', basis: typed.basis }
      : {
          is: typed.party,
          participant:
            typed.party === 'young-person'
              ? { ...namesOf(view), capacity: 'young-person', points }
              : {
                  firstNames: typed.firstNames,
                  lastName: typed.lastName,
                  capacity: 'alternative-person',
                  basis: typed.basis || null,
                  points,
                },
        };
  const former: Record<string, FormerPart> = {};
  for (const { participation_id: id } of more.parents) {
    const chosen = values[formerField(id)];
    if (chosen === 'supporter' || chosen === 'steps-back') former[id] = chosen;
  }
  const { wording } = permissions[spokenOf(party)];
  const of = { actId, caseId: view.page.id, party, former, wording, channel: typed.channel };
  const recorded = await recordParty(program, who, of);
  if ('refused' in recorded) return wrongAt(fieldOf(recorded.refused, more), `${partyRefusalWords[recorded.refused]}.`);
  return { go: saying(deskPaths.case(view.page.reference), 'party-recorded') };
}

function fieldOf(refused: PartyRefusal, { parents }: PartyMore): string {
  switch (refused) {
    case 'basis-needed':
      return 'basis';
    case 'no-such-parent':
      return 'acting';
    case 'choose-for-each':
      return formerField(parents[0]?.participation_id ?? '');
    case 'email-not-an-address':
      return 'email';
    case 'telephone-without-digits':
      return 'telephone';
    default:
      return 'party';
  }
}
