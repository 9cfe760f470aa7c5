// The search page of the desk: what is typed in the box of every header arrives here.
import { lookingAt } from '../../cases/store-looked.ts';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { openText, sealText } from '../../kit/http/sealed-text.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { findCases } from '../store.ts';
import { SearchPage } from './page.tsx';

export const searchPath = '/desk/search';

/** The longest text that is looked for. */
const LONGEST = 200;

/**
 * Makes the routes. What is looked for is a person's name, so it never stands in an address: the form is sent, sealed, and the page
 * that shows the finds opens it again; going back and reloading work as they should. That somebody searched is noted; what for is not.
 */
export function searchRoutes(program: WebProgram, keys: readonly [Uint8Array, ...Uint8Array[]]): Route<Who>[] {
  const read = (typed: string) => typed.slice(0, LONGEST).toWellFormed().replaceAll('\0', '').trim();
  return [
    {
      method: 'POST',
      path: searchPath,
      access: 'desk',
      handle: (visit) => {
        const typed = read(firstOf(visit.form, 'q') ?? '');
        return visit.redirect(typed === '' ? searchPath : `${searchPath}?for=${sealText(keys[0], typed)}`);
      },
    },
    {
      method: 'GET',
      path: searchPath,
      access: 'desk',
      handle: async (visit) => {
        const typed = read(openText(keys, firstOf(visit.query, 'for') ?? '') ?? '');
        const frame = frameOf(program, visit);
        if (typed === '') return visit.html(SearchPage({ frame, typed, finds: null }));
        const finds = await lookingAt(
          program,
          staffOf(visit),
          (tx) => findCases(tx, typed),
          () => ({ what: 'search', caseId: null }),
        );
        return visit.html(SearchPage({ frame, typed, finds }));
      },
    },
  ];
}
