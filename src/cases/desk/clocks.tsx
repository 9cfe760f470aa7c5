// The clocks of a case as the chart draws them: the letter, what was told, and every date of the law with its working.
import { Temporal } from 'temporal-polyfill';
import { ClockChart, ClockKey, type Clock as Drawn, type SpanKind } from '../../kit/html/pieces/clock-chart.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { timeInWords } from '../../law/appeal-explanation.ts';
import { monthName, shortDay, timeLeft } from '../../law/day-words.ts';
import type { Clock } from '../../law/clock.ts';
import type { AppealAnswer } from '../../law/tribunal-appeal.ts';
import { deskPaths } from '../paths.ts';
import { clockWords } from '../words.ts';
import type { CaseView, HolderView } from './case-view.ts';

type Day = Temporal.PlainDate;
const earlier = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
const later = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b);

/** The card of one right-holder's clocks; `isOnly` leaves their name out. */
export function ClocksCard({ view, holder, isOnly }: { view: CaseView; holder: HolderView; isOnly: boolean }) {
  const clocks = drawnOf(view, holder);
  const days = clocks.flatMap(({ point, spans = [] }) => [
    ...(point ? [point.on] : []),
    ...spans.flatMap(({ from, to }) => [from, to]),
  ]);
  const { today } = view;
  const from = days.reduce(earlier, today).with({ day: 1 });
  const to = days.reduce(later, today.add({ days: 14 })).add({ days: 7 });
  const named = (day: Day) => `${monthName(day.month)} ${day.year}`;
  return (
    <Card
      id={isOnly ? 'clocks' : `clocks-${holder.participationId}`}
      flush
      title={isOnly ? 'Clocks' : `Clocks of ${holder.called}`}
      beside={<ClockKey />}
    >
      {clocks.length === 0 ? (
        <p class="pad">
          No clock runs yet: the decision and the date on its letter are not known.{' '}
          <a href={deskPaths.decision(view.page.reference)}>Record the decision</a>
        </p>
      ) : (
        <ClockChart
          caption="The dates of this case, each with its state"
          from={from}
          to={to}
          today={today}
          axisWords={`${named(from)} to ${named(to)}`}
          clocks={clocks}
        />
      )}
    </Card>
  );
}

/** Every clock that matters, in the order of the law; one that is void is left to the page of dates. */
export function drawnOf({ page, decision, today }: CaseView, { clocks, certificates, facts }: HolderView): Drawn[] {
  const certificate = certificates.find(({ state }) => state === 'issued');
  return [
    ...(decision?.dated || decision?.sent ? [letter(decision.dated, decision.sent, decision.letter_seen)] : []),
    ...clocks
      .filter(({ state, kind }) => state !== 'void' && !(kind === 'issue-certificate' && certificate))
      .filter(({ state, kind }) => !(kind === 'ask-after-day-30' && state === 'not-started'))
      .map((clock) => drawn(clock, today, page.reference)),
    ...(facts.authorityToldOn && !clocks.some(({ kind, state }) => kind === 'tell-authority' && state === 'met')
      ? [pointOf('Told the council', facts.authorityToldOn, 'Day 30 counts from the day after.')]
      : []),
    ...(certificate
      ? [pointOf('Certificate', Temporal.PlainDate.from(certificate.dated), 'The date on it. It never changes.')]
      : []),
  ];
}

function letter(dated: string | null, sent: string | null, seen: boolean): Drawn {
  const on = Temporal.PlainDate.from((dated ?? sent) as string);
  const differ = dated && sent && dated !== sent;
  const state = `${dated ? 'printed' : 'sent'}${differ ? `; sent ${shortDay(Temporal.PlainDate.from(sent))}` : ''}${seen ? '' : '; not seen by us'}`;
  return {
    name: 'Decision letter',
    date: shortDay(on),
    state,
    point: { on, isDone: true },
    working: (
      <>
        <strong>{shortDay(on)}: decision letter.</strong> The date {dated ? 'printed on it' : 'it was sent'}.{' '}
        {differ && 'Printed and sent on different days: the earlier one is used, which is safe on every reading. '}
        {seen ? 'We have seen it.' : 'As the caller gave it; we have not seen it.'}
      </>
    ),
  };
}

function pointOf(name: string, on: Day, why: string): Drawn {
  return {
    name,
    date: shortDay(on),
    state: '✓ done',
    tone: 'good',
    point: { on, isDone: true },
    working: (
      <>
        <strong>
          {shortDay(on)}: {name.toLowerCase()}.
        </strong>{' '}
        {why}
      </>
    ),
  };
}

function drawn(clock: Clock, today: Day, reference: string): Drawn {
  const { answer, startedOn, metOn } = clock;
  const deadline = answer?.deadline ?? null;
  const name = clockWords[clock.kind] ?? clock.kind.replaceAll('-', ' ');
  const hour = clock.kind === 'appeal' && answer ? `, ${timeInWords((answer as AppealAnswer).cutOff)}` : '';
  const date = deadline ? `${shortDay(deadline)}${hour}` : 'No date yet';
  return {
    name,
    date,
    ...stateOf(clock, deadline, today),
    spans: startedOn && deadline ? spansOf(clock, startedOn, deadline, today) : [],
    ...(metOn && !deadline ? { point: { on: metOn, isDone: true } } : {}),
    working: (
      <>
        <strong>
          {date}: {name.charAt(0).toLowerCase() + name.slice(1)}.
        </strong>{' '}
        {answer
          ?.explain()
          .steps.map(({ words }) => words)
          .join(' ') ?? clock.why}{' '}
        {answer?.citation}
        {answer && (
          <>
            .{' '}
            <a href={`${deskPaths.dates(reference)}#${clock.kind}`}>
              Why?<span class="govuk-visually-hidden"> {name}</span>
            </a>
          </>
        )}
      </>
    ),
  };
}

/** "12 Nov": the whole date stands beside it. */
const dayAndMonth = (day: Day): string => `${day.day} ${monthName(day.month).slice(0, 3)}`;

function stateOf(clock: Clock, deadline: Day | null, today: Day): Pick<Drawn, 'state' | 'tone'> {
  if (clock.state === 'met' && clock.metOn)
    return clock.late
      ? { state: `done late, ${dayAndMonth(clock.metOn)}`, tone: 'late' }
      : { state: `✓ done ${dayAndMonth(clock.metOn)}`, tone: 'good' };
  if (clock.state === 'not-started') return { state: clock.why ?? 'not yet started' };
  if (!deadline) return { state: clock.why ?? 'no date yet' };
  return clock.late ? { state: timeLeft(deadline, today), tone: 'late' } : { state: timeLeft(deadline, today) };
}

function spansOf(clock: Clock, from: Day, to: Day, today: Day): Drawn['spans'] {
  const span = (start: Day, end: Day, kind: SpanKind) =>
    Temporal.PlainDate.compare(start, end) < 0 ? [{ from: start, to: end, kind }] : [];
  if (clock.state === 'met' && clock.metOn)
    return [...span(from, earlier(clock.metOn, to), 'done'), ...span(earlier(clock.metOn, to), to, 'maybe')];
  if (clock.state === 'not-started') return span(from, to, 'maybe');
  if (clock.late) return [...span(from, to, 'run'), ...span(to, today, 'past')];
  return [...span(later(from, today), to, 'rest'), ...span(from, earlier(today, to), 'run')];
}
