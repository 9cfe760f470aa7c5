// What happens before, at and after a meeting, and who may come.
import { publicPaths } from '../paths.ts';
import { Dots, InOrder, Part, type ContentPage } from './content-page.tsx';

export const theMeeting: ContentPage = {
  path: publicPaths.theMeeting,
  title: 'What happens at a meeting',
  current: 'how',
  lead: () =>
    'A meeting is calm, private and neutral. The mediator makes sure that everybody is listened to. Nobody judges you, and nobody can make you agree.',
  body: () => (
    <>
      <Part id="before" title="Before">
        <Dots
          items={[
            'We ask how you want to take part: by video, in a room, by phone, or in writing. Most meetings are by video.',
            'Meeting face to face? The place is neutral, and you can get into it and use it.',
            'Tell us what helps: breaks, an interpreter, British Sign Language, a room of your own, a certain time of day.',
            'The mediator speaks to you first, so that you know each other’s voice and what you want to talk about.',
            'You hear the day and the place of a mediation at least 5 working days before, unless you agree to less.',
          ]}
        />
      </Part>
      <Part id="who" title="Who comes">
        <Dots
          items={[
            'You.',
            'One person to support you. That is your right, and it can be anyone: a friend, an advocate, a SENDIASS worker or a lawyer. Nobody can say no to them.',
            'The council or the health body, or both. In mediation they have to send somebody who can decide.',
            'Anyone else, such as a teacher, if all agree. If they do not agree, the mediator decides.',
            'The child, if the parent and the mediator agree. If a young person has asked, their parent comes if the young person and the mediator agree.',
          ]}
        />
        <p>
          What the child or young person thinks always has a place: in words, in pictures, on video, or through somebody
          they trust.
        </p>
      </Part>
      <Part id="during" title="On the day">
        <InOrder
          items={[
            'The mediator says hello, who is who, and what stays private.',
            'You say what matters to you. Then the others do.',
            'Together you list what needs to be talked about.',
            'You look for ways forward. You can ask for a break, or to talk to the mediator on your own.',
            'The mediator takes notes, and writes down what you agree on: who does what, and by when.',
            'You read it together before it is final.',
          ]}
        />
        <p>Many meetings take two to three hours. You can stop whenever you like.</p>
      </Part>
      <Part id="after" title="After">
        <p>
          After mediation you get your certificate within 3 working days, whatever the result, and the agreement if
          there is one. After disagreement resolution everybody has the outcome statement that they signed.
        </p>
        <p>
          The mediator’s own notes are destroyed. <a href={publicPaths.confidentiality}>What stays private</a>
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.mediation, words: 'Mediation' },
    { href: publicPaths.disagreementResolution, words: 'Disagreement resolution' },
    { href: publicPaths.afterTheCertificate, words: 'After the certificate' },
  ],
};
