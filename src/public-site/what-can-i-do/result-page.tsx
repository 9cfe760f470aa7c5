// The end of "What can I do?": the road, why, the dates with their reasons, and the way into a request.
import { addressOf, type Answers } from '../../kit/forms/answers.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import type { Words } from '../../kit/html/parts.ts';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { DateCard, type BigDate } from '../../kit/html/pieces/dates.tsx';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { SaidDay } from '../../dates/said-day.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { evidenceWords, type Answer } from '../../law/explain.ts';
import type { Route } from '../../law/route.ts';
import { WhoHelps } from '../content/after-the-certificate.tsx';
import { Dots, Part, RingUs } from '../content/content-page.tsx';
import { CalendarLink } from '../my-dates/calendar-link.tsx';
import { headlineOf, whySendFirst } from '../my-dates/words.ts';
import type { WorkedOut } from '../my-dates/worked-out.ts';
import { askPath, publicPaths } from '../paths.ts';
import { ShareLink } from '../share.tsx';
import type { PublicView } from '../view.ts';
import type { FoundRoad } from './road.ts';
import { asksOn, roadWords, titleOf } from './words.ts';

export interface RoadPageProps {
  view: PublicView;
  found: FoundRoad;
  /** Null without a letter's date, and for a year whose bank holidays are not loaded. */
  dates: WorkedOut | null;
  /** The days that run for any part about education, where only health or social care is in dispute. */
  educationDates: WorkedOut | null;
  /** The year that is not loaded. */
  missingYear: number | null;
  told: readonly { title: string; says: Words; change: string }[];
  back: string;
  /** The whole address of this page, for the link that can be copied. */
  link: string;
}

/** The result page. */
export function RoadPage({ view, found, dates, educationDates, missingYear, told, back, link }: RoadPageProps) {
  const { route, kind, ifEducation } = found;
  return (
    <PublicPage frame={view.frame} title="What you can do" isPrivate main="stack">
      <div>
        <BackLink href={back} />
        <div class="page-title page-title--close">
          <h1>What you can do</h1>
        </div>
      </div>
      <Road found={found} dates={dates} />
      {missingYear !== null && (
        <Part id="no-year" title="We cannot work out your dates here" tone="glow">
          <p>
            We do not have the bank holidays of {missingYear} yet, and we do not guess. <RingUs view={view} /> We do it
            with you.
          </p>
        </Part>
      )}
      {kind && !dates && missingYear === null && (
        <Part id="no-date" title="Your dates" tone="glow">
          <p>
            Time to appeal is short: two months from the letter. When you have it with you,{' '}
            <a href={addressOf(publicPaths.changeMyDates, { kind })}>work out your dates</a>.
          </p>
        </Part>
      )}
      {ifEducation && !educationDates && missingYear === null && (
        <Part id="no-date" title="If education is in question too" tone="glow">
          <p>{educationToo}</p>
          <p>
            When you have the letter with you,{' '}
            <a href={addressOf(publicPaths.changeMyDates, { kind: ifEducation })}>work out its dates</a>.
          </p>
        </Part>
      )}
      {dates && (
        <Reasons
          dates={dates}
          answers={datesAnswers(found)}
          title={isLate(dates) ? headlineOf(dates).title : 'Your dates'}
          says={<p>{saysOf(dates, route)}</p>}
        />
      )}
      {educationDates && (
        <Reasons
          dates={educationDates}
          answers={datesAnswers(found)}
          title="If education is in question too"
          says={
            <>
              <p>{educationToo}</p>
              <p>{headlineOf(educationDates).says}</p>
              <Dots
                items={bigDates(educationDates).map(({ what, day }) => (
                  <>
                    {what} <strong>{day}</strong>
                  </>
                ))}
              />
            </>
          }
        />
      )}
      <Part id="certificate" title="Do I need a mediation certificate?">
        <p>{route.certificate.why}</p>
        {route.certificate.needed && route.road !== 'elsewhere' && (
          <p>
            We send it within 3 working days of the day you tell us that you do not want to mediate, or of the end of a
            mediation.
          </p>
        )}
        <Source citation={route.certificate.citation} evidence={route.certificate.evidence} />
      </Part>
      {route.alsoKnow.length > 0 && (
        <Part id="also" title="Good to know">
          <Dots items={route.alsoKnow} />
        </Part>
      )}
      {found.past && <WhoAsks past={found.past} />}
      {(route.road === 'elsewhere' || route.road === 'early-resolution') && (
        <Part id="who" title="Who can help">
          <WhoHelps service={view.service} />
        </Part>
      )}
      <section class="card flow" aria-labelledby="told-title">
        <h2 id="told-title">What you told us</h2>
        <SummaryList
          rows={told.map(({ title, says, change }) => ({
            key: { text: title },
            value: { text: says },
            actions: { items: [{ href: change, text: 'Change', visuallyHiddenText: `your answer to: ${title}` }] },
          }))}
        />
        <p>
          The address of this page holds these answers, and nothing about who you are. Whoever opens it sees the same
          page.
        </p>
        <ShareLink link={link} />
      </section>
      <Card id="hand" tone="soft" flow title="Need a hand?">
        <p>
          <RingUs view={view} />
        </p>
      </Card>
    </PublicPage>
  );
}

