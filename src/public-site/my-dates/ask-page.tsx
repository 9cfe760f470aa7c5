// The questions of "My dates", all on one page; the answers go into the address and nowhere else.
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { DateField, Form, RadioField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import { DECISION_KINDS } from '../../law/decisions.ts';
import { RingUs } from '../content/content-page.tsx';
import { publicPaths } from '../paths.ts';
import type { PublicView } from '../view.ts';
import { decisionWords } from './words.ts';

/** Asks for the letter, the contact and the certificate. */
export function AskPage({ view, form, back }: { view: PublicView; form: FormState; back?: string }) {
  const invalid = form.errors.length > 0;
  return (
    <PublicPage frame={view.frame} title="Work out my dates" current="dates" invalid={invalid} main="stack">
      <div>
        {back && <BackLink href={back} />}
        {invalid && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
        <div class="page-title page-title--close">
          <h1>Work out my dates</h1>
          <p class="lead">
            Time to appeal is short. Have the council’s letter beside you. We do not ask who you are, and we keep
            nothing.
          </p>
        </div>
      </div>
      <Form action={publicPaths.myDates} method="get" class="card" label="Your letter">
        <RadioField
          form={form}
          name="kind"
          label="What did the council decide?"
          options={DECISION_KINDS.map((kind) => ({
            value: kind,
            label: decisionWords[kind].answer,
            hint: decisionWords[kind].hint,
          }))}
        />
        <DateField
          form={form}
          name="dated"
          label="What date is printed on the letter?"
          hint="It is often near the top. For example, 10 6 2026."
        />
        <DateField
          form={form}
          name="sent"
          label="Was it sent on another day?"
          hint="Only if you can show it, for instance by an e-mail or a postmark. Otherwise leave this empty."
        />
        <RadioField
          form={form}
          name="contact"
          label="Have you contacted a mediation adviser about it?"
          hint="Us, or another mediation service. A message counts."
          options={[
            {
              value: 'yes',
              label: 'Yes',
              reveals: (
                <DateField form={form} name="contacted" label="When was that?" hint="Leave this if you do not know." />
              ),
            },
            { value: 'no', label: 'Not yet' },
          ]}
        />
        <DateField
          form={form}
          name="certificate"
          label="What date is on your mediation certificate?"
          hint="If there is none yet, leave this empty."
        />
        <div class="buttons after">
          <Button>Show my dates</Button>
        </div>
      </Form>
      <div class="after-card">
        <p>
          No letter, or not sure? <a href={publicPaths.whatCanIDo}>What can I do?</a>
        </p>
        <p>
          Would you rather talk? <RingUs view={view} />
        </p>
      </div>
    </PublicPage>
  );
}
