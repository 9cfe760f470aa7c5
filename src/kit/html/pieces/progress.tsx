// Where somebody is now, and what has happened.
import type { Words } from '../parts.ts';

export interface Step {
  name: Words;
  /** "2 November", "Now, until 4 December". */
  when?: Words;
  state: 'done' | 'now' | 'to-come';
}

const STATE_WORDS = { done: 'Done: ', now: 'Now: ', 'to-come': 'To come: ' } as const;

/** "Where you are now": numbered steps in a row, upright on a telephone. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map(({ name, when, state }, index) => (
        <li class={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="steps__mark" aria-hidden="true">
            {state === 'done' ? '✓' : index + 1}
          </span>
          <span class="steps__name">
            <span class="govuk-visually-hidden">{STATE_WORDS[state]}</span>
            {name}
          </span>
          {when && <span class="steps__when">{when}</span>}
        </li>
      ))}
    </ol>
  );
}

export interface TimelineEntry {
  what: Words;
  /** "Thu 19 Nov 2026, 10:05am · Tom Hale". */
  when: Words;
  more?: Words;
  isToCome?: boolean;
}

/** What has happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map(({ what, when, more, isToCome }) => (
        <li class={isToCome ? 'is-to-come' : undefined}>
          <strong>{what}</strong>
          <span class="timeline__when">{when}</span>
          {more}
        </li>
      ))}
    </ol>
  );
}
