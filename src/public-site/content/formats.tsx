// Easy Read and other formats, and languages: what can be had today, and how to ask for it.
import { publicPaths } from '../paths.ts';
import { Dots, Part, RingUs, type ContentPage } from './content-page.tsx';

export const easyRead: ContentPage = {
  path: publicPaths.easyRead,
  title: 'Easy Read and other formats',
  lead: () => 'Tell us once how you like to read or hear things. We write it down, and use it every time.',
  body: (view) => (
    <>
      <Part id="short" title="Us in short">
        <Dots
          items={[
            'You do not agree with the council or a school.',
            'We help you to talk to them.',
            'It is free.',
            'We take no side.',
            'What you say is private.',
            'You can bring somebody with you.',
            'You can say no.',
            'You can still go to the Tribunal.',
          ]}
        />
        <p>
          <RingUs view={view} />
        </p>
      </Part>
      <Part id="formats" title="What you can ask for">
        <Dots
          items={[
            'Large print. Our letters can be printed large at once.',
            'Easy Read: short words with pictures. We make it for you, or read it with you.',
            'Audio: we read it to you on the phone, or record it.',
            'Braille, or another colour of paper.',
            'A British Sign Language interpreter for a call or a meeting.',
          ]}
        />
        <p>
          It is free. If we cannot do it ourselves, we say so at once and look for another way with you. Easy Read
          versions of every page of this site are not there yet.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.languages, words: 'Languages' },
    { href: publicPaths.youngPeople, words: 'Young people' },
    { href: publicPaths.accessibility, words: 'Accessibility statement' },
  ],
};

/** "I need an interpreter", for somebody to show or to copy into an e-mail. */
const ASKS = [
  ['cy', 'Cymraeg', 'Mae angen cyfieithydd arnaf.'],
  ['pl', 'Polski', 'Potrzebuję tłumacza.'],
  ['ro', 'Română', 'Am nevoie de un interpret.'],
  ['es', 'Español', 'Necesito un intérprete.'],
  ['fr', 'Français', 'J’ai besoin d’un interprète.'],
  ['pt', 'Português', 'Preciso de um intérprete.'],
] as const;

export const languages: ContentPage = {
  path: publicPaths.languages,
  title: 'Languages',
  lead: () => 'Ask us for an interpreter, on the phone and at a meeting. It is free for you.',
  body: (view) => (
    <>
      <Part id="ask" title="How to ask">
        <p>
          Tell us the language and, if it matters, the dialect. Say it in English if you can, or ask somebody to ring
          for you. <RingUs view={view} />
        </p>
        <p>
          Or write to <a href={`mailto:${view.service.email}`}>{view.service.email}</a> in your own language.
        </p>
        <dl class="people-list">
          {ASKS.map(([code, name, words]) => (
            <div>
              <dt lang={code}>{name}</dt>
              <dd lang={code}>{words}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part id="what" title="What we can do">
        <Dots
          items={[
            'Look for an interpreter for calls and meetings, in your language or in British Sign Language.',
            'Have a letter translated, or read to you.',
            'Write down your language once, so that you do not have to ask again.',
          ]}
        />
        <p>
          The pages of this site are in English only for now. If we cannot find an interpreter in time, we tell you at
          once.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.easyRead, words: 'Easy Read and other formats' },
    { href: publicPaths.contact, words: 'Contact us' },
  ],
};
