// What the routes of sign-in ask of a visit: who it is for certain, where it is going, where passkeys belong.
import { firstOf } from '../kit/http/fields.ts';
import { isLocalPath } from '../kit/http/local-path.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { ActVisit, Visit } from '../kit/http/visit.ts';
import { keepSession } from './cookies.ts';
import type { RelyingParty } from './passkeys.ts';
import { firstPageOf } from './paths.ts';
import { browserName } from './session.ts';
import type { SignedIn, Staff, Visitor, Who } from './who.ts';

/** The staff member at a route that only staff may enter. Throws NotFound otherwise. */
export function staffOf({ who }: Visit<Who>): Staff {
  if (who.kind !== 'staff') throw new NotFound();
  return who;
}

/** Whoever is signed in at a route that asks for it. Throws NotFound otherwise. */
export function signedInOf({ who }: Visit<Who>): SignedIn {
  if (who.kind !== 'staff' && who.kind !== 'family') throw new NotFound();
  return who;
}

/** The same request as somebody who is not signed in, for what is decided by a secret and not by a session. */
export function visitorOf({ who }: Visit<Who>): Visitor {
  return { kind: 'visitor', serviceId: who.serviceId };
}

/** The page somebody was going to, from the address or the form; '' when there is none or it is not a page to go to. */
export function targetOf(visit: Visit<Who> | ActVisit<Who>): string {
  const to = firstOf(visit.query, 'to') ?? ('form' in visit ? firstOf(visit.form, 'to') : undefined) ?? '';
  return isLocalPath(to) && !/^\/sign-(in|out)/.test(to) ? to : '';
}

/** Goes where the person was going. A target of the other kind of person is simply not there for them. */
export function goOn(visit: Visit<Who>, kind: 'staff' | 'family', to: string) {
  return visit.redirect(to === '' ? firstPageOf(kind) : to);
}

/** After a step-up: the new token, and on to where the person was going. */
export function goOnProved(visit: ActVisit<Who>, { sessionToken }: { readonly sessionToken: string }) {
  keepSession(visit, sessionToken, 'desk');
  return goOn(visit, 'staff', targetOf(visit));
}

/** Passkeys belong to the host by which the browser reached us; the server has checked that it is ours. */
export function relyingPartyOf({ request }: Visit<Who>): RelyingParty {
  const origin = request.server.site.originFor(request.headers.host ?? '');
  return { id: new URL(origin).hostname, origin };
}

/** What to call the browser of this visit. */
export function browserOf({ request }: Visit<Who>): string {
  return browserName(request.headers['user-agent']);
}
