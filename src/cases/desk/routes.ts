// The desk's pages about cases themselves.
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { casePageRoutes } from './case-routes.ts';
import { listRoutes } from './list-routes.ts';
import { ownerRoutes } from './owner-routes.ts';
import { todayRoutes } from './today-routes.ts';

/** Makes the routes. */
export function caseDeskRoutes(program: WebProgram): Route<Who>[] {
  return [...todayRoutes(program), ...listRoutes(program), ...casePageRoutes(program), ...ownerRoutes(program)];
}
