// The page of every form about a case: who it is about and how they may safely be reached, what is wrong, the form, and help beside it.
import type { ComponentChildren } from 'preact';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Form } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';
import { DeskPage, type DeskNav } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { fullName } from '../../people/person.ts';
import { deskPaths } from '../paths.ts';
import type { CaseView, HolderView } from './case-view.ts';
import { SafeContactOf } from './people.tsx';

/** What a form is shown with, whatever it asks. */
export interface FormShown {
  readonly frame: Frame;
  readonly form: FormState;
  /** The act's id: a second press does nothing new. */
  readonly act: string;
  /** Somebody else changed the case meanwhile; nothing typed was saved or lost. */
  readonly changed?: boolean;
  /** What was just done on the page before. */
  readonly done?: string | undefined;
}

export interface CaseFormProps extends FormShown {
  readonly view: CaseView;
  readonly title: string;
  /** The title of the browser's tab and history, where the page's own title holds a name. */
  readonly tab?: string;
  readonly action: string;
  readonly submit: ComponentChildren;
  /** The act cannot be undone: its button says so by its colour too. */
  readonly isFinal?: boolean;
  readonly back?: { readonly href: string; readonly words: string };
  readonly current?: DeskNav;
  /** Whom the form is about; their safe ways stand on top. */
  readonly holder?: HolderView | null;
  readonly intro?: ComponentChildren;
  readonly beside?: ComponentChildren;
  /** Below the form, in its width. */
  readonly below?: ComponentChildren;
  /** Further buttons or links beside the main one. */
  readonly also?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** What is wrong, once at the top; nothing when nothing is. */
export function WhatIsWrong({ form }: { form: FormState }) {
  if (form.errors.length === 0) return null;
  return <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />;
}

/** The page. */
export function CaseFormPage(props: CaseFormProps) {
  const {
    frame,
    view,
    title,
    tab = title,
    form,
    action,
    act,
    changed,
    done,
    submit,
    isFinal,
    back,
    current,
    holder,
    intro,
    beside,
    below,
    also,
    children,
  } = props;
  const { reference, child, version } = view.page;
  const name = child && fullName({ firstNames: child.first_names, lastName: child.last_name });
  return (
    <DeskPage
      frame={frame}
      title={`${tab}, ${inFours(reference)}`}
      current={current ?? 'cases'}
      {...(form.errors.length > 0 || changed ? { invalid: true } : {})}
    >
      <BackLink href={back?.href ?? deskPaths.case(reference)}>{back?.words ?? 'Back to the case'}</BackLink>
      <WhatIsWrong form={form} />
      {done && form.errors.length === 0 && <NotificationBanner type="success" text={done} />}
      {changed && (
        <ChangedMeanwhileNotice reference={reference} action={action} hasBoth={form.recorded !== undefined} />
      )}
      <div class="page-title">
        <p class="eyebrow">
          {inFours(reference)}
          {name && ` · ${name}`}
        </p>
        <h1>{title}</h1>
      </div>
      <div class="stack">
        {holder && <SafeContactOf view={view} holder={holder} />}
        <div class={beside ? 'columns case' : undefined}>
          <div class="stack">
            <Card>
              {intro}
              <Form action={action} csrf={frame.csrf} act={act}>
                <input type="hidden" name="_seen" value={version} />
                {children}
                <div class="buttons">
                  <Button {...(isFinal ? { classes: 'govuk-button--warning' } : {})} preventDoubleClick>
                    {submit}
                  </Button>
                  {also}
                  <a href={back?.href ?? deskPaths.case(reference)}>Cancel</a>
                </div>
              </Form>
            </Card>
            {below}
          </div>
          {beside && <div class="stack">{beside}</div>}
        </div>
      </div>
    </DeskPage>
  );
}

/** Nothing is lost on either side: what was typed stands in the form, and what was recorded stands at each field that differs. */
function ChangedMeanwhileNotice({
  reference,
  action,
  hasBoth,
}: {
  reference: string;
  action: string;
  hasBoth: boolean;
}) {
  return (
    <WarningText attributes={{ role: 'alert' }}>
      Somebody else changed this case while you were typing. Nothing of yours was saved, so nothing of theirs is lost.{' '}
      {hasBoth ? (
        <>
          What you typed stands below, and where it differs, what is recorded now stands with it. Put in what is right
          and send it again, or <a href={action}>take what is recorded</a>.
        </>
      ) : (
        <>
          What you typed stands below: <a href={deskPaths.case(reference)}>look at the case</a>, then send it again.
        </>
      )}
    </WarningText>
  );
}

/** A part of a long form, with its heading. */
export function FormPart({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="form-part">
      <div>
        <h2>{title}</h2>
        {hint && <p class="muted">{hint}</p>}
      </div>
      {children}
    </section>
  );
}

/** Several short fields in a row, one below the other where there is no room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}
