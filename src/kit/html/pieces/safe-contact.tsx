// How a person may safely be reached. It stands above everything else on a page about them.
import { safeHref } from '../link.tsx';
import { Icon } from '../icons.tsx';
import type { Words } from '../parts.ts';

/** The banner; `children` are the instructions, what must never be done in bold. */
export function SafeContact({
  person,
  children,
  source,
}: {
  person: string;
  children: Words;
  source?: { href: string; words: Words };
}) {
  return (
    <section class="safe" aria-label={`Safe contact for ${person}`}>
      <Icon name="warning" />
      <p>
        <strong>Safe contact for {person}:</strong> {children}
      </p>
      {source && <a href={safeHref(source.href)}>{source.words}</a>}
    </section>
  );
}
