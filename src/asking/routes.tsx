// Every page of the public form. None of them needs an account, and none says whether a child is known.
import type { Route } from '../kit/http/visit.ts';
import type { Who } from '../sign-in/who.ts';
import type { AskingProgram } from './commands.ts';
import { firstRoutes } from './public/first-routes.tsx';
import { moreRoutes } from './public/more-routes.tsx';
import { saveRoutes } from './public/save-routes.tsx';

/** Makes the routes of the front door. */
export function askingRoutes(program: AskingProgram): readonly Route<Who>[] {
  return [...firstRoutes(program), ...moreRoutes(program), ...saveRoutes(program)];
}
