// The search page of the desk: what is typed in the box of every header arrives here.
import { lookingAt } from '../../cases/store-looked.ts';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { findCases } from '../store.ts';
import { SearchPage } from './page.tsx';

export const searchPath = '/desk/search';

/** Makes the route. That somebody searched is noted; what for is not. */
export function searchRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: searchPath,
      access: 'desk',
      handle: async (visit) => {
        const typed = (firstOf(visit.query, 'q') ?? '').slice(0, 200).toWellFormed().replaceAll('\0', '').trim();
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
