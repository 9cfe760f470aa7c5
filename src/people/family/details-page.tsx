// What we hold about somebody: name, ways to reach them, needs. To change it they ring, because a changed address is how papers go astray.
import type { Row } from '../../../database/tables.ts';
import { familyPaths } from '../../cases/family/paths.ts';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { fullName } from '../person.ts';

const pointNames: Record<Row<'contact_points'>['kind'], string> = {
  email: 'E-mail',
  telephone: 'Telephone',
  post: 'Post',
};

const formatNames: Record<string, string> = {
  'large-print': 'Large print',
  'easy-read': 'Easy Read',
  audio: 'Audio',
  bsl: 'British Sign Language',
  braille: 'Braille',
};

export interface DetailsPageProps {
  readonly frame: Frame;
  readonly person: Row<'people'>;
  readonly points: readonly Row<'contact_points'>[];
}

/** The page. */
export function DetailsPage({ frame, person, points }: DetailsPageProps) {
  const language = [person.language, person.dialect].filter(Boolean).join(', ');
  const about = [
    ['Name', fullName({ firstNames: person.first_names, lastName: person.last_name })],
    ['We call you', person.known_as],
    ['Language', language],
    ['Formats', person.formats.map((code) => formatNames[code] ?? code.replaceAll('-', ' ')).join(', ')],
    ['What helps you', person.needs],
  ].filter((row): row is [string, string] => !!row[1]?.trim());
  return (
    <FamilyPage frame={frame} title="What we hold about you" current="case">
      <div class="page-title">
        <BackLink href={familyPaths.cases}>Back to my case</BackLink>
        <h1>What we hold about you</h1>
        <p>Only you and the people who work here see this. Nobody else who takes part in your case does.</p>
      </div>
      <Card id="you" title="You" flow>
        <SummaryList rows={about.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
      </Card>
      <Card id="reach" title="How we reach you" flow>
        {points.length === 0 ? (
          <p>We have no telephone number or address for you.</p>
        ) : (
          <SummaryList
            rows={points.map((point) => ({
              key: { text: pointNames[point.kind] },
              value: { text: <Point point={point} /> },
            }))}
          />
        )}
      </Card>
      <Card id="change" title="Is something wrong?" tone="soft" flow>
        <p>
          Ring us on <TelLink number={frame.service.telephone} />. {frame.service.hours}. For now this can only be
          changed by telephone: we check that it is you, so that nobody else can send your papers to another address.
        </p>
        <p>
          You can also ask for a copy of everything we hold, or ask us to correct or erase it.{' '}
          <a href="/privacy">How we use what you tell us</a>
        </p>
      </Card>
    </FamilyPage>
  );
}

function Point({ point: { value, postal_lines, message_safe, quiet_hours } }: { point: Row<'contact_points'> }) {
  const lines = postal_lines.length > 0 ? postal_lines : [value];
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
      <br />
      <span class="quiet">
        {message_safe ? 'We may write or leave a message here' : 'We never write or leave a message here'}
        {quiet_hours && `. Not at these times: ${quiet_hours}`}
      </span>
    </>
  );
}
