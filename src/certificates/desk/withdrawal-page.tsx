// The page on which a manager withdraws a certificate that was never lawfully issued: what the family was told, and whether another
// one is ready in its place.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import type { HolderView } from '../../cases/desk/case-view.ts';
import { deskPaths } from '../../cases/paths.ts';
import { CheckField, DateField, RadioField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { shortDay } from '../../law/day-words.ts';
import {
  certificateRefusalWords,
  replacements,
  toldThatWords,
  withdrawalReasons,
  type WithdrawalReason,
} from '../certificate.ts';
import type { Limb } from '../documents/data.ts';
import { fours } from '../number.ts';
import type { Gate, Readiness } from '../replacement.ts';
import type { CertificateAtDesk } from '../store-desk.ts';
import { certificatePaths } from './paths.ts';

/** How the family can have been told. */
export const toldBy = {
  call: 'By telephone',
  'in-person': 'In person',
  email: 'By e-mail',
  letter: 'By letter',
} as const;

/** What the page reads besides the case. */
export interface WithdrawalMore {
  readonly held: CertificateAtDesk;
  readonly holder: HolderView | null;
  readonly limb: Limb;
  /** Whether one is ready in its place, by the reason for which it is withdrawn. */
  readonly ready: ReadonlyMap<WithdrawalReason, Readiness>;
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The page. */
export function WithdrawalPage(shown: FormShown & FormContext<WithdrawalMore>) {
  const { more, form } = shown;
  const { holder, ready } = more;
  const { number } = more.held.certificate;
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
        <>
          <Card id="first" title="First ring the family" tone="glow" flow>
            <p>
              A family may have appealed with it. They are told before anything else, and a letter confirms it. Anybody
              who checks the certificate then reads that it is withdrawn.
            </p>
            <p>
              A wrong name or date is no reason: <a href={certificatePaths.correction(number)}>correct it</a> instead.
            </p>
          </Card>
          <Gates {...shown} />
        </>
      }
    >
      <RadioField
        form={form}
        name="why"
        label="Why was it never lawfully issued?"
        options={Object.entries(withdrawalReasons).map(([value, label]) => ({
          value,
          label,
          hint: readyWords(ready.get(value as WithdrawalReason)),
        }))}
      />
      <DateField form={form} name="toldOn" label="The day the family was told" />
      <RadioField form={form} name="told" label="How were they told?" small options={optionsOf(toldBy)} />
      <CheckField form={form} name="toldThat" label="What were they told?" options={optionsOf(toldThatWords)} />
      <RadioField form={form} name="replacement" label="What follows?" options={optionsOf(replacements)} />
    </CaseFormPage>
  );
}

/** Says whether one is ready in its place, or what is missing. */
export function readyWords(readiness: Readiness | undefined): string | undefined {
  if (!readiness) return undefined;
  if (readiness.missing === null) return 'Another one can be issued now.';
  return readiness.isForNobody
    ? 'None can follow: there is nobody, or no decision, that it could be about.'
    : `None can be ready: ${certificateRefusalWords[readiness.missing]}`;
}

/** The three gates as the record has them today, for any reason that puts none of them in doubt. */
function Gates({ view, more: { holder, limb, ready } }: FormContext<WithdrawalMore>) {
  const readiness = ready.get('adviser-not-independent');
  if (!readiness) return null;
  const forThem = (path: string) => (holder ? `${path}?for=${holder.participationId}` : path);
  const { reference } = view.page;
  const opens: Record<Gate['gate'], { href: string; words: string } | null> = {
    information: { href: forThem(deskPaths.information(reference)), words: 'Give it' },
    wish: { href: forThem(deskPaths.wishes(reference)), words: 'Record it' },
    adviser: null,
  };
  return (
    <Card id="gates" title="Is another one ready?" flow>
      <ul class="plain-list">
        {readiness.gates.map(({ gate, on, isOpen }) => (
          <li>
            {isOpen ? '✓' : '✗'} {isOpen ? openWords(gate, limb) : closedWords[gate]}
            {on && `, on ${shortDay(on)}`}.
            {!isOpen && opens[gate] && (
              <>
                {' '}
                <a href={opens[gate].href}>{opens[gate].words}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="muted">
        If it is withdrawn because one of these had not happened, what was recorded of it before the certificate does
        not count: record it anew first.
        {readiness.byColleague && ' You are not an adviser: a colleague issues it.'}
      </p>
    </Card>
  );
}

function openWords(gate: Gate['gate'], limb: Limb): string {
  if (gate === 'information') return 'The information was given';
  if (gate === 'adviser') return 'The adviser is independent today';
  return limb === 'information' ? 'They said that they do not wish to mediate' : 'What happened is recorded';
}

const closedWords: Record<Gate['gate'], string> = {
  information: 'No information is recorded',
  wish: 'They have not said that they do not wish to mediate, or what happened is not recorded',
  adviser: 'The adviser is not recorded as independent today',
};
