// What every page of settings, contacts and bodies with a form shares: the way back, the errors, and what to do when somebody else was quicker.
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { DeskPage, type DeskNav } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import type { Words } from '../../kit/html/parts.ts';

/** A field that somebody else changed meanwhile: as it stands now. */
export interface NowStands {
  readonly what: string;
  readonly now: string;
}

export interface FormPageProps {
  frame: Frame;
  title: string;
  current: DeskNav;
  back: { href: string; words: string };
  form?: FormState;
  /** Shown with a 409: what was typed is kept in the form, and this is what stands. */
  meanwhile?: readonly NowStands[] | null;
  /** What was just done. */
  done?: string | null;
  lead?: Words;
  children: Words;
}

/** A desk page with a way back, its errors and its news above the heading. */
export function FormPage({ frame, title, current, back, form, meanwhile, done, lead, children }: FormPageProps) {
  const errors = form?.errors ?? [];
  return (
    <DeskPage frame={frame} title={title} current={current} invalid={errors.length > 0} mainClass="stack">
      <BackLink href={back.href}>{back.words}</BackLink>
      {form && errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      {done && <NotificationBanner type="success" text={done} />}
      {meanwhile && <Meanwhile rows={meanwhile} />}
      <div class="flow">
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children}
    </DeskPage>
  );
}

function Meanwhile({ rows }: { rows: readonly NowStands[] }) {
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">Somebody else changed this while you were typing.</p>
      <p>Nothing of yours is saved yet. What you typed is still in the form below. This is what stands now:</p>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map(({ what, now }) => (
          <li>
            {what}: <strong>{now === '' ? 'empty' : now}</strong>
          </li>
        ))}
      </ul>
      <p>Press again to save yours over it, or go back to leave it.</p>
    </NotificationBanner>
  );
}

/** The version that the form was made from; it stands in every form that changes a row. */
export function SeenVersion({ version }: { version: number }) {
  return <input type="hidden" name="version" value={String(version)} />;
}
