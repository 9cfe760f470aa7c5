// How the service works in one page, and the way to every other page.
import { publicPaths } from '../paths.ts';
import { RoadsPicture } from '../roads.tsx';
import { Dots, Part, type ContentPage } from './content-page.tsx';

const link = (href: string, words: string, says: string) => (
  <>
    <a href={href}>{words}</a>: {says}
  </>
);

export const howItWorks: ContentPage = {
  path: publicPaths.howItWorks,
  title: 'How it works',
  current: 'how',
  lead: ({ service }) =>
    `We are a free service for families and young people in ${service.area}. We help you, the council, schools and the health service to talk when you disagree about special educational needs and disabilities (SEND).`,
  body: () => (
    <>
      <Part id="picture" title="In one picture">
        <RoadsPicture />
      </Part>
      <Part id="roads" title="What we can do for you">
        <Dots
          items={[
            link(publicPaths.mediation, 'Mediation', 'you had a decision letter about an EHC plan.'),
            link(publicPaths.disagreementResolution, 'Disagreement resolution', 'something else is not working.'),
            link(publicPaths.difference, 'The difference', 'both, side by side.'),
            link(publicPaths.placementOnly, 'Only the school or college', 'section I on its own.'),
            link(publicPaths.earlyResolution, 'Early resolution', 'something less formal first.'),
          ]}
        />
      </Part>
      <Part id="good-to-know" title="Good to know">
        <Dots
          items={[
            link(publicPaths.theMeeting, 'The meeting', 'who comes and what happens.'),
            link(publicPaths.confidentiality, 'What stays private', 'and when we have to tell somebody.'),
            link(publicPaths.afterTheCertificate, 'After the certificate', 'what to send, where and by when.'),
            link(publicPaths.myDates, 'My dates', 'each date, and why it is that day.'),
            link(publicPaths.youngPeople, 'Young people', 'you can ask for this yourself.'),
          ]}
        />
      </Part>
      <Part id="promise" title="Free, independent and confidential">
        <p>
          You pay nothing. We take no side: we are not part of the council, a school or the health service. An adviser
          gives you facts and helps you choose. They do not tell you what to do, and they are not lawyers.
        </p>
        <p>
          Need somebody on your side, or help with an appeal? We tell you who gives free advice:{' '}
          <a href={publicPaths.earlyResolution}>SENDIASS and others</a>.
        </p>
      </Part>
    </>
  ),
};
