// White cards on sand: what every page is made of. At most one of a page is deep teal, for the answer or the next step.
import { listed, type Words } from '../parts.ts';

export interface CardProps {
  /** The heading, which also names the section. Its id is made from `id`. */
  title?: Words;
  id?: string;
  /** soft: help. glow: for you, or please check this. brand: the answer or the next step. */
  tone?: 'soft' | 'glow' | 'brand';
  eyebrow?: Words;
  /** At the far end of the heading's line: a link, a filter, a note. */
  beside?: Words;
  /** No space inside, for a table or a list that reaches the edges. */
  flush?: boolean;
  /** Even space between the paragraphs inside. */
  flow?: boolean;
  class?: string;
  children?: Words;
}

/** A card; a section of the page when it has a title and an id. */
export function Card({ title, id, tone, eyebrow, beside, flush, flow, class: name, children }: CardProps) {
  const heading = title && <h2 id={id && `${id}-title`}>{title}</h2>;
  const classes = listed('card', tone && `card--${tone}`, flush && 'card--flush', flow && 'flow', name);
  const inside = (
    <>
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      {beside || (flush && heading) ? (
        <div class="card__head">
          {heading}
          {beside}
        </div>
      ) : (
        heading
      )}
      {children}
    </>
  );
  return heading && id ? (
    <section class={classes} id={id} aria-labelledby={`${id}-title`}>
      {inside}
    </section>
  ) : (
    <div class={classes} id={id}>
      {inside}
    </div>
  );
}
