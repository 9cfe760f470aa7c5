// "Your appeal dates": the two dates that matter, why each is that day, and what changes if the letter was sent later.
import type { Answers } from '../../kit/forms/answers.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { DateCard, Done, Told, type BigDate } from '../../kit/html/pieces/dates.tsx';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { SaidDay } from '../../dates/said-day.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { WhoHelps } from '../content/after-the-certificate.tsx';
import { Part, RingUs } from '../content/content-page.tsx';
import { askPath, publicPaths } from '../paths.ts';
import { ShareLink } from '../share.tsx';
import type { PublicView } from '../view.ts';
import { CalendarLink } from './calendar-link.tsx';
import { changeAddress, datesAddress } from './told.ts';
import { commonMistakes, decisionWords, headlineOf, whySendFirst, workingDaysInWords } from './words.ts';
import type { SentLater, WorkedOut } from './worked-out.ts';

export interface ResultPageProps {
  view: PublicView;
  dates: WorkedOut;
  /** The answers in their shortest form. */
  answers: Answers;
  sentLater: readonly SentLater[];
  /** Where the service is reached, for the link that can be copied. */
  address: string;
}

/** The result page. */
export function ResultPage({ view, dates, answers, sentLater, address }: ResultPageProps) {
  const { shown, time, appeal } = dates;
  return (
    <PublicPage frame={view.frame} title="Your appeal dates" current="dates" isPrivate main="stack">
      <div>
        <BackLink href={changeAddress(answers, 'kind')}>Back to your answers</BackLink>
        <div class="page-title">
          <h1>Your appeal dates</h1>
          <p class="lead">
            An appeal goes to the SEND Tribunal: the First-tier Tribunal (Special Educational Needs and Disability). It
            is not part of the council, and it can look again at what was decided.
          </p>
        </div>
        <WhatYouTold dates={dates} answers={answers} />
      </div>
      <ContactFirst dates={dates} view={view} answers={answers} />
      <Answer dates={dates} answers={answers} />
      {shown && time === 'ahead' && (
        <section class="card" aria-labelledby="send-title-what send-title">
          <WhyAnswer
            heading={{ id: 'send-title', eyebrow: 'Send it by', day: <SaidDay on={shown.sendBy.deadline!} /> }}
            open
            answer={shown.sendBy}
          />
        </section>
      )}
      {appeal.deadline && (
        <section class="card" aria-labelledby="received-title-what received-title">
          <WhyAnswer
            heading={{ id: 'received-title', eyebrow: 'Received by 5pm on', day: <SaidDay on={appeal.deadline} /> }}
            open
            answer={appeal}
            also={commonMistakes(dates)}
          />
        </section>
      )}
      {time === 'awaiting-certificate' && (
        <section class="card" aria-label="Why there is no date yet">
          <WhyAnswer summary="Why is there no date yet?" open answer={appeal} />
        </section>
      )}
      {dates.contactStanding !== 'not-needed' && (
        <section class="card" aria-labelledby="contact-title-what contact-title">
          <WhyAnswer
            heading={{
              id: 'contact-title',
              // Not as the first card says it: that one gives the safe day, which may be another.
              eyebrow: 'The last day in law to contact an adviser',
              day: <SaidDay on={dates.contact.deadline!} />,
            }}
            answer={dates.contact}
            noPicture={dates.contactStanding !== 'to-do'}
          />
        </section>
      )}
      <div class="pair two-thirds">
        <WhatIf dates={dates} answers={answers} rows={sentLater} />
        <NeedAHand view={view} />
      </div>
      <Part id="share" title="Keep this page, or show it to somebody">
        <p>
          The address of this page holds your answers: the kind of decision and the dates, and nothing about who you
          are. Whoever opens it sees the same page. Save it, or send it to somebody who helps you.
        </p>
        <ShareLink link={`${address}${datesAddress(answers)}`} />
      </Part>
    </PublicPage>
  );
}

function WhatYouTold({ dates, answers }: { dates: WorkedOut; answers: Answers }) {
  const { told, contactStanding, contactLastDay } = dates;
  const noExtraTime = contactLastDay.month === 8 ? ' August gives no extra time for it.' : '';
  return (
    <section class="card" aria-labelledby="told-title">
      <h2 class="govuk-visually-hidden" id="told-title">
        What you told us
      </h2>
      <Told
        rows={[
          {
            what: 'Date on the letter',
            answer: told.sent ? `${dayInWords(told.dated)}, sent ${dayInWords(told.sent)}` : dayInWords(told.dated),
            change: { href: changeAddress(answers, 'dated'), says: 'the date on the letter' },
          },
          {
            what: 'Certificate issued',
            answer: told.certificate
              ? dayInWords(told.certificate)
              : contactStanding === 'not-needed'
                ? 'None needed'
                : 'Not yet',
            change: { href: changeAddress(answers, 'certificate'), says: 'the date of the certificate' },
          },
          {
            what: 'The decision',
            answer: decisionWords[told.kind].answer,
            change: { href: changeAddress(answers, 'kind'), says: 'what the decision was' },
          },
        ]}
      />
      {contactStanding === 'in-time' && (
        <Done>
          <strong>You contacted a mediation adviser in time.</strong> The last day for that was{' '}
          <SaidDay on={contactLastDay} />.{noExtraTime}
        </Done>
      )}
    </section>
  );
}

