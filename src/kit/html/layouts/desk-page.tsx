// A page of the staff desk.
import { Button, ButtonLink } from '../govuk/button.tsx';
import { InsetText } from '../govuk/inset-text.tsx';
import { SkipLink } from '../govuk/skip-link.tsx';
import { listed, type Words } from '../parts.ts';
import { Brand, Nav, type NavItem } from './brand.tsx';
import { Document, TrialBanner, type Frame } from './document.tsx';
import { SignOut } from './sign-out.tsx';

export type DeskNav = 'today' | 'calls' | 'cases' | 'board' | 'certificates' | 'people' | 'settings';

/** Every link of the desk; a page may be given fewer of them, never others. */
export const DESK_LINKS: readonly NavItem<DeskNav>[] = [
  { key: 'today', href: '/desk', words: 'Today' },
  { key: 'calls', href: '/desk/calls', words: 'Calls' },
  { key: 'cases', href: '/desk/cases', words: 'Cases' },
  { key: 'certificates', href: '/desk/certificates', words: 'Certificates' },
  { key: 'people', href: '/desk/people', words: 'People' },
  { key: 'settings', href: '/desk/settings', words: 'Settings' },
];

export interface DeskPageProps {
  frame: Frame;
  title: string;
  current?: DeskNav;
  invalid?: boolean;
  links?: readonly NavItem<DeskNav>[];
  scripts?: readonly string[];
  /** What the search box holds. */
  searched?: string;
  /** Classes for the main part, such as "columns today". */
  mainClass?: string;
  /** In place of the header's links and tools: the bar of a call in progress. */
  bar?: Words;
  /** In place of the foot: the keys of a page that is all keys (`Keys`). */
  keys?: Words;
  /** Words of the foot, before what every foot says. */
  foot?: Words;
  children: Words;
}

function Account({ frame }: { frame: Frame }) {
  const { person } = frame;
  if (!person) return null;
  return (
    <details class="account" data-closes>
      <summary class="who">
        <span aria-hidden="true">{person.initials}</span>
        <span class="govuk-visually-hidden">{person.name}: your settings, and sign out</span>
      </summary>
      <div class="account__menu card">
        <p>
          <strong>{person.name}</strong>
        </p>
        <a href="/desk/account">Your settings</a>
        <SignOut csrf={frame.csrf} />
      </div>
    </details>
  );
}

function Tools({ frame, searched }: { frame: Frame; searched?: string }) {
  return (
    <div class="top__tools">
      <form class="find" role="search" action="/desk/search" method="post">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <label class="govuk-visually-hidden" for="find">
          Find a name, reference, telephone number or school
        </label>
        <input
          class="govuk-input"
          id="find"
          name="q"
          type="search"
          value={searched}
          placeholder="Find anyone"
          maxLength={200}
          autocomplete="off"
          aria-keyshortcuts="Control+K"
        />
        <kbd aria-hidden="true">Ctrl K</kbd>
        <Button classes="find__go">Find</Button>
      </form>
      <ButtonLink href="/desk/calls/new" attributes={{ 'aria-keyshortcuts': 'F9' }}>
        New call <kbd aria-hidden="true">F9</kbd>
      </ButtonLink>
      <Account frame={frame} />
    </div>
  );
}

/** The desk's frame: trial strip, header with search and New call, main part, foot with the keys. */
export function DeskPage({
  frame,
  title,
  current,
  invalid,
  links = DESK_LINKS,
  scripts,
  searched,
  mainClass,
  bar,
  keys,
  foot,
  children,
}: DeskPageProps) {
  return (
    <Document frame={frame} title={title} invalid={invalid} isPrivate scripts={scripts} sheet="desk">
      <SkipLink href="#main">Skip to the main part of this page</SkipLink>
      <TrialBanner frame={frame} />
      <header>
        {!bar && (
          <div class="top">
            <div class="top__in">
              <Brand href="/desk" />
              <Nav label="Desk" items={links} current={current} />
              <Tools frame={frame} searched={searched} />
            </div>
          </div>
        )}
      </header>
      {bar}
      <main class={listed('page', mainClass)} id="main" tabIndex={-1}>
        {frame.service.telephone === '' && current !== 'calls' && (
          <InsetText>
            This service has no telephone number yet, and every page and letter needs one. A manager writes it, with the
            service’s name and hours, in <a href="/desk/settings">the settings</a>.
          </InsetText>
        )}
        {children}
      </main>
      {keys ?? (
        <footer class="foot">
          <p>{foot} Opening a page about a person is recorded.</p>
        </footer>
      )}
    </Document>
  );
}
