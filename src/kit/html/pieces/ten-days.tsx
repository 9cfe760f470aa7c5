// The next ten working days: one block for each thing due and each meeting, so that it can be counted; and the same as a table.

export interface LoadDay {
  /** "Mon", or "Today". */
  weekday: string;
  dayOfMonth: number;
  /** "Mon 23 Nov 2026", for the table. */
  words: string;
  overdue?: number;
  due: number;
  /** Left out everywhere, the picture speaks of no meetings. */
  meetings?: number;
  isToday?: boolean;
  /** A line stands before the first day of a week. */
  startsWeek?: boolean;
}

/** Where the blocks stand on, and how far apart they are, in px of the drawing. */
const BASE = 88;
const STEP = 11;
/** Blocks that fit; beyond it the figure above says how many there are. */
const MOST_BLOCKS = 6;

interface Block {
  kind: 'law' | 'late' | 'meet';
}

function blocksOf({ due, overdue = 0, meetings = 0 }: LoadDay): Block[] {
  const blocks = (kind: Block['kind'], number: number): Block[] => Array.from({ length: number }, () => ({ kind }));
  return [...blocks('law', due), ...blocks('late', overdue), ...blocks('meet', meetings)];
}

function Column({ day, index, width }: { day: LoadDay; index: number; width: number }) {
  const all = blocksOf(day);
  const shown = all.slice(-MOST_BLOCKS);
  const left = index * width;
  const middle = `${left + width / 2}%`;
  const name = day.isToday ? 'load__today' : undefined;
  return (
    <>
      {shown.map(({ kind }, place) =>
        kind === 'meet' ? (
          <rect
            class="load__meet"
            x={`${left + width * 0.13}%`}
            width={`${width * 0.74}%`}
            y={BASE - STEP * (place + 1) + 2}
            height={7}
            rx={2}
          />
        ) : (
          <rect
            class={`load__${kind}`}
            x={`${left + width * 0.1}%`}
            width={`${width * 0.8}%`}
            y={BASE - STEP * (place + 1) + 1}
            height={9}
            rx={2}
          />
        ),
      )}
      {all.length > 0 && (
        <text class="load__n" x={middle} y={BASE - STEP * shown.length - 5}>
          {all.length}
        </text>
      )}
      <text class={name} x={middle} y={104}>
        {day.weekday}
      </text>
      <text class={name} x={middle} y={121}>
        {day.dayOfMonth}
      </text>
    </>
  );
}

const Key = ({ kind, words }: { kind: Block['kind']; words: string }) => (
  <li>
    <svg aria-hidden="true">
      {kind === 'meet' ? (
        <rect class="load__meet" width="12" height="8" x="1" y="2" rx="2" />
      ) : (
        <rect class={`load__${kind}`} width="14" height="10" y="1" rx="2" />
      )}
    </svg>{' '}
    {words}
  </li>
);

/** The picture with its key, and the same figures as a table. */
export function TenDays({ days }: { days: readonly LoadDay[] }) {
  const width = 100 / Math.max(1, days.length);
  const hasMeetings = days.some(({ meetings }) => meetings !== undefined);
  return (
    <figure class="load">
      <figcaption class="govuk-visually-hidden">
        The next working days: what is due{hasMeetings && ', and meetings'}, day by day. The same figures are in the
        table below the picture.
      </figcaption>
      <svg aria-hidden="true">
        <line class="load__base" x1="0" x2="100%" y1={BASE} y2={BASE} />
        {days.map(
          ({ startsWeek }, index) =>
            startsWeek &&
            index > 0 && <line class="load__week" x1={`${index * width}%`} x2={`${index * width}%`} y1="4" y2="124" />,
        )}
        {days.map((day, index) => (
          <Column day={day} index={index} width={width} />
        ))}
      </svg>
      <div class="load__foot">
        <ul class="key" aria-label="Key">
          <Key kind="late" words="overdue" />
          <Key kind="law" words="due by law" />
          {hasMeetings && <Key kind="meet" words="meeting" />}
        </ul>
        <details>
          <summary>{days.length === 10 ? 'Ten days' : `${days.length} days`} as a table</summary>
          <table class="table">
            <caption class="govuk-visually-hidden">What is due in the next working days</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Due by law</th>
                {hasMeetings && <th scope="col">Meetings</th>}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr>
                  <th scope="row">{day.words}</th>
                  <td>
                    {day.due}
                    {day.overdue ? `, and ${day.overdue} overdue` : ''}
                  </td>
                  {hasMeetings && <td>{day.meetings ?? 0}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </figure>
  );
}
