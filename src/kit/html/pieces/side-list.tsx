// Short lists beside the work: new contacts, people thinking it over, packs to post.
import { listed, type Words } from '../parts.ts';

/** Days left in a small box; near is sun, none is dashed. */
export function Countdown({ number, words, tone }: { number?: number; words: Words; tone?: 'near' | 'none' }) {
  return (
    <p class={listed('countdown', tone && `countdown--${tone}`)}>
      {number !== undefined && <strong>{number}</strong>} {words}
    </p>
  );
}

/** A list with something at the far end of each line: a countdown or a button. */
export function SideList({ items }: { items: readonly { says: Words; beside?: Words }[] }) {
  const splits = items.some(({ beside }) => beside !== undefined);
  return (
    <ul class={listed('side-list', splits && 'side-list--split')}>
      {items.map(({ says, beside }) => (
        <li>
          <div>{says}</div>
          {beside}
        </li>
      ))}
    </ul>
  );
}
