// The routes that show what the program's letters say, and take what a manager adds in the service's own words. Nothing is sent here.
import { z } from 'zod';
import { mostOwnWords } from '../../correspondence/own-words.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import { holds, type Who } from '../../sign-in/who.ts';
import { changeLetterWords } from '../commands.ts';
import { LetterPage, LettersPage } from './letters-pages.tsx';
import { settingsPaths } from './paths.ts';
import { sampleLetters, type SampleLetter } from './sample-letters.ts';
import { actOf, seenVersionOf } from './sent.ts';

const wordsSchema = z.object({ words: words(mostOwnWords) });

interface Shown {
  readonly status?: 200 | 409 | 422;
  /** What was typed; what is saved where nothing was. */
  readonly form?: FormState;
  /** Words that the letter shows although they are not saved. */
  readonly tried?: string;
  readonly meanwhile?: boolean;
}

/** Makes the routes. */
export function letterTextRoutes(program: WebProgram): Route<Who>[] {
  function page(visit: Visit<Who>, sample: SampleLetter, { status = 200, form, tried, meanwhile }: Shown = {}) {
    const service = program.service();
    const { ownWords: of } = sample;
    const saved = (of && service.letterWords[of]) ?? '';
    const letterWords = of && tried !== undefined ? { ...service.letterWords, [of]: tried } : service.letterWords;
    return visit.html(
      LetterPage({
        frame: frameOf(program, visit),
        sample,
        letter: sample.write({ ...service, letterWords }, program.address),
        words:
          of && holds(visit.who, 'manager')
            ? { form: form ?? formOf({ words: saved }), act: newId(program.clock.now()), version: service.version }
            : null,
        isTried: tried !== undefined && tried !== saved,
        meanwhile: meanwhile ? [{ what: 'Our own words in it', now: saved }] : null,
        done: firstOf(visit.query, 'saved') && !form ? 'Saved. Letters from now on say so.' : null,
      }),
      status,
    );
  }

  return [
    {
      method: 'GET',
      path: settingsPaths.letters,
      access: 'desk',
      handle: (visit) => {
        const changed = new Set(Object.keys(program.service().letterWords));
        return visit.html(LettersPage({ frame: frameOf(program, visit), letters: sampleLetters, changed }));
      },
    },
    {
      method: 'GET',
      path: settingsPaths.letter(':letter'),
      access: 'desk',
      handle: (visit) => page(visit, sampleOf(visit)),
    },
    {
      method: 'POST',
      path: settingsPaths.letter(':letter'),
      access: 'manager',
      handle: async (visit) => {
        const sample = sampleOf(visit);
        if (!sample.ownWords) throw new NotFound();
        const read = readForm(wordsSchema, visit.form);
        if (!read.ok) return page(visit, sample, { status: 422, form: read });
        const form = formOf(read.answers);
        const tried = read.values.words;
        if (firstOf(visit.form, 'how') === 'show') return page(visit, sample, { form, tried });
        const done = await changeLetterWords(program, staffOf(visit), {
          actId: actOf(visit),
          seenVersion: seenVersionOf(visit),
          letter: sample.ownWords,
          words: tried,
        });
        await program.reload();
        if ('refused' in done) return page(visit, sample, { status: 409, form, tried, meanwhile: true });
        return visit.redirect(`${settingsPaths.letter(sample.key)}?saved=1`);
      },
    },
  ];
}

function sampleOf({ params }: Visit<Who>): SampleLetter {
  const sample = sampleLetters.find(({ key }) => key === params['letter']);
  if (!sample) throw new NotFound();
  return sample;
}
