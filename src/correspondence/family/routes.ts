// A letter on the family's page, in the words in which it was sent.
import { looked } from '../../audit/looked.ts';
import { familyPatterns } from '../../cases/family/paths.ts';
import { familyOf, readMyCase } from '../../cases/family/read-my-case.ts';
import { getMyLetter } from '../../cases/store-family.ts';
import { frameOf } from '../../frame.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { LetterPage } from './letter-page.tsx';

/** Makes the route. */
export function letterRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: familyPatterns.letter,
      access: 'family',
      handle: async (visit) => {
        const who = familyOf(visit);
        const { reference = '', letter: letterId = '' } = visit.params;
        const { mine, more: letter } = await readMyCase(program, who, reference, async (tx, { id }) => {
          const found = await getMyLetter(tx, id, letterId);
          await looked(tx, who, { what: 'paper', caseId: id, subjectId: letterId }, program.clock.now());
          return found;
        });
        return visit.html(LetterPage({ frame: frameOf(program, visit), mine, letter }));
      },
    },
  ];
}
