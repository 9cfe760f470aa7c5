// A page with little on it: not found, something went wrong, signed out. It needs nothing but the service's facts.
import type { Words } from '../parts.ts';
import { TelLink } from '../link.tsx';
import type { Frame } from './document.tsx';
import { PublicPage } from './public-page.tsx';

/** A heading and a few sentences in a card, with the telephone under them. */
export function PlainPage({
  frame,
  title,
  scripts,
  children,
}: {
  frame: Frame;
  title: string;
  scripts?: readonly string[];
  children: Words;
}) {
  return (
    <PublicPage frame={frame} title={title} isPrivate scripts={scripts} main="stack">
      <section class="card flow" aria-labelledby="page-title">
        <h1 id="page-title">{title}</h1>
        {children}
      </section>
      <p>
        Would you rather talk? Ring <TelLink number={frame.service.telephone} />, {frame.service.hours}.
      </p>
    </PublicPage>
  );
}
