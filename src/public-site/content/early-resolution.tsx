// Early resolution: something less formal, from SENDIASS and not from us.
import { publicPaths } from '../paths.ts';
import { signpostsOf } from '../view.ts';
import { WhoHelps } from './after-the-certificate.tsx';
import { Part, type ContentPage } from './content-page.tsx';

export const earlyResolution: ContentPage = {
  path: publicPaths.earlyResolution,
  title: 'Early resolution, and free advice',
  current: 'how',
  lead: ({ service }) => {
    const name = signpostsOf(service, 'sendiass')[0]?.name;
    const called = name?.includes('SENDIASS') ? name : name && `${name} (SENDIASS)`;
    return `Would you like to try something less formal? Ask ${called ?? `SENDIASS in ${service.area}`} about early resolution support.`;
  },
  body: ({ service }) => (
    <>
      <Part id="what" title="What it is">
        <p>
          SENDIASS gives families and young people free information, advice and support. Early resolution is part of how
          it works. It helps to sort out a dispute or a complaint quickly and without a formal meeting.
        </p>
        <p>
          It can be about anything to do with special educational needs and disabilities, with education, health or
          social care.
        </p>
      </Part>
      <Part id="wall" title="Not the same as us">
        <p>
          SENDIASS is there for you. We are neutral. So we keep apart, even where one organisation runs both: what you
          tell one is not seen by the other, unless you ask for it to be passed on.
        </p>
      </Part>
      <Part id="dates" title="Mind your dates" tone="glow">
        <p>
          Early resolution does not stop the time for an appeal. Had a decision letter?{' '}
          <a href={publicPaths.myDates}>Look at your dates</a>.
        </p>
      </Part>
      <Part id="who" title="Who to ask">
        <WhoHelps service={service} />
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.disagreementResolution, words: 'Disagreement resolution' },
    { href: publicPaths.mediation, words: 'Mediation' },
  ],
};