function Road({ found, dates }: { found: FoundRoad; dates: WorkedOut | null }) {
  const { route, answers } = found;
  const { more } = roadWords[route.road];
  const title = titleOf(route);
  const buttons = (
    <>
      {asksOn(route).map(({ want, words }, index) => (
        <ButtonLink href={askPath({ ...answers, want })} classes={index > 0 ? 'govuk-button--secondary' : undefined}>
          {words}
        </ButtonLink>
      ))}
      {!dates && <PrintButton />}
    </>
  );
  const says = (
    <>
      {route.why} <a href={more.href}>{more.words}</a>
    </>
  );
  const days = dates ? bigDates(dates) : [];
  return (
    <>
      {days.length > 0 ? (
        <DateCard id="road" eyebrow="Your road" title={title} says={says} dates={days} buttons={buttons} />
      ) : (
        <Card id="road" tone="brand" flow eyebrow="Your road" title={title}>
          <p>{says}</p>
          <div class="buttons">{buttons}</div>
        </Card>
      )}
      <details class="after-card">
        <summary>Why this road?</summary>
        <Source citation={route.citation} evidence={route.evidence} />
      </details>
    </>
  );
}

function Source({ citation, evidence }: { citation: string; evidence: keyof typeof evidenceWords }) {
  return (
    <dl class="source">
      <div>
        <dt>The rule</dt>
        <dd>{citation}</dd>
      </div>
      <div>
        <dt>Evidence</dt>
        <dd>{evidenceWords[evidence]}</dd>
      </div>
    </dl>
  );
}

/** What to do first and by when: the adviser, then the appeal. Sending stands before the last moment, until its own day has gone. */
function bigDates({ contact, contactStanding, shown, time, today }: WorkedOut): readonly BigDate[] {
  const contactBy = contactStanding === 'to-do' ? contact.safeBy : null;
  const received = time === 'ahead' ? shown?.receivedBy.deadline : null;
  const send = shown?.sendBy.deadline;
  const canSend = send && send.toString() >= today.toString();
  const dates: BigDate[] = [];
  if (contactBy)
    dates.push({
      what: 'Contact a mediation adviser by',
      day: <SaidDay on={contactBy} />,
      says: 'Say that you wish to appeal, and whether you want mediation.',
    });
  if (received && canSend)
    dates.push({
      what: 'If you appeal: send it by',
      day: <SaidDay on={send} />,
      says: contactBy
        ? `The Tribunal has to have it by 5pm on ${dayInWords(received)}.`
        : 'The safe date: a few working days in hand.',
    });
  if (received && !(contactBy && canSend))
    dates.push({
      what: canSend ? 'Received by 5pm on' : 'If you appeal: received by 5pm on',
      day: <SaidDay on={received} />,
      says: 'The last moment. After 5pm it is late.',
    });
  return dates;
}

