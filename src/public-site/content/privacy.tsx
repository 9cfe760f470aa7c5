// What happens to information about people, in plain words.
import { BROWSER_SECONDS, DRAFT_DAYS } from '../../asking/rules.ts';
import { publicPaths } from '../paths.ts';
import { Dots, Part, type ContentPage } from './content-page.tsx';

export const privacy: ContentPage = {
  path: publicPaths.privacy,
  title: 'Privacy',
  lead: ({ service }) => `What ${service.name} does with information about you, and what you can ask of us.`,
  body: ({ service }) => (
    <>
      <Part id="pages" title="When you only look at these pages">
        <Dots
          items={[
            'We do not ask who you are, and we keep nothing that you type into “What can I do?” or “My dates”.',
            'Your answers there stand in the address of the page, so that you can share or keep it. They are dates of letters and short codes. They are never a name or a date of birth.',
            'There are no advertisements, and no other company counts visitors.',
            'There are no cookies until you open a form or sign in. One protects the form, one finds your own answers again, and one keeps you signed in. None of them follows you to another site.',
          ]}
        />
      </Part>
      <Part id="ask" title="When you ask us for help">
        <p>
          We write down what we need to help you: who you are, how to reach you safely, the child or young person, the
          council’s decision, and what you want to talk about.
        </p>
        <Dots
          items={[
            'The law gives you the right to mediation and asks us to issue a certificate. That is our reason for keeping a record. It is not your consent.',
            'We tell the council or the health body what they need to know to arrange a meeting, and only what you said we may tell.',
            'A mediator sees what they need for your meeting. Their own notes are destroyed afterwards.',
            'Reports for those who pay for the service hold numbers, and no names.',
            'We share more only to keep somebody safe.',
          ]}
        />
      </Part>
      <Part id="form" title="When you use our form">
        <Dots
          items={[
            `We keep what you type as you go on. If you stop, it is deleted ${DRAFT_DAYS} days later. Sending the first page is a contact, and we keep that.`,
            `Your browser forgets your answers ${BROWSER_SECONDS / 3600} hours after the last page. “Forget this on this device” does it at once.`,
            'A photograph of a letter is read by a computer of ours, and by nobody else’s. The place where it was taken is removed from the picture we show.',
            'The form never tells anybody whether we know a child.',
          ]}
        />
      </Part>
      <Part id="rights" title="What you can ask">
        <Dots
          items={[
            'To see what we hold about you, and to have a copy.',
            'To put right what is wrong.',
            'To delete what we no longer need, or to stop using it.',
            'To take back a permission that you gave.',
            'How long we keep a record, and why.',
          ]}
        />
        <p>
          Write to <a href={`mailto:${service.email}`}>{service.email}</a>. If you are not happy with our answer, you
          can complain to the Information Commissioner’s Office (ICO).
        </p>
      </Part>
      <Part id="safe" title="On a shared computer or phone">
        <p>
          “Leave quickly” takes you to another page at once. It does not clear the list of pages you have looked at.
          Clear that in your browser, or use a private window.
        </p>
      </Part>
    </>
  ),
  next: [{ href: publicPaths.confidentiality, words: 'What stays private in a meeting' }],
};
