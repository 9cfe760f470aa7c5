// Section I on its own: no certificate, mediation all the same, and the two warnings that go with it.
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { askPath, publicPaths } from '../paths.ts';
import { Part, type ContentPage } from './content-page.tsx';

export const placementOnly: ContentPage = {
  path: publicPaths.placementOnly,
  title: 'Only the school or college in the plan',
  current: 'how',
  lead: () =>
    'Section I of an EHC plan names the school or college, or the kind of it. If that is the only thing you disagree about, you can appeal without a mediation certificate.',
  body: () => (
    <>
      <Part id="no-certificate" title="No certificate needed">
        <p>
          This is so when you disagree only with the school or college that is named, with the kind that is named, or
          with none being named. You can go straight to the SEND Tribunal. It must have your appeal within two months of
          the day the council sent its letter.
        </p>
        <p>
          <a href={publicPaths.myDates}>Work out that date</a>
        </p>
      </Part>
      <Part id="b-and-f" title="Look at sections B and F too" tone="glow">
        <p>
          Section B says what your child needs. Section F says what help they get. Both decide which school or college
          is right. Ask yourself: are they fair, and is it really your child that they describe?
        </p>
        <p>
          If you may want to change B or F as well, get a certificate now. You may need one if you add them to your
          appeal later.
        </p>
      </Part>
      <Part id="mediate" title="You can still ask for mediation">
        <p>
          It is your right, and the council has to take part. But mediation does not move the two months. Do not let
          them pass while you wait for a meeting.
        </p>
        <p class="buttons">
          <ButtonLink href={askPath({ kind: 'placement', want: 'mediation' })}>Ask for mediation</ButtonLink>
          <ButtonLink href={publicPaths.myDates} classes="govuk-button--secondary">
            Work out my dates
          </ButtonLink>
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.mediation, words: 'Mediation' },
    { href: publicPaths.afterTheCertificate, words: 'How to appeal' },
  ],
};
