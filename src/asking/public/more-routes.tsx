// The questions after the contact: each shown and kept, then read back and sent.
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import type { Journey } from '../../kit/forms/journey.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { listPapers } from '../../documents/store.ts';
import { isId, newId } from '../../kit/ids.ts';
import { inSeat } from '../../kit/sql/seat.ts';
import type { Who } from '../../sign-in/who.ts';
import type { AskingProgram } from '../commands.ts';
import { keepAnswers, sendAnswers } from '../commands-draft.ts';
import type { Draft } from '../draft-store.ts';
import { WRITERS, writesForThemselves, type Writer } from '../first-screen.ts';
import { frontSeat } from '../front-seat.ts';
import { moreJourney, toldSoFar, type More } from '../more.tsx';
import { offersOf } from '../offers.ts';
import { askingPaths } from '../paths.ts';
import { firstSaid } from '../words.ts';
import { heldDraft, visitorOf } from './held.ts';
import { CheckPage, MorePage } from './more-page.tsx';
import { NotHeldPage } from './not-held-page.tsx';

/** Gives who writes this draft, as the first screen asked it; undefined where they only asked to be rung and left it out. */
function writerOf({ answers }: Pick<Draft, 'answers'>): Writer | undefined {
  return WRITERS.find((writer) => writer === answers['writer']);
}

/** Says whether an adviser can ring: the one way to reach them is a telephone, or they gave one since. */
const givesNumber = ({ answers }: Pick<Draft, 'answers'>): boolean =>
  !String(answers['reach'] ?? '').includes('@') || Boolean(answers['phone']);

/** Makes the routes of the questions. */
export function moreRoutes(program: AskingProgram): readonly Route<Who>[] {
  const journeyOf = (draft: Pick<Draft, 'answers'>): Journey<More> =>
    moreJourney(writerOf(draft), program.clock.today());
  /** Where somebody goes who holds no draft to add to: the first screen, or what stands after sending. */
  const elsewhere = (draft: Draft | undefined): string | null =>
    !draft?.contact ? askingPaths.ask : draft.sentAt ? askingPaths.done : null;
  const hasLetter = async (secret: string, { contact }: Draft): Promise<boolean> => {
    if (!contact) return false;
    const seat = { ...frontSeat(program.service().id, secret), readOnly: true };
    return (await inSeat(program.database, seat, (tx) => listPapers(tx, contact.caseId))).some(
      ({ refused }) => refused === null,
    );
  };
  const show = (visit: Visit<Who>, draft: Draft, slug: string, form: FormState) => {
    const journey = journeyOf(draft);
    const question = journey.questions.find((one) => one.slug === slug);
    if (!question) throw new NotFound();
    const before = journey.before(draft.answers, slug);
    return visit.html(
      <MorePage
        frame={frameOf(program, visit)}
        question={question}
        form={form}
        values={toldSoFar(journey, draft.answers).values}
        progress={journey.progress(draft.answers, slug)}
        back={before ? askingPaths.question(before.slug) : askingPaths.done}
        rings={givesNumber(draft)}
      />,
      form.errors.length > 0 ? 422 : 200,
    );
  };
  /** A form that comes back after the browser forgot its draft: nothing is kept, and everything typed is in the page. */
  const notHeld = (visit: ActVisit<Who>) =>
    visit.html(
      <NotHeldPage
        frame={frameOf(program, visit)}
        action={visit.request.url}
        answers={formOf(typedOf(visit)).answers}
      />,
      403,
    );

  return [
    {
      method: 'GET',
      path: askingPaths.more,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        const away = elsewhere(held?.draft);
        if (!held || away) return visit.redirect(away ?? askingPaths.ask);
        const { open } = journeyOf(held.draft).walk(held.draft.answers);
        return visit.redirect(open ? askingPaths.question(open.slug) : askingPaths.check);
      },
    },
    {
      method: 'GET',
      path: askingPaths.question(':question'),
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        const away = elsewhere(held?.draft);
        if (!held || away) return visit.redirect(away ?? askingPaths.ask);
        const slug = visit.params['question'] ?? '';
        const journey = journeyOf(held.draft);
        if (!journey.questions.some((question) => question.slug === slug)) throw new NotFound();
        // All may be left, so any that is asked of them may be opened.
        if (!toldSoFar(journey, held.draft.answers).rows.some((row) => row.slug === slug))
          return visit.redirect(askingPaths.more);
        return show(visit, held.draft, slug, formOf(held.draft.answers));
      },
    },
    {
      method: 'POST',
      path: askingPaths.question(':question'),
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held?.draft.contact) return notHeld(visit);
        const slug = visit.params['question'] ?? '';
        const journey = journeyOf(held.draft);
        if (!journey.questions.some((question) => question.slug === slug)) throw new NotFound();
        const read = journey.answer(held.draft.answers, slug, visit.form);
        if (!read.ok) return show(visit, { ...held.draft, answers: read.answers }, slug, read);
        const kept = await keepAnswers(program, visitorOf(program), held.secret, (answers) => {
          const now = journey.answer(answers, slug, visit.form);
          return now.answers;
        });
        if (kept.sent) return visit.redirect(askingPaths.done);
        if (slug === 'letter' && read.values.letter === 'upload') return visit.redirect(askingPaths.letter);
        const next = journey.nextAfter(kept.answers, slug);
        return visit.redirect(next ? askingPaths.question(next.slug) : askingPaths.check);
      },
    },
    {
      method: 'GET',
      path: askingPaths.check,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        const away = elsewhere(held?.draft);
        if (!held || away) return visit.redirect(away ?? askingPaths.ask);
        const journey = journeyOf(held.draft);
        const { open } = journey.walk(held.draft.answers);
        const letterHasCome = await hasLetter(held.secret, held.draft);
        return visit.html(
          <CheckPage
            frame={frameOf(program, visit)}
            rows={toldSoFar(journey, held.draft.answers, letterHasCome).rows}
            first={firstSaid(held.draft.answers)}
            act={newId(program.clock.now())}
            back={open ? askingPaths.question(open.slug) : askingPaths.done}
            rings={givesNumber(held.draft)}
            helps={!writesForThemselves(writerOf(held.draft))}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: askingPaths.check,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held?.draft.contact) return notHeld(visit);
        const sent = firstOf(visit.form, '_act');
        const actId = isId(sent) ? sent : newId(program.clock.now());
        const letterHasCome = await hasLetter(held.secret, held.draft);
        await sendAnswers(program, visitorOf(program), {
          secret: held.secret,
          actId,
          givesNumber: givesNumber(held.draft),
          offersFrom: (answers) => {
            const draft = { answers };
            return offersOf(writerOf(draft), toldSoFar(journeyOf(draft), answers).values, letterHasCome);
          },
        });
        return visit.redirect(askingPaths.done);
      },
    },
  ];
}

/** What a form sent, without its token and act. */
function typedOf({ form }: ActVisit<Who>): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, typed]) =>
      typed === undefined || name.startsWith('_') ? [] : [[name, typed] as const],
    ),
  );
}
