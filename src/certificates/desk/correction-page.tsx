// The page of a correction: what the certificate says beside what is recorded now. Change the record, come back, and make the new version.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import { deskPaths } from '../../cases/paths.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import { correctedWords, type CertificateContent, type Corrected } from '../certificate.ts';
import { differences } from '../content.ts';
import { fours } from '../number.ts';
import type { CertificateAtDesk } from '../store-desk.ts';
import { certificatePaths } from './paths.ts';

/** What the page reads besides the case. */
export interface CorrectionMore {
  readonly held: CertificateAtDesk;
  /** What the next version would say; null where the record holds too little. */
  readonly now: CertificateContent | null;
}

type Shown = FormShown & FormContext<CorrectionMore>;

/** What stands on a certificate and can be wrong, as it reads. */
const shownAs: Record<Corrected, (content: CertificateContent) => string> = {
  'appellant-name': ({ appellant }) => appellant.name,
  'appellant-capacity': ({ appellant }) => appellant.capacity,
  'child-first-names': ({ child }) => child.first,
  'child-last-name': ({ child }) => child.last,
  'child-birth-date': ({ child }) => child.born,
  authority: ({ authority }) => authority.name,
  'authority-reference': ({ authority }) => authority.reference ?? 'none',
  decision: ({ decision }) => `${decision.words}. ${decision.cited}`,
  'letter-printed': ({ decision }) => decision.printed,
  'letter-sent': ({ decision }) => decision.sent ?? 'the same day',
  'letter-seen': ({ decision }) => (decision.letterSeen ? 'seen by us' : 'not seen by us'),
  'adviser-name': ({ adviser }) => adviser.name,
  dates: ({ dates }) => dates.map(({ kind, date }) => `${kind.replaceAll('-', ' ')}: ${date}`).join('; '),
};

/** The page on which each is recorded; none for what is recorded by what happened. */
function changeOf(code: Corrected, shown: Shown): string | null {
  const { reference } = shown.view.page;
  const { certificate } = shown.more.held;
  const back = `?back=${encodeURIComponent(certificatePaths.correction(certificate.number))}`;
  if (code.startsWith('appellant')) return `${deskPaths.person(reference, certificate.participation_id)}${back}`;
  if (code.startsWith('child') || code === 'authority-reference') return `${deskPaths.child(reference)}${back}`;
  if (code === 'authority') return `${deskPaths.authority(reference)}${back}`;
  if (code.startsWith('letter') || code === 'decision') return `${deskPaths.decision(reference)}${back}`;
  return null;
}

/** The page. */
export function CorrectionPage(shown: Shown) {
  const { more } = shown;
  const { held, now } = more;
  const said = held.versions[0].said;
  const differing = now ? differences(said, now) : [];
  const { number, version } = held.certificate;
  return (
    <CaseFormPage
      {...shown}
      current="certificates"
      title={`Correct certificate ${fours(number).join(' ')}`}
      back={{ href: certificatePaths.certificate(number), words: 'Back to the certificate' }}
      action={certificatePaths.correction(number)}
      submit={`Make version ${version + 1} and send it`}
      isFinal
      beside={
        <>
          <Card id="steps" title="How a correction is made" tone="soft" flow>
            <ol>
              <li>Change what is wrong in the record. Each “Change” brings you back here.</li>
              <li>Look at what will differ.</li>
              <li>
                Make the new version. It keeps the number and the original date, says what was corrected, and goes to
                the family.
              </li>
            </ol>
          </Card>
          <Card id="never" title="What a correction never does" flow>
            <p>It moves no date of an appeal. The version before stays in our register, marked as replaced.</p>
          </Card>
        </>
      }
    >
      <table class="table table--rows">
        <caption>
          {differing.length > 0
            ? 'What differs is marked. Only that is corrected.'
            : 'Nothing differs yet: change what is wrong in the record first.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">On the certificate</th>
            <th scope="col">In the record now</th>
            <th scope="col">
              <span class="govuk-visually-hidden">Change the record</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(shownAs) as Corrected[]).map((code) => {
            const change = changeOf(code, shown);
            const isDifferent = differing.includes(code);
            return (
              <tr>
                <th scope="row">{correctedWords[code]}</th>
                <td>{shownAs[code](said)}</td>
                <td>
                  {!now ? (
                    'too little is recorded'
                  ) : isDifferent ? (
                    <strong>{shownAs[code](now)} (differs)</strong>
                  ) : (
                    'the same in the record'
                  )}
                </td>
                <td>
                  {change && (
                    <a href={change}>
                      Change<span class="govuk-visually-hidden"> {correctedWords[code]}</span>
                    </a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </CaseFormPage>
  );
}
