// The page on which a manager decides about a contact that came after the two months.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import type { HolderView } from '../../cases/desk/case-view.ts';
import { deskPaths } from '../../cases/paths.ts';
import { RadioField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';

type Shown = FormShown & FormContext<{ readonly holder: HolderView }>;

/** The page. */
export function LateContactPage(shown: Shown) {
  const { view, more, form } = shown;
  const path = deskPaths.lateContact(view.page.reference);
  return (
    <CaseFormPage
      {...shown}
      holder={more.holder}
      current="certificates"
      title="The late contact"
      action={view.holders.length > 1 ? `${path}?for=${more.holder.participationId}` : path}
      submit="Save the decision"
      beside={
        <Card id="either" title="Whatever is decided" tone="glow" flow>
          <p>
            The family is told at once to send the appeal now and to ask the Tribunal’s permission: with the
            certificate, or in a letter that goes when you save. The certificate states the date of contact. No month
            from it is ever given as of right.
          </p>
        </Card>
      }
    >
      <RadioField
        form={form}
        name="issue"
        label="Is the certificate issued?"
        options={[
          { value: 'yes', label: 'Yes, issue it: the Tribunal decides about the lateness' },
          { value: 'no', label: 'No, do not issue it' },
        ]}
      />
    </CaseFormPage>
  );
}
