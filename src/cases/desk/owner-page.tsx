// The pages on which a case changes hands, is closed and is opened again.
import { RadioField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { closeRefusalWords, closingReasonWords } from '../commands.ts';
import { deskPaths } from '../paths.ts';
import type { FormContext } from './case-form.ts';
import { CaseFormPage, type FormShown } from './form-page.tsx';

type Shown<More = null> = FormShown & FormContext<More>;

/** Somebody at the desk. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The page on which a case changes hands. */
export function OwnerPage(shown: Shown<readonly Colleague[]>) {
  const { view, more, form, who } = shown;
  return (
    <CaseFormPage
      {...shown}
      title="Whose case is it?"
      action={deskPaths.owner(view.page.reference)}
      submit="Save the owner"
    >
      <RadioField
        form={form}
        name="owner"
        label="Who looks after this case from now on?"
        isHidden
        options={more.map(({ id, name }) => ({ value: id, label: id === who.accountId ? `${name} (you)` : name }))}
      />
    </CaseFormPage>
  );
}

/** The page on which a case is closed, or opened again. */
export function ClosingPage(shown: Shown) {
  const { view, form } = shown;
  const { reference, stage } = view.page;
  if (stage === 'closed')
    return (
      <CaseFormPage {...shown} title="Open the case again" action={deskPaths.closing(reference)} submit="Open it again">
        <RadioField
          form={form}
          name="why"
          label="Why?"
          options={[
            { value: 'family-came-back', label: 'The family came back' },
            { value: 'closed-in-error', label: 'It was closed by mistake' },
          ]}
        />
      </CaseFormPage>
    );
  const owed = view.holders.some(({ clocks }) =>
    clocks.some(({ kind, state }) => kind === 'issue-certificate' && state === 'running'),
  );
  return (
    <CaseFormPage
      {...shown}
      title="Close the case"
      action={deskPaths.closing(reference)}
      submit="Close the case"
      beside={
        <>
          {owed && (
            <Card id="owed" title="Not now, and why" tone="glow" flow>
              <p>{closeRefusalWords['certificate-owed']}.</p>
            </Card>
          )}
          <Card id="closed" title="What closing does" flow>
            <p>Our own clocks stop. The family’s dates for an appeal go on, and stay on its page.</p>
            <p>It can be opened again at any time.</p>
          </Card>
        </>
      }
    >
      <RadioField
        form={form}
        name="why"
        label="Why is it closed?"
        hint="Never why somebody did not wish to mediate: that is not asked."
        options={Object.entries(closingReasonWords).map(([value, label]) => ({ value, label }))}
      />
    </CaseFormPage>
  );
}
