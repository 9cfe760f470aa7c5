// The manager's page of who has a place at the desk.
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { CheckField, Form, TextField } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { signInPaths } from '../paths.ts';
import type { StaffMember } from '../staff.ts';
import { roleWords } from '../words.ts';
import { StaffIndependence } from './staff-member.tsx';

export interface StaffPageProps {
  frame: Frame;
  form: FormState;
  members: readonly StaffMember[];
  /** The manager who looks, who cannot suspend themselves. */
  me: string;
  /** A new act's id for each form. */
  newAct: () => string;
}

/** The list, and the form that invites. */
export function StaffPage({ frame, form, members, me, newAct }: StaffPageProps) {
  return (
    <DeskPage frame={frame} title="Staff" current="settings" invalid={form.errors.length > 0} mainClass="stack">
      <BackLink href="/desk/settings">Settings</BackLink>
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <h1>Staff</h1>
      <section class="card flow">
        <h2>Who has a place at the desk</h2>
        <ul class="side-list side-list--split staff-list">
          {members.map((member) => (
            <li>
              <span>
                <strong>{member.name}</strong>,{' '}
                {member.roles
                  .map((role) => roleWords[role])
                  .join(', ')
                  .toLowerCase()}
                , {member.email}
                {!member.independent && ', not independent'}
                {member.suspended && ' (suspended)'}.{' '}
                <a href={signInPaths.staffMember(member.accountId)}>
                  Change<span class="govuk-visually-hidden"> the place of {member.name}</span>
                </a>
              </span>
              {member.accountId !== me && (
                <Form action={signInPaths.suspendStaff(member.accountId)} csrf={frame.csrf} act={newAct()}>
                  <input type="hidden" name="suspended" value={member.suspended ? 'no' : 'yes'} />
                  <Button classes="govuk-button--secondary">
                    {member.suspended ? `Let ${member.name} back in` : `Suspend ${member.name}`}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        <p>Somebody who is suspended is signed out at once and cannot sign in. What they did stays on the record.</p>
      </section>
      <section class="card flow">
        <h2>Invite somebody</h2>
        <Form action={signInPaths.staff} csrf={frame.csrf} act={newAct()}>
          <TextField form={form} name="name" label="Name" autocomplete="off" />
          <TextField form={form} name="email" label="E-mail address" type="email" spellcheck={false} />
          <CheckField
            form={form}
            name="roles"
            label="What they do"
            options={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
          />
          <TextField form={form} name="employer" label="Who employs them" />
          <StaffIndependence form={form} />
          <Button preventDoubleClick>Invite</Button>
        </Form>
      </section>
    </DeskPage>
  );
}
