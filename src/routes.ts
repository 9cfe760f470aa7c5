// Every page of the program, one line per feature. A route that is not listed here does not exist.
import { adviceDeskRoutes } from './advice/desk/routes.ts';
import { certificateDeskRoutes } from './certificates/desk/routes.ts';
import { correspondenceDeskRoutes } from './correspondence/desk/routes.ts';
import { peopleDeskRoutes } from './people/desk/routes.ts';
import { referralDeskRoutes } from './referrals/desk/routes.ts';
import { callRoutes } from './calls/desk/routes.ts';
import { caseDeskRoutes } from './cases/desk/routes.ts';
import { familyRoutes } from './cases/family/routes.ts';
import { checkRoutes } from './certificates/public/check-routes.ts';
import { askingRoutes } from './asking/routes.tsx';
import type { Installation } from './installation.ts';
import type { OpenRoute } from './kit/http/open-api.ts';
import type { Route } from './kit/http/visit.ts';
import { officeDeskRoutes } from './office/desk/routes.ts';
import { organisationRoutes } from './organisations/desk/routes.ts';
import type { WebProgram } from './program.ts';
import { openApiRoutes } from './public-site/api/routes.ts';
import { publicRoutes } from './public-site/routes.tsx';
import { recordRoutes } from './records/desk/routes.ts';
import { searchRoutes } from './search/desk/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import type { Who } from './sign-in/who.ts';
import { trialRoutes } from './trial/routes.tsx';

export interface RouteOptions {
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly installation: Installation;
  /** Has the worker look at the outbox now. */
  readonly wake: () => void;
}

/** Makes all routes. The trial's are made in a trial only. */
export function routes(
  program: WebProgram,
  { keys, installation, wake }: RouteOptions,
): { readonly pages: readonly Route<Who>[]; readonly open: readonly OpenRoute[] } {
  return {
    pages: [
      ...publicRoutes(program),
      ...askingRoutes(program),
      ...checkRoutes(program),
      ...signInRoutes(program, { keys }),
      ...familyRoutes(program),
      ...caseDeskRoutes(program),
      ...referralDeskRoutes(program),
      ...peopleDeskRoutes(program),
      ...correspondenceDeskRoutes(program),
      ...certificateDeskRoutes(program),
      ...recordRoutes(program),
      ...adviceDeskRoutes(program),
      ...callRoutes(program),
      ...searchRoutes(program, keys),
      ...officeDeskRoutes(program),
      ...organisationRoutes(program),
      ...(program.trial ? trialRoutes(program, { installation, wake }) : []),
    ],
    open: openApiRoutes(program),
  };
}
