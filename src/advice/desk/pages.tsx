// The pages of the information conversation at the desk: the information, the wishes, just the certificate, telling the council.
import { CaseFormPage, FormPart, FieldRow, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import type { CaseView, HolderView } from '../../cases/desk/case-view.ts';
import { shortIso } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { CheckField, DateField, RadioField, TextField, WordsField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { dayInWords } from '../../law/day-words.ts';
import type { Temporal } from 'temporal-polyfill';
import { certificateDueAfterNo, toldToday } from './what-follows.ts';
import { adviceChannels, adviceChannelWords, permissionWords, wishChannels, wishChannelWords } from './forms.ts';
import { lastSaidIn } from './last-said.ts';
import { datesToRead, ScriptFields } from './script-fields.tsx';

/** What these pages read besides the case. */
export interface AdviceMore {
  readonly holder: HolderView;
  /** How many working days before the last moment families are asked to send an appeal. */
  readonly sendDays: number;
  /** The last day on which somebody who is thinking can safely be asked again. */
  readonly latestChase: Temporal.PlainDate | null;
  /** The act of the wishes on the page of just the certificate, whose first act is the information. */
  readonly secondAct: string;
}

type Shown = FormShown & FormContext<AdviceMore>;

/** The address of a form about one right-holder. */
function actionFor(path: string, { view, more: { holder } }: Pick<Shown, 'view' | 'more'>): string {
  return view.holders.length > 1 ? `${path}?for=${holder.participationId}` : path;
}

const titled = (words: string, { view, more: { holder } }: Shown): string =>
  view.holders.length > 1 ? `${words}: ${holder.called}` : words;

/** The page of the information. */
export function InformationPage(shown: Shown) {
  const { view, more, form } = shown;
  return (
    <CaseFormPage
      {...shown}
      holder={more.holder}
      title={titled('Mediation information', shown)}
      tab="Mediation information"
      action={actionFor(deskPaths.information(view.page.reference), shown)}
      submit="Save, and take their wishes"
      beside={
        <>
          {more.holder.isInformed && (
            <Card id="again" title="Already given" tone="soft" flow>
              <p>The first time counts for the certificate. Giving it again is always allowed.</p>
            </Card>
          )}
          <Card id="rest" title="The rest goes in writing" tone="soft" flow>
            <p>
              As soon as you save, the written rest goes to a safe e-mail address of theirs, or stands in the packs to
              post.
            </p>
          </Card>
          <Card id="holds" title="What holds nothing back" flow>
            <p>A line that was not said is recorded as not said. It never keeps a certificate from anybody.</p>
            <p>Never ask why somebody does not wish to mediate.</p>
          </Card>
        </>
      }
    >
      <ChannelField form={form} />
      <ScriptFields form={form} dates={datesToRead(view, more.holder, more.sendDays)} />
    </CaseFormPage>
  );
}

function ChannelField({ form }: { form: FormState }) {
  return (
    <RadioField
      form={form}
      name="channel"
      label="How is it given?"
      small
      options={adviceChannels.map((value) => ({ value, label: adviceChannelWords[value] }))}
    />
  );
}

/** The page of the wishes. */
export function WishesPage(shown: Shown) {
  const { view, more, form } = shown;
  const { holder } = more;
  return (
    <CaseFormPage
      {...shown}
      holder={holder}
      title={titled('What they wish', shown)}
      tab="What they wish"
      action={actionFor(deskPaths.wishes(view.page.reference), shown)}
      submit="Save what they wish"
      beside={
        <>
          <SaidBefore holder={holder} />
          <WhatFollows shown={shown} />
        </>
      }
    >
      <LastSaidField holder={holder} />
      <AppealField form={form} />
      <RadioField
        form={form}
        name="mediation"
        label="Do they wish to mediate?"
        hint="Either answer is right, and no reason is asked."
        options={[
          { value: 'yes', label: 'Yes, they wish to mediate' },
          { value: 'no', label: 'No, they do not, or no longer, wish to mediate' },
          {
            value: 'thinking',
            label: 'They are thinking it over',
            reveals: (
              <DateField
                form={form}
                name="chaseOn"
                label="The day we ask again"
                hint={
                  more.latestChase
                    ? `At the latest ${dayInWords(more.latestChase)}, while a certificate can still be in time.`
                    : 'A day that suits them.'
                }
              />
            ),
          },
        ]}
      />
      <SaidHow form={form} />
    </CaseFormPage>
  );
}

/** Which wishes this page was opened on, so that one recorded meanwhile is not contradicted unseen. */
function LastSaidField({ holder }: { holder: HolderView }) {
  return <input type="hidden" name="_said" value={lastSaidIn(holder)} />;
}

function AppealField({ form }: { form: FormState }) {
  return (
    <RadioField
      form={form}
      name="appeal"
      label="Do they wish to appeal?"
      hint="Regulation 33 asks for both wishes. It binds nobody."
      small
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'unsure', label: 'Not sure' },
      ]}
    />
  );
}

function SaidHow({ form }: { form: FormState }) {
  return (
    <RadioField
      form={form}
      name="channel"
      label="How did they say it?"
      small
      options={wishChannels.map((value) => ({ value, label: wishChannelWords[value] }))}
    />
  );
}

const answerWords: Record<string, string> = { yes: 'yes', no: 'no', unsure: 'not sure', thinking: 'thinking it over' };

