// How to complain about the service, and who looks at complaints about somebody else.
import { publicPaths } from '../paths.ts';
import { signpostsOf } from '../view.ts';
import { Dots, InOrder, Part, type ContentPage } from './content-page.tsx';

export const complaints: ContentPage = {
  path: publicPaths.complaints,
  title: 'Complaints',
  lead: () =>
    'If something went wrong with us, tell us. It never changes how you are treated, or your right to appeal.',
  body: ({ service }) => {
    const ombudsmen = signpostsOf(service, 'ombudsman');
    return (
      <>
        <Part id="us" title="About us">
          <InOrder
            items={[
              'Tell whoever you spoke to, if you feel that you can. Many things can be put right at once.',
              <>
                Or write to <a href={`mailto:${service.email}`}>{service.email}</a>, or ring {service.telephone}, and
                say that it is a complaint. Somebody can write it down for you.
              </>,
              'A manager who was not part of it looks at it and writes to you.',
              'Still not happy? Ask for somebody outside to look at it. The answer tells you who that is.',
            ]}
          />
          <p>What was said in a mediation stays private when a complaint is looked at.</p>
        </Part>
        <Part id="others" title="About the council, a school or the health service">
          <p>
            Complain to them first. If that does not help, an Ombudsman may look at it, free of charge: the Local
            Government and Social Care Ombudsman for the council, and the Parliamentary and Health Service Ombudsman for
            the health service.
          </p>
          {ombudsmen.length > 0 && <Dots items={ombudsmen.map(({ name, contact }) => `${name}: ${contact}`)} />}
          <p>
            Did the council not do what it agreed in mediation? Tell us, and tell the Ombudsman. A complaint does not
            stop the time for an appeal.
          </p>
        </Part>
      </>
    );
  },
  next: [
    { href: publicPaths.contact, words: 'Contact us' },
    { href: publicPaths.whatCanIDo, words: 'What can I do?' },
  ],
};
