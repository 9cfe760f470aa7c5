// What happens to information about people, in plain words.
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
            'There are no advertisements, no counting of visitors by other companies, and no cookies until you fill in a form. That cookie only protects the form.',
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
