// The addresses of the call page: taking a call, keeping what is typed, recognising a caller, and the end.
import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { deskPaths } from '../../cases/paths.ts';
import { getCasePage } from '../../cases/store.ts';
import { lookingAt } from '../../cases/store-looked.ts';
import { frameOf } from '../../frame.ts';
import { LONDON } from '../../kit/clock.ts';
import type { Answers, FormError } from '../../kit/forms/answers.ts';
import type { Answer } from '../../kit/http/answer.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound, RequestProblem } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { fullName } from '../../people/person.ts';
import { reading, type Tx, type WebProgram } from '../../program.ts';
import type { Staff, Who } from '../../sign-in/who.ts';
import type { CallRow } from '../call.ts';
import { aroundOf, finishCall } from '../commands-end.ts';
import { takeOverCall } from '../commands-take-over.ts';
import { endCall, recogniseCaller, ringOff, saveCall, startCall, type Saved } from '../commands.ts';
import { callPaths, callRoutePaths } from '../paths.ts';
import { answersIn, hear, stepOf } from '../questions.ts';
import { listen, nextStep } from '../rules.ts';
import {
  answersOf,
  findTakenOver,
  getMyCall,
  listCouncils,
  listMaybeKnown,
  listMyEndedCalls,
  listOpenCalls,
  type TakenOver,
} from '../store.ts';
import { titleOf } from '../summaries.ts';
import { typedIn, type TypedLine } from '../typed.ts';
import { letGoAt } from '../unfinished.ts';
import { notRecognisedWords } from '../refusals.ts';
import { identityWays } from '../words.ts';
import { CallPage } from './call-page.tsx';
import { CallsPage, NewCallPage } from './calls-page.tsx';
import { EndedPage } from './ended-page.tsx';
import { toTheSecond } from './moments.ts';
import { TakenOverPage } from './taken-over-page.tsx';
import { clashOf, viewOf, type CallView, type Looked } from './view.ts';

type Program = WebProgram;

/** Makes the routes of calls. */
export function callRoutes(program: Program): Route<Who>[] {
  const access = 'desk';
  return [
    { method: 'GET', path: callPaths.list, access, handle: (visit) => listPage(program, visit) },
    { method: 'POST', path: callPaths.list, access, handle: (visit) => start(program, visit) },
    {
      method: 'GET',
      path: callPaths.new,
      access,
      handle: (visit) => visit.html(NewCallPage({ frame: frameOf(program, visit) })),
    },
    { method: 'GET', path: callRoutePaths.call, access, handle: (visit) => open(program, visit) },
    { method: 'POST', path: callRoutePaths.call, access, handle: (visit) => save(program, visit) },
    { method: 'POST', path: callRoutePaths.draft, access, handle: (visit) => keepDraft(program, visit) },
    { method: 'POST', path: callRoutePaths.finish, access, handle: (visit) => end(program, visit) },
    { method: 'POST', path: callRoutePaths.ringOff, access, handle: (visit) => rangOff(program, visit) },
    { method: 'POST', path: callRoutePaths.takingOver, access: 'manager', handle: (visit) => takeOver(program, visit) },
    { method: 'POST', path: callRoutePaths.identity, access, handle: (visit) => recognise(program, visit) },
  ];
}

function staffOf({ who }: Pick<Visit<Who>, 'who'>): Staff {
  if (who.kind !== 'staff') throw new NotFound();
  return who;
}

const idOf = (visit: Visit<Who>): string => visit.params['id'] ?? '';

async function listPage(program: Program, visit: Visit<Who>): Promise<Answer> {
  const who = staffOf(visit);
  const now = program.clock.now();
  const midnight = program.clock.today().toZonedDateTime(LONDON).toInstant();
  const { open: openCalls, ended } = await reading(program, who, async (tx) => ({
    open: await listOpenCalls(tx, who.serviceId),
    ended: await listMyEndedCalls(tx, who, midnight),
  }));
  const mine = ({ account_id: account }: CallRow): boolean => account === who.accountId;
  return visit.html(
    CallsPage({
      frame: frameOf(program, visit),
      now,
      isManager: who.roles.includes('manager'),
      newAct: newId,
      midnight,
      open: openCalls.map((call) => ({
        id: call.id,
        letGoAt:
          call.case_id === null && call.finishing_at === null
            ? letGoAt(Temporal.Instant.from(call.saved_at)).toString()
            : null,
        title: mine(call) ? titleOf(hear(answersOf(call)).heard) : '',
        startedAt: call.started_at,
        rangOffAt: call.rang_off_at,
        adviser: mine(call) ? null : (call.adviser ?? 'a colleague'),
      })),
      ended: ended.map(({ first_names: firstNames, last_name: lastName, ...call }) => ({
        id: call.id,
        child: fullName({ firstNames: firstNames ?? '', lastName: lastName ?? '' }),
        endedAt: call.ended_at ?? now.toString(),
        outcome: call.outcome ?? 'contact-recorded',
        reference: call.reference,
        hasWords: Object.keys(answersOf(call)).length > 0,
      })),
    }),
  );
}

