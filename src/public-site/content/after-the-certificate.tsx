// After the certificate: by when to appeal, what to send and where, and what to do when it is late.
import { TelLink } from '../../kit/html/link.tsx';
import type { Service } from '../../office/service.ts';
import { publicPaths } from '../paths.ts';
import { signpostsOf, type PublicView } from '../view.ts';
import { Dots, Part, type ContentPage } from './content-page.tsx';

export const afterTheCertificate: ContentPage = {
  path: publicPaths.afterTheCertificate,
  title: 'After the certificate',
  current: 'how',
  lead: () =>
    'With a mediation certificate you can appeal to the SEND Tribunal. It is not part of the council, and it can change what the council decided. An appeal is free.',
  body: (view) => (
    <>
      <Part id="by-when" title="By when">
        <p>
          The law looks at two dates: two months from the day the council sent its letter, and one month from the date
          on your certificate. The <strong>later of the two</strong> is yours. It is one date. The certificate does not
          give you a further month on top. Is your appeal about section I alone? Then the two months are your date, with
          a certificate or without.
        </p>
        <p>
          The Tribunal must <strong>have</strong> your appeal by 5pm on that day. So send it five working days before.
          The month counts from the date on the certificate, not from the day it reached you.
        </p>
        <p>
          <a href={publicPaths.myDates}>Work out your dates, and see why</a>
        </p>
      </Part>
      <Part id="what" title="What to send">
        <Dots
          items={[
            <>
              The form. It is <strong>SEND35A</strong> if the council said no to an assessment, and{' '}
              <strong>SEND35</strong> for everything else. Search for its name on GOV.UK, or ask us to post it.
            </>,
            'The council’s decision letter.',
            'The final EHC plan and the reports that came with it, if there is a plan.',
            'Your mediation certificate. A copy is fine. For section I only, none is needed.',
            'Your reasons: why you think the council is wrong, in your own words.',
            'For a school or college: proof that you told the one you want, such as a copy of your e-mail.',
            'Reports and letters that help. More can follow later.',
          ]}
        />
        <p>
          Is something missing? Then the Tribunal sends everything back, and the appeal has not started. Check the list
          twice.
        </p>
      </Part>
      <Part id="where" title="Where to send it">
        <WhereToSend view={view} />
      </Part>
      <Part id="late" title="Is it late?" tone="glow">
        <p>
          Send it now all the same. Say that it is late, ask the Tribunal to accept it, and give your reasons. Ring us
          too: we turn nobody away.
        </p>
        <p>
          Did you first contact a mediation adviser after the two months? Then do not count on the month of the
          certificate: send the appeal now, and ask the Tribunal’s permission.
        </p>
      </Part>
      <Part id="help" title="Who can help with an appeal">
        <p>We can tell you more about how to appeal. For free, impartial advice and support with it:</p>
        <WhoHelps service={view.service} />
      </Part>
      <Part id="still-mediate" title="You can still talk">
        <p>
          You can mediate after you have a certificate, and try{' '}
          <a href={publicPaths.disagreementResolution}>disagreement resolution</a> while you wait for the Tribunal. To
          end an appeal because you agreed, the Tribunal has to be asked for a consent order (form SEND46). Neither
          moves your date.
        </p>
      </Part>
    </>
  ),
  next: [
    { href: publicPaths.myDates, words: 'Work out my dates' },
    { href: publicPaths.placementOnly, words: 'Only the school or college in the plan' },
    { href: publicPaths.mediation, words: 'Mediation' },
  ],
};

/** Says where appeals go, from the service's own checked list; without one, where the current address stands. */
function WhereToSend({ view: { service } }: { view: PublicView }) {
  const tribunal = signpostsOf(service, 'tribunal');
  const written = tribunal.find(({ contact }) => contact.includes('@'));
  const spoken = tribunal.find(({ contact }) => /\d/.test(contact) && !contact.includes('@'));
  return (
    <>
      {written ? (
        <dl class="people-list">
          <div>
            <dt>By e-mail</dt>
            <dd>
              <a href={`mailto:${written.contact}`}>{written.contact}</a>
            </dd>
          </div>
          {written.addressLines.length > 0 && (
            <div>
              <dt>By post</dt>
              <dd>{written.addressLines.join(', ')}</dd>
            </div>
          )}
          {spoken && (
            <div>
              <dt>Questions, by phone</dt>
              <dd>
                <TelLink number={spoken.contact} />
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p>The address of the Tribunal is on the form, and in the letter that comes with your certificate.</p>
      )}
      <p>Look at the form on GOV.UK too: an address can change, and you may be able to appeal online.</p>
    </>
  );
}

/** Lists who gives free advice, from the service's own list; without one, the two kinds of help there are everywhere in England. */
export function WhoHelps({ service }: { service: Pick<Service, 'signposts' | 'area'> }) {
  const listed = [...signpostsOf(service, 'sendiass'), ...signpostsOf(service, 'advice')];
  if (listed.length === 0)
    return (
      <Dots
        items={[
          `SENDIASS in ${service.area} gives free, impartial information, advice and support about special educational needs.`,
          'IPSEA is a charity that gives free legal advice about special educational needs.',
        ]}
      />
    );
  return (
    <Dots
      items={listed.map(({ name, what, how, contact }) => (
        <>
          <strong>{name}</strong> {what} {how} <Contact contact={contact} />
        </>
      ))}
    />
  );
}

/** Makes a contact a link where it is one: an e-mail address, a web address, a telephone number. */
function Contact({ contact }: { contact: string }) {
  if (/^\S+@\S+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^(https?:\/\/|www\.)\S+$/.test(contact))
    return <a href={contact.startsWith('www.') ? `https://${contact}` : contact}>{contact}</a>;
  return /^\+?[\d\s()]{7,}$/.test(contact) ? <TelLink number={contact} /> : <>{contact}</>;
}
