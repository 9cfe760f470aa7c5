// The desk's pages about the people of a case.
import { z } from 'zod';
import { caseForm, wrongAt, type Outcome } from '../../cases/desk/case-form.ts';
import type { CaseView } from '../../cases/desk/case-view.ts';
import { changedIn, saying } from '../../cases/desk/done-words.ts';
import { deskPaths, deskRoutes } from '../../cases/paths.ts';
import type { Answers } from '../../kit/forms/answers.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { isLocalPath } from '../../kit/http/local-path.ts';
import { NotFound } from '../../kit/http/problems.ts';
import { isId } from '../../kit/ids.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import { endSessionsOfPerson } from '../../sign-in/end-sessions.ts';
import { listStaff } from '../../sign-in/staff.ts';
import type { Who } from '../../sign-in/who.ts';
import { agreeToSendNow } from '../commands-agree.ts';
import { changeContactPoint } from '../commands-contact.ts';
import { recordPermission, type PermissionRefusal } from '../commands-permission.ts';
import { setSafeWord } from '../commands-safe-word.ts';
import { changeDetails, joinCase, leaveCase, type JoinRefusal } from '../commands.ts';
import { findRecentChanges } from '../recent-changes.ts';
import {
  agreeRefusalWords,
  leaveRefusalWords,
  permissionRefusalWords,
  personRefusalWords,
  safeWordRefusalWords,
} from '../words.ts';
import {
  detailAnswers,
  detailFields,
  participantFrom,
  permissionSchema,
  safeWordSchema,
  permissions,
  pointFrom,
  pointKinds,
  pointSchema,
} from './fields.ts';
import { HeldPapersPage } from './held-page.tsx';
import { partyRoutes } from './party-routes.ts';
import { SafeWordPage } from './safe-word-page.tsx';
import { standingOf } from '../permitted.ts';
import { ContactPointPage, JoinPage, LeavingPage, PermissionPage, PersonPage, type PersonMore } from './pages.tsx';

