// The accessibility statement: what was built for, what is known to be missing, and whom to tell.
import { publicPaths } from '../paths.ts';
import { Dots, Part, type ContentPage } from './content-page.tsx';

export const accessibility: ContentPage = {
  path: publicPaths.accessibility,
  title: 'Accessibility statement',
  lead: () =>
    'We want everybody to be able to use this site. It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA.',
  body: ({ service }) => (
    <>
      <Part id="can" title="What you can do">
        <Dots
          items={[
            'Use every page with a keyboard only, or with a screen reader.',
            'Make the words twice as large. Nothing is cut off.',
            'Use it on a small phone, with scripts turned off, or with your own colours.',
            'Read every picture in words. Dates are said in full: weekday, day, month and year.',
            'Print a page. Colours are never the only sign.',
          ]}
        />
      </Part>
      <Part id="not-yet" title="What is not there yet">
        <Dots
          items={[
            'Films in British Sign Language. Ask us for an interpreter.',
            'Easy Read versions of every page, with pictures.',
            'Pages in other languages. Ask us for an interpreter or a translation.',
            'A test by an outside expert. The pages were checked with automatic tools and by hand.',
          ]}
        />
      </Part>
      <Part id="tell" title="Tell us what does not work">
        <p>
          Ring {service.telephone} or write to <a href={`mailto:${service.email}`}>{service.email}</a>. Say which page
          it is, and what you were trying to do. We send you what you need in another way, and mend the page.
        </p>
        <p>
          Not happy with our answer? The <abbr title="Equality Advisory and Support Service">EASS</abbr> (Equality
          Advisory and Support Service) gives free advice.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.easyRead, words: 'Easy Read and other formats' },
    { href: publicPaths.languages, words: 'Languages' },
  ],
};
