// The shell of every page: language, title, style sheet, script, and the trial banner. No inline script or style, for a strict content policy.
import { asset } from '../assets.ts';
import type { Words } from '../parts.ts';

/** What a page says about the service; all of it is configuration, already in words. */
export interface ServiceFacts {
  /** In full: "Wirral SEND Mediation and Disagreement Resolution Service". */
  name: string;
  /** Under the name Common Ground: "SEND mediation in Wirral". */
  shortName: string;
  /** Who runs it and for whom it does not work, one sentence or two. */
  line: string;
  telephone: string;
  /** "Monday to Friday, 9am to 4.30pm". */
  hours: string;
  /** "Open now until 4.30pm" or "Opens Monday at 9am". */
  openNow: string;
  isOpen: boolean;
  email: string;
}

/** The person signed in, as a page names them. */
export interface SignedIn {
  name: string;
  /** Two letters for the round mark at the desk. */
  initials: string;
  /** False when the person has turned the desk's keys off. */
  usesKeys?: boolean;
}

/** What is the same on every page of one request. */
export interface Frame {
  service: ServiceFacts;
  /** A trial says so at the top of every page. */
  trial: boolean;
  /** The token every form of this page carries. */
  csrf: string;
  lang?: string;
  dir?: 'ltr' | 'rtl';
  person?: SignedIn;
}

export interface DocumentProps {
  frame: Frame;
  /** What this page is, without the name of the program. */
  title: string;
  /** The page shows errors: its title begins with "Error: ". */
  invalid?: boolean;
  sheet: 'public' | 'desk';
  /** Further scripts by their built names, such as `passkey.js`. */
  scripts?: readonly string[];
  /** Keeps the page out of search engines; every page about a person is. */
  isPrivate?: boolean;
  bodyClass?: string;
  children: Words;
}

/** A whole document. */
export function Document({
  frame,
  title,
  invalid,
  sheet,
  scripts = [],
  isPrivate,
  bodyClass,
  children,
}: DocumentProps) {
  const end = sheet === 'desk' ? 'Common Ground desk' : 'Common Ground';
  return (
    <html lang={frame.lang ?? 'en-GB'} dir={frame.dir ?? 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${invalid ? 'Error: ' : ''}${title} – ${end}`}</title>
        {isPrivate && <meta name="robots" content="noindex, nofollow" />}
        <meta name="format-detection" content="telephone=no" />
        <link
          rel="preload"
          href={asset('atkinson-hyperlegible-next-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={asset(`${sheet}.css`)} />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        {[`${sheet}.js`, ...scripts].map((script) => (
          <script type="module" src={asset(script)} />
        ))}
      </head>
      <body class={bodyClass} data-keys={frame.person?.usesKeys === false ? 'off' : undefined}>
        {children}
      </body>
    </html>
  );
}

/** Says on every page of a trial that nothing in it is real; read aloud and printed too. */
export function TrialBanner({ frame }: { frame: Frame }) {
  if (!frame.trial) return null;
  return (
    <aside class="trial" aria-label="This is a trial">
      <strong>Trial.</strong> Everybody here is invented. Nothing is sent.{' '}
      <strong class="trial__stamp">SPECIMEN</strong>
    </aside>
  );
}
