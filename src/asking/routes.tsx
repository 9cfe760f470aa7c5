// Every page of the public form, none of which needs an account or says whether a child is known; and the desk's page of what came of it.
import type { Route } from '../kit/http/visit.ts';
import type { Who } from '../sign-in/who.ts';
import type { WebProgram } from '../program.ts';
import { offerRoutes } from './desk/routes.tsx';
import { documentRoutes } from '../documents/desk/routes.tsx';
import { makeReader } from '../documents/reader/reader.ts';
import { letterRoutes } from './public/letter-routes.tsx';
import { firstRoutes } from './public/first-routes.tsx';
import { moreRoutes } from './public/more-routes.tsx';
import { saveRoutes } from './public/save-routes.tsx';

/** Makes the routes of the front door. */
export function askingRoutes(program: WebProgram): readonly Route<Who>[] {
  const reader = makeReader();
  return [
    ...firstRoutes(program),
    ...moreRoutes(program),
    ...letterRoutes(program, reader),
    ...saveRoutes(program),
    ...offerRoutes(program),
    ...documentRoutes(program, reader),
  ];
}
