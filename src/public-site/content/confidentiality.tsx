// What stays private, and the one limit: when somebody may not be safe.
import { publicPaths } from '../paths.ts';
import { Dots, Part, type ContentPage } from './content-page.tsx';

export const confidentiality: ContentPage = {
  path: publicPaths.confidentiality,
  title: 'What stays private',
  current: 'how',
  lead: () =>
    'What you say to us and in a meeting is confidential. That means we do not pass it on. There is one limit: when a child or an adult may not be safe.',
  body: () => (
    <>
      <Part id="private" title="What is private">
        <Dots
          items={[
            'What you tell an adviser or the mediator is not told to the council, the school or anybody else, unless you say so.',
            'What is said or offered in a meeting is not told to the Tribunal. If you appeal, it starts afresh.',
            'If you say no to mediation, nobody is told why. The certificate does not say it.',
            'Parents who live apart do not see what the other told us.',
            'The written agreement is for the people in it, so that it can be carried out.',
          ]}
        />
      </Part>
      <Part id="limit" title="When we have to tell somebody" tone="glow">
        <p>
          If we think that a child, a young person or an adult is being hurt or is in danger, we have to tell people
          whose work is to keep them safe. This is called safeguarding. We tell you first if we can, and if that is
          safe.
        </p>
        <p>
          Is somebody in danger now? Ring <a href="tel:999">999</a>.
        </p>
      </Part>
      <Part id="safe-for-you" title="Is it safe to contact you?">
        <p>
          Tell us when and how we may reach you, and whether we may leave a message. Our letters and e-mails never say a
          child’s name in the subject line. “Leave quickly” at the top of each page takes you away from this site at
          once.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.privacy, words: 'What we do with your information' },
    { href: publicPaths.theMeeting, words: 'What happens at a meeting' },
  ],
};
