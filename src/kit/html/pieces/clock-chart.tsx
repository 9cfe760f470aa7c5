// The clocks of a case drawn on one axis, and the same as a list. Every lane shares one scale.
import { Temporal } from 'temporal-polyfill';
import { listed, type Words } from '../parts.ts';
import { percent, StopMark, type Stop } from './stop-mark.tsx';

/** done: finished. run: time used. rest: time left. maybe: would run if something happened. past: beyond its end. */
export type SpanKind = 'done' | 'run' | 'rest' | 'maybe' | 'past';

export interface Clock {
  name: Words;
  /** "Wed 2 Dec 2026". */
  date: Words;
  /** "9 days left", "✓ done 2 Nov"; `good` for what is done, `late` for what is past. */
  state: Words;
  tone?: 'good' | 'late';
  /** A single day, drawn as a point. */
  point?: { on: Temporal.PlainDate; isDone?: boolean };
  spans?: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate; kind: SpanKind }[];
  meeting?: { on: Temporal.PlainDate; kind: Stop };
  /** The same in words, with the working of the date. */
  working: Words;
}

export interface ClockChartProps {
  /** "The six dates of this case, each with its state". */
  caption: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  today: Temporal.PlainDate;
  /** "October 2026 to January 2027". */
  axisWords: string;
  clocks: readonly Clock[];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** How far along the axis a day stands, 0 to 1, kept inside the picture. */
function shareOf(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const days = (end: Temporal.PlainDate) => from.until(end, { largestUnit: 'day' }).days;
  return Math.min(1, Math.max(0, days(day) / Math.max(1, days(to))));
}

interface Axis {
  at: (day: Temporal.PlainDate) => number;
  months: { share: number; words: string }[];
  today: number;
}

function axisOf({ from, to, today }: ClockChartProps): Axis {
  const at = (day: Temporal.PlainDate) => shareOf(day, from, to);
  const months = [];
  for (let first = from.with({ day: 1 }); Temporal.PlainDate.compare(first, to) < 0; first = first.add({ months: 1 })) {
    const start = at(first);
    const room = at(first.add({ months: 1 })) - start;
    const name = MONTHS[first.month - 1]!;
    // A month with little room has a short name; the name of one with hardly any would run into the next.
    if (room > 0.04) months.push({ share: start, words: room > 0.12 ? name : name.slice(0, 3) });
  }
  return { at, months, today: at(today) };
}

const Grid = ({ axis }: { axis: Axis }) => (
  <>
    {axis.months.map(({ share }) => (
      <line class="lane__grid" x1={percent(share)} x2={percent(share)} y1="0" y2="100%" />
    ))}
  </>
);

/** Thicker where time is used up, thinner where it is not: shape says it first. */
const SPAN_HEIGHT = { done: 12, run: 12, past: 12, rest: 10, maybe: 10 } as const;
const DRAWN_FIRST: readonly SpanKind[] = ['maybe', 'rest', 'past', 'run', 'done'];

function Lane({ clock, axis }: { clock: Clock; axis: Axis }) {
  const spans = [...(clock.spans ?? [])].sort((a, b) => DRAWN_FIRST.indexOf(a.kind) - DRAWN_FIRST.indexOf(b.kind));
  return (
    <svg class="lane__axis" aria-hidden="true">
      <Grid axis={axis} />
      {spans.map(({ from, to, kind }) => {
        const height = SPAN_HEIGHT[kind];
        return (
          <rect
            class={`lane__${kind}`}
            x={percent(axis.at(from))}
            y="50%"
            width={percent(Math.max(0, axis.at(to) - axis.at(from)))}
            height={height}
            rx={height / 2}
            transform={`translate(0 ${-height / 2})`}
          />
        );
      })}
      <line class="lane__today" x1={percent(axis.today)} x2={percent(axis.today)} y1="0" y2="100%" />
      {clock.point && (
        <circle
          class={listed('lane__point', clock.point.isDone && 'lane__point--done')}
          cx={percent(axis.at(clock.point.on))}
          cy="50%"
          r="7"
        />
      )}
      {clock.meeting && (
        <svg x={percent(axis.at(clock.meeting.on))} y="50%" overflow="visible">
          <StopMark kind={clock.meeting.kind} size={20} />
        </svg>
      )}
    </svg>
  );
}

/** Names the months, leaving out one that "Today" would cover. */
function AxisHead({ axis }: { axis: Axis }) {
  return (
    <svg class="lane__axis" aria-hidden="true">
      <Grid axis={axis} />
      {axis.months
        .filter(({ share }) => axis.today < share - 0.05 || axis.today > share + 0.16)
        .map(({ share, words }) => (
          <text x={percent(share + 0.007)} y="68%">
            {words}
          </text>
        ))}
      <text class="lane__strong" x={percent(axis.today)} y="68%" text-anchor="middle">
        Today
      </text>
    </svg>
  );
}

/** The key of the chart, for the heading's line of its card. */
export function ClockKey({ meeting }: { meeting?: { words: Words; kind: Stop } }) {
  return (
    <ul class="key small" aria-label="Key">
      <li>
        <svg aria-hidden="true" viewBox="0 0 20 20">
          <rect class="lane__done" x="0" y="5" width="20" height="10" rx="5" />
        </svg>{' '}
        done
      </li>
      <li>
        <svg aria-hidden="true" viewBox="0 0 20 20">
          <rect class="lane__rest" x="1" y="6" width="18" height="8" rx="4" />
          <rect class="lane__run" x="0" y="5" width="11" height="10" rx="5" />
        </svg>{' '}
        running
      </li>
      <li>
        <svg aria-hidden="true" viewBox="0 0 20 20">
          <rect class="lane__maybe" x="1" y="6" width="18" height="8" rx="4" />
        </svg>{' '}
        not yet started
      </li>
      {meeting && (
        <li>
          <svg aria-hidden="true" viewBox="-11 -11 22 22">
            <StopMark kind={meeting.kind} size={20} />
          </svg>{' '}
          {meeting.words}
        </li>
      )}
    </ul>
  );
}

/** The clocks of a case: a table whose middle column is drawn, then the same as a list with every working. */
export function ClockChart(props: ClockChartProps) {
  const axis = axisOf(props);
  return (
    <>
      <table class="table lanes clocks">
        <caption class="govuk-visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th class="col-name" scope="col">
              Clock
            </th>
            <th class="lane" scope="col">
              <span class="govuk-visually-hidden">On a time axis, {props.axisWords}</span>
              <AxisHead axis={axis} />
            </th>
            <th class="col-date" scope="col">
              Date and state
            </th>
          </tr>
        </thead>
        <tbody>
          {props.clocks.map((clock) => (
            <tr>
              <th scope="row">{clock.name}</th>
              <td class="lane">
                <Lane clock={clock} axis={axis} />
              </td>
              <td>
                <div class="when">
                  <strong class="nowrap">{clock.date}</strong>{' '}
                  <span class={listed(clock.tone ?? 'muted', 'small')}>{clock.state}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details class="pad">
        <summary>The same as a list, with the working of every date</summary>
        <ol class="working">
          {props.clocks.map(({ working }) => (
            <li>{working}</li>
          ))}
        </ol>
      </details>
    </>
  );
}
