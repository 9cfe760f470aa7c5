// The mark and the name at the top of every page, and the links beside them.
import { safeHref } from '../link.tsx';
import { Mark } from '../icons.tsx';

/** The name of the program, with the service's short line under it where there is room. */
export function Brand({ href, line }: { href: string; line?: string }) {
  return (
    <a class="brand" href={href}>
      <Mark />
      <span>Common Ground {line && <small>{line}</small>}</span>
    </a>
  );
}

export interface NavItem<Key extends string = string> {
  key: Key;
  href: string;
  words: string;
}

/** The links of a section; the one for this page is marked. */
export function Nav<Key extends string>({
  label,
  items,
  current,
  children,
}: {
  label: string;
  items: readonly NavItem<Key>[];
  current?: Key;
  children?: preact.ComponentChildren;
}) {
  return (
    <nav class="nav" aria-label={label}>
      <ul role="list">
        {items.map((item) => (
          <li>
            <a href={safeHref(item.href)} aria-current={item.key === current ? 'page' : undefined}>
              {item.words}
            </a>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  );
}
