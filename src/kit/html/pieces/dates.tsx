// The answer to "by when?", and why it is that day. Days come in as words: these components compute no date.
import { constantMarkup, Drawing } from '../markup.tsx';
import { listed, type Words } from '../parts.ts';

export interface BigDate {
  /** "Send it by", "Received by 5pm on". */
  what: Words;
  /** "Monday 24 August 2026". */
  day: Words;
  /** One plain sentence. */
  says?: Words;
}

export interface DateCardProps {
  id: string;
  eyebrow?: Words;
  title: Words;
  says?: Words;
  /** "Send it by" stands before "Received by". */
  dates: readonly BigDate[];
  /** Buttons: at most three, one of them filled. */
  buttons?: Words;
}

/** The deep-teal card with the date or dates that govern. */
export function DateCard({ id, eyebrow, title, says, dates, buttons }: DateCardProps) {
  return (
    <section class="card card--brand flow" id={id} aria-labelledby={`${id}-title`}>
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h2 id={`${id}-title`}>{title}</h2>
      {says && <p>{says}</p>}
      <dl class="two-dates">
        {dates.map((date) => (
          <div>
            <dt>{date.what}</dt>
            <dd>
              <span class="big">{date.day}</span>
              {date.says && <span>{date.says}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {buttons && <div class="buttons">{buttons}</div>}
    </section>
  );
}

/**
 * How a day is drawn: where counting starts (square), counted (circle), end of a period (ring), skipped (stripes),
 * must arrive (dashes), the safe day before (underlined), the day itself (solid).
 */
export type DayMark = 'trigger' | 'counted' | 'end' | 'skipped' | 'arrive' | 'safe' | 'final';

export interface PictureDay {
  /** The day of the month; null leaves the place empty. */
  day: number | null;
  mark?: DayMark;
  /** Read after the number by a screen reader: "counted", "skipped, bank holiday". */
  says?: string;
}

export interface MonthPictureProps {
  /** "August 2026, into September". */
  title: Words;
  /** Weeks from Monday; seven days each. */
  weeks: readonly (readonly PictureDay[])[];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A month as a table; each mark has its own shape, and its own words for those who hear it (hidden by the style sheet, since there are dozens). */
export function MonthPicture({ title, weeks }: MonthPictureProps) {
  return (
    <table class="month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th scope="col">
              <abbr title={name}>{name.slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map(({ day, mark, says }) => (
              <td>
                {day !== null && (
                  <span class={mark ? `day d-${mark}` : undefined}>
                    {day}
                    {says && <span> {says}</span>}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface WhyThisDateProps {
  /** What the date is for and the date, when the card does not say it already. */
  heading?: { id: string; eyebrow: Words; day: Words };
  summary?: Words;
  open?: boolean;
  steps: readonly Words[];
  months?: readonly MonthPictureProps[];

  /** What each shape means, for the shapes that are used. */
  shapes?: readonly { mark: DayMark; says: Words }[];
  rule?: Words;
  evidence?: Words;
  /** After the steps and the picture: other readings of the rule. */
  children?: Words;
}

/** "Why this date?": numbered steps, the month picture with its key, other readings, the rule, the evidence. */
export function WhyThisDate({
  heading,
  summary = 'Why this date?',
  open,
  steps,
  months = [],
  shapes = [],
  rule,
  evidence,
  children,
}: WhyThisDateProps) {
  return (
    <>
      {heading && (
        <div class="why__date">
          <p class="eyebrow" id={`${heading.id}-what`}>
            {heading.eyebrow}
          </p>
          <h2 id={heading.id}>{heading.day}</h2>
        </div>
      )}
      <details class="why" open={open}>
        <summary>{summary}</summary>
        <div class={listed('why__body', months.length === 0 && 'why__body--no-picture')}>
          <ol class="numbered">
            {steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {months.length > 0 && (
            <div>
              {months.map((month) => (
                <MonthPicture {...month} />
              ))}
              {shapes.length > 0 && (
                <ul class="month-key" aria-label="What the shapes mean">
                  {shapes.map(({ mark, says }) => (
                    <li>
                      <span class={`day d-${mark}`} /> {says}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </div>
        {children}
        {(rule || evidence) && (
          <dl class="source">
            {rule && (
              <div>
                <dt>The rule</dt>
                <dd>{rule}</dd>
              </div>
            )}
            {evidence && (
              <div>
                <dt>Evidence</dt>
                <dd>{evidence}</dd>
              </div>
            )}
          </dl>
        )}
      </details>
    </>
  );
}

export interface ToldRow {
  what: Words;
  answer: Words;
  change?: { href: string; says: string };
}

/** What the person told us, with a link to change each answer. */
export function Told({ rows }: { rows: readonly ToldRow[] }) {
  return (
    <dl class="told">
      {rows.map(({ what, answer, change }) => (
        <div>
          <dt>{what}</dt>
          <dd>{answer}</dd>
          {change && (
            <dd>
              <a href={change.href}>
                Change<span class="govuk-visually-hidden"> {change.says}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Something that is done and safe, with a tick. */
export function Done({ children }: { children: Words }) {
  return (
    <div class="done">
      <Drawing
        viewBox="0 0 28 28"
        inside={constantMarkup`<circle class="f-success" cx="14" cy="14" r="14"/><path class="s-card" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M8 14.5l4 4 8-9"/>`}
      />
      <p>{children}</p>
    </div>
  );
}

/** The date of the next step, inside the deep-teal card. */
export function ByDate({ day, left }: { day: Words; left?: Words }) {
  return (
    <p class="by-date">
      Please do this by <strong>{day}</strong> {left}
    </p>
  );
}
