// What somebody sees once they have contacted us: when they did, a reference to say aloud, what happens next, and their dates with reasons.
import type { Temporal } from 'temporal-polyfill';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { hourInWords } from '../../frame.ts';
import { Form } from '../../kit/forms/form.tsx';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Done } from '../../kit/html/pieces/dates.tsx';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { WorkedOut } from '../../public-site/my-dates/worked-out.ts';
import { askingPaths } from '../paths.ts';
import type { Standing } from '../standing.ts';
import { certificateStep, contactInTime, headlineOfStanding, rightsPassWords } from '../standing-words.ts';

export interface DonePageProps {
  frame: Frame;
  reference: string;
  /** When the contact reached us, in London. */
  at: Temporal.ZonedDateTime;
  answerBy: Temporal.PlainDate | null;
  /** How they stand; null where what was sent can no longer be read. */
  standing: Standing | null;
  /** How somebody is reached: an adviser rings, or writes. */
  rings: boolean;
  mailed: boolean;
  /** One of the two things the law asks them to say has not been said: they only asked to be rung. */
  unsaid: boolean;
  /** Whether further answers are still awaited, or were sent. */
  more: 'open' | 'sent';
}

/** The page. */
export function DonePage(props: DonePageProps) {
  const { frame, reference, at, standing, more } = props;
  const time = hourInWords(`${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`);
  return (
    <PublicPage frame={frame} title="You have contacted us" isPrivate main="stack">
      <div class="page-title">
        <h1>You have contacted us</h1>
        <p class="lead">
          On <strong>{dayInWords(at.toPlainDate())}</strong> at {time}. We have noted that time.
        </p>
      </div>
      <Card id="reference" tone="brand" flow eyebrow="Your reference" title={inFours(reference)}>
        <p>Write it down, or say it when you ring. It has no I, L, O or U in it.</p>
        <PrintButton />
      </Card>
      <Next {...props} />
      {standing?.dates && <Dates standing={standing} dates={standing.dates} />}
      {/* What can only be pressed is not printed. */}
      <div class="no-print stack">
        {more === 'open' && (
          <Card id="more" flow title="Tell us more now, or later">
            <p>
              You can stop here. A few more answers save time when we talk: the child’s name, what the letter says, what
              you need from us. One question a page, and you can leave out any of them.
            </p>
            <div class="buttons">
              <ButtonLink href={askingPaths.more}>Go on with a few questions</ButtonLink>
              <ButtonLink href={askingPaths.save} classes="govuk-button--secondary">
                Send me a link for later
              </ButtonLink>
            </div>
          </Card>
        )}
        <Form action={askingPaths.another} csrf={frame.csrf} class="flow">
          <p>Is this not your own telephone or computer? Or do you want to ask about another child?</p>
          <Button classes="govuk-button--secondary">Forget this on this device</Button>
        </Form>
      </div>
    </PublicPage>
  );
}

function Next({ frame, answerBy, standing, rings, mailed, unsaid, more }: DonePageProps) {
  const by = answerBy ? ` by the end of ${dayInWords(answerBy)}` : ' soon';
  const rights = standing && rightsPassWords(standing);
  return (
    <Card id="next" flow title="What happens next">
      <ol class="numbered">
        <li>
          An adviser {rings ? 'rings' : 'writes to'} you{by}.
        </li>
        <li>
          They explain {standing?.isResolution ? 'disagreement resolution' : 'mediation'}.{' '}
          {standing?.forThemselves === false
            ? 'What happens is for the parent or young person to say; nobody presses them.'
            : 'You say what you want; nobody presses you.'}
        </li>
        {standing && <li>{certificateStep(standing)}</li>}
      </ol>
      {standing?.alsoKnow.map((words) => (
        <p>{words}</p>
      ))}
      {rights && <p>{rights}</p>}
      {unsaid && (
        <p>
          Before the two months end, the law asks you to say two things: whether you wish to appeal, and whether you
          want mediation. We ask you both when we ring. If your last day comes sooner, write both to{' '}
          <a href={`mailto:${frame.service.email}`}>{frame.service.email}</a>, with your reference. “I am not sure” is
          an answer too.
        </p>
      )}
      {mailed && <p>We have sent you an e-mail that shows the day you contacted us.</p>}
      {more === 'sent' && <p>We have your other answers too. The adviser reads them before you talk.</p>}
      <p>
        You can also ring us: <TelLink number={frame.service.telephone} />.{' '}
        <span class="keep">{frame.service.openNow}.</span>
      </p>
    </Card>
  );
}

function Dates({ standing, dates }: { standing: Standing; dates: WorkedOut }) {
  const { appeal, shown, time, today } = dates;
  const { eyebrow, title, says } = headlineOfStanding(standing, dates);
  const inTime = contactInTime(standing, dates);
  const sendBy = shown?.sendBy.deadline;
  return (
    <>
      <Card id="dates" flow eyebrow={eyebrow} title={title}>
        {inTime && (
          <Done>
            <strong>{inTime.done}</strong> {inTime.lastDay}
          </Done>
        )}
        {inTime?.theirWord && <p>{inTime.theirWord}</p>}
        <p>{says}</p>
      </Card>
      {shown && sendBy && time === 'ahead' && (
        <section class="card" aria-labelledby="send-title-what send-title">
          <WhyAnswer
            heading={{
              id: 'send-title',
              eyebrow: isBefore(sendBy, today) ? 'The safe day to send an appeal was' : 'Send an appeal by',
              day: dayInWords(sendBy),
            }}
            answer={shown.sendBy}
          />
        </section>
      )}
      {appeal.deadline && (
        <section class="card" aria-labelledby="received-title-what received-title">
          <WhyAnswer
            heading={{
              id: 'received-title',
              eyebrow: time === 'passed' ? 'It had to be received by 5pm on' : 'Received by 5pm on',
              day: dayInWords(appeal.deadline),
            }}
            answer={appeal}
          />
        </section>
      )}
    </>
  );
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => one.toString() < other.toString();
