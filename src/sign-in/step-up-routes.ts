// Confirming, once a shift, that it is you: by passkey, by recovery code, or in a trial at a press.
import { frameOf } from '../frame.ts';
import { formOf, type FormState } from '../kit/forms/answers.ts';
import { firstOf } from '../kit/http/fields.ts';
import type { RateLimit } from '../kit/http/limits.ts';
import type { Route, Visit } from '../kit/http/visit.ts';
import { reading } from '../program.ts';
import { StepUpPage } from './pages/account.tsx';
import { askForPasskey, listOwnPasskeys, stepUpByPasskey } from './passkeys.ts';
import { signInPaths } from './paths.ts';
import { stepUpByRecoveryCode } from './recovery-codes.ts';
import { stepUpInTrial } from './trial.ts';
import { goOnProved, relyingPartyOf, staffOf, targetOf } from './visits.ts';
import type { Who } from './who.ts';
import type { SignInProgram } from './program.ts';

const STEP_UP_LIMIT: RateLimit = { max: 60, windowSeconds: 600 };

/** Makes the routes. */
export function stepUpRoutes(program: SignInProgram): Route<Who>[] {
  async function page(visit: Visit<Who>, form: FormState, status = 200) {
    const staff = staffOf(visit);
    const passkeys = await reading(program, staff, (tx) => listOwnPasskeys(tx, staff));
    const frame = frameOf(program, visit);
    return visit.html(StepUpPage({ frame, form, to: targetOf(visit), hasPasskey: passkeys.length > 0 }), status);
  }
  const wrong = (visit: Visit<Who>, message: string) =>
    page(visit, { answers: {}, errors: [{ field: 'code', message }] }, 422);

  return [
    { method: 'GET', path: signInPaths.stepUp, access: 'staff', handle: (visit) => page(visit, formOf()) },
    {
      method: 'POST',
      path: signInPaths.stepUpOptions,
      access: 'staff',
      rateLimit: STEP_UP_LIMIT,
      handle: async (visit) => visit.json(await askForPasskey(program, staffOf(visit), relyingPartyOf(visit))),
    },
    {
      method: 'POST',
      path: signInPaths.stepUp,
      access: 'staff',
      rateLimit: STEP_UP_LIMIT,
      handle: async (visit) => {
        const answer = firstOf(visit.form, 'response') ?? '';
        const done = await stepUpByPasskey(program, staffOf(visit), relyingPartyOf(visit), answer);
        return 'refused' in done
          ? wrong(visit, 'That passkey is not one of yours here. Use another, or a recovery code.')
          : goOnProved(visit, done);
      },
    },
    {
      method: 'POST',
      path: signInPaths.stepUpByCode,
      access: 'staff',
      rateLimit: STEP_UP_LIMIT,
      handle: async (visit) => {
        const done = await stepUpByRecoveryCode(program, staffOf(visit), firstOf(visit.form, 'code') ?? '');
        return 'refused' in done
          ? wrong(visit, 'That is not one of your codes, or it has been used.')
          : goOnProved(visit, done);
      },
    },
  ];
}

/** Makes the trial's route: its people have no passkeys. */
export function trialStepUpRoute(program: SignInProgram): Route<Who> {
  return {
    method: 'POST',
    path: signInPaths.trialStepUp,
    access: 'staff',
    handle: async (visit) => goOnProved(visit, await stepUpInTrial(program, staffOf(visit))),
  };
}
