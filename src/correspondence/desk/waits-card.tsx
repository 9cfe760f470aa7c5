// Says on the page of a letter that its papers wait because the address was changed, and where a second person agrees.
import { sayMoment } from '../../cases/day.ts';
import { deskPaths } from '../../cases/paths.ts';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { LetterAtDesk } from '../store.ts';

/** The card; nothing where nothing waits. */
export function WaitsCard({
  found,
}: {
  found: Pick<LetterAtDesk, 'letter' | 'heldUntil' | 'reference' | 'participationId'>;
}) {
  const { letter, heldUntil, reference, participationId } = found;
  if (!heldUntil) return null;
  return (
    <Card id="waits" title="Its papers wait" tone="glow" flow>
      <p>
        <strong>They wait until {sayMoment(heldUntil)}</strong>, because the address was changed within the last day and
        somebody who is not the family could have asked for that. Then they{' '}
        {letter.channel === 'post' ? 'can be printed and posted' : 'go by themselves'}.
      </p>
      {reference && participationId && (
        <p>
          <ButtonLink href={deskPaths.heldPapers(reference, participationId)} classes="govuk-button--secondary">
            Look who was told, and agree to send now
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