/** Makes the routes. */
export function peopleDeskRoutes(program: WebProgram): Route<Who>[] {
  const read = async (_tx: unknown, view: CaseView, visit: Visit<Who>): Promise<PersonMore> => {
    const person = view.page.people.find(({ participation_id: id }) => id === visit.params['participation']);
    if (!person) throw new NotFound();
    return { person };
  };
  const details = z.object(detailFields());
  return [
    ...partyRoutes(program),
    ...caseForm(program, {
      path: deskRoutes.people,
      access: 'desk',
      read: async () => null,
      schema: () => details,
      page: JoinPage,
      send: async ({ values, view, who, actId }) => {
        const joined = await joinCase(program, who, {
          actId,
          caseId: view.page.id,
          participant: participantFrom(values),
          rightHolder: values.rightHolder,
          mayOpenThePage: values.rightHolder,
        });
        if ('refused' in joined) return detailsWrong(joined.refused);
        return { go: saying(deskPaths.case(view.page.reference), 'person-joined') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.person,
      access: 'desk',
      read,
      filled: ({ more }) => detailAnswers(more.person),
      schema: () => details,
      page: PersonPage,
      send: async ({ values, view, more, who, actId, seenVersion, visit }) => {
        const { participation_id: participationId } = more.person;
        const changed = await changeDetails(program, who, {
          actId,
          caseId: view.page.id,
          ...(seenVersion === undefined ? {} : { seenVersion }),
          participationId,
          ...participantFrom(values),
          rightHolder: values.rightHolder,
        });
        if ('refused' in changed) return detailsWrong(changed.refused);
        const back = firstOf(visit.query, 'back') ?? '';
        if (back.startsWith('/desk/') && isLocalPath(back)) return { go: saying(back, 'details-changed') };
        const person = deskPaths.person(view.page.reference, participationId);
        return { go: saying(person, changedIn(view, 'details-changed')) };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.contactPoints,
      access: 'desk-proved',
      read: async (tx, view, visit) => {
        const more = await read(tx, view, visit);
        return { ...more, changes: await findRecentChanges(tx, more.person.person_id, view.now) };
      },
      filled: ({ more, visit }) => {
        const asked = 'form' in visit ? firstOf((visit as ActVisit<Who>).form, 'kind') : firstOf(visit.query, 'kind');
        const kind = pointKinds.find((one) => one === asked);
        const point = more.person.points.find((one) => one.kind === kind);
        return {
          ...(kind ? { kind } : {}),
          ...(point
            ? {
                value: point.postal_lines.length > 0 ? point.postal_lines.join('\n') : point.value,
                quietHours: point.quiet_hours ?? '',
              }
            : {}),
        };
      },
      schema: () => pointSchema,
      page: ContactPointPage,
      send: async ({ values, view, more, who, actId, seenVersion }) => {
        const { participation_id: participationId } = more.person;
        const seen = seenVersion === undefined ? {} : { seenVersion };
        const { mayPostNote } = values;
        const of = { actId, caseId: view.page.id, ...seen, participationId, point: pointFrom(values), mayPostNote };
        const changed = await changeContactPoint(program, who, of, endSessionsOfPerson);
        if ('refused' in changed) return wrongAt('value', `${personRefusalWords[changed.refused]}.`);
        const done = more.person.points.length === 0 ? 'contact-point-added' : 'contact-point-changed';
        return { go: saying(deskPaths.person(view.page.reference, participationId), done) };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.heldPapers,
      access: 'desk-proved',
      read: async (tx, view, visit) => ({
        ...(await read(tx, view, visit)),
        names: Object.fromEntries(
          (await listStaff(tx, view.who.serviceId)).map(({ accountId, name }) => [accountId, name]),
        ),
      }),
      schema: () => z.object({}),
      page: HeldPapersPage,
      send: async ({ view, more, who, actId }) => {
        const { participation_id: participationId } = more.person;
        const agreed = await agreeToSendNow(program, who, { actId, caseId: view.page.id, participationId });
        if ('refused' in agreed) return wrongAt('main-question', `${agreeRefusalWords[agreed.refused]}.`);
        return { go: saying(deskPaths.case(view.page.reference), 'papers-agreed') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.permissions,
      access: 'desk',
      read,
      filled: ({ view, more, visit }): Answers => {
        const ends = standingOf(view.page.permissions, more.person.participation_id).find(
          ({ id }) => id === firstOf(visit.query, 'ends'),
        );
        if (ends) return { what: ends.what, given: 'no', forWhom: ends.for_whom ?? '' };
        const what = firstOf(visit.query, 'what') ?? '';
        return Object.hasOwn(permissions, what)
          ? { what, wording: permissions[what as keyof typeof permissions].wording }
          : {};
      },
      recorded: ({ view, more, visit }) => permissionRecorded(view, more, visit),
      schema: () => permissionSchema,
      page: PermissionPage,
      send: async ({ values, view, more, who, actId, visit }) => {
        const last = firstOf(visit.form, '_last');
        const { participation_id: participationId } = more.person;
        const { what, given, wording, channel, forWhom, scope, untilOn } = values;
        const recorded = await recordPermission(program, who, {
          actId,
          caseId: view.page.id,
          participationId,
          ...(last === undefined ? {} : { lastSeen: isId(last) ? last : null }),
          permission: {
            what,
            given: given === 'yes',
            wording,
            channel,
            forWhom: isId(forWhom) ? forWhom : null,
            scope,
            untilOn: untilOn ?? null,
          },
        });
        if ('refused' in recorded)
          return wrongAt(permissionField(recorded.refused), `${permissionRefusalWords[recorded.refused]}.`);
        return { go: saying(deskPaths.person(view.page.reference, participationId), 'permission-recorded') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.safeWord,
      access: 'desk',
      read: async (tx, view, visit) => {
        const { person } = await read(tx, view, visit);
        if (!person.right_holder) throw new NotFound();
        return { person };
      },
      schema: () => safeWordSchema,
      page: SafeWordPage,
      send: async ({ values, view, more, who, actId }) => {
        const { participation_id: participationId } = more.person;
        const set = await setSafeWord(program, who, { actId, caseId: view.page.id, participationId, ...values });
        if ('refused' in set) return wrongAt('word', `${safeWordRefusalWords[set.refused]}.`);
        return { go: saying(deskPaths.person(view.page.reference, participationId), 'safe-word-set') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.leaving,
      access: 'desk',
      read,
      schema: () => z.object({}),
      page: LeavingPage,
      send: async ({ view, more, who, actId }) => {
        const left = await leaveCase(program, who, {
          actId,
          caseId: view.page.id,
          participationId: more.person.participation_id,
        });
        if ('refused' in left) return wrongAt('main-question', `${leaveRefusalWords[left.refused]}.`);
        return { go: saying(deskPaths.case(view.page.reference), 'person-left') };
      },
    }),
  ];
}

/** What stands now of the thing that a permission was typed about; nothing where it was not chosen. */
function permissionRecorded({ page }: CaseView, { person }: PersonMore, visit: Visit<Who>): Answers {
  const { form } = visit as ActVisit<Who>;
  const now = page.permissions.findLast(
    ({ participation_id: of, what, for_whom: forWhom }) =>
      of === person.participation_id &&
      what === firstOf(form, 'what') &&
      (forWhom ?? '') === (firstOf(form, 'forWhom') ?? ''),
  );
  return now ? { what: now.what, given: now.given ? 'yes' : 'no', wording: now.wording, channel: now.channel } : {};
}

function permissionField(refused: PermissionRefusal): string {
  if (refused === 'until-has-passed') return 'untilOn';
  return refused === 'nobody-of-the-case' ? 'forWhom' : 'wording';
}

function detailsWrong(refused: JoinRefusal): Outcome {
  if (refused === 'cannot-hold-the-right')
    return wrongAt(
      'rightHolder',
      'Somebody in this capacity cannot hold the right. Choose who they are to the child, or clear the tick.',
    );
  return wrongAt(refused === 'basis-needed' ? 'basis' : 'lastName', `${personRefusalWords[refused]}.`);
}
