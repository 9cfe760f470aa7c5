// The manager's page of one member of staff: what they do, who employs them, and the end of their place.
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { CheckField, Form, RadioField, TextField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { signInPaths } from '../paths.ts';
import type { StaffMember } from '../staff.ts';
import { roleWords } from '../words.ts';

export interface StaffMemberPageProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly member: StaffMember;
  /** It is the manager's own place, which another manager ends. */
  readonly isMe: boolean;
  readonly newAct: () => string;
}

/** The page. Its title names nobody. */
export function StaffMemberPage({ frame, form, member, isMe, newAct }: StaffMemberPageProps) {
  return (
    <DeskPage
      frame={frame}
      title="A place at the desk"
      current="settings"
      invalid={form.errors.length > 0}
      mainClass="stack"
    >
      <BackLink href={signInPaths.staff}>Back to the staff</BackLink>
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <h1>{member.name}</h1>
      <section class="card flow">
        <h2>What they do, and who employs them</h2>
        <Form action={signInPaths.staffMember(member.accountId)} csrf={frame.csrf} act={newAct()}>
          <CheckField
            form={form}
            name="roles"
            label="What they do"
            options={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
          />
          <TextField form={form} name="employer" label="Who employs them" />
          <StaffIndependence form={form} />
          <Button preventDoubleClick>Save</Button>
        </Form>
        <p>It holds from their next page on. Certificates that they issued stay as they are.</p>
      </section>
      <section class="card flow" id="end">
        <h2>The end of their place</h2>
        {isMe ? (
          <p>This is your own place. Another manager can end it.</p>
        ) : (
          <>
            <p>
              They are signed out at once and cannot sign in again. What they did stays on the record. Give their cases
              a new owner, and take over their open calls.
            </p>
            <Form action={signInPaths.endStaff(member.accountId)} csrf={frame.csrf} act={newAct()}>
              <Button classes="govuk-button--warning" preventDoubleClick>
                End the place of {member.name}
              </Button>
            </Form>
          </>
        )}
      </section>
    </DeskPage>
  );
}

/** The question about independence, asked the same way of everybody (section 56(3)). */
export function StaffIndependence({ form }: { form: FormState }) {
  return (
    <RadioField
      form={form}
      name="independent"
      label="Does any council in England, an integrated care board or NHS England employ them?"
      hint="An adviser must be independent: only somebody who is not employed by any of these can sign certificates."
      options={[
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes' },
      ]}
    />
  );
}
