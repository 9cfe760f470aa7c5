// One case's days since the council was told, against day 30: a row of the arranging board.
import { percent, StopMark, type Stop } from './stop-mark.tsx';

export interface DayLaneProps {
  /** Days since the council was told. */
  day: number;
  /** The last day by law, and where the picture ends. */
  limit?: number;
  end?: number;
  meeting?: { day: number; kind: Stop };
  /** Days on which a meeting could still be fixed with full notice. */
  open?: { from: number; to: number };
}

/** One case's days against day 30, for a row of the arranging board; goes inside a `td` with class "lane". */
export function DayLane({ day, limit = 30, end = 35, meeting, open }: DayLaneProps) {
  const at = (one: number) => percent(Math.min(1, Math.max(0, one / end)));
  const isPast = day > limit;
  return (
    <>
      <svg class="lane__axis" aria-hidden="true">
        <rect class="lane__after" x={at(limit)} y="0" width={percent(1 - limit / end)} height="100%" />
        {[0, 10, 20].map((grid) => (
          <line class="lane__grid" x1={at(grid)} x2={at(grid)} y1="0" y2="100%" />
        ))}
        {open && <rect class="lane__window" x={at(open.from)} y="25%" width={at(open.to - open.from)} height="50%" />}
        <rect
          class={isPast ? 'lane__past' : 'lane__run'}
          x="0"
          y="50%"
          width={at(day)}
          height="10"
          transform="translate(0 -5)"
        />
        <line class="lane__limit" x1={at(limit)} x2={at(limit)} y1="0" y2="100%" />
        {meeting && (
          <svg x={at(meeting.day)} y="50%" overflow="visible">
            <StopMark kind={meeting.kind} />
          </svg>
        )}
      </svg>
      <span class="govuk-visually-hidden">
        Day {day} of {limit}
      </span>
    </>
  );
}

/** The head of a column of day lanes; goes inside a `th` with class "lane". */
export function DayLaneHead({ limit = 30, end = 35 }: { limit?: number; end?: number }) {
  const at = (one: number) => percent(one / end);
  return (
    <>
      <span class="govuk-visually-hidden">Days since the council was told</span>
      <svg class="lane__axis" aria-hidden="true">
        <text x="0" y="68%">
          day 0
        </text>
        {[10, 20].map((day) => (
          <text x={at(day)} y="68%" text-anchor="middle">
            {day}
          </text>
        ))}
        <text x={at(limit)} y="68%" text-anchor="middle" class="lane__strong">
          day {limit}
        </text>
      </svg>
    </>
  );
}
