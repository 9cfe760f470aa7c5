// The small drawings that stand beside words. All are hidden from screen readers: the words say it.
import { constantMarkup, Drawing, type ConstantMarkup } from './markup.tsx';

interface Icon {
  viewBox: string;
  inside: ConstantMarkup;
}

const ICONS = {
  leave: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<path fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="M7 2H3v14h4M8 9h8M12 5l4 4-4 4"/>`,
  },
  calendar: {
    viewBox: '0 0 20 20',
    inside: constantMarkup`<g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><rect x="2" y="4" width="16" height="14" rx="2"/><path d="M2 9h16M6 1.5V5M14 1.5V5"/></g>`,
  },
  print: {
    viewBox: '0 0 20 20',
    inside: constantMarkup`<path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M5 7V2h10v5M5 15H2V7h16v8h-3M5 12h10v6H5z"/>`,
  },
  tick: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<path fill="none" stroke="currentColor" stroke-width="2.5" d="M3 9.5 7.5 14 15 4.5"/>`,
  },
  done: {
    viewBox: '0 0 28 28',
    inside: constantMarkup`<circle class="f-success" cx="14" cy="14" r="14"/><path fill="none" class="s-card" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M8 14.5l4 4 8-9"/>`,
  },
  stop: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<path fill="none" stroke="currentColor" stroke-width="2" d="M9 2 16.5 16h-15z"/><path stroke="currentColor" stroke-width="2" d="M9 7v4M9 12.5V14"/>`,
  },
  warning: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<path class="f-sun" stroke="#1d2733" stroke-width="1.5" d="M9 1.5 17 16.5H1z"/><path stroke="#1d2733" stroke-width="2" d="M9 6.5v5M9 13v2"/>`,
  },
  note: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><path stroke="currentColor" stroke-width="2" d="M9 8v5M9 4.5v2"/>`,
  },
  closed: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><path stroke="currentColor" stroke-width="2" d="M4 4l10 10"/>`,
  },
  overdue: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<path fill="#b3261e" d="M9 0 18 17H0z"/><path stroke="#fff" stroke-width="2" d="M9 6v5M9 13v2"/>`,
  },
  today: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<circle cx="9" cy="9" r="8" class="f-sun" stroke="#1d2733" stroke-width="2"/><circle cx="9" cy="9" r="3.5" fill="#1d2733"/>`,
  },
  tomorrow: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="#6d7a86" stroke-width="2"/><path fill="#6d7a86" d="M9 1.5a7.5 7.5 0 0 1 0 15z"/>`,
  },
  later: {
    viewBox: '0 0 18 18',
    inside: constantMarkup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="#6d7a86" stroke-width="2"/>`,
  },
} satisfies Record<string, Icon>;

export type IconName = keyof typeof ICONS;

/** Draws an icon at the size of the words beside it. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing class="icon" viewBox={ICONS[name].viewBox} inside={ICONS[name].inside} />;
}

/** The mark of Common Ground: two voices that overlap. */
export const Mark = () => (
  <Drawing
    viewBox="0 0 48 36"
    inside={constantMarkup`<path class="f-brand" d="M6 1h18a5 5 0 0 1 5 5v9a5 5 0 0 1-5 5H13l-5 6v-6H6a5 5 0 0 1-5-5V6a5 5 0 0 1 5-5z"/><path class="f-sun s-card" stroke-width="1.6" d="M24 11h18a5 5 0 0 1 5 5v9a5 5 0 0 1-5 5h-2v5l-6-5H24a5 5 0 0 1-5-5v-9a5 5 0 0 1 5-5z"/>`}
  />
);
