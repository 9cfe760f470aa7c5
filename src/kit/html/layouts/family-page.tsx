// A page of a family, a young person or a supporter who has signed in.
import { listed, type Words } from '../parts.ts';
import { Brand, Nav, type NavItem } from './brand.tsx';
import { Document, type Frame } from './document.tsx';
import { Foot, TopOfPage } from './frame-parts.tsx';
import { SignOut } from './sign-out.tsx';

export type FamilyNav = 'case' | 'devices' | 'help';

const LINKS: readonly NavItem<FamilyNav>[] = [
  { key: 'case', href: '/my-case', words: 'My case' },
  { key: 'devices', href: '/sign-in/sessions', words: 'Your devices' },
  { key: 'help', href: '/contact', words: 'Help' },
];

export interface FamilyPageProps {
  frame: Frame;
  title: string;
  current?: FamilyNav;
  invalid?: boolean;
  main?: 'stack' | 'plain';
  children: Words;
}

/** The family's frame; kept out of search engines. */
export function FamilyPage({ frame, title, current, invalid, main = 'stack', children }: FamilyPageProps) {
  return (
    <Document frame={frame} title={title} invalid={invalid} isPrivate sheet="public">
      <TopOfPage frame={frame} />
      <header class="head">
        <div class="wrap">
          <Brand href="/my-case" line={frame.service.shortName} />
          <Nav label="My case" items={LINKS} current={current}>
            <li>
              <SignOut csrf={frame.csrf} />
            </li>
          </Nav>
        </div>
      </header>
      <main class={listed('wrap', main === 'stack' && 'stack')} id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot frame={frame} />
    </Document>
  );
}
