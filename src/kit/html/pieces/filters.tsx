// Counts that lead to a list, and filters that narrow one. All are links: the address holds what is chosen.
import { safeHref } from '../link.tsx';
import { listed, type Words } from '../parts.ts';

export interface Count {
  href: string;
  /** A figure, or "40+" where counting stopped. */
  number: number | string;
  words: string;
  tone?: 'late' | 'today';
}

/** Figures at the top of a page: solid red is overdue, sun is today. */
export function Counts({ label, counts }: { label: string; counts: readonly Count[] }) {
  return (
    <ul class="counts" aria-label={label}>
      {counts.map(({ href, number, words, tone }) => (
        <li>
          <a class={listed('count', tone && `count--${tone}`)} href={safeHref(href)}>
            <strong>{number}</strong> {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface FilterLink {
  href: string;
  words: Words;
  isCurrent?: boolean;
}

/** One choice of a few, side by side ("Mine: 5", "Everybody's: 14"). */
export function Segments({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav class="segments" aria-label={label}>
      {links.map(({ href, words, isCurrent }) => (
        <a href={safeHref(href)} aria-current={isCurrent ? 'true' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

/** Segments and further filters, for the heading's line of a card. */
export function Filters({
  segments,
  links = [],
}: {
  segments?: { label: string; links: readonly FilterLink[] };
  links?: readonly FilterLink[];
}) {
  return (
    <div class="filters">
      {segments && <Segments {...segments} />}
      {links.map(({ href, words, isCurrent }) => (
        <a href={safeHref(href)} aria-current={isCurrent ? 'true' : undefined}>
          {words}
        </a>
      ))}
    </div>
  );
}
