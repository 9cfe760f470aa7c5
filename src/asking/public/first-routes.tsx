// The first screen: shown, sent (which is the contact), and what stands afterwards.
import { Temporal } from 'temporal-polyfill';
import { frameOf } from '../../frame.ts';
import { LONDON, londonDay } from '../../kit/clock.ts';
import { formOf, type Answers, type FormState } from '../../kit/forms/answers.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { RateLimit } from '../../kit/http/limits.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { Who } from '../../sign-in/who.ts';
import { makeContact, type AskingProgram } from '../commands.ts';
import { keepAnswers } from '../commands-draft.ts';
import { lastDayNear, type LastDay } from '../dates.ts';
import type { Draft } from '../draft-store.ts';
import { answersFromAddress, readFirstScreen, writesForThemselves, type FirstScreen } from '../first-screen.ts';
import { askingPaths } from '../paths.ts';
import { answerBy } from '../rules.ts';
import { standingOf } from '../standing.ts';
import { contactRefusalPlain } from '../words.ts';
import { DonePage } from './done-page.tsx';
import { FirstPage } from './first-page.tsx';
import { forgetHeld, heldDraft, keepHeld, secretFor, secretOf, visitorOf } from './held.ts';

/** An office of advisers sends many, a machine sends more. */
const sendings: RateLimit = { max: 60, windowSeconds: 3600 };

/** Makes the routes of the first screen. */
export function firstRoutes(program: AskingProgram): readonly Route<Who>[] {
  const today = () => program.clock.today();
  const show = (visit: Visit<Who>, form: FormState, act: string, draft?: { lastDay: LastDay }) =>
    visit.html(
      <FirstPage frame={frameOf(program, visit)} form={form} act={act} {...(draft && { draft })} />,
      form.errors.length > 0 ? 422 : 200,
    );

  /** Keeps an unfinished first screen: no contact is made by it, and every page that follows says so. */
  const keepForLater = async (visit: Visit<Who>, actId: string, typed: Answers) => {
    const held = await heldDraft(program, visit);
    const secret = held && !held.draft.contact ? held.secret : secretFor(visit, actId);
    await keepAnswers(program, visitorOf(program), secret, (answers) => ({ ...answers, ...typed }));
    keepHeld(visit, secret);
    return visit.redirect(askingPaths.save);
  };

  return [
    {
      method: 'GET',
      path: askingPaths.ask,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (held?.draft.contact) return visit.redirect(askingPaths.done);
        const asked = answersFromAddress(visit.query);
        const answers = { ...held?.draft.answers, ...asked };
        return show(
          visit,
          formOf(answers),
          newId(program.clock.now()),
          held ? { lastDay: lastDayNear(held.draft.answers, today(), program.law()) } : undefined,
        );
      },
    },
    {
      method: 'POST',
      path: askingPaths.ask,
      access: 'public',
      rateLimit: sendings,
      handle: async (visit) => {
        const sent = firstOf(visit.form, '_act');
        const actId = isId(sent) ? sent : newId(program.clock.now());
        const read = readFirstScreen(visit.form, today());
        if (firstOf(visit.form, 'later') !== undefined) return keepForLater(visit, actId, read.answers);
        if (!read.ok) return show(visit, read, actId);
        const made = await makeContact(program, visitorOf(program), {
          actId,
          screen: read.values,
          answers: { ...read.answers, ...knownAlready(read.values) },
          secret: secretOf(visit),
          newSecret: secretFor(visit, actId),
        });
        if ('refused' in made) {
          // An act that is not this browser's own is shown again under a new id, with everything that was typed.
          const message = contactRefusalPlain(made.refused);
          return show(visit, { answers: read.answers, errors: [message] }, newId(program.clock.now()));
        }
        keepHeld(visit, made.secret);
        return visit.redirect(askingPaths.done);
      },
    },
    {
      method: 'GET',
      path: askingPaths.done,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held?.draft.contact) return visit.redirect(askingPaths.ask);
        return visit.html(
          <DonePage frame={frameOf(program, visit)} {...doneOf(program, held.draft, held.draft.contact)} />,
        );
      },
    },
    {
      method: 'POST',
      path: askingPaths.another,
      access: 'public',
      handle: (visit) => {
        forgetHeld(visit);
        return visit.redirect(askingPaths.ask);
      },
    },
  ];
}

/** What the route checker found out, as answers to the questions that follow. */
function knownAlready({ kind, parts }: FirstScreen): Answers {
  return { ...(kind && { decision: kind }), ...(parts.length > 0 && { sections: parts }) };
}

/** What the page after the contact shows, by everything that was answered until now. */
function doneOf(program: AskingProgram, { answers, sentAt }: Draft, contact: NonNullable<Draft['contact']>) {
  const at = Temporal.Instant.from(contact.at);
  const on = londonDay(at);
  const now = program.clock.now().toZonedDateTimeISO(LONDON).toPlainDateTime();
  // By today, and not by the day of the contact: the letter may have been dated since, on the question about it.
  const read = readFirstScreen(answers, now.toPlainDate());
  const screen = read.ok ? read.values : null;
  const { settings } = program.service();
  const isEmail = screen?.reach.kind === 'email';
  return {
    reference: contact.reference,
    at: at.toZonedDateTimeISO(LONDON),
    answerBy: answerBy(on, program.law().holidays),
    standing:
      screen &&
      standingOf({ screen, answers, contactOn: on }, now, program.law(), settings.sendAppealWorkingDaysBefore),
    rings: !isEmail,
    mailed: isEmail && screen?.safe === true,
    unsaid: screen !== null && writesForThemselves(screen.writer) && !(screen.appeal && screen.mediation),
    more: sentAt ? ('sent' as const) : ('open' as const),
  };
}
