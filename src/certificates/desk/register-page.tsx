// The register of certificates, the latest date first.
import { deskPaths } from '../../cases/paths.ts';
import { shortIso } from '../../cases/desk/words.ts';
import { Tag } from '../../kit/html/govuk/tag.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { fullName } from '../../people/person.ts';
import { limbWords } from '../certificate.ts';
import { fours } from '../number.ts';
import type { RegisterLine } from '../store.ts';
import { certificatePaths } from './paths.ts';

const states: Record<RegisterLine['state'], { readonly words: string; readonly tone: string }> = {
  issued: { words: 'issued', tone: 'good' },
  prepared: { words: 'to be posted', tone: 'today' },
  withdrawn: { words: 'withdrawn', tone: 'late' },
  'set-aside': { words: 'set aside', tone: 'plain' },
};

/** The page; `more` is the address of the next one. */
export function RegisterPage({
  frame,
  lines,
  more,
}: {
  frame: Frame;
  lines: readonly RegisterLine[];
  more: string | null;
}) {
  return (
    <DeskPage frame={frame} title="Certificates" current="certificates">
      <div class="page-title">
        <h1>Certificates</h1>
        <p class="muted">
          The register: every certificate that was prepared, issued or withdrawn.{' '}
          <a href="/check">The page where anybody can check one</a>
        </p>
      </div>
      <Card flush id="register" title="The latest first">
        {lines.length === 0 ? (
          <p class="pad">
            No certificate yet. One is issued from a case, when the information was given and somebody says that they do
            not wish to mediate. <a href={deskPaths.today}>What is due today</a>
          </p>
        ) : (
          <table class="table table--rows">
            <caption class="govuk-visually-hidden">Certificates, the latest first</caption>
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">Dated</th>
                <th scope="col">To</th>
                <th scope="col">Case</th>
                <th scope="col">Under</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ number, dated, appellant, caseReference, limb, state, version }) => (
                <tr>
                  <th scope="row" class="nowrap">
                    <a href={certificatePaths.certificate(number)}>{fours(number).join(' ')}</a>
                  </th>
                  <td class="nowrap" data-label="Dated">
                    {shortIso(dated)}
                  </td>
                  <td>{fullName({ firstNames: appellant.first_names, lastName: appellant.last_name })}</td>
                  <td class="nowrap" data-label="Case">
                    <a href={deskPaths.case(caseReference)}>{inFours(caseReference)}</a>
                  </td>
                  <td>{limbWords[limb].split(':')[0]}</td>
                  <td>
                    <Tag classes={`govuk-tag--${states[state].tone}`}>{states[state].words}</Tag>
                    {version > 1 && <span class="muted small"> version {version}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {more && (
          <p class="pad">
            <a href={more}>Earlier certificates</a>
          </p>
        )}
      </Card>
    </DeskPage>
  );
}
