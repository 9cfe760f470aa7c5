// What public and family pages share around their main part: formats, the way out, and the foot.
import { Icon } from '../icons.tsx';
import { SkipLink } from '../govuk/skip-link.tsx';
import { TelLink } from '../link.tsx';
import { TrialBanner, type Frame } from './document.tsx';

/** Where "Leave quickly" goes: a page anybody may have been looking at. */
const SOMEWHERE_ELSE = 'https://www.bbc.co.uk/weather';

/** The first lines of a page: skip link, trial banner, formats at one end and the way out at the other, always in the same place. */
export function TopOfPage({ frame }: { frame: Frame }) {
  return (
    <>
      <SkipLink href="#main">Skip to the main part of this page</SkipLink>
      <TrialBanner frame={frame} />
      <aside class="reach" aria-label="Formats, and leaving this page">
        <div class="wrap">
          <ul role="list">
            <li>
              <a href="/easy-read">Easy Read</a>
            </li>
            <li>
              <a href="/languages">Languages</a>
            </li>
          </ul>
          <a class="leave" href={SOMEWHERE_ELSE} rel="noreferrer nofollow" data-leave>
            Leave quickly
            <Icon name="leave" />
          </a>
        </div>
      </aside>
    </>
  );
}

/** What every page must lead to, and what is looked for and not on the way of most. */
const links = [
  { href: '/my-case', words: 'My case' },
  { href: '/check', words: 'Check a certificate' },
  { href: '/contact', words: 'Contact us' },
  { href: '/complaints', words: 'Complaints' },
  { href: '/privacy', words: 'Privacy' },
  { href: '/accessibility', words: 'Accessibility' },
  { href: '/api', words: 'Dates for other programs' },
] as const;

/** The foot of a page: what the service is, how to reach it, and the pages that every page must link to. */
export function Foot({ frame: { service } }: { frame: Frame }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>Free, independent and confidential. Using this service does not take away your right to appeal.</p>
        <p>
          Telephone <TelLink number={service.telephone} />, {service.hours}.{' '}
          <span class="keep">{service.openNow}.</span> E-mail <a href={`mailto:${service.email}`}>{service.email}</a>
        </p>
        <ul role="list">
          {links.map(({ href, words }) => (
            <li>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
        <p class="quiet">{service.line}</p>
      </div>
    </footer>
  );
}
