// Asking for a link, opening it, and saying whose device it is.
import { z } from 'zod';
import { frameOf } from '../frame.ts';
import { formOf, type FormState } from '../kit/forms/answers.ts';
import { email } from '../kit/forms/contact-fields.ts';
import { readForm } from '../kit/forms/read-form.ts';
import { firstOf } from '../kit/http/fields.ts';
import { networkOf } from '../kit/http/network.ts';
import { RequestProblem } from '../kit/http/problems.ts';
import { sameTime } from '../kit/http/same-time.ts';
import type { ActVisit, Route, Visit } from '../kit/http/visit.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { askedBrowser, askingBrowser, forgetAsking, keepSession, knownMark, markAsKnown } from './cookies.ts';
import { SAME_TIME_MILLISECONDS } from './limits.ts';
import { askForLink, findLink, knownCookie, useLink } from './links.ts';
import { DevicePage, LinkPage, NoLinkPage } from './pages/link.tsx';
import { LinkSentPage, SignInPage } from './pages/sign-in.tsx';
import { signInPaths, withTarget } from './paths.ts';
import { codeOfBrowser } from './secrets.ts';
import { renewSession, signOut } from './session.ts';
import { browserOf, goOn, signedInOf, targetOf, visitorOf } from './visits.ts';
import { seatOf, type Who } from './who.ts';
import type { SignInProgram } from './program.ts';

export interface LinkRouteOptions {
  /** The installation's keys, the newest first. */
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  /** See `SAME_TIME_MILLISECONDS`; shorter in tests that measure something else. */
  readonly sameTimeMilliseconds?: number;
}

const askSchema = z.object({ address: email({ asks: 'Please write your e-mail address.' }) });
const AN_HOUR = 3600;

/** Makes the routes. */
export function linkRoutes(
  program: SignInProgram,
  { keys, sameTimeMilliseconds = SAME_TIME_MILLISECONDS }: LinkRouteOptions,
): Route<Who>[] {
  const [key] = keys;

  function askPage(visit: Visit<Who>, form: FormState, status = 200) {
    return visit.html(SignInPage({ frame: frameOf(program, visit), form, to: targetOf(visit) }), status);
  }

  async function ask(visit: ActVisit<Who>) {
    const read = readForm(askSchema, visit.form);
    if (!read.ok) return askPage(visit, { answers: read.answers, errors: read.errors }, 422);
    const browser = askingBrowser(visit);
    const answer = await sameTime(sameTimeMilliseconds, () =>
      askForLink(program, key, visitorOf(visit), {
        address: read.values.address,
        network: networkOf(visit.request),
        browser,
        known: knownMark(visit),
        goingTo: targetOf(visit),
      }),
    );
    if (answer === 'network') throw new RequestProblem('too-many', AN_HOUR);
    return visit.redirect(signInPaths.sent);
  }

  function linkPage(visit: Visit<Who>, needsCode: boolean, form: FormState = formOf(), status = 200) {
    const token = visit.params['token'] ?? '';
    return visit.html(LinkPage({ frame: frameOf(program, visit), token, form, needsCode }), status);
  }

  async function open(visit: ActVisit<Who>) {
    const code = firstOf(visit.form, 'code');
    const opened = await useLink(program, visitorOf(visit), {
      token: visit.params['token'] ?? '',
      browser: askedBrowser(visit),
      code,
      browserName: browserOf(visit),
    });
    if ('refused' in opened) {
      if (opened.refused === 'needs-code' || opened.refused === 'wrong-code') {
        const message =
          opened.refused === 'wrong-code'
            ? 'That is not the code on the other screen. Please look again.'
            : 'Please type the code that the other screen shows.';
        return linkPage(visit, true, { answers: { code: code ?? '' }, errors: [{ field: 'code', message }] }, 422);
      }
      return visit.html(NoLinkPage({ frame: frameOf(program, visit), state: opened.refused }), 410);
    }
    if ('accountId' in visit.who) await signOut(program, visit.who);
    const device = opened.kind === 'staff' ? 'desk' : 'shared';
    keepSession(visit, opened.sessionToken, device);
    markAsKnown(visit, knownCookie(key, opened.addressHash), device);
    forgetAsking(visit);
    return opened.kind === 'staff'
      ? goOn(visit, 'staff', opened.goingTo)
      : visit.redirect(withTarget(signInPaths.device, opened.goingTo));
  }

  async function sayDevice(visit: ActVisit<Who>) {
    const who = signedInOf(visit);
    if (who.kind === 'family') {
      const device = firstOf(visit.form, 'device') === 'own' ? 'own' : 'shared';
      const token = await inSeat(program.database, seatOf(who, false), (tx) =>
        renewSession(tx, program.clock.now(), who, { device }),
      );
      keepSession(visit, token, device);
      const mark = knownMark(visit);
      if (mark !== undefined) markAsKnown(visit, mark, device);
    }
    return goOn(visit, who.kind, targetOf(visit));
  }

  return [
    {
      method: 'GET',
      path: signInPaths.signIn,
      access: 'public',
      handle: (visit) => askPage(visit, formOf()),
    },
    { method: 'POST', path: signInPaths.signIn, access: 'public', handle: ask },
    {
      method: 'GET',
      path: signInPaths.sent,
      access: 'public',
      handle: (visit) => {
        const browser = askedBrowser(visit);
        const code = browser === undefined ? null : codeOfBrowser(browser);
        return visit.html(LinkSentPage({ frame: frameOf(program, visit), code }));
      },
    },
    {
      method: 'GET',
      path: signInPaths.link(':token'),
      access: 'public',
      handle: async (visit) => {
        const state = await findLink(program, visitorOf(visit), visit.params['token'] ?? '', askedBrowser(visit));
        if (state === 'ready' || state === 'needs-code') return linkPage(visit, state === 'needs-code');
        return visit.html(NoLinkPage({ frame: frameOf(program, visit), state }), 410);
      },
    },
    { method: 'POST', path: signInPaths.link(':token'), access: 'public', handle: open },
    {
      method: 'GET',
      path: signInPaths.device,
      access: 'signed-in',
      handle: (visit) => visit.html(DevicePage({ frame: frameOf(program, visit), to: targetOf(visit) })),
    },
    { method: 'POST', path: signInPaths.device, access: 'signed-in', handle: sayDevice },
  ];
}
