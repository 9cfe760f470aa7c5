// The page of an e-mail whose papers wait because the address was changed: agree, send it another way, or take it back.
import { WhatIsWrong } from '../../cases/desk/form-page.tsx';
import { deskPaths } from '../../cases/paths.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { Form, RadioField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { LetterAtDesk } from '../store.ts';
import { called } from '../words.ts';
import { packPaths } from './paths.ts';
import { WaitsCard } from './waits-card.tsx';

export interface WaitingPageProps {
  readonly frame: Frame;
  readonly found: LetterAtDesk;
  readonly form: FormState;
  readonly act: string;
}

/** The page. */
export function WaitingPage({ frame, found, form, act }: WaitingPageProps) {
  const { letter, reference } = found;
  return (
    <DeskPage
      frame={frame}
      title="A letter that waits"
      current="today"
      {...(form.errors.length > 0 ? { invalid: true } : {})}
    >
      <BackLink href={reference ? deskPaths.case(reference) : deskPaths.today}>Back to the case</BackLink>
      <WhatIsWrong form={form} />
      <div class="page-title">
        <h1>{called(letter.template)}: it waits</h1>
        <p class="muted">By e-mail to {letter.to_address}</p>
      </div>
      <div class="columns case">
        <WaitsCard found={found} />
        <Card id="instead" title="Or do something else with it" flow>
          <Form action={packPaths.wrong(letter.id)} csrf={frame.csrf} act={act}>
            <RadioField
              form={form}
              name="how"
              label="What is done with it?"
              isHidden
              options={[
                {
                  value: 'post',
                  label: 'Post it instead, now',
                  hint: 'To the postal address, if that was not changed. The e-mail is taken back.',
                },
                {
                  value: 'seen-to',
                  label: 'Take it back',
                  hint: 'The change was wrong, or it is seen to in another way. Nothing goes to the new address.',
                },
              ]}
            />
            <Button preventDoubleClick>Do this</Button>
          </Form>
        </Card>
      </div>
    </DeskPage>
  );
}
