// The manager's pages of the staff: inviting, changing, suspending, letting back in, ending. All of it asks for this shift's step-up.
import { z } from 'zod';
import { frameOf } from '../frame.ts';
import { formOf, type FormState } from '../kit/forms/answers.ts';
import { email } from '../kit/forms/contact-fields.ts';
import { choice, choices, words } from '../kit/forms/fields.ts';
import { readForm } from '../kit/forms/read-form.ts';
import { firstOf } from '../kit/http/fields.ts';
import { NotFound, RequestProblem } from '../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../kit/http/visit.ts';
import { isId, newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { inviteStaff, type InvitationRefusal } from './invitations.ts';
import { StaffMemberPage } from './pages/staff-member.tsx';
import { StaffPage } from './pages/staff.tsx';
import { signInPaths } from './paths.ts';
import type { SignInProgram } from './program.ts';
import { changeStaff, endStaff, staffChangeWords, type StaffChangeRefusal } from './staff-changes.ts';
import { listStaff, suspendStaff } from './staff.ts';
import { staffOf } from './visits.ts';
import type { Who } from './who.ts';

const invitationSchema = z.object({
  name: words(120, { asks: 'Please write their name.' }),
  email: email({ asks: 'Please write their e-mail address.' }),
  roles: choices(['adviser', 'administrator', 'manager'], { asks: 'Please choose at least one.' }),
  employer: words(200, { asks: 'Please write who employs them.' }),
  independent: choice(['no', 'yes'], { asks: 'Please choose yes or no.' }),
});

const changeSchema = invitationSchema.pick({ roles: true, employer: true, independent: true });

const refusals: Readonly<Record<InvitationRefusal, string>> = {
  'not-an-address': 'Please write the whole e-mail address, like name@example.org.',
  'here-already': 'Somebody with this address has a place at the desk.',
  'not-a-manager': 'Only a manager can invite.',
};

/** Makes the routes. */
export function staffRoutes(program: SignInProgram): Route<Who>[] {
  async function page(visit: Visit<Who>, form: FormState, status = 200) {
    const me = staffOf(visit);
    const members = await reading(program, me, (tx) => listStaff(tx, me.serviceId));
    const newAct = () => newId(program.clock.now());
    return visit.html(StaffPage({ frame: frameOf(program, visit), form, members, me: me.accountId, newAct }), status);
  }

  function actOf(visit: ActVisit<Who>): string {
    const act = firstOf(visit.form, '_act');
    if (!isId(act)) throw new RequestProblem('bad-request');
    return act;
  }

  async function invite(visit: ActVisit<Who>) {
    const read = readForm(invitationSchema, visit.form);
    if (!read.ok) return page(visit, { answers: read.answers, errors: read.errors }, 422);
    const { independent, ...rest } = read.values;
    const invitation = { ...rest, independent: independent === 'no' };
    const done = await inviteStaff(program, staffOf(visit), actOf(visit), invitation);
    if ('refused' in done) {
      const errors = [{ field: 'email', message: refusals[done.refused] }];
      return page(visit, { answers: read.answers, errors }, 422);
    }
    return visit.redirect(signInPaths.staff);
  }

  async function suspend(visit: ActVisit<Who>) {
    const { id } = visit.params;
    if (!isId(id)) throw new NotFound();
    const suspended = firstOf(visit.form, 'suspended') !== 'no';
    const done = await suspendStaff(program, staffOf(visit), actOf(visit), id, suspended);
    if ('refused' in done && done.refused === 'not-on-the-staff') throw new NotFound();
    if ('refused' in done) throw new RequestProblem('cannot-accept');
    return visit.redirect(signInPaths.staff);
  }

  async function memberPage(visit: Visit<Who>, form: FormState | null, status = 200) {
    const me = staffOf(visit);
    const members = await reading(program, me, (tx) => listStaff(tx, me.serviceId));
    const member = members.find(({ accountId }) => accountId === visit.params['id']);
    if (!member) throw new NotFound();
    const { roles, employer, independent } = member;
    const known = formOf({ roles, employer, independent: independent ? 'no' : 'yes' });
    const newAct = () => newId(program.clock.now());
    const isMe = member.accountId === me.accountId;
    return visit.html(
      StaffMemberPage({ frame: frameOf(program, visit), form: form ?? known, member, isMe, newAct }),
      status,
    );
  }

  async function change(visit: ActVisit<Who>) {
    const { id } = visit.params;
    if (!isId(id)) throw new NotFound();
    const read = readForm(changeSchema, visit.form);
    if (!read.ok) return memberPage(visit, { answers: read.answers, errors: read.errors }, 422);
    const { independent, ...rest } = read.values;
    const wanted = { ...rest, actId: actOf(visit), accountId: id, independent: independent === 'no' };
    const done = await changeStaff(program, staffOf(visit), wanted);
    if ('refused' in done) return refusedChange(visit, done.refused, read.answers);
    return visit.redirect(signInPaths.staff);
  }

  async function end(visit: ActVisit<Who>) {
    const { id } = visit.params;
    if (!isId(id)) throw new NotFound();
    const done = await endStaff(program, staffOf(visit), { actId: actOf(visit), accountId: id });
    if ('refused' in done) return refusedChange(visit, done.refused, null);
    return visit.redirect(signInPaths.staff);
  }

  async function refusedChange(visit: Visit<Who>, refused: StaffChangeRefusal, answers: FormState['answers'] | null) {
    if (refused === 'not-on-the-staff') throw new NotFound();
    const field = refused.includes('employer') ? 'employer' : 'roles';
    const errors = [{ field, message: `${staffChangeWords[refused]}.` }];
    return memberPage(visit, { answers: answers ?? {}, errors }, 422);
  }

  return [
    {
      method: 'GET',
      path: signInPaths.staffMember(':id'),
      access: 'manager',
      handle: (visit) => memberPage(visit, null),
    },
    { method: 'POST', path: signInPaths.staffMember(':id'), access: 'manager-proved', handle: change },
    { method: 'POST', path: signInPaths.endStaff(':id'), access: 'manager-proved', handle: end },
    { method: 'GET', path: signInPaths.staff, access: 'manager', handle: (visit) => page(visit, formOf()) },
    { method: 'POST', path: signInPaths.staff, access: 'manager-proved', handle: invite },
    { method: 'POST', path: signInPaths.suspendStaff(':id'), access: 'manager-proved', handle: suspend },
  ];
}
