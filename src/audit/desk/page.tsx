// The page of who looked at what, the latest first.
import { shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { addressOf, formOf } from '../../kit/forms/answers.ts';
import { Form, SelectField, TextField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import type { StaffMember } from '../../sign-in/staff.ts';
import type { Look, LookedAt, LookedFilter } from '../looked.ts';
import { unusualWords, type Unusual } from '../unusual.ts';

export const lookWords: Readonly<Record<Look['what'], string>> = {
  case: 'Opened the case',
  person: 'Opened a person',
  paper: 'Opened a paper',
  search: 'Searched',
  export: 'Exported',
};

export interface LookedPageProps {
  frame: Frame;
  looks: readonly (LookedAt & { readonly unusual: readonly Unusual[] })[];
  /** The last look that was gone through, where there may be more before it. */
  last: LookedAt | undefined;
  onlyUnusual: boolean;
  staff: readonly StaffMember[];
  typedCase: string;
  filter: LookedFilter;
}

/** The page. What was searched for is never kept, so it cannot be shown. */
export function LookedPage({ frame, looks, last, onlyUnusual, staff, typedCase, filter }: LookedPageProps) {
  const form = formOf({
    case: typedCase,
    who: filter.accountId ?? '',
    what: filter.what ?? '',
    unusual: onlyUnusual ? 'yes' : '',
  });
  return (
    <DeskPage frame={frame} title="Who looked at what" current="settings" mainClass="stack">
      <BackLink href="/desk/settings">Settings</BackLink>
      <div class="flow">
        <h1>Who looked at what</h1>
        <p>Every opening of a case or paper, and every search, the latest first. What was searched for is not kept.</p>
        <p>
          A look is marked where somebody on the staff opened a case that is not theirs and did nothing in it that day,
          opened many cases within an hour, or looked when nobody works. Each can have a good reason: ask.
        </p>
      </div>
      <Card>
        <Form action="/desk/settings/looked" method="get" class="narrow-by">
          <TextField form={form} name="case" label="Case reference" width={10} />
          <SelectField
            form={form}
            name="who"
            label="Who"
            options={[
              { value: '', label: 'Everybody' },
              ...staff.map(({ accountId, name }) => ({ value: accountId, label: name })),
            ]}
          />
          <SelectField
            form={form}
            name="what"
            label="What"
            options={[
              { value: '', label: 'Everything' },
              ...Object.entries(lookWords).map(([value, label]) => ({ value, label })),
            ]}
          />
          <SelectField
            form={form}
            name="unusual"
            label="Which"
            options={[
              { value: '', label: 'All' },
              { value: 'yes', label: 'Only the unusual' },
            ]}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      </Card>
      {looks.length === 0 ? (
        <Card>
          <p>Nobody looked at anything like that{last && ', as far as was gone through'}.</p>
        </Card>
      ) : (
        <Card flush>
          <table class="table table--stacks">
            <caption class="govuk-visually-hidden">Looks, the latest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Case</th>
                <th scope="col">Unusual</th>
              </tr>
            </thead>
            <tbody>
              {looks.map((look) => (
                <tr>
                  <td>{shortMoment(look.at.toString())}</td>
                  <td>{look.byName ?? (look.accountId ? 'Somebody in the family' : 'Somebody at the server')}</td>
                  <td>{lookWords[look.what]}</td>
                  <td>
                    {look.caseReference && (
                      <a href={deskPaths.case(look.caseReference)}>{inFours(look.caseReference)}</a>
                    )}
                  </td>
                  <td>{look.unusual.map((why) => unusualWords[why]).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {last && (
        <p>
          <a
            href={addressOf('/desk/settings/looked', {
              ...form.answers,
              before: `${last.at.toString()} ${last.id}`,
            })}
          >
            Earlier
          </a>
        </p>
      )}
    </DeskPage>
  );
}
