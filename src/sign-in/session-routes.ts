// Signing out, here or everywhere, and the list of where somebody is signed in.
import { frameOf } from '../frame.ts';
import type { ActVisit, Route } from '../kit/http/visit.ts';
import { isId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { dropSession } from './cookies.ts';
import { SessionsPage } from './pages/account.tsx';
import { signInPaths } from './paths.ts';
import { endSession, listOwnSessions, signOut, signOutEverywhere } from './session.ts';
import { signedInOf } from './visits.ts';
import type { Who } from './who.ts';
import type { SignInProgram } from './program.ts';

/** Makes the routes. Signing out is open to anybody: who is signed out already has what they asked for. */
export function sessionRoutes(program: SignInProgram): Route<Who>[] {
  async function leave(visit: ActVisit<Who>) {
    if ('accountId' in visit.who) await signOut(program, visit.who);
    dropSession(visit);
    return visit.redirect('/');
  }
  return [
    { method: 'POST', path: signInPaths.signOut, access: 'public', handle: leave },
    {
      method: 'POST',
      path: signInPaths.signOutEverywhere,
      access: 'signed-in',
      handle: async (visit) => {
        await signOutEverywhere(program, signedInOf(visit));
        dropSession(visit);
        return visit.redirect(signInPaths.signIn);
      },
    },
    {
      method: 'GET',
      path: signInPaths.sessions,
      access: 'signed-in',
      handle: async (visit) => {
        const who = signedInOf(visit);
        if (who.kind === 'staff') return visit.redirect(signInPaths.account); // where theirs stand among their settings
        const sessions = await reading(program, who, (tx) => listOwnSessions(tx, program.clock.now(), who));
        return visit.html(SessionsPage({ frame: frameOf(program, visit), sessions }));
      },
    },
    {
      method: 'POST',
      path: signInPaths.endSession(':id'),
      access: 'signed-in',
      handle: async (visit) => {
        const { id } = visit.params;
        const who = signedInOf(visit);
        if (isId(id)) await endSession(program, who, id);
        return visit.redirect(who.kind === 'staff' ? signInPaths.account : signInPaths.sessions);
      },
    },
  ];
}
