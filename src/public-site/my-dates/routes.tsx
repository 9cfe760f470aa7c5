// The pages of "My dates": the questions, the result, changing an answer, and the calendar file. All are read by address; nothing is stored.
import { formOf, type Answers } from '../../kit/forms/answers.ts';
import type { Answer } from '../../kit/http/answer.ts';
import type { ReadRoute, Visit } from '../../kit/http/visit.ts';
import { HolidaysNotLoaded } from '../../law/calendar.ts';
import type { Who } from '../../sign-in/who.ts';
import { publicPaths } from '../paths.ts';
import { viewOf, type PublicProgram } from '../view.ts';
import { AskPage } from './ask-page.tsx';
import { calendarFile } from './calendar-file.ts';
import { ResultPage } from './result-page.tsx';
import { answersToChange, datesAddress, hasAnswers, notLoaded, readTold, shortAnswers, type ReadTold } from './told.ts';
import { ifSentLater, workOut, type SentLater, type WorkedOut } from './worked-out.ts';

type Found =
  | {
      readonly ok: true;
      readonly answers: Answers;
      readonly dates: WorkedOut;
      readonly sentLater: readonly SentLater[];
    }
  | Extract<ReadTold, { ok: false }>;

/** Makes the routes. */
export function myDatesRoutes(program: PublicProgram): readonly ReadRoute<Who>[] {
  const find = (visit: Visit<Who>): Found => {
    const law = program.law();
    const today = program.clock.today();
    const read = readTold(visit.query, today, law);
    if (!read.ok) return read;
    try {
      const dates = workOut(read.told, today, law, program.service().settings.sendAppealWorkingDaysBefore);
      return { ok: true, answers: shortAnswers(read.told), dates, sentLater: ifSentLater(dates, law) };
    } catch (error) {
      if (error instanceof HolidaysNotLoaded) return { ok: false, errors: [notLoaded(error)], answers: read.answers };
      throw error;
    }
  };
  const ask = (visit: Visit<Who>, form = formOf(), back?: string): Answer =>
    visit.html(<AskPage view={viewOf(program)} form={form} back={back} />, form.errors.length > 0 ? 422 : 200);

  return [
    {
      method: 'GET',
      path: publicPaths.myDates,
      access: 'public',
      handle: (visit) => {
        if (!hasAnswers(visit.query)) return ask(visit);
        const found = find(visit);
        if (!found.ok) return ask(visit, found);
        const { answers, dates, sentLater } = found;
        return visit.html(
          <ResultPage
            view={viewOf(program)}
            dates={dates}
            answers={answers}
            sentLater={sentLater}
            address={program.address}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: publicPaths.changeMyDates,
      access: 'public',
      handle: (visit) => {
        const found = find(visit);
        const answers = answersToChange(visit.query, program.clock.today());
        return ask(visit, formOf(answers), found.ok ? datesAddress(found.answers) : undefined);
      },
    },
    {
      method: 'GET',
      path: publicPaths.calendarFile,
      access: 'public',
      handle: (visit) => {
        const found = find(visit);
        if (!found.ok) return ask(visit, found);
        const link = `${program.address}${datesAddress(found.answers)}`;
        const file = calendarFile(found.dates, program.clock.now(), link);
        return visit.file(new TextEncoder().encode(file), {
          name: 'my-dates.ics',
          type: 'text/calendar; charset=utf-8',
        });
      },
    },
  ];
}
