// What mediation is, when somebody can ask for it, and what happens, step by step.
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { askPath, publicPaths } from '../paths.ts';
import { Dots, InOrder, Part, type ContentPage } from './content-page.tsx';

export const mediation: ContentPage = {
  path: publicPaths.mediation,
  title: 'Mediation',
  current: 'how',
  lead: () =>
    'Mediation is a meeting about a decision of the council. A trained mediator, who takes no side, helps everybody to talk and to listen. It is free for you.',
  body: () => (
    <>
      <Part id="when" title="When you can ask">
        <p>
          You can ask when there is an education, health and care plan (EHC plan), or when somebody asked for one, and
          you are not happy with what the council decided. The council’s letter may say:
        </p>
        <Dots
          items={[
            'no to an assessment of needs (an EHC needs assessment)',
            'no to a plan, after an assessment',
            'a plan that does not describe the needs well (section B), or not the help (section F)',
            'the school or college in the plan (section I), or that none is named',
            'no to a new assessment',
            'no to changing the plan after a review',
            'that the plan will end.',
          ]}
        />
        <p>
          Health care and social care in a plan can be part of the meeting too. A draft plan cannot: use{' '}
          <a href={publicPaths.disagreementResolution}>disagreement resolution</a> for that.
        </p>
      </Part>

      <Part id="choice" title="It is your choice">
        <p>
          Before most appeals you have to hear about mediation from a mediation adviser. Then you choose. You do not
          have to mediate. If you say no, it does not change how your appeal turns out.
        </p>
        <p>
          Say yes, and the council has to take part. It cannot refuse, and it cannot ask you to go to another meeting
          first.
        </p>
        <p>
          Is it only about the school or college in section I? Then you need no certificate.{' '}
          <a href={publicPaths.placementOnly}>Read about section I on its own</a>.
        </p>
      </Part>

      <Part id="steps" title="What happens">
        <InOrder
          items={[
            'You ring, write or use our form. We ask a few questions, and for a copy of the council’s letter, so that what we tell you is right.',
            'A mediation adviser tells you what mediation is and what your choices are, so that you can decide. This is called mediation information and advice.',
            'If you do not want to mediate, we send you a mediation certificate within 3 working days of the day you tell us so. You send it to the Tribunal with your appeal.',
            'If you want to mediate, tell us what you want to talk about. With your permission we tell the council on the same working day.',
            'The council has to arrange the meeting within 30 days of being told. Weekends and holidays count. We make the arrangements for you.',
            'You hear the day and the place at least 5 working days before, unless you agree to less.',
            'A trained, independent mediator leads the meeting. Most meetings are by video. You can ask to meet face to face, in a neutral place that everybody can get into and use.',
            'The mediator writes down what was agreed. This is the mediation agreement.',
            'Within 3 working days of the end of the mediation, whatever the result, your certificate comes to you, and what was agreed goes to you and to the council.',
          ]}
        />
        <p>
          <a href={publicPaths.theMeeting}>What happens at a meeting</a>
        </p>
      </Part>

      <Part id="binding" title="What the council has to do afterwards">
        <p>
          What the council agreed to do about something you could appeal is binding. It has to do it as if the Tribunal
          had ordered it. How long it has depends on what was agreed: two weeks to say that it will assess, five weeks
          to change a plan, and so on.
        </p>
        <p>
          Anything else that the council or the health body agreed to do has to be done within two weeks, unless another
          date was agreed in writing. What a school or a family says it will do is a promise, and is marked so.
        </p>
      </Part>

      <Part id="not-settled" title="If it is not settled">
        <p>
          You can still appeal to the SEND Tribunal. It must have your appeal within two months of the day the council
          sent its letter, or one month of the date on your certificate, whichever is later. The second is not an extra
          month on top.
        </p>
        <p>If the council cannot arrange a meeting within the 30 days, you get your certificate all the same.</p>
        <p class="buttons">
          <ButtonLink href={askPath({ want: 'mediation' })}>Ask for mediation</ButtonLink>
          <ButtonLink href={publicPaths.myDates} classes="govuk-button--secondary">
            Work out my dates
          </ButtonLink>
        </p>
      </Part>

      <Part id="cost" title="What it costs">
        <p>
          Nothing. You can also ask to be paid back for reasonable travel, and some other costs, of coming to a
          mediation. Keep your tickets and receipts, and ask us how.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.difference, words: 'Mediation or disagreement resolution?' },
    { href: publicPaths.confidentiality, words: 'What stays private' },
    { href: publicPaths.afterTheCertificate, words: 'After the certificate' },
  ],
};
