// Every way to reach the service, and whether the telephone is staffed now.
import { Temporal } from 'temporal-polyfill';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { askPath, publicPaths } from '../paths.ts';
import type { PublicView } from '../view.ts';
import { Dots, Part, type ContentPage } from './content-page.tsx';

/** How many closure days ahead are told. */
const CLOSURES_SHOWN = 8;

/** Makes the page for a day, so that past closure days are not told. */
export const contactOn = (today: Temporal.PlainDate): ContentPage => ({
  path: publicPaths.contact,
  title: 'Contact us',
  current: 'contact',
  lead: ({ service }) =>
    `Speak to a mediation and disagreement resolution adviser in ${service.area}. You do not need to know which of the two you want.`,
  body: (view) => (
    <>
      <section class="card phone" aria-labelledby="phone-title">
        <h2 id="phone-title">By telephone</h2>
        <p class={view.frame.service.isOpen ? 'open-now' : 'open-now open-now--closed'}>{view.frame.service.openNow}</p>
        <TelLink class="phone__number" number={view.frame.service.telephone} />
        <p class="quiet">{view.frame.service.hours}. Closed on bank holidays.</p>
        <Closures view={view} today={today} />
      </section>
      <Part id="other" title="Other ways">
        <Dots
          items={[
            <>
              By e-mail: <a href={`mailto:${view.service.email}`}>{view.service.email}</a>
            </>,
            <>
              Online, at any hour: <a href={askPath()}>ask for help</a>. It counts from the minute you send it.
            </>,
            ...(view.service.addressLines.length > 0 ? [<>By post: {view.service.addressLines.join(', ')}</>] : []),
          ]}
        />
        <p class="buttons">
          <ButtonLink href={askPath({ want: 'call-back' })}>Ask us to ring you</ButtonLink>
        </p>
      </Part>
      <Part id="have-ready" title="What to have ready">
        <p>
          The council’s decision letter, if there is one. We ask for a copy, so that what we tell you is right. You can
          take a photo of it. No letter? Ring all the same.
        </p>
      </Part>
      <Part id="help" title="Do you need an interpreter, or another format?">
        <p>
          Tell us once, and we use it every time. See <a href={publicPaths.languages}>languages</a> and{' '}
          <a href={publicPaths.easyRead}>Easy Read and other formats</a>.
        </p>
      </Part>
      <Part id="last-day" title="Is today your last day?" tone="glow">
        <p>
          Write to us or use the form now, even when the telephone is closed. It counts when it reaches us, up to
          midnight. Say: “I wish to appeal”, and whether you want mediation.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.whatCanIDo, words: 'What can I do?' },
    { href: publicPaths.myDates, words: 'Work out my dates' },
    { href: publicPaths.complaints, words: 'Make a complaint' },
  ],
});

function Closures({ view: { service }, today }: { view: PublicView; today: Temporal.PlainDate }) {
  const ahead = [...service.closureDays.keys()]
    .filter((day) => day >= today.toString())
    .sort()
    .slice(0, CLOSURES_SHOWN);
  if (ahead.length === 0) return null;
  return (
    <details>
      <summary>Days when we are closed</summary>
      <Dots
        items={ahead.map((day) => `${dayInWords(Temporal.PlainDate.from(day))}: ${service.closureDays.get(day)}`)}
      />
    </details>
  );
}