async function start(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  return visit.redirect(callPaths.step(await startCall(program, staffOf(visit)), 1));
}

async function open(program: Program, visit: Visit<Who>): Promise<Answer> {
  const who = staffOf(visit);
  const takenOver = await reading(program, who, (tx) => findTakenOver(tx, who, idOf(visit)));
  if (takenOver) return takenOverPage(program, visit, takenOver, null);
  const call = await reading(program, who, (tx) => getMyCall(tx, who, idOf(visit)));
  if (call.ended_at) return endedPage(program, visit, call);
  const window = randomBytes(9).toString('base64url');
  const looked = await lookingAt(
    program,
    who,
    (tx) => lookAround(program, tx, who, call, window),
    ({ maybeKnown: [known] }) => (known ? { what: 'person', caseId: known.caseId } : null),
  );
  return callPage(program, visit, viewOf(looked, answersOf(call)), await caseHref(program, who, call));
}

async function lookAround(program: Program, tx: Tx, who: Staff, call: CallRow, window: string): Promise<Looked> {
  const { heard } = hear(answersOf(call));
  const openCalls = await listOpenCalls(tx, who.serviceId);
  const sendiass = program.service().signposts.find(({ kind }) => kind === 'sendiass');
  return {
    call,
    window,
    known: aroundOf(program, who, call),
    councils: await listCouncils(tx, who.serviceId),
    maybeKnown: call.case_id ? [] : await listMaybeKnown(tx, who.serviceId, heard),
    otherCalls: openCalls
      .filter(({ id, account_id: account }) => id !== call.id && account === who.accountId)
      .map((other) => ({ id: other.id, title: titleOf(hear(answersOf(other)).heard) })),
    sendiass: sendiass ? { name: sendiass.name, contact: sendiass.contact } : null,
  };
}

