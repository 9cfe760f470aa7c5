// Signing in with a passkey.
import { frameOf } from '../frame.ts';
import { firstOf } from '../kit/http/fields.ts';
import type { RateLimit } from '../kit/http/limits.ts';
import type { ActVisit, Route } from '../kit/http/visit.ts';
import { keepSession } from './cookies.ts';
import { SignInPage } from './pages/sign-in.tsx';
import { askForPasskey, signInByPasskey } from './passkeys.ts';
import { signInPaths } from './paths.ts';
import { signOut } from './session.ts';
import { browserOf, goOn, relyingPartyOf, targetOf, visitorOf } from './visits.ts';
import type { Who } from './who.ts';
import type { SignInProgram } from './program.ts';

/** Each question and each answer is a row or a signature to check; an office shares one network. */
const PASSKEY_LIMIT: RateLimit = { max: 120, windowSeconds: 600 };

/** Makes the routes. The question is a POST because it is written down, to be answered once. */
export function passkeyRoutes(program: SignInProgram): Route<Who>[] {
  async function use(visit: ActVisit<Who>) {
    const answer = firstOf(visit.form, 'response') ?? '';
    const signedIn = await signInByPasskey(program, visitorOf(visit), relyingPartyOf(visit), answer, browserOf(visit));
    if ('refused' in signedIn) {
      const errors = [
        { field: 'address', message: 'We do not know that passkey. Use another one, or have a link sent.' },
      ];
      return visit.html(
        SignInPage({ frame: frameOf(program, visit), form: { answers: {}, errors }, to: targetOf(visit) }),
        422,
      );
    }
    if ('accountId' in visit.who) await signOut(program, visit.who);
    keepSession(visit, signedIn.sessionToken, 'desk');
    return goOn(visit, 'staff', targetOf(visit));
  }
  return [
    {
      method: 'POST',
      path: signInPaths.passkeyOptions,
      access: 'public',
      rateLimit: PASSKEY_LIMIT,
      handle: async (visit) => visit.json(await askForPasskey(program, visitorOf(visit), relyingPartyOf(visit))),
    },
    { method: 'POST', path: signInPaths.passkey, access: 'public', rateLimit: PASSKEY_LIMIT, handle: use },
  ];
}
