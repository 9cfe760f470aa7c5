// The routes of a family's own pages: everything under /my-case, put together from each feature.
import { wishRoutes } from '../../advice/family/routes.ts';
import { certificateRoutes } from '../../certificates/family/routes.ts';
import { letterRoutes } from '../../correspondence/family/routes.ts';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import { detailsRoutes } from '../../people/family/routes.ts';
import { safeWordRoutes } from '../../people/family/safe-word-routes.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { deskPaths } from '../paths.ts';
import { listTimeline } from '../store.ts';
import { listMyCases } from '../store-family.ts';
import { CaseListPage, CasePage, doneWords, type DoneCode } from './case-page.tsx';
import { familyPaths, familyPatterns } from './paths.ts';
import { familyOf, readMyCase } from './read-my-case.ts';
import { headingOf } from './words.ts';

/** Makes the routes of a family's pages. */
export function familyRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: familyPaths.cases,
      access: 'signed-in',
      handle: async (visit) => {
        // “My case” stands at the foot of every public page, and the staff read those too.
        if (visit.who.kind === 'staff') return visit.redirect(deskPaths.today);
        const who = familyOf(visit);
        const cases = await reading(program, who, (tx) => listMyCases(tx, who.personId));
        const [only] = cases;
        if (only && cases.length === 1) return visit.redirect(familyPaths.case(only.reference));
        const named = cases.map(({ reference, capacity, stage, child_first_names, child_known_as }) => ({
          reference,
          heading: headingOf({ capacity, child: { first_names: child_first_names ?? '', known_as: child_known_as } }),
          isClosed: stage === 'closed',
        }));
        return visit.html(CaseListPage({ frame: frameOf(program, visit), cases: named }));
      },
    },
    {
      method: 'GET',
      path: familyPatterns.case,
      access: 'family',
      handle: async (visit) => {
        const { mine, more: timeline } = await readMyCase(
          program,
          familyOf(visit),
          visit.params['reference'] ?? '',
          (tx, { id }) => listTimeline(tx, id, 'family'),
        );
        return visit.html(
          CasePage({ frame: frameOf(program, visit), mine, timeline, done: doneOf(firstOf(visit.query, 'done')) }),
        );
      },
    },
    ...detailsRoutes(program),
    ...safeWordRoutes(program),
    ...wishRoutes(program),
    ...certificateRoutes(program),
    ...letterRoutes(program),
  ];
}

function doneOf(code: string | undefined): DoneCode | undefined {
  return code !== undefined && Object.hasOwn(doneWords, code) ? (code as DoneCode) : undefined;
}
