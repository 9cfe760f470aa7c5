// The routes of the office at the desk: settings, bank holidays, letters, and who looked at what.
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import { lookedRoutes } from '../../audit/desk/routes.ts';
import type { Who } from '../../sign-in/who.ts';
import { holidayRoutes } from './holidays-routes.ts';
import { letterTextRoutes } from './letters-routes.ts';
import { settingsRoutes } from './settings-routes.ts';

/** Makes the routes. */
export function officeDeskRoutes(program: WebProgram): Route<Who>[] {
  return [
    ...settingsRoutes(program),
    ...holidayRoutes(program),
    ...letterTextRoutes(program),
    ...lookedRoutes(program),
  ];
}
