// The settings of somebody on the staff: passkeys, recovery codes, sessions.
import { z } from 'zod';
import { frameOf } from '../frame.ts';
import { formOf, type FormState } from '../kit/forms/answers.ts';
import { words } from '../kit/forms/fields.ts';
import { readForm } from '../kit/forms/read-form.ts';
import { firstOf } from '../kit/http/fields.ts';
import type { ActVisit, Route, Visit } from '../kit/http/visit.ts';
import { isId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { keepSession } from './cookies.ts';
import { AccountPage, RecoveryCodesPage } from './pages/account.tsx';
import { addPasskey, listOwnPasskeys, offerNewPasskey, removePasskey, type PasskeyRefusal } from './passkeys.ts';
import { signInPaths } from './paths.ts';
import { countRecoveryCodes, makeRecoveryCodes } from './recovery-codes.ts';
import { listOwnSessions } from './session.ts';
import { relyingPartyOf, staffOf } from './visits.ts';
import type { Who } from './who.ts';
import type { SignInProgram } from './program.ts';

const refusals: Readonly<Record<PasskeyRefusal, string>> = {
  'not-verified': 'The device’s answer could not be checked. Please try again.',
  'step-up-first': 'Please confirm that it is you before adding another passkey.',
  'too-many': 'You have ten passkeys. Remove one first.',
  'here-already': 'That passkey is here already.',
};
const nameSchema = z.object({ name: words(60, { asks: 'Please give the passkey a name.' }) });

/** Makes the routes. Removing a passkey and making codes need a step-up, or a stolen session could keep itself alive. */
export function accountRoutes(program: SignInProgram): Route<Who>[] {
  async function page(visit: Visit<Who>, form: FormState, status = 200) {
    const staff = staffOf(visit);
    const frame = frameOf(program, visit);
    const shown = await reading(program, staff, async (tx) => ({
      passkeys: await listOwnPasskeys(tx, staff),
      codesLeft: await countRecoveryCodes(tx, staff),
      sessions: await listOwnSessions(tx, program.clock.now(), staff),
    }));
    return visit.html(AccountPage({ frame, form, ...shown }), status);
  }

  async function add(visit: ActVisit<Who>) {
    const read = readForm(nameSchema, visit.form);
    if (!read.ok) return page(visit, { answers: read.answers, errors: read.errors }, 422);
    const answer = firstOf(visit.form, 'response') ?? '';
    const added = await addPasskey(program, staffOf(visit), relyingPartyOf(visit), answer, read.values.name);
    if ('refused' in added)
      return page(visit, { answers: read.answers, errors: [{ field: 'name', message: refusals[added.refused] }] }, 422);
    keepSession(visit, added.sessionToken, 'desk');
    return visit.redirect(signInPaths.account);
  }

  return [
    { method: 'GET', path: signInPaths.account, access: 'desk', handle: (visit) => page(visit, formOf()) },
    {
      method: 'POST',
      path: signInPaths.newPasskeyOptions,
      access: 'desk',
      handle: async (visit) => visit.json(await offerNewPasskey(program, staffOf(visit), relyingPartyOf(visit))),
    },
    { method: 'POST', path: signInPaths.newPasskey, access: 'desk', handle: add },
    {
      method: 'POST',
      path: signInPaths.removePasskey(':id'),
      access: 'desk-proved',
      handle: async (visit) => {
        const { id } = visit.params;
        if (isId(id)) await removePasskey(program, staffOf(visit), id);
        return visit.redirect(signInPaths.account);
      },
    },
    {
      method: 'POST',
      path: signInPaths.recoveryCodes,
      access: 'desk-proved',
      handle: async (visit) => {
        const made = await makeRecoveryCodes(program, staffOf(visit));
        if ('refused' in made) return visit.redirect(signInPaths.stepUp);
        return visit.html(RecoveryCodesPage({ frame: frameOf(program, visit), codes: made.codes }));
      },
    },
  ];
}
