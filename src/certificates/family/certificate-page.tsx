// The page on which a family reads its certificate, keeps it as a PDF, and learns how anybody can check it.
import { pdfsOf } from '../../cases/family/papers.ts';
import { familyPaths } from '../../cases/family/paths.ts';
import type { MyCase } from '../../cases/family/read-my-case.ts';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { PaperList } from '../../kit/html/pieces/papers.tsx';
import { CertificateArticle } from '../certificate-page.tsx';
import { checkPaths } from '../paths.ts';
import type { CertificateOfCase } from '../store.ts';

/** The page. A certificate that was withdrawn is not shown again: what must not be used should not be at hand. */
export function CertificatePage({ frame, mine, held }: { frame: Frame; mine: MyCase; held: CertificateOfCase }) {
  const back = <BackLink href={familyPaths.case(mine.reference)}>Back to my case</BackLink>;
  if (held.state === 'withdrawn') {
    return (
      <FamilyPage frame={frame} title="Your certificate" current="case">
        <div class="page-title">
          {back}
          <h1>Your certificate was withdrawn</h1>
        </div>
        <Card flow>
          <p>
            Certificate number <strong>{held.said.number.join(' ')}</strong>, dated {held.said.date}, must not be used.
            Anybody who checks it sees that it is withdrawn.
          </p>
          <p>
            If you have sent it to the Tribunal already, tell the Tribunal, and ring us on{' '}
            <TelLink number={frame.service.telephone} />: we will help.
          </p>
        </Card>
      </FamilyPage>
    );
  }
  const pdfs = pdfsOf(mine);
  return (
    <FamilyPage frame={frame} title="Your certificate" current="case">
      <div>{back}</div>
      {held.version > 1 && (
        <Card tone="glow" flow>
          <p>
            <strong>This certificate was corrected.</strong> Please use this version and not the one before. Its date
            has not changed.
          </p>
        </Card>
      )}
      <CertificateArticle content={held.said} />
      <div class="no-print stack">
        <Card id="keep" title="Keep it, print it, send it" flow>
          {pdfs.length > 0 ? (
            <PaperList papers={pdfs} />
          ) : (
            <p>The PDF is being made. Open this page again in a minute.</p>
          )}
          <div class="buttons">
            <PrintButton>Print this page</PrintButton>
          </div>
        </Card>
        <Card id="check" title="How anybody can check it" tone="soft" flow>
          <p>
            Anybody with the number and the code can check this certificate on{' '}
            <a href={checkPaths.check}>our checking page</a>. It shows whether the certificate is genuine, its date and
            its kind, and nothing about you.
          </p>
        </Card>
      </div>
    </FamilyPage>
  );
}