function SaidBefore({ holder: { appeal, mediation } }: { holder: HolderView }) {
  if (!appeal && !mediation) return null;
  return (
    <Card id="before" title="What they said before" flow>
      {appeal && (
        <p>
          To appeal: <strong>{answerWords[appeal.answer]}</strong>, on {shortIso(appeal.said_on)}.
        </p>
      )}
      {mediation && (
        <p>
          To mediate: <strong>{answerWords[mediation.answer]}</strong>, on {shortIso(mediation.said_on)}.
        </p>
      )}
    </Card>
  );
}

/** What each answer does, with the real dates, so that the adviser can say it before the answer is given. */
function WhatFollows({ shown: { view, more } }: { shown: Shown }) {
  const no = certificateDueAfterNo(view, more.holder);
  const yes = toldToday(view, more.holder);
  return (
    <Card id="follows" title="What each answer does" tone="soft" flow>
      <p>
        <strong>Yes.</strong> The council is told, when they agree to the words.
        {yes && ` Told today, it has until ${dayInWords(yes)} to arrange it.`}
      </p>
      <p>
        <strong>No.</strong>{' '}
        {no ? `The certificate is due by ${dayInWords(no)}; it can go today.` : whyNoneIsDue(view, more.holder)}
      </p>
      <p>
        <strong>Thinking.</strong> We ask again, before the two months end. Nothing else starts.
      </p>
      <p>They can change their mind until a meeting starts.</p>
    </Card>
  );
}

/** Says why a no would start no certificate: there is one, nobody knows yet, or the road needs none. */
function whyNoneIsDue({ decision }: CaseView, { certificates }: HolderView): string {
  const [certificate] = certificates;
  if (certificate) return `There is a certificate already, dated ${shortIso(certificate.dated)}.`;
  if (!decision || decision.kind === 'unknown')
    return 'Whether a certificate is needed depends on the decision, which is not recorded yet.';
  return 'No certificate is needed on this road.';
}

/** The short way for somebody who knows: the whole core, both wishes, and straight on to the certificate. */
export function JustTheCertificatePage(shown: Shown) {
  const { view, more, form } = shown;
  return (
    <CaseFormPage
      {...shown}
      holder={more.holder}
      title={titled('Just the certificate', shown)}
      tab="Just the certificate"
      action={actionFor(deskPaths.justTheCertificate(view.page.reference), shown)}
      submit="Save, and on to the certificate"
      beside={
        <Card id="short" title="Short, and nothing left out" tone="soft" flow>
          <p>
            “You know about mediation. I have to say eight things in a minute and a half, then your certificate goes.”
          </p>
          <p>Tick each line as you say it. What was not said is recorded as not said.</p>
        </Card>
      }
    >
      <input type="hidden" name="_second" value={more.secondAct} />
      <LastSaidField holder={more.holder} />
      <ChannelField form={form} />
      <ScriptFields form={form} dates={datesToRead(view, more.holder, more.sendDays)} isShort />
      <AppealField form={form} />
      <RadioField
        form={form}
        name="mediation"
        label="Now that it was said: do they wish to mediate?"
        small
        options={[
          { value: 'no', label: 'No, they do not' },
          { value: 'yes', label: 'Yes, after all' },
        ]}
      />
    </CaseFormPage>
  );
}

/** The page on which the council is told. */
export function TellAuthorityPage(shown: Shown) {
  const { view, more, form } = shown;
  const { page } = view;
  const day30 = toldToday(view, more.holder);
  const asksHealth = page.health_scope !== 'none';
  return (
    <CaseFormPage
      {...shown}
      holder={more.holder}
      title={titled(`Tell ${page.authority_name ?? 'the council'}`, shown)}
      tab={`Tell ${page.authority_name ?? 'the council'}`}
      action={actionFor(deskPaths.authorityTold(page.reference), shown)}
      submit="Tell the council now"
      isFinal
      beside={
        <Card id="told" title="What this starts" tone="glow" flow>
          <p>
            It goes by e-mail to each address of the council at once, and cannot be called back.
            {day30 && (
              <>
                {' '}
                Its 30 days end on <strong>{dayInWords(day30)}</strong>.
              </>
            )}
          </p>
          <p>
            It says that {more.holder.called} wishes to mediate and what about. It never says what else they told us.
          </p>
        </Card>
      }
    >
      <WordsField
        form={form}
        name="issues"
        label="What they disagree with, in their words"
        hint="One or two sentences. Read them back before you send."
        most={5000}
        rows={5}
      />
      {asksHealth && (
        <WordsField
          form={form}
          name="healthProvision"
          label="What health care they want in the plan"
          hint="Section 52(4): the council must be told what it is."
          most={5000}
          rows={3}
        />
      )}
      <FormPart title="Do they agree?" hint={`Read to them: “${permissionWords}”`}>
        <CheckField
          form={form}
          name="agreed"
          label="Their answer"
          isHidden
          options={[{ value: 'yes', label: 'They agreed to these words' }]}
        />
        <SaidHow form={form} />
      </FormPart>
      <FieldRow>
        <TextField
          form={form}
          name="officers"
          label="Also tell these officers, by e-mail"
          hint="Besides the council’s own addresses. Leave it empty when there is nobody."
          spellcheck={false}
        />
      </FieldRow>
    </CaseFormPage>
  );
}
