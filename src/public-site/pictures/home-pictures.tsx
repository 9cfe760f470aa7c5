// The drawings of the home page; each stands beside the words that say the same.
import { constantMarkup, Drawing } from '../../kit/html/markup.tsx';

/** A decision letter that somebody does not agree with. */
export const LetterPicture = () => (
  <Drawing
    viewBox="0 0 64 64"
    inside={constantMarkup`<circle class="f-soft" cx="32" cy="32" r="32"/><path class="f-paper" d="M19 12h19l8 8v32H19z"/><path class="s-brand" stroke-width="3" stroke-linejoin="round" d="M19 12h19l8 8v32H19zM38 12v8h8"/><path class="s-brand" stroke-width="3" stroke-linecap="round" d="M25 29h14M25 36h14M25 43h7"/><circle class="f-sun" cx="45" cy="46" r="9"/><path class="s-ink" stroke-width="2.6" stroke-linecap="round" d="M42 43l6 6M48 43l-6 6"/>`}
  />
);

/** Two people talk. */
export const TalkPicture = () => (
  <Drawing
    viewBox="0 0 64 64"
    inside={constantMarkup`<circle class="f-soft" cx="32" cy="32" r="32"/><path class="f-brand" d="M16 15h22a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5H25l-8 7v-7h-1a5 5 0 0 1-5-5V20a5 5 0 0 1 5-5z"/><path class="f-sun" d="M30 28h18a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5h-1v7l-8-7h-9a5 5 0 0 1-5-5V33a5 5 0 0 1 5-5z"/><path class="s-ink" stroke-width="2.6" stroke-linecap="round" d="M32 36h14M32 41h9"/>`}
  />
);

/** A heart. */
export const FreePicture = () => (
  <Drawing
    viewBox="0 0 56 56"
    inside={constantMarkup`<circle class="f-hill" cx="28" cy="28" r="28"/><path class="f-brand" d="M28 43S12 33.5 12 23.5A8.3 8.3 0 0 1 28 20a8.3 8.3 0 0 1 16 3.5C44 33.5 28 43 28 43z"/>`}
  />
);

/** Scales in balance. */
export const IndependentPicture = () => (
  <Drawing
    viewBox="0 0 56 56"
    inside={constantMarkup`<circle class="f-hill" cx="28" cy="28" r="28"/><path class="s-brand" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round" d="M28 13v29M20 43h16M14 18h28"/><path class="f-sun" d="M8 30l6-12 6 12a6 6 0 0 1-12 0zM36 30l6-12 6 12a6 6 0 0 1-12 0z"/>`}
  />
);

/** A lock. */
export const ConfidentialPicture = () => (
  <Drawing
    viewBox="0 0 56 56"
    inside={constantMarkup`<circle class="f-hill" cx="28" cy="28" r="28"/><path class="s-brand" stroke-width="4" d="M20 26v-5a8 8 0 0 1 16 0v5"/><rect class="f-brand" x="15" y="25" width="26" height="19" rx="4"/><circle class="f-sun" cx="28" cy="34" r="3.5"/>`}
  />
);

/** Two young people. */
export const YoungPicture = () => (
  <Drawing
    viewBox="0 0 88 96"
    inside={constantMarkup`<g class="who who--a"><path fill="var(--body)" d="M2 96V82a20 20 0 0 1 40 0v14z"/><circle fill="var(--skin)" cx="22" cy="44" r="14"/><path fill="var(--hair)" d="M8 46a14 14 0 0 1 28-2c-8 0-13-3-16-7-2 5-6 8-12 9z"/></g><g class="who who--b"><path fill="var(--body)" d="M46 96V78a20 20 0 0 1 40 0v18z"/><path fill="var(--hair)" d="M51 58V38a15 15 0 0 1 30 0v20z"/><circle fill="var(--skin)" cx="66" cy="41" r="13"/><path fill="var(--hair)" d="M53 40a13 13 0 0 1 26 0c-6 0-10-2-13-6-3 4-7 6-13 6z"/></g>`}
  />
);

/** A calendar with one day marked. */
export const CalendarPicture = () => (
  <Drawing
    viewBox="0 0 88 96"
    inside={constantMarkup`<rect class="f-soft" x="6" y="18" width="76" height="72" rx="8"/><path class="f-brand" d="M6 26a8 8 0 0 1 8-8h60a8 8 0 0 1 8 8v12H6z"/><path class="s-ink" stroke-width="5" stroke-linecap="round" d="M26 10v16M62 10v16"/><g class="f-mist"><circle cx="20" cy="52" r="5"/><circle cx="36" cy="52" r="5"/><circle cx="52" cy="52" r="5"/><circle cx="68" cy="52" r="5"/><circle cx="20" cy="72" r="5"/><circle cx="36" cy="72" r="5"/></g><rect class="f-sun" x="44" y="63" width="18" height="18" rx="4"/>`}
  />
);
