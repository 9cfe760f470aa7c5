// The pages on which the decision, the child and the council of a case are put right.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import { shortIso } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { TickField } from '../../kit/forms/form.tsx';
import { firstOf } from '../../kit/http/fields.ts';
import { isLocalPath } from '../../kit/http/local-path.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { Authority } from '../store-authorities.ts';
import { AuthorityField, ChildFields, DecisionFields } from './field-views.tsx';

type Shown<More = null> = FormShown & FormContext<More>;

/** Keeps where the person came from, so that a correction goes on where it was. */
function actionOf(path: string, { visit }: Pick<Shown<unknown>, 'visit'>): string {
  const back = firstOf(visit.query, 'back') ?? '';
  return isLocalPath(back) ? `${path}?back=${encodeURIComponent(back)}` : path;
}

const certified = ({ view }: Pick<Shown<unknown>, 'view'>): boolean =>
  view.page.certificates.some(({ state }) => state === 'issued');

function CertifiedNotice({ shown }: { shown: Pick<Shown<unknown>, 'view'> }) {
  if (!certified(shown)) return null;
  return (
    <Card id="certified" title="A certificate was issued" tone="glow" flow>
      <p>
        What stands on it does not change by itself. Change the record here, then make a correction: a new version with
        the original date.
      </p>
    </Card>
  );
}

/** The page of the decision. */
export function DecisionPage(shown: Shown) {
  const { view } = shown;
  return (
    <CaseFormPage
      {...shown}
      title="The decision in the letter"
      action={actionOf(deskPaths.decision(view.page.reference), shown)}
      submit="Save the decision"
      beside={
        <>
          <CertifiedNotice shown={shown} />
          <Card id="dates" title="What follows from it" tone="soft" flow>
            <p>
              Contact reached us on {shortIso(view.page.contact_on)}. That day never moves: it decides whether contact
              was in time, whatever is changed here.
            </p>
            <p>The earlier of the date printed and the date sent counts, which is safe on every reading.</p>
            <p>A letter dated after the contact is a new decision: record a new contact for it.</p>
          </Card>
        </>
      }
    >
      <DecisionFields form={shown.form} />
      <TickField
        form={shown.form}
        name="health"
        label="Health care, or its absence from the plan, is part of the worry"
      />
    </CaseFormPage>
  );
}

/** The page of the child. */
export function ChildPage(shown: Shown) {
  return (
    <CaseFormPage
      {...shown}
      title="The child or young person"
      action={actionOf(deskPaths.child(shown.view.page.reference), shown)}
      submit="Save the details"
      beside={
        <>
          <CertifiedNotice shown={shown} />
          <Card id="names" title="Names and birth date" tone="soft" flow>
            <p>Exactly as on the council’s letter: the Tribunal compares them.</p>
            <p>The birth date says who holds the right, and from when the young person does.</p>
          </Card>
        </>
      }
    >
      <ChildFields form={shown.form} />
    </CaseFormPage>
  );
}

/** The page of the council. */
export function AuthorityPage(shown: Shown<readonly Authority[]>) {
  return (
    <CaseFormPage
      {...shown}
      title="The council"
      action={actionOf(deskPaths.authority(shown.view.page.reference), shown)}
      submit="Save the council"
      beside={<CertifiedNotice shown={shown} />}
    >
      <AuthorityField form={shown.form} authorities={shown.more} />
    </CaseFormPage>
  );
}
