// The certificate as a page: equal to the paper in everything it certifies, made from the same content.
import { SummaryList } from '../kit/html/govuk/summary-list.tsx';
import type { CertificateContent } from './certificate.ts';
import type { CertificateDateKind, Limb } from './documents/data.ts';

interface Certified {
  readonly section: string;
  readonly clauses: (who: string) => readonly string[];
}

const informed = (who: string) => `I have provided the ${who} with information and advice about pursuing mediation`;
const wished = (who: string) => `the ${who} informed me that they wished to pursue mediation, and`;

/** What is certified, limb by limb, in the words of section 55. The paper says the same. */
const certified: Record<Limb, Certified> = {
  information: {
    section: 'Section 55(4)',
    clauses: (who) => [
      `${informed(who)}, and`,
      `the ${who} has informed me that they do not wish to pursue mediation.`,
    ],
  },
  participation: {
    section: 'Section 55(5)',
    clauses: (who) => [`${informed(who)},`, wished(who), `the ${who} has participated in mediation.`],
  },
  'not-arranged-notice': {
    section: 'Section 55(5)',
    clauses: (who) => [
      `${informed(who)},`,
      wished(who),
      'the local authority has given notice that it is unable to arrange mediation within 30 days.',
    ],
  },
  'not-arranged-lapse': {
    section: 'Section 55(5)',
    clauses: (who) => [`${informed(who)},`, wished(who), '30 days have passed and mediation has not been arranged.'],
  },
};

const dateLabels: Record<CertificateDateKind, string> = {
  contacted: 'Date adviser was contacted',
  informed: 'Date information and advice given',
  'authority-told': 'Date local authority was told',
  notice: 'Date of local authority’s notice',
  'day-30': 'Last day of the 30 days',
  concluded: 'Date mediation concluded',
};

/** The certificate as an article, to stand in a family's or a staff page. `level` is that of its heading. */
export function CertificateArticle({ content, level = 1 }: { content: CertificateContent; level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const Part = level === 1 ? 'h2' : 'h3';
  const { appellant, child, authority, decision, adviser, service } = content;
  const { section, clauses } = certified[content.limb];
  return (
    <article class="card flow" aria-labelledby="certificate-title">
      {content.specimen && (
        <p>
          <strong>SPECIMEN</strong> Not a certificate: it cannot be used for an appeal.
        </p>
      )}
      <p>
        <strong>{service.name}</strong>
      </p>
      <p>{service.line}</p>
      <Heading id="certificate-title">Mediation certificate</Heading>
      <Facts
        facts={[
          ['Date of this certificate', content.date],
          ['Certificate number', content.number.join(' ')],
        ]}
      />
      {content.replaces && (
        <p>
          <strong>Version {content.version}</strong>, made on {content.replaces.on}. It replaces version{' '}
          {content.replaces.version} and corrects {content.replaces.corrected}. The date of this certificate has not
          changed.
        </p>
      )}
      {content.earlier && (
        <p>
          An earlier certificate was issued for this decision: number{' '}
          <strong>{content.earlier.number.join(' ')}</strong>, dated <strong>{content.earlier.date}</strong>.
        </p>
      )}
      <Part>What is certified</Part>
      <p>
        <strong>{section} of the Children and Families Act 2014</strong>. As the mediation adviser I certify that:
      </p>
      <ol type="a">
        {clauses(appellant.called).map((clause) => (
          <li>{clause}</li>
        ))}
      </ol>
      <Part>People and decision</Part>
      <Facts
        facts={[
          ['Issued to', appellant.name, `${appellant.capacity} (the appellant)`],
          [`First names of the ${child.called}`, child.first],
          ['Last name', child.last],
          ['Date of birth', child.born],
          ['Local authority', authority.name, authority.reference && `Its reference: ${authority.reference}`],
          ['Decision', decision.words, decision.cited],
        ]}
      />
      <Part>Dates</Part>
      <Facts
        facts={[
          [
            'Date printed on the decision letter',
            decision.printed,
            decision.letterSeen ? undefined : 'Date given by the caller; letter not seen',
          ],
          ...(decision.sent ? [['Date letter was sent', decision.sent] as const] : []),
          ...content.dates.map(({ kind, date, note }) => [dateLabels[kind], date, note] as const),
        ]}
      />
      <Part>Issued by</Part>
      <p>
        <strong>{adviser.name}</strong>, {adviser.role}, {adviser.organisation}.
      </p>
      <p>
        I am independent. I am not employed by a local authority in England, an integrated care board or NHS England
        (section 56(3)).
      </p>
      <Part>Check this certificate</Part>
      <p>
        Go to <strong>{content.check.address}</strong>, with the number and this code:{' '}
        <strong>{content.code.join(' ')}</strong>
      </p>
      <p>This certificate does not record what was said, by anyone, or any person’s reasons.</p>
    </article>
  );
}

type Fact = readonly [label: string, value: string, note?: string];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <SummaryList
      rows={facts.map(([label, value, note]) => ({
        key: { text: label },
        value: {
          text: (
            <>
              {value}
              {note && <p class="quiet">{note}</p>}
            </>
          ),
        },
      }))}
    />
  );
}
