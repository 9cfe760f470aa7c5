// The forms of a body, of its contracts, and of somebody the service points people to.
import type { Row } from '../../../database/tables.ts';
import { sayDay } from '../../cases/day.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { DateField, Form, SelectField, TextField, WordsField } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { FormPage, SeenVersion, type NowStands } from '../../office/desk/form-page.tsx';
import { bodyKinds, bodyKindWords, signpostKinds, signpostKindWords } from '../body.ts';
import { bodyPaths } from '../paths.ts';

/** Addresses that one form has room for: a shared box and a few officers. */
export const emailFields = [1, 2, 3, 4, 5] as const;

export interface FormPageBase {
  frame: Frame;
  form: FormState;
  act: string;
  meanwhile?: readonly NowStands[] | null;
  done?: string | null;
}

export interface BodyPageProps extends FormPageBase {
  /** Null for a new one. */
  body: Row<'bodies'> | null;
  /** The id that a new one will have. */
  newId?: string;
  contracts: readonly Row<'contracts'>[];
  contractForm: FormState;
  mayContract: boolean;
}

/** A body, its addresses and its contracts. */
export function BodyPage({ form, act, body, newId, contracts, contractForm, mayContract, ...page }: BodyPageProps) {
  const errors = form.errors.length > 0 ? form : contractForm;
  return (
    <FormPage
      {...page}
      form={errors}
      title={body ? body.name : 'Add a council, health board or school'}
      current="people"
      back={{ href: bodyPaths.bodies, words: 'Councils, health boards, schools' }}
    >
      <Card>
        <Form action={body ? bodyPaths.body(body.id) : bodyPaths.newBody} csrf={page.frame.csrf} act={act} class="flow">
          {body ? <SeenVersion version={body.version} /> : <input type="hidden" name="id" value={newId} />}
          {body ? (
            <p class="muted">{bodyKindWords[body.kind]}</p>
          ) : (
            <SelectField
              form={form}
              name="kind"
              label="What is it?"
              options={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
            />
          )}
          <TextField form={form} name="name" label="Name" />
          <TextField
            form={form}
            name="nationalCode"
            label="National code"
            hint="Council: E08000015. Health board: QYG. School: its URN. Leave it empty if you do not know it."
            width={10}
            spellcheck={false}
          />
          <h2>E-mail addresses</h2>
          <p>
            The shared box first, then officers by name. A request for mediation goes to all of them, so that nobody’s
            holiday delays it.
          </p>
          {emailFields.map((index) => (
            <div class="field-row">
              <TextField
                form={form}
                name={`email${index}`}
                label={index === 1 ? 'Shared box' : `Address ${index}`}
                type="email"
                spellcheck={false}
              />
              <TextField
                form={form}
                name={`emailOf${index}`}
                label={index === 1 ? 'What it is called' : 'Whose it is'}
              />
            </div>
          ))}
          <TextField form={form} name="telephone" label="Telephone" type="tel" width={20} />
          <WordsField
            form={form}
            name="addressLines"
            label="Postal address"
            hint="One line each."
            most={600}
            rows={4}
          />
          <Button preventDoubleClick>{body ? 'Save' : 'Add'}</Button>
        </Form>
      </Card>
      {body?.kind === 'authority' && (
        <Contracts {...{ frame: page.frame, body, contracts, form: contractForm, act, mayContract }} />
      )}
    </FormPage>
  );
}

interface ContractsProps {
  frame: Frame;
  body: Row<'bodies'>;
  contracts: readonly Row<'contracts'>[];
  form: FormState;
  act: string;
  mayContract: boolean;
}

function Contracts({ frame, body, contracts, form, act, mayContract }: ContractsProps) {
  return (
    <Card id="contracts" title="Contracts" flow>
      {contracts.length === 0 && <p>No contract: a new case of this council warns the adviser.</p>}
      {contracts.map(({ id, from_on: from, until_on: until }) => (
        <div class="flow">
          <p>
            From <strong>{sayDay(from)}</strong> {until ? `until ${sayDay(until)}` : 'without an agreed end'}
          </p>
          {mayContract && (
            <Form action={bodyPaths.contractEnd(body.id, id)} csrf={frame.csrf} act={act} class="flow">
              <DateField
                form={form}
                name={`end-${id}`}
                label={until ? 'Another last day' : 'Its last day'}
                hint="Cases that are open stay with this contract."
              />
              <Button classes="govuk-button--secondary">Set the last day</Button>
            </Form>
          )}
        </div>
      ))}
      {mayContract ? (
        <Form action={bodyPaths.contracts(body.id)} csrf={frame.csrf} act={act} class="flow">
          <h3>Add a contract</h3>
          <DateField form={form} name="from" label="First day" />
          <DateField form={form} name="until" label="Last day" hint="Leave it empty while no end is agreed." />
          <Button classes="govuk-button--secondary">Add the contract</Button>
        </Form>
      ) : (
        <p class="muted">A manager adds and ends contracts.</p>
      )}
    </Card>
  );
}

export interface SignpostPageProps extends FormPageBase {
  /** Null for a new one. */
  signpost: Row<'signposts'> | null;
}

/** Somebody we point people to. Saving says that it was checked today. */
export function SignpostPage({ form, act, signpost, ...page }: SignpostPageProps) {
  return (
    <FormPage
      {...page}
      form={form}
      title={signpost ? signpost.name : 'Add somebody to point people to'}
      current="people"
      back={{ href: bodyPaths.signposts, words: 'Whom we point people to' }}
      lead={
        signpost
          ? `Last checked ${sayDay(signpost.checked_on)}. Look at their own page or ring them before you save: saving says that you did.`
          : undefined
      }
    >
      <Card>
        <Form
          action={signpost ? bodyPaths.signpost(signpost.id) : bodyPaths.newSignpost}
          csrf={page.frame.csrf}
          act={act}
          class="flow"
        >
          {signpost ? (
            <SeenVersion version={signpost.version} />
          ) : (
            <SelectField
              form={form}
              name="kind"
              label="What is it?"
              options={signpostKinds.map((value) => ({ value, label: signpostKindWords[value] }))}
            />
          )}
          <TextField form={form} name="name" label="Name" />
          <TextField
            form={form}
            name="what"
            label="What they do"
            hint="It follows the name: “gives free legal advice.”"
          />
          <TextField
            form={form}
            name="how"
            label="How people reach them"
            hint="“Ring”, “Go to”, “E-mail or post”"
            width={20}
          />
          <TextField form={form} name="contact" label="Number, web page or e-mail address" spellcheck={false} />
          <WordsField
            form={form}
            name="addressLines"
            label="Postal address"
            hint="One line each."
            most={600}
            rows={4}
          />
          <Button preventDoubleClick>{signpost ? 'Checked today: save' : 'Add'}</Button>
        </Form>
      </Card>
    </FormPage>
  );
}
