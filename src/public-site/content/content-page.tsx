// What a page of words is, and how it stands on the screen: a title, a lead, cards, where to go next, and the telephone.
import { PublicPage, type PublicNav } from '../../kit/html/layouts/public-page.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import type { Words } from '../../kit/html/parts.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { PublicView } from '../view.ts';

export interface NextLink {
  readonly href: string;
  readonly words: string;
}

/** One page of words. Everything that differs between services comes in with the view. */
export interface ContentPage {
  readonly path: string;
  /** The heading, and the title of the window. */
  readonly title: string;
  /** The link of the header that this page belongs to. */
  readonly current?: PublicNav;
  readonly lead: (view: PublicView) => Words;
  readonly body: (view: PublicView) => Words;
  /** Where somebody who has read this may want to go. */
  readonly next?: readonly NextLink[];
}

/** A part of a page: a card with a heading. */
export function Part({
  id,
  title,
  tone,
  children,
}: {
  id: string;
  title: Words;
  tone?: 'soft' | 'glow';
  children: Words;
}) {
  return (
    <Card id={id} title={title} tone={tone} flow>
      {children}
    </Card>
  );
}

/** A list with a dot before each line. */
export function Dots({ items }: { items: readonly Words[] }) {
  return (
    <ul class="dots" role="list">
      {items.map((item) => (
        <li>
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}

/** Numbered steps, one after another. */
export function InOrder({ items }: { items: readonly Words[] }) {
  return (
    <ol class="numbered">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ol>
  );
}

/** The telephone in a sentence. */
export function RingUs({ view: { frame } }: { view: PublicView }) {
  return (
    <>
      Ring <TelLink number={frame.service.telephone} />, {frame.service.hours}.{' '}
      <span class="keep">{frame.service.openNow}.</span>
    </>
  );
}

/** Lays a page of words out. */
export function ContentPageView({ page, view }: { page: ContentPage; view: PublicView }) {
  return (
    <PublicPage frame={view.frame} title={page.title} current={page.current} main="stack">
      <div class="page-title page-title--close">
        <h1>{page.title}</h1>
        <p class="lead">{page.lead(view)}</p>
      </div>
      {page.body(view)}
      <div class="pair">
        {page.next && (
          <nav class="card flow" aria-labelledby="next-title">
            <h2 id="next-title">Where next</h2>
            <Dots
              items={page.next.map(({ href, words }) => (
                <a href={href}>{words}</a>
              ))}
            />
          </nav>
        )}
        <Card id="hand" title="Need a hand?" tone="soft" flow>
          <p>
            <RingUs view={view} />
          </p>
          <p>
            Or write to <a href={`mailto:${view.frame.service.email}`}>{view.frame.service.email}</a>. It is free.
          </p>
        </Card>
      </div>
    </PublicPage>
  );
}
