// The routes of signing in and out, and of a person's own settings; the trial's shortcut exists in a trial only.
import type { Route } from '../kit/http/visit.ts';
import { accountRoutes } from './account-routes.ts';
import { linkRoutes, type LinkRouteOptions } from './link-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { stepUpRoutes, trialStepUpRoute } from './step-up-routes.ts';
import type { Who } from './who.ts';
import type { SignInProgram } from './program.ts';

/** Makes the routes. */
export function signInRoutes(program: SignInProgram, options: LinkRouteOptions): readonly Route<Who>[] {
  return [
    ...linkRoutes(program, options),
    ...sessionRoutes(program),
    ...passkeyRoutes(program),
    ...accountRoutes(program),
    ...stepUpRoutes(program),
    ...staffRoutes(program),
    ...(program.trial ? [trialStepUpRoute(program)] : []),
  ];
}
