// Somebody sets their own safe word on their own page: the word that we ask for when they ring.
import { z } from 'zod';
import { familyPaths, familyPatterns } from '../../cases/family/paths.ts';
import { familyOf, readMyCase, type MyCase } from '../../cases/family/read-my-case.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound, RequestProblem } from '../../kit/http/problems.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { setSafeWord } from '../commands-safe-word.ts';
import { safeWordRefusalWords } from '../words.ts';
import { SafeWordPage } from './safe-word-page.tsx';

const schema = z.object({ word: words(100, { asks: 'Enter the word you chose.' }) });

/** Makes the routes. They are there for whoever holds the right; a supporter has no word of theirs. */
export function safeWordRoutes(program: WebProgram): Route<Who>[] {
  const read = async (visit: Visit<Who>): Promise<MyCase> => {
    const reference = visit.params['reference'] ?? '';
    const { mine } = await readMyCase(program, familyOf(visit), reference, () => Promise.resolve(null));
    if (!mine.right_holder) throw new NotFound();
    return mine;
  };
  const show = (visit: Visit<Who>, { reference }: MyCase, form: FormState, status = 200) =>
    visit.html(
      SafeWordPage({ frame: frameOf(program, visit), reference, form, act: newId(program.clock.now()) }),
      status,
    );
  return [
    {
      method: 'GET',
      path: familyPatterns.safeWord,
      access: 'family',
      handle: async (visit) => show(visit, await read(visit), formOf({})),
    },
    {
      method: 'POST',
      path: familyPatterns.safeWord,
      access: 'family',
      handle: async (visit) => {
        const mine = await read(visit);
        const actId = firstOf(visit.form, '_act');
        if (!isId(actId)) throw new RequestProblem('bad-request');
        const typed = readForm(schema, visit.form);
        if (!typed.ok) return show(visit, mine, typed, 422);
        const of = { actId, caseId: mine.id, participationId: mine.participation_id, word: typed.values.word };
        const set = await setSafeWord(program, familyOf(visit), of);
        if (!('refused' in set)) return visit.redirect(`${familyPaths.case(mine.reference)}?done=safe-word`);
        const error = { field: 'word', message: `${safeWordRefusalWords[set.refused]}.` };
        return show(visit, mine, { answers: {}, errors: [error] }, 422);
      },
    },
  ];
}
