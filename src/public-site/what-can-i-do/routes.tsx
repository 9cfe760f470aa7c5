// The pages of "What can I do?": one question a page, the answers in the address, and the road at the end. Nothing is stored.
import type { Temporal } from 'temporal-polyfill';
import { addressOf, formOf, type Answers, type FormState } from '../../kit/forms/answers.ts';
import type { Answer } from '../../kit/http/answer.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ReadRoute, Visit } from '../../kit/http/visit.ts';
import { HolidaysNotLoaded } from '../../law/calendar.ts';
import type { Who } from '../../sign-in/who.ts';
import { workOut, type WorkedOut } from '../my-dates/worked-out.ts';
import { publicPaths } from '../paths.ts';
import { viewOf, type PublicProgram } from '../view.ts';
import { RoadQuestionPage } from './question-page.tsx';
import { roadJourney } from './questions.tsx';
import { RoadPage } from './result-page.tsx';
import { roadOf, type FoundRoad } from './road.ts';

const start = publicPaths.whatCanIDo;
const answerPath = `${start}/answer`;
const questionAddress = (slug: string, answers: Answers) => addressOf(`${start}/${slug}`, answers);

/** Makes the routes. A form goes to `…/next`, which sends the person on, or shows the question again with what is wrong. */
export function whatCanIDoRoutes(program: PublicProgram): readonly ReadRoute<Who>[] {
  const show = (visit: Visit<Who>, slug: string, answers: Answers, form: FormState): Answer => {
    const journey = roadJourney(program.clock.today());
    const question = journey.questions.find((one) => one.slug === slug);
    if (!question) throw new NotFound();
    const before = journey.before(answers, slug);
    return visit.html(
      <RoadQuestionPage
        view={viewOf(program)}
        question={question}
        form={form}
        answers={answers}
        values={journey.walk(answers).values}
        progress={journey.progress(answers, slug)}
        action={`${start}/${slug}/next`}
        back={before ? questionAddress(before.slug, answers) : publicPaths.home}
      />,
      form.errors.length > 0 ? 422 : 200,
    );
  };

  return [
    {
      method: 'GET',
      path: start,
      access: 'public',
      handle: (visit) => {
        const journey = roadJourney(program.clock.today());
        const answers = journey.answersIn(visit.query);
        return show(visit, journey.questions[0]!.slug, answers, formOf(answers));
      },
    },
    {
      method: 'GET',
      path: answerPath,
      access: 'public',
      handle: (visit) => {
        const journey = roadJourney(program.clock.today());
        const answers = journey.answersIn(visit.query);
        const { open, values, answered } = journey.walk(answers);
        if (open) return visit.redirect(questionAddress(open.slug, answers));
        const found = roadOf(values);
        const last = answered[answered.length - 1];
        return visit.html(
          <RoadPage
            view={viewOf(program)}
            found={found}
            {...datesOf(found, program)}
            told={journey.rows(answers).map(({ slug, title, says }) => ({
              title,
              says,
              change: questionAddress(slug, answers),
            }))}
            back={last ? questionAddress(last.slug, answers) : start}
            link={program.address + addressOf(answerPath, journey.kept(answers))}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: `${start}/:question`,
      access: 'public',
      handle: (visit) => {
        const journey = roadJourney(program.clock.today());
        const answers = journey.answersIn(visit.query);
        const slug = visit.params['question'] ?? '';
        if (!journey.questions.some((one) => one.slug === slug)) throw new NotFound();
        if (journey.openable(answers, slug)) return show(visit, slug, answers, formOf(answers));
        const { open } = journey.walk(answers);
        return visit.redirect(open ? questionAddress(open.slug, answers) : addressOf(answerPath, answers));
      },
    },
    {
      method: 'GET',
      path: `${start}/:question/next`,
      access: 'public',
      handle: (visit) => {
        const journey = roadJourney(program.clock.today());
        const slug = visit.params['question'] ?? '';
        if (!journey.questions.some((one) => one.slug === slug)) throw new NotFound();
        const read = journey.answer(journey.answersIn(visit.query), slug, visit.query);
        if (!read.ok) return show(visit, slug, read.answers, read);
        const next = journey.nextAfter(read.answers, slug);
        return visit.redirect(next ? questionAddress(next.slug, read.answers) : addressOf(answerPath, read.answers));
      },
    },
  ];
}

/** The dates of the letter, for somebody who has not yet contacted an adviser about it: of what they dispute, or else of what they still could. */
function datesOf(
  { kind, ifEducation, dated }: FoundRoad,
  program: PublicProgram,
): { dates: WorkedOut | null; educationDates: WorkedOut | null; missingYear: number | null } {
  const none = { dates: null, educationDates: null, missingYear: null };
  const counted = kind ?? ifEducation;
  if (!counted || !dated) return none;
  try {
    const worked = workOut(letterOnly(counted, dated), program.clock.today(), program.law(), sendDays(program));
    return kind ? { ...none, dates: worked } : { ...none, educationDates: worked };
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return { ...none, missingYear: error.year };
    throw error;
  }
}

const sendDays = (program: PublicProgram) => program.service().settings.sendAppealWorkingDaysBefore;

const letterOnly = (kind: NonNullable<FoundRoad['kind']>, dated: Temporal.PlainDate) => ({
  kind,
  dated,
  sent: null,
  certificate: null,
  hasContacted: false,
  contacted: null,
  contactOn: null,
});
