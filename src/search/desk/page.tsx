// The page with what was found: one row for each case, and in words why it is there.
import { sayDay } from '../../cases/day.ts';
import { deskPaths } from '../../cases/paths.ts';
import { capacityWords, stageWords } from '../../cases/words.ts';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { mostFound, type Finds, type Found } from '../store.ts';
import { nameOf, whyFound } from '../words.ts';

export interface SearchPageProps {
  frame: Frame;
  typed: string;
  /** Null before anything was typed. */
  finds: Finds | null;
}

/** The search page. */
export function SearchPage({ frame, typed, finds }: SearchPageProps) {
  return (
    <DeskPage frame={frame} title="Find a case" searched={typed} mainClass="stack">
      <h1>{typed === '' ? 'Find a case' : `Found for “${typed}”`}</h1>
      {finds === null ? <How /> : finds.cases.length === 0 ? <Nothing /> : <Results finds={finds} />}
    </DeskPage>
  );
}

function Results({ finds: { cases, more } }: { finds: Finds }) {
  return (
    <>
      {more && (
        <p>These are {mostFound} of more. Type another word, such as the first name or the school, to see fewer.</p>
      )}
      <Card flush>
        <table class="table table--stacks">
          <caption class="govuk-visually-hidden">Cases found, closest spelling first, then the newest</caption>
          <thead>
            <tr>
              <th scope="col">Child and case</th>
              <th scope="col">Who</th>
              <th scope="col">Why it is here</th>
              <th scope="col">Where it stands</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((found) => (
              <Row found={found} />
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}

function Row({ found }: { found: Found }) {
  const [first, ...others] = found.people.filter(({ until_at: until }) => until === null);
  return (
    <tr data-row>
      <td>
        <a href={deskPaths.case(found.reference)} data-opens>
          <strong>{nameOf(found)}</strong>
        </a>
        <br />
        <span class="muted small nowrap">{inFours(found.reference)}</span>
      </td>
      <td>
        {first ? `${nameOf(first)}, ${capacityWords[first.capacity] ?? first.capacity}` : 'Nobody yet'}
        {others.length > 0 && (
          <>
            <br />
            <span class="muted small">
              {others
                .map((person) => `${nameOf(person)}, ${capacityWords[person.capacity] ?? person.capacity}`)
                .join('; ')}
            </span>
          </>
        )}
      </td>
      <td>
        {whyFound(found).map((why, index) => (
          <>
            {index > 0 && <br />}
            {why}
          </>
        ))}
      </td>
      <td>
        {stageWords[found.stage] ?? found.stage}
        <br />
        <span class="muted small">Contact {sayDay(found.contact_on)}</span>
      </td>
    </tr>
  );
}

function Nothing() {
  return (
    <Card flow>
      <p>
        <strong>Nothing found.</strong> Try one word less, only the last name, or the telephone number. We already look
        for words that are spelt nearly so.
      </p>
      <How />
    </Card>
  );
}

function How() {
  return (
    <div class="flow">
      <p>You can type any of these, and several words together:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>a name of a child, a parent or anybody in the case, in any order, with or without accents</li>
        <li>a telephone number or an e-mail address</li>
        <li>a school</li>
        <li>our reference, the council’s reference, or the number of a certificate</li>
      </ul>
    </div>
  );
}
