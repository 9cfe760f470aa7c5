// Says, on the pages of a certificate that waits for the post, that it is not to be posted any more, or not as it is.
import type { ComponentChildren } from 'preact';
import { Card } from '../../kit/html/pieces/card.tsx';
import { certificateRefusalWords, correctedWords } from '../certificate.ts';
import type { SincePrepared } from '../since-prepared.ts';

/** The card; nothing where it may be posted as it is. `again` makes the pack again, `aside` sets the certificate aside. */
export function SincePreparedCard({
  since: { closed, differs },
  again,
  aside,
}: {
  since: SincePrepared;
  again: ComponentChildren;
  aside: ComponentChildren;
}) {
  if (closed)
    return (
      <Card id="closed" title="Do not post it" tone="glow" flow>
        <p>
          <strong>{certificateRefusalWords[closed]}</strong> That was different when the certificate was prepared, and
          it is not issued yet.
        </p>
        {aside}
      </Card>
    );
  if (differs.length === 0) return null;
  return (
    <Card id="differs" title="The record has changed since" tone="glow" flow>
      <p>
        Something else is recorded now for <strong>{differs.map((code) => correctedWords[code]).join(', ')}</strong>.
        Make the pack again before you post it, and put this one away. Has it been posted? Then mark it, and correct the
        certificate.
      </p>
      {again}
    </Card>
  );
}
