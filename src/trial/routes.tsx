// The trial's own pages: the cast to sign in as, the outbox where every letter stays, the clock, and starting again.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { frameOf } from '../frame.ts';
import type { Installation } from '../installation.ts';
import { LONDON } from '../kit/clock.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { formOf } from '../kit/forms/answers.ts';
import { readForm } from '../kit/forms/read-form.ts';
import type { Answer } from '../kit/http/answer.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../kit/http/visit.ts';
import { isId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { sweepClocks } from '../deadlines/sweep.ts';
import type { WebProgram } from '../program.ts';
import { keepSession } from '../sign-in/cookies.ts';
import { signInAs } from '../sign-in/trial.ts';
import { browserOf } from '../sign-in/visits.ts';
import type { Who } from '../sign-in/who.ts';
import { workersSeat } from '../worker/post-room.ts';
import { CastPage, LetterPage, OutboxPage } from './pages.tsx';
import { listCast, listOutbox, readLetter, readLetterPaper } from './store.ts';
import { setTrialClock } from './trial.ts';

export interface TrialOptions {
  readonly installation: Installation;
  readonly wake: () => void;
}

const clockSchema = z.object({
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'Please choose a day and a time.'),
});

/** Makes the routes. They are asked for in a trial only. */
export function trialRoutes(program: WebProgram, { installation, wake }: TrialOptions): Route<Who>[] {
  const asWorker = <R,>(work: Parameters<typeof inSeat<import('../../database/tables.ts').Tables, R>>[2]) =>
    inSeat(program.database, { ...workersSeat, readOnly: true }, work);
  const localNow = () => program.clock.now().toZonedDateTimeISO(LONDON).toPlainDateTime();

  async function castPage(visit: Visit<Who>, form = formOf({}), status = 200) {
    const cast = await asWorker((tx) => listCast(tx));
    return visit.html(CastPage({ frame: frameOf(program, visit), cast, now: localNow(), form }), status);
  }

  async function signIn(visit: ActVisit<Who>) {
    const account = visit.params.account ?? '';
    if (!isId(account)) throw new NotFound();
    const session = await signInAs(program, account, browserOf(visit));
    if (!session) throw new NotFound();
    keepSession(visit, session.sessionToken, session.kind === 'staff' ? 'desk' : 'own');
    return visit.redirect(session.kind === 'staff' ? '/desk' : '/my-case');
  }

  async function moveClock(visit: ActVisit<Who>) {
    const read = readForm(clockSchema, visit.form);
    if (!read.ok) return castPage(visit, { answers: read.answers, errors: read.errors }, 422);
    await setTrialClock(installation, Temporal.PlainDateTime.from(read.values.at));
    await sweepClocks(program, program.service().id);
    wake();
    return visit.redirect('/trial/people');
  }

  return [
    { method: 'GET', path: '/trial/people', access: 'trial-only', handle: (visit) => castPage(visit) },
    { method: 'POST', path: '/trial/people/:account', access: 'trial-only', handle: signIn },
    { method: 'POST', path: '/trial/clock', access: 'trial-only', handle: moveClock },
    {
      method: 'GET',
      path: '/trial/outbox',
      access: 'trial-only',
      handle: async (visit) =>
        visit.html(OutboxPage({ frame: frameOf(program, visit), letters: await asWorker((tx) => listOutbox(tx)) })),
    },
    {
      method: 'GET',
      path: '/trial/outbox/:letter',
      access: 'trial-only',
      handle: async (visit) => {
        const id = visit.params.letter ?? '';
        const letter = isId(id) ? await asWorker((tx) => readLetter(tx, id)) : null;
        if (!letter) throw new NotFound();
        return visit.html(LetterPage({ frame: frameOf(program, visit), letter }));
      },
    },
    {
      method: 'GET',
      path: '/trial/outbox/:letter/look',
      access: 'trial-only',
      handle: async (visit) => {
        const id = visit.params.letter ?? '';
        const found = isId(id) ? await asWorker((tx) => readLetter(tx, id)) : null;
        if (!found) throw new NotFound();
        return mailAnswer(found.letter.body_html);
      },
    },
    {
      method: 'GET',
      path: '/trial/outbox/:letter/papers/:paper',
      access: 'trial-only',
      handle: async (visit) => {
        const { letter = '', paper = '' } = visit.params;
        const file = isId(letter) && isId(paper) ? await asWorker((tx) => readLetterPaper(tx, letter, paper)) : null;
        if (!file) throw new NotFound();
        return visit.file(await program.files.getFile(file.storage as unknown as FileRecord), {
          name: file.name,
          type: file.media_type,
        });
      },
    },
  ];
}

/** Shows the HTML of a letter by itself: it may have its own styles, as in a mail program, and can do nothing. */
function mailAnswer(body: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation",
    },
    body,
  };
}
