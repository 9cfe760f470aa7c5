// The reference of the API for people, from the same words and shapes as its document.
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import { ENTRY_KINDS, type EntryKind } from '../../dates/shapes.ts';
import { Dots, Part } from '../content/content-page.tsx';
import { publicPaths } from '../paths.ts';
import type { PublicView } from '../view.ts';
import { inputsOf, MOST_ENTRIES } from './document.ts';
import { kindWords } from '../../dates/words.ts';

const askedByAddress = '/api/v1/dates/contact_adviser_deadline?decisionSent=2026-09-14';

/** The page. */
export function ApiPage({ view, address }: { view: PublicView; address: string }) {
  return (
    <PublicPage frame={view.frame} title="Dates for other programs (API)" main="stack">
      <div class="page-title page-title--close">
        <h1>Dates for other programs (API)</h1>
        <p class="lead">
          The dates on these pages come from one library. Any program may ask it too, free of charge. Nothing that is
          sent is stored or written to a log. It is not legal advice.
        </p>
      </div>
      <Part id="how" title="How to ask">
        <Dots
          items={[
            <>
              <code>POST /api/v1/dates</code> takes a list of up to {MOST_ENTRIES} questions. Each is answered on its
              own, or has an <code>error</code> in plain words.
            </>,
            <>
              <code>GET /api/v1/dates/…</code> asks one question in the address, such as{' '}
              <a href={askedByAddress}>
                <code>{askedByAddress}</code>
              </a>
              . Such an answer may be kept for an hour. A birth date is never taken this way.
            </>,
            <>
              <code>POST /api/v1/route</code> finds the road for a worry.
            </>,
            <>
              <a href={publicPaths.apiDocument}>
                <code>GET /api/v1/openapi.json</code>
              </a>{' '}
              is the whole description (OpenAPI 3.1).
            </>,
          ]}
        />
        <pre class="code" tabIndex={0} role="region" aria-label="An example for the command line">
          <code>{exampleFor(address)}</code>
        </pre>
        <p>
          Any website may read the answers. There is a limit on requests a minute; a 429 says when to try again. Each
          answer has the steps of the sum, the rule, how the rule is known, and the version of the rules. A year whose
          bank holidays are not loaded is an error, never a guess.
        </p>
      </Part>
      <Part id="questions" title="What to ask">
        <Dots
          items={ENTRY_KINDS.map((kind) => (
            <>
              <a href={`#${kind}`}>{kindWords[kind].summary.split('. ')[0]}</a>
            </>
          ))}
        />
      </Part>
      {ENTRY_KINDS.map((kind) => (
        <Kind kind={kind} />
      ))}
    </PublicPage>
  );
}

/** Lets a long name break at its underscores on a narrow screen, and nowhere else. */
function breakable(kind: EntryKind) {
  return kind.split('_').map((word, index) => (
    <>
      {index > 0 && '_'}
      {index > 0 && <wbr />}
      {word}
    </>
  ));
}

function exampleFor(address: string): string {
  const kind: EntryKind = 'tribunal_appeal_deadline';
  const body = JSON.stringify([{ id: 1, kind, inputs: kindWords[kind].example }]);
  return `curl ${address}/api/v1/dates \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}

function Kind({ kind }: { kind: EntryKind }) {
  const { properties = {}, required } = inputsOf(kind);
  const needed = Array.isArray(required) ? required : [];
  return (
    <Part id={kind} title={<code>{breakable(kind)}</code>}>
      <p>{kindWords[kind].summary}.</p>
      <table class="plain-table side-by-side">
        <caption class="govuk-visually-hidden">Inputs of {kind}</caption>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(properties).map(([name, property]) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
                {needed.includes(name) && <span class="quiet"> (needed)</span>}
              </th>
              <td>
                {String(property['description'])}
                {choicesOf(property)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <pre class="code" tabIndex={0} role="region" aria-label={`An example of ${kind}`}>
        <code>{JSON.stringify({ kind, inputs: kindWords[kind].example }, null, 2)}</code>
      </pre>
    </Part>
  );
}

/** Lists what a field may be, where only certain words are understood. */
function choicesOf(property: Readonly<Record<string, unknown>>): string {
  const own =
    property['enum'] ?? (property['anyOf'] as { enum?: unknown }[] | undefined)?.find((one) => one.enum)?.enum;
  return Array.isArray(own) ? `: ${own.filter((one) => one !== null).join(', ')}` : '';
}
