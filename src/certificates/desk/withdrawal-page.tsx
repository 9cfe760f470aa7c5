// The page on which a manager withdraws a certificate that was never lawfully issued.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import { DateField, RadioField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { replacements, withdrawalReasons } from '../certificate.ts';
import { fours } from '../number.ts';
import type { CertificateAtDesk } from '../store-desk.ts';
import { certificatePaths } from './paths.ts';

/** How the family can have been told. */
export const toldBy = {
  call: 'By telephone',
  'in-person': 'In person',
  email: 'By e-mail',
  letter: 'By letter',
} as const;

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The page. */
export function WithdrawalPage(shown: FormShown & FormContext<{ readonly held: CertificateAtDesk }>) {
  const { more, form, view } = shown;
  const { number, participation_id: of } = more.held.certificate;
  const holder = view.holders.find(({ participationId }) => participationId === of) ?? null;
  return (
    <CaseFormPage
      {...shown}
      holder={holder}
      current="certificates"
      title={`Withdraw certificate ${fours(number).join(' ')}`}
      back={{ href: certificatePaths.certificate(number), words: 'Back to the certificate' }}
      action={certificatePaths.withdrawal(number)}
      submit="Withdraw it for good"
      isFinal
      beside={
        <Card id="first" title="First ring the family" tone="glow" flow>
          <p>
            A family may have appealed with it. They are told before anything else, and a letter confirms it. Anybody
            who checks the certificate then reads that it is withdrawn.
          </p>
          <p>
            A wrong name or date is no reason: <a href={certificatePaths.correction(number)}>correct it</a> instead.
          </p>
        </Card>
      }
    >
      <RadioField
        form={form}
        name="why"
        label="Why was it never lawfully issued?"
        options={optionsOf(withdrawalReasons)}
      />
      <DateField form={form} name="toldOn" label="The day the family was told" />
      <RadioField form={form} name="told" label="How were they told?" small options={optionsOf(toldBy)} />
      <RadioField form={form} name="replacement" label="What follows?" options={optionsOf(replacements)} />
    </CaseFormPage>
  );
}