async function caseHref(program: Program, who: Staff, { case_id: caseId }: CallRow): Promise<string | null> {
  if (!caseId) return null;
  const row = await reading(program, who, (tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirst(),
  );
  return row ? deskPaths.case(row.reference) : null;
}

function callPage(program: Program, visit: Visit<Who>, view: CallView, href: string | null, status = 200): Answer {
  return visit.html(
    CallPage({ frame: frameOf(program, visit), view, now: program.clock.now(), caseHref: href }),
    status,
  );
}

async function endedPage(program: Program, visit: Visit<Who>, call: CallRow): Promise<Answer> {
  const { case_id: caseId, outcome } = call;
  const found = caseId
    ? await lookingAt(
        program,
        staffOf(visit),
        (tx) => getCasePage(tx, caseId),
        () => ({ what: 'case', caseId }),
      )
    : null;
  return visit.html(
    EndedPage({
      frame: frameOf(program, visit),
      outcome: outcome ?? 'contact-recorded',
      found,
      typed: await typedInEnded(program, staffOf(visit), call),
      letGoAt: call.ended_at ? letGoAt(Temporal.Instant.from(call.ended_at)).toString() : null,
      today: program.clock.today(),
      law: program.law(),
      workingDaysInHand: program.service().settings.sendAppealWorkingDaysBefore,
    }),
  );
}

/** What is left of what was typed in a call that went on in a case. */
async function typedInEnded(program: Program, who: Staff, call: CallRow): Promise<readonly TypedLine[]> {
  const answers = answersOf(call);
  if (Object.keys(answers).length === 0) return [];
  const councils = await reading(program, who, (tx) => listCouncils(tx, who.serviceId));
  const councilName = councils.find(({ id }) => id === answers['authority'])?.name ?? '';
  return typedIn(answers, { ...aroundOf(program, who, call), councilName });
}

/** Shows the page again with the answers of a call as they stand, or with what was refused. */
async function showAgain(
  program: Program,
  visit: ActVisit<Who>,
  call: CallRow,
  {
    answers = answersOf(call),
    errors,
    stale,
    status,
  }: {
    answers?: Answers;
    errors?: readonly FormError[];
    stale?: boolean;
    status: number;
  },
): Promise<Answer> {
  const who = staffOf(visit);
  const looked = await reading(program, who, (tx) => lookAround(program, tx, who, call, windowOf(visit)));
  const known = { ...looked.known, councilName: '' };
  const clash = stale ? clashOf(toTheSecond(call.saved_at), answers, answersOf(call), known) : null;
  return callPage(
    program,
    visit,
    viewOf(looked, answers, { errors, clash }),
    await caseHref(program, who, call),
    status,
  );
}

const windowOf = (visit: ActVisit<Who>): string => (firstOf(visit.form, '_window') ?? '').slice(0, 40);

async function saveForm(program: Program, visit: ActVisit<Who>): Promise<Saved> {
  return saveCall(program, staffOf(visit), {
    callId: idOf(visit),
    answers: answersIn(visit.form),
    seen: Number(firstOf(visit.form, '_version') ?? 0),
    window: windowOf(visit),
  });
}

/** Nothing was saved: shows what stands in the call beside what was typed here. */
async function keepBoth(
  program: Program,
  visit: ActVisit<Who>,
  kept: Exclude<Saved, { saved: CallRow }>,
): Promise<Answer> {
  const typed = answersIn(visit.form);
  return 'takenOver' in kept
    ? takenOverPage(program, visit, kept.takenOver, typed)
    : showAgain(program, visit, kept.stale, { answers: typed, stale: true, status: 409 });
}

/** `typed` is what is not in the call; null where the page was only opened. */
function takenOverPage(program: Program, visit: Visit<Who>, { call, by }: TakenOver, typed: Answers | null): Answer {
  const known = { ...aroundOf(program, staffOf(visit), call), councilName: '' };
  const at = call.taken_over_at ?? call.saved_at;
  const differing = typed && !call.ended_at ? clashOf(at, typed, answersOf(call), known).differing : [];
  return visit.html(TakenOverPage({ frame: frameOf(program, visit), by, at, differing }), typed ? 409 : 200);
}

async function takeOver(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const actId = firstOf(visit.form, '_act');
  if (!isId(actId)) throw new RequestProblem('bad-request');
  const done = await takeOverCall(program, staffOf(visit), { actId, callId: idOf(visit) });
  // One that has ended meanwhile, or is the manager's own, stands in the list as it is.
  return visit.redirect('refused' in done ? callPaths.list : callPaths.call(idOf(visit)));
}

/** Keeps the form and goes to the next step in which something waits. */
async function save(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const kept = await saveForm(program, visit);
  if (!('saved' in kept)) return keepBoth(program, visit, kept);
  const { saved } = kept;
  if (saved.ended_at) return visit.redirect(callPaths.call(saved.id));
  const { heard, errors } = listen(answersOf(saved), aroundOf(program, staffOf(visit), saved));
  const wrong = new Set(errors.map(({ field }) => stepOf(field)));
  const next = nextStep(heard, wrong);
  return visit.redirect(callPaths.step(saved.id, next ?? (heard.service === 'sendiass' ? 1 : 9)));
}

/** Keeps the form while it is typed, and gives the whole page back: the script takes from it what stands around the fields. */
async function keepDraft(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const kept = await saveForm(program, visit);
  if (!('saved' in kept)) return keepBoth(program, visit, kept);
  return showAgain(program, visit, kept.saved, { status: 200 });
}

async function rangOff(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const kept = await saveForm(program, visit);
  if (!('saved' in kept)) return keepBoth(program, visit, kept);
  await ringOff(program, staffOf(visit), idOf(visit));
  return visit.redirect(callPaths.list);
}

async function end(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const who = staffOf(visit);
  const callId = idOf(visit);
  const kept = await saveForm(program, visit);
  if (!('saved' in kept)) return keepBoth(program, visit, kept);
  const how = firstOf(visit.form, 'how');
  const service = hear(answersOf(kept.saved)).heard.service;
  if ((how === 'transfer' && service === 'sendiass') || how === 'nothing') {
    const outcome = how === 'nothing' ? 'nothing-to-record' : 'transferred';
    if (kept.saved.case_id === null) await endCall(program, who, { callId, outcome });
    return visit.redirect(callPaths.call(callId));
  }
  const ended = await finishCall(program, who, { callId, how: how === 'record' ? 'record' : 'finish' });
  if (!('errors' in ended)) return visit.redirect(callPaths.call(callId));
  const now = await reading(program, who, (tx) => getMyCall(tx, who, callId));
  return showAgain(program, visit, now, { errors: ended.errors, status: 422 });
}

/** Lets the call go on in the case that is the caller's, once it is recorded how they were recognised. */
async function recognise(program: Program, visit: ActVisit<Who>): Promise<Answer> {
  const who = staffOf(visit);
  const kept = await saveForm(program, visit);
  if (!('saved' in kept)) return keepBoth(program, visit, kept);
  const how = identityWays.find((way) => way === firstOf(visit.form, 'identity'));
  const participationId = firstOf(visit.form, 'holder');
  if (!how || !participationId) {
    const error = participationId
      ? { field: 'identity', message: 'Choose how you know who is calling' }
      : { field: 'holder', message: 'Choose who is calling' };
    return showAgain(program, visit, kept.saved, { errors: [error], status: 422 });
  }
  const said = (firstOf(visit.form, 'safeWord') ?? '').slice(0, 200);
  const answer = await recogniseCaller(program, who, { callId: idOf(visit), participationId, how, said });
  // What was typed waits there beside the way into the case, which holds none of it.
  if (!('notRecognised' in answer)) return visit.redirect(callPaths.call(kept.saved.id));
  const error = { field: 'safeWord', message: notRecognisedWords(answer) };
  return showAgain(program, visit, kept.saved, { errors: [error], status: 422 });
}