/** The first thing to do, when an adviser was not contacted: in time, or at once. */
function ContactFirst({ dates, view, answers }: { dates: WorkedOut; view: PublicView; answers: Answers }) {
  const { contact, contactStanding, contactLastDay } = dates;
  if (contactStanding !== 'to-do' && contactStanding !== 'over') return null;
  const { deadline, safeBy } = contact;
  const isOver = contactStanding === 'over';
  const moved = deadline && safeBy && !safeBy.equals(deadline);
  const sendFirst = whySendFirst(dates);
  return (
    <Card
      id="contact-first"
      tone="glow"
      flow
      eyebrow="First"
      title={
        isOver || !safeBy
          ? 'Contact a mediation adviser today all the same'
          : `Contact a mediation adviser by ${dayInWords(safeBy)}`
      }
    >
      <p>
        {isOver
          ? `The two months for it ended on ${dayInWords(contactLastDay)}. We turn nobody away, and tell you what you can still do.`
          : 'Say two things: that you wish to appeal, and whether you want mediation. You get your certificate whether you mediate or not.'}
      </p>
      {moved && !isOver && (
        <p>
          The last day in law is <SaidDay on={deadline} />. The law does not say that it moves when offices are closed.
        </p>
      )}
      {sendFirst && <p>{sendFirst}</p>}
      <p>
        <RingUs view={view} /> Or <a href={askPath(answers)}>do it online</a>, at any hour.
      </p>
    </Card>
  );
}

function Answer({ dates, answers }: { dates: WorkedOut; answers: Answers }) {
  const { eyebrow, title, says } = headlineOf(dates);
  const days = bigDates(dates);
  const buttons = (
    <>
      <ButtonLink href={askPath(answers)}>Start a request</ButtonLink>
      {days.length > 0 && dates.time === 'ahead' && <CalendarLink answers={answers} />}
      <PrintButton />
    </>
  );
  return days.length > 0 ? (
    <DateCard id="answer" eyebrow={eyebrow} title={title} says={says} dates={days} buttons={buttons} />
  ) : (
    <Card id="answer" tone="brand" flow eyebrow={eyebrow} title={title}>
      <p>{says}</p>
      <div class="buttons">{buttons}</div>
    </Card>
  );
}

function bigDates({ told, contactStanding, appeal, shown, time, today, daysInHand }: WorkedOut): readonly BigDate[] {
  if (!appeal.deadline || !shown) return [];
  if (time === 'passed')
    return [
      {
        what: 'It had to be received by 5pm on',
        day: <SaidDay on={appeal.deadline} />,
        says: 'Ask the Tribunal to take it late.',
      },
    ];
  const sendBy = shown.sendBy.deadline ?? appeal.deadline;
  const waitsForCertificate = appeal.standing === 'dated' && contactStanding !== 'not-needed' && !told.certificate;
  const isTight = sendBy.toString() < today.toString();
  return [
    isTight && waitsForCertificate
      ? {
          what: 'Send it by',
          day: <SaidDay on={sendBy} />,
          says: 'This day has gone. A certificate issued now can make your date later.',
        }
      : isTight
        ? { what: 'Send it', day: 'Today', says: `The safe date was ${dayInWords(sendBy)}. Send it by e-mail.` }
        : {
            what: 'Send it by',
            day: <SaidDay on={sendBy} />,
            says: `The safe date: ${workingDaysInWords(daysInHand)} in hand.`,
          },
    {
      what: 'Received by 5pm on',
      day: <SaidDay on={appeal.deadline} />,
      says: today.equals(appeal.deadline)
        ? 'That is today. After 5pm it is late.'
        : 'The last moment. After 5pm it is late.',
    },
  ];
}

function WhatIf({ dates, answers, rows }: { dates: WorkedOut; answers: Answers; rows: readonly SentLater[] }) {
  return (
    <Part id="what-if" title="What if my letter was sent on another day?">
      <p>
        The law counts from the day a letter was sent. We use the date printed on it where that is earlier, because that
        is never too late.
        {rows.length > 0 && ' If yours was sent later, this is what changes.'}
      </p>
      {rows.length > 0 && (
        <table class="plain-table">
          <caption class="govuk-visually-hidden">What changes when the letter was sent later</caption>
          <thead>
            <tr>
              <th scope="col">If it was sent on</th>
              <th scope="col">Your appeal is received by 5pm on</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ sent, received, changes }) => (
              <tr>
                <td>
                  <SaidDay on={sent} />
                </td>
                <td>
                  <SaidDay on={received} /> {!changes && <span class="quiet">(no change)</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>Unless you can show the day it was sent, keep to the earlier date.</p>
      <p class="buttons">
        <ButtonLink href={changeAddress(answers, 'sent')} classes="govuk-button--secondary">
          Try another day
        </ButtonLink>
      </p>
      <p class="quiet">
        Worked out on <SaidDay on={dates.today} />, by the rules in force when the letter was sent.
      </p>
    </Part>
  );
}

function NeedAHand({ view }: { view: PublicView }) {
  return (
    <Part id="hand" title="Need a hand?" tone="soft">
      <p>
        <RingUs view={view} />
      </p>
      <p>
        <strong>Late already?</strong> Ring us anyway. You can still send your appeal and ask the Tribunal to accept it
        late, with your reasons.
      </p>
      <p>Free help with an appeal:</p>
      <WhoHelps service={view.service} />
      <p>
        <a href={publicPaths.afterTheCertificate}>What to send, and where</a>
      </p>
    </Part>
  );
}
