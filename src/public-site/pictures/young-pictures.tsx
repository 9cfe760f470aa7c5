// The drawings of the page for young people; people of many kinds, and no faces.
import { constantMarkup, Drawing } from '../../kit/html/markup.tsx';

/** Three people talk at a table. */
export const TablePicture = () => (
  <Drawing
    viewBox="0 0 420 320"
    title="Three people talk at a table."
    inside={constantMarkup`<circle class="f-hill" cx="210" cy="168" r="150"/><path class="f-brand" d="M46 26h92a14 14 0 0 1 14 14v34a14 14 0 0 1-14 14h-22l-16 18v-18H46a14 14 0 0 1-14-14V40a14 14 0 0 1 14-14z"/><path class="s-paper" stroke-width="6" stroke-linecap="round" d="M56 49h72M56 66h44"/><path class="f-sun" d="M282 16h92a14 14 0 0 1 14 14v34a14 14 0 0 1-14 14h-54v18l-16-18h-22a14 14 0 0 1-14-14V30a14 14 0 0 1 14-14z"/><path class="s-ink" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" d="M308 48l13 13 27-29"/><g class="who who--c" transform="translate(210 246)"><path fill="var(--hair)" d="M-36-66v-46a36 36 0 0 1 72 0v46z"/><path fill="var(--body)" d="M-46 0v-38a46 46 0 0 1 92 0V0z"/><path fill="var(--skin)" d="M-9-96h18v15a9 9 0 0 1-18 0z"/><circle fill="var(--skin)" cy="-112" r="28"/><path fill="var(--hair)" d="M-30-110a30 30 0 0 1 60 0c-12-1-22-7-28-16-6 9-16 15-30 16z"/></g><g class="who who--a" transform="translate(96 252)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><path fill="var(--skin)" d="M-9-96h18v15a9 9 0 0 1-18 0z"/><circle fill="var(--skin)" cy="-112" r="29"/><path fill="var(--hair)" d="M-32-108c-4-22 10-38 32-38s36 16 32 38c-8-6-10-12-11-18-12 6-30 6-42 0-1 6-3 12-11 18z"/></g><g class="who who--b" transform="translate(324 252)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><path fill="var(--skin)" d="M-9-96h18v15a9 9 0 0 1-18 0z"/><circle fill="var(--skin)" cy="-112" r="29"/><path fill="var(--hair)" d="M-30-112a30 30 0 0 1 60 0c-20 2-32-4-40-14-4 8-10 13-20 14z"/></g><rect class="f-road" x="76" y="262" width="14" height="56" rx="6"/><rect class="f-road" x="330" y="262" width="14" height="56" rx="6"/><rect class="f-ink" x="24" y="244" width="372" height="24" rx="12"/><path class="f-paper" d="M178 232h58l8 12h-72z"/><path class="f-sun" d="M270 226h22v14a5 5 0 0 1-5 5h-12a5 5 0 0 1-5-5z"/>`}
  />
);

/** Two people and a plan between them. */
export const PlanPicture = () => (
  <Drawing
    viewBox="0 0 296 150"
    inside={constantMarkup`<circle class="f-hill" cx="148" cy="92" r="66"/><g class="who who--a" transform="translate(76 124) scale(0.72)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-32-102c-4-22 10-38 32-38s36 16 32 38c-8-6-10-12-11-18-12 6-30 6-42 0-1 6-3 12-11 18z"/></g><g class="who who--d" transform="translate(220 124) scale(0.72)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-30-106a30 30 0 0 1 60 0c-20 2-32-4-40-14-4 8-10 13-20 14z"/></g><rect class="f-ink" x="28" y="122" width="240" height="14" rx="7"/><path class="f-paper" stroke="#4a5866" stroke-width="2" d="M126 62h44v58h-44z"/><path class="s-brand" stroke-width="4" stroke-linecap="round" d="M135 76h26M135 88h26M135 100h14"/>`}
  />
);

/** A school, and something to say about it. */
export const HelpPicture = () => (
  <Drawing
    viewBox="0 0 296 150"
    inside={constantMarkup`<path class="f-hill" d="M0 136c60-34 120-34 160-20s90 8 136-16v50H0z"/><path class="f-paper" stroke="#4a5866" stroke-width="3" stroke-linejoin="round" d="M52 136V74l54-30 54 30v62z"/><path class="f-brand" d="M42 78l64-38 64 38-5 8-59-34-59 34z"/><rect class="f-brand" x="94" y="102" width="24" height="34" rx="3"/><g class="f-mist"><rect x="66" y="92" width="16" height="16" rx="2"/><rect x="130" y="92" width="16" height="16" rx="2"/></g><circle class="f-sun" cx="106" cy="78" r="9"/><path class="f-sun" d="M196 30h60a12 12 0 0 1 12 12v32a12 12 0 0 1-12 12h-34l-18 18V86h-8a12 12 0 0 1-12-12V42a12 12 0 0 1 12-12z"/><path class="s-ink" stroke-width="5" stroke-linecap="round" d="M203 51h46M203 66h28"/><path class="s-road" stroke-width="4" stroke-linecap="round" d="M28 137h240"/>`}
  />
);

/** A certificate. */
export const CertificatePicture = () => (
  <Drawing
    viewBox="0 0 296 150"
    inside={constantMarkup`<circle class="f-hill" cx="148" cy="82" r="66"/><rect x="78" y="26" width="140" height="100" rx="6" class="f-paper" stroke="#4a5866" stroke-width="3"/><path class="s-brand" stroke-width="6" stroke-linecap="round" d="M112 52h72"/><path class="s-road" stroke-width="4" stroke-linecap="round" d="M98 72h100M98 86h58M98 100h44"/><path class="f-brand" d="M178 100l-6 38 16-10 16 10-6-38z"/><circle class="f-sun" cx="188" cy="98" r="19"/><path class="s-ink" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" d="M180 98l6 6 11-12"/>`}
  />
);

