// The parts of the call page: the bar that stays, steps that fold when nothing in them waits, the panel of road and dates, the keys.
import { listed, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

export type StepState = 'done' | 'part' | 'now' | 'to-come';

export interface CallStepLink {
  number: number;
  name: string;
  state: StepState;
}

const STATE_WORDS = { done: ', done', part: ', in part', now: ', now', 'to-come': '' } as const;

/**
 * Who is on the telephone, how long, whether it is saved, and the steps. `saysIn` is the id that autosave writes to. `aloud` is what a
 * screen reader says when it changes: what went wrong, and what appeared elsewhere on the page, but not that all is well.
 */
export function CallBar({
  title,
  since,
  saved,
  aloud,
  saysIn,
  steps,
  buttons,
}: {
  title: Words;
  since: Words;
  saved?: Words;
  aloud?: string;
  saysIn: string;
  steps: readonly CallStepLink[];
  buttons?: Words;
}) {
  return (
    <section class="call-bar call-bar--stays" aria-label="This call">
      <div class="call-bar__in">
        <div>
          <h1>{title}</h1>
          <p class="small">
            {since} ·{' '}
            <span class="good" id={saysIn}>
              {saved}
            </span>
          </p>
          <p class="govuk-visually-hidden" id={`${saysIn}-aloud`} role="status">
            {aloud}
          </p>
        </div>
        <nav aria-label="Steps of the call">
          <ol class="call-steps">
            {steps.map(({ number, name, state }) => (
              <li class={`is-${state}`}>
                <a href={`#step-${number}`} aria-current={state === 'now' ? 'step' : undefined}>
                  {state === 'done' && <span aria-hidden="true">✓</span>}
                  {state === 'done' ? (
                    <span class="govuk-visually-hidden">
                      {number} {name}, done
                    </span>
                  ) : (
                    <>
                      {number}
                      <span class="govuk-visually-hidden">
                        {' '}
                        {name}
                        {STATE_WORDS[state]}
                      </span>
                    </>
                  )}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {buttons && <div class="buttons">{buttons}</div>}
      </div>
    </section>
  );
}

export interface CallStepProps {
  number: number;
  state: StepState;
  /** "Service", for the folded line. */
  name: string;
  /** What was answered; a step with an answer and nothing waiting folds to one line. */
  answer?: Words;
  /** A short state at the end of the heading: "7 of 8 said". */
  note?: Words;
  /** The question, asked in these words. Its fields carry their own legends, so this is a heading. */
  asks: Words;
  children: Words;
}

/** One step of a call. */
export function CallStep({ number, state, name, answer, note, asks, children }: CallStepProps) {
  const mark = (
    <span class="step__n" aria-hidden="true">
      {state === 'done' ? '✓' : number}
    </span>
  );
  const body = (
    <div class="step__body">
      <h2>
        <span class="govuk-visually-hidden">{number} </span>
        {asks} {note && <span class="step__state">{note}</span>}
      </h2>
      {children}
    </div>
  );
  if (state === 'done' && answer !== undefined) {
    return (
      <details class="step step--done step--folded" id={`step-${number}`} data-step data-done>
        <summary>
          {mark}
          <span>
            <span class="muted">
              {number} {name}:
            </span>{' '}
            <strong>{answer}</strong>
          </span>
          <span class="change">Change</span>
        </summary>
        {body}
      </details>
    );
  }
  return (
    <div
      class={listed('step', state !== 'to-come' && `step--${state}`)}
      id={`step-${number}`}
      data-step
      data-done={state === 'done' ? true : undefined}
    >
      {mark}
      {body}
    </div>
  );
}

/** Words to say, in the adviser's own voice. */
export const Say = ({ children }: { children: Words }) => <p class="say">{children}</p>;

export interface PanelDate {
  what: Words;
  /** "Wed 25 Nov 2026, 5pm". */
  date: Words;
  tag?: Words;
  /** "Fri 25 Sept + 2 months. Reg 33". */
  why: Words;
}

/** Dates beside a call, each with its working in one line. */
export function PanelDates({ dates }: { dates: readonly PanelDate[] }) {
  return (
    <dl class="dates">
      {dates.map(({ what, date, tag, why }) => (
        <div>
          <dt>{what}</dt>
          <dd>
            <span class="date">{date}</span> {tag && <strong class="govuk-tag govuk-tag--today">{tag}</strong>}
            <br />
            <span class="small muted">{why}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The keys that act on this page, printed at its foot. */
export function Keys({ keys, changeHref }: { keys: readonly { key: string; does: string }[]; changeHref: string }) {
  return (
    <footer class="keys" aria-label="Keys">
      <ul role="list">
        {keys.map(({ key, does }) => (
          <li>
            <kbd>{key}</kbd> {does}
          </li>
        ))}
        <li>
          <a href={safeHref(changeHref)}>Change or turn off</a>
        </li>
      </ul>
    </footer>
  );
}
