// The first screen as a page: five answers and the button that makes contact; or, for “just ring me”, a name and a number.
import { Carried, DateField, Form, RadioField, TextField, TickField } from '../../kit/forms/form.tsx';
import { summaryOf, type Answers, type FormState } from '../../kit/forms/answers.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';
import { askPath } from '../../public-site/paths.ts';
import type { LastDay } from '../dates.ts';
import { CARRIED, WRITERS, writesForThemselves } from '../first-screen.ts';
import { askingPaths } from '../paths.ts';
import { wishOptions } from '../words.ts';
import { NotContactedYet } from './not-contacted.tsx';

export interface FirstPageProps {
  frame: Frame;
  form: FormState;
  /** The id under which this screen makes contact once, however often it is sent. */
  act: string;
  /** A draft was kept but the contact was not made. */
  draft?: { lastDay: LastDay };
}

const UNSAFE = 'If you leave this empty we say nothing to anybody but you';

/** What goes along in the address between the two pages: codes and the letter's date, never a name. */
const DAY = ['dated-day', 'dated-month', 'dated-year'];
const ALONG = ['kind', 'parts', 'past', 'writer', ...DAY];

const only = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name, typed]) => typed !== '' && names.includes(name)));

/** The page. Somebody who came to be rung sees the short one. */
export function FirstPage(props: FirstPageProps) {
  return props.form.answers['want'] === 'call-back' ? <RingPage {...props} /> : <WholePage {...props} />;
}

/** A name and a number, and the button. What another page found out already comes along unseen. */
function RingPage({ frame, form, act, draft }: FirstPageProps) {
  return (
    <QuestionPage
      frame={frame}
      title="Ask us to ring you"
      back={{ href: '/', words: 'Home' }}
      errors={summaryOf(form)}
      whyWeAsk="We ask for you by your name, so that we do not speak about this to anybody else. The law gives two months from the council’s letter to contact a mediation adviser; this is enough to have contacted us."
    >
      <Form action={askingPaths.ask} csrf={frame.csrf} act={act} class="question">
        <div class="flow">
          <h1>Ask us to ring you</h1>
          {draft && <NotContactedYet lastDay={draft.lastDay} />}
          <p>
            Your name and a number are enough. <strong>Sending this page counts as contacting us</strong>, and we note
            the time. It is free. An adviser rings you by the end of the next working day.
          </p>
        </div>
        <Carried answers={only(form.answers, [...CARRIED, ...DAY, 'writer', 'appeal', 'mediation'])} />
        <TextField form={form} name="name" label="Your name" autocomplete="name" spellcheck={false} />
        <div class="flow">
          <TextField
            form={form}
            name="reach"
            label="Your telephone number"
            type="tel"
            autocomplete="tel"
            width={20}
            spellcheck={false}
          />
          <TickField form={form} name="safe" label="It is safe to leave a message there" hint={UNSAFE} />
        </div>
        {!writesForThemselves(WRITERS.find((writer) => writer === form.answers['writer'])) && (
          <FamilyReach form={form} />
        )}
        <div class="buttons">
          <Button name="ring" value="yes" preventDoubleClick>
            Just ring me
          </Button>
        </div>
        <p>
          <a href={askPath(only(form.answers, ALONG))}>Tell us a little more, or give an e-mail address</a>
        </p>
      </Form>
    </QuestionPage>
  );
}

/** Only for somebody who helps. The desk need not ask for it, and asks the family first all the same. */
function FamilyReach({ form }: { form: FormState }) {
  return (
    <TextField
      form={form}
      name="familyReach"
      label="One way to reach the family itself"
      hint="Only if you know it, and they agreed that you give it to us. You can leave it empty"
      spellcheck={false}
    />
  );
}

function WholePage({ frame, form, act, draft }: FirstPageProps) {
  return (
    <QuestionPage
      frame={frame}
      title="Contact us"
      back={{ href: '/', words: 'Home' }}
      errors={summaryOf(form)}
      whyWeAsk="The law gives two months from the letter to contact a mediation adviser and to say two things: whether you wish to appeal, and whether you want mediation. This page is enough for that. The rest can wait."
    >
      <Form action={askingPaths.ask} csrf={frame.csrf} act={act} class="question">
        <div class="flow">
          <h1>Contact us</h1>
          {draft && <NotContactedYet lastDay={draft.lastDay} />}
          <p>
            It takes two minutes, at any hour. <strong>Sending this page counts as contacting us</strong>, and we note
            the time. It is free.
          </p>
          <p>
            Is this too much today?{' '}
            <a href={askPath({ ...only(form.answers, ALONG), want: 'call-back' })}>Just ask us to ring you</a>: your
            name and a number are enough.
          </p>
        </div>
        <Carried answers={only(form.answers, CARRIED)} />
        <RadioField
          form={form}
          name="writer"
          label="Who are you?"
          options={[
            { value: 'parent', label: 'A parent or carer' },
            { value: 'young-person', label: 'The young person', hint: 'After Year 11 you ask for yourself' },
            { value: 'helper', label: 'Somebody who helps the family' },
            {
              value: 'professional',
              label: 'I work with the family',
              hint: 'SENDIASS, a school, the council, or somebody else',
            },
          ]}
        />
        <TextField form={form} name="name" label="Your name" autocomplete="name" spellcheck={false} />
        <div class="flow">
          <TextField
            form={form}
            name="reach"
            label="One way to reach you"
            hint="A telephone number or an e-mail address"
            spellcheck={false}
          />
          <TickField
            form={form}
            name="safe"
            label="It is safe to leave a message or to write to me there"
            hint={UNSAFE}
          />
          <div class="for-helpers">
            <FamilyReach form={form} />
          </div>
        </div>
        <DateField
          form={form}
          name="dated"
          label="What date is printed on the council’s letter?"
          hint="For example 10 6 2026. If you do not have the letter, leave it empty"
        />
        <RadioField
          form={form}
          name="appeal"
          label="Do you wish to appeal?"
          hint="You can change your mind. If you write for somebody, say what they told you"
          options={wishOptions.appeal}
        />
        <RadioField
          form={form}
          name="mediation"
          label="Do you want mediation?"
          hint="It is your choice. Either way you can have the certificate that an appeal needs"
          options={wishOptions.mediation}
        />
        <div class="buttons">
          <Button preventDoubleClick>Contact us now</Button>
          <Button name="ring" value="yes" classes="govuk-button--secondary" preventDoubleClick>
            Just ring me
          </Button>
          <Button name="later" value="yes" classes="govuk-button--secondary">
            Keep this for later
          </Button>
        </div>
      </Form>
    </QuestionPage>
  );
}