/** An older and a younger person. */
export const FamilyPicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><g class="who who--d" transform="translate(29 70) scale(0.42)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-30-106a30 30 0 0 1 60 0c-20 2-32-4-40-14-4 8-10 13-20 14z"/></g><g class="who who--b" transform="translate(54 70) scale(0.34)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-32-102c-4-22 10-38 32-38s36 16 32 38c-8-6-10-12-11-18-12 6-30 6-42 0-1 6-3 12-11 18z"/></g>`}
  />
);

/** A friend. */
export const FriendPicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><g class="who who--a" transform="translate(40 72) scale(0.5)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-32-102c-4-22 10-38 32-38s36 16 32 38c-8-6-10-12-11-18-12 6-30 6-42 0-1 6-3 12-11 18z"/></g><path class="f-brand" d="M40 66s-9-5-9-11a4.7 4.7 0 0 1 9-2 4.7 4.7 0 0 1 9 2c0 6-9 11-9 11z"/>`}
  />
);

/** Somebody who works at a school. */
export const SchoolPersonPicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><g class="who who--c" transform="translate(40 72) scale(0.5)"><path fill="var(--hair)" d="M-36-60v-46a36 36 0 0 1 72 0v46z"/><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="28"/><path fill="var(--hair)" d="M-30-104a30 30 0 0 1 60 0c-12-1-22-7-28-16-6 9-16 15-30 16z"/></g><path class="s-ink" stroke-width="2" d="M32 37l8 16 8-16"/><rect class="f-sun" x="33" y="53" width="14" height="12" rx="2"/>`}
  />
);

/** Somebody who speaks with you. */
export const AdvocatePicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><g class="who who--b" transform="translate(30 72) scale(0.46)"><path fill="var(--body)" d="M-48 0v-38a48 48 0 0 1 96 0V0z"/><circle fill="var(--skin)" cy="-106" r="29"/><path fill="var(--hair)" d="M-30-106a30 30 0 0 1 60 0c-20 2-32-4-40-14-4 8-10 13-20 14z"/></g><path class="f-sun" d="M50 12h18a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-8l-8 7v-7h-2a6 6 0 0 1-6-6V18a6 6 0 0 1 6-6z"/><path class="s-ink" stroke-width="2.5" stroke-linecap="round" d="M51 20h16M51 26h10"/>`}
  />
);

/** Two people at a table. */
export const RoomPicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><rect class="f-brand" x="16" y="42" width="48" height="8" rx="4"/><path class="s-brand" stroke-width="5" stroke-linecap="round" d="M25 50v14M55 50v14"/><circle class="f-ink" cx="26" cy="26" r="8"/><circle class="f-sun" cx="54" cy="26" r="8"/><path class="s-ink" stroke-width="5" stroke-linecap="round" d="M18 40c2-6 14-6 16 0"/><path class="s-sun" stroke-width="5" stroke-linecap="round" d="M46 40c2-6 14-6 16 0"/>`}
  />
);

/** A screen with a person on it. */
export const VideoPicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><rect class="f-brand" x="15" y="20" width="50" height="34" rx="5"/><rect class="f-paper" x="20" y="25" width="40" height="24" rx="2"/><circle class="f-sun" cx="40" cy="34" r="5.5"/><path class="f-ink" d="M29 49a11 9 0 0 1 22 0z"/><path class="s-brand" stroke-width="5" stroke-linecap="round" d="M40 54v8M29 63h22"/>`}
  />
);

/** A telephone. */
export const PhonePicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><path class="f-brand" d="M25 19l8-3a4 4 0 0 1 5 2l4 9a4 4 0 0 1-1 4l-5 5c3 6 7 10 13 13l5-5a4 4 0 0 1 4-1l9 4a4 4 0 0 1 2 5l-3 8a5 5 0 0 1-5 3C40 62 21 43 20 24a5 5 0 0 1 5-5z"/><path class="s-sun" stroke-width="4" stroke-linecap="round" d="M47 25a12 12 0 0 1 10 10M49 15a22 22 0 0 1 18 18"/>`}
  />
);

/** A page with a drawing and words. */
export const PagePicture = () => (
  <Drawing
    viewBox="0 0 80 80"
    inside={constantMarkup`<circle class="f-hill" cx="40" cy="40" r="40"/><rect class="f-paper" stroke="#4a5866" stroke-width="2.5" x="18" y="18" width="36" height="46" rx="4"/><circle class="f-sun" cx="28" cy="30" r="5"/><path class="f-leaf" d="M22 44l9-9 7 6 5-4 7 7z"/><path class="s-road" stroke-width="3" stroke-linecap="round" d="M25 51h18M25 57h10"/><path class="f-brand" d="M60 30l7 5-17 24-8 4 1-9z"/>`}
  />
);

/** A lock on a deep ground. */
export const LockPicture = () => (
  <Drawing
    viewBox="0 0 96 96"
    inside={constantMarkup`<circle fill="#ffffff" opacity="0.14" cx="48" cy="48" r="48"/><path fill="none" stroke="#ffffff" stroke-width="6" d="M34 44v-8a14 14 0 0 1 28 0v8"/><rect class="f-sun" x="26" y="43" width="44" height="33" rx="6"/><circle class="f-ink" cx="48" cy="58" r="5"/>`}
  />
);