/** Why there are dates on a road that has none: what nobody disputes yet has its own. */
const educationToo =
  'Health or social care alone cannot be appealed. But two months run from this letter for everything in it about education: the needs, the help with learning, the school or college. If any of these is wrong too, those are the days that count, and mediation about health or social care does not stop them.';

const isLate = ({ contactStanding, time }: WorkedOut): boolean => contactStanding === 'over' || time === 'passed';

const saysOf = (dates: WorkedOut, { certificate }: Route): string => {
  if (dates.time !== 'ahead') return headlineOf(dates).says;
  if (certificate.unsure) return probablyNotNeeded(dates);
  return dates.contactStanding === 'not-needed'
    ? `${certificate.why} It does not move this date.`
    : headlineOf(dates).says;
};

function Reasons({ dates, answers, title, says }: { dates: WorkedOut; answers: Answers; title: string; says: Words }) {
  const { contact, contactStanding, shown, time } = dates;
  const sendFirst = whySendFirst(dates);
  const why: readonly { id: string; eyebrow: string; answer: Answer | undefined }[] = [
    {
      id: 'why-contact',
      // The card above gives the safe day, so where the law's own day is another, it is named as that.
      eyebrow:
        contact.safeBy && !contact.safeBy.equals(contact.deadline ?? contact.safeBy)
          ? 'The last day in law to contact an adviser'
          : 'Contact a mediation adviser by',
      answer: contactStanding === 'not-needed' ? undefined : contact,
    },
    { id: 'why-send', eyebrow: 'Send it by', answer: time === 'ahead' ? shown?.sendBy : undefined },
    { id: 'why-received', eyebrow: 'Received by 5pm on', answer: shown?.receivedBy },
  ];
  return (
    <>
      <Part id="dates" title={title} tone={isLate(dates) ? 'glow' : undefined}>
        {says}
        {sendFirst && <p>{sendFirst}</p>}
        <p>
          <a href={addressOf(publicPaths.myDates, answers)}>See them on one page</a>
        </p>
        <p class="buttons">
          {time === 'ahead' && <CalendarLink answers={answers} />}
          <PrintButton />
        </p>
      </Part>
      {why.map(
        ({ id, eyebrow, answer }) =>
          answer?.deadline && (
            <section class="card" aria-labelledby={`${id}-what ${id}`}>
              <WhyAnswer
                heading={{ id, eyebrow, day: <SaidDay on={answer.deadline} /> }}
                answer={answer}
                noPicture={id === 'why-send'}
              />
            </section>
          ),
      )}
    </>
  );
}

/** Whoever wants a certificate to be sure has to have contacted an adviser within the two months all the same. */
function probablyNotNeeded({ contact, today }: WorkedOut): string {
  const by = contact.safeBy ?? contact.deadline;
  const beSure =
    by && by.toString() >= today.toString()
      ? ` If you want one to be sure, contact a mediation adviser by ${dayInWords(by)}.`
      : '';
  return `Only the school or college is in dispute, so a certificate is probably not needed.${beSure} Mediation does not move the date for an appeal.`;
}

/** The answers of "My dates" that give the same dates. */
const datesAnswers = ({ kind, ifEducation, dated }: FoundRoad): Answers => ({
  kind: kind ?? ifEducation ?? '',
  dated: dated?.toString() ?? '',
  contact: 'no',
});

function WhoAsks({ past }: { past: 'yes' | 'no' }) {
  return past === 'yes' ? (
    <Part id="who-asks" title="The young person asks">
      <p>
        After Year 11 the right is the young person’s own, until they turn 25. A parent or somebody else can help, if
        the young person wants it. <a href={publicPaths.youngPeople}>Pages for young people</a>
      </p>
      <p>Some young people cannot make this decision themselves. Then somebody may act for them: ask us.</p>
    </Part>
  ) : (
    <Part id="who-asks" title="A parent or carer asks">
      <p>
        We want to hear what the child thinks too. If Year 11 ends while your time is running, tell us: then the right
        passes to the young person.
      </p>
    </Part>
  );
}
