// The routes that show what the program's letters say. Nothing here is changed or sent.
import { frameOf } from '../../frame.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { LetterPage, LettersPage } from './letters-pages.tsx';
import { settingsPaths } from './paths.ts';
import { sampleLetters } from './sample-letters.ts';

/** Makes the routes. */
export function letterTextRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: settingsPaths.letters,
      access: 'desk',
      handle: (visit) => visit.html(LettersPage({ frame: frameOf(program, visit), letters: sampleLetters })),
    },
    {
      method: 'GET',
      path: settingsPaths.letter(':letter'),
      access: 'desk',
      handle: (visit) => {
        const sample = sampleLetters.find(({ key }) => key === visit.params.letter);
        if (!sample) throw new NotFound();
        const letter = sample.write(program.service(), program.address);
        return visit.html(LetterPage({ frame: frameOf(program, visit), sample, letter }));
      },
    },
  ];
}
