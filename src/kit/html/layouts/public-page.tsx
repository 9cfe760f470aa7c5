// A page that anybody may open without an account.
import { listed, type Words } from '../parts.ts';
import { Brand, Nav, type NavItem } from './brand.tsx';
import { Document, type Frame } from './document.tsx';
import { Foot, TopOfPage } from './frame-parts.tsx';

export type PublicNav = 'how' | 'dates' | 'young' | 'contact';

const LINKS: readonly NavItem<PublicNav>[] = [
  { key: 'how', href: '/how-it-works', words: 'How it works' },
  { key: 'dates', href: '/my-dates', words: 'My dates' },
  { key: 'young', href: '/young-people', words: 'Young people' },
  { key: 'contact', href: '/contact', words: 'Contact' },
];

export interface PublicPageProps {
  frame: Frame;
  title: string;
  current?: PublicNav;
  invalid?: boolean;
  isPrivate?: boolean;
  scripts?: readonly string[];
  /** "stack" puts the same space between the direct children of main. */
  main?: 'stack' | 'plain';
  children: Words;
}

/** The public frame: formats and the way out, brand, links, main part, foot. */
export function PublicPage({
  frame,
  title,
  current,
  invalid,
  isPrivate,
  scripts,
  main = 'plain',
  children,
}: PublicPageProps) {
  return (
    <Document frame={frame} title={title} invalid={invalid} isPrivate={isPrivate} scripts={scripts} sheet="public">
      <TopOfPage frame={frame} />
      <header class="head">
        <div class="wrap">
          <Brand href="/" line={frame.service.shortName} />
          <Nav label="Main" items={LINKS} current={current} />
        </div>
      </header>
      <main class={listed('wrap', main === 'stack' && 'stack')} id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot frame={frame} />
    </Document>
  );
}
