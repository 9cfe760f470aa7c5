// Says that papers wait because an address was changed, until when, why, and what to do about it.
import { Card } from '../../kit/html/pieces/card.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { deskPaths } from '../paths.ts';
import type { PersonOnPage } from '../store.ts';
import type { CaseView } from './case-view.ts';
import { heldPointsOf, sayWait } from './held.ts';
import { whoWasTold } from './told.ts';
import { calledBy } from './words.ts';

/** What waits for one person; nothing where nothing does. `late`: the wait would pass the last safe day for an appeal. */
export function HeldNotice({ view, person, late = false }: { view: CaseView; person: PersonOnPage; late?: boolean }) {
  const points = heldPointsOf(person, view.now);
  if (points.length === 0) return null;
  const isMine = points.every(({ changed_by: by }) => by === view.who.accountId);
  return (
    <Card id={`held-${person.participation_id}`} title={`Papers for ${calledBy(person)} wait`} tone="glow" flow>
      <p>
        {points.map((point) => (
          <>
            <strong>{sayWait(point)}</strong>{' '}
          </>
        ))}
        It was changed within the last day. {whoWasTold(view.page, person, points).join(' ')}
      </p>
      {late && (
        <p>
          <strong>
            That is too late: it passes the last safe day for the appeal. A second person should look at the change and
            agree now.
          </strong>
        </p>
      )}
      <p>
        Everything else goes on: a certificate is issued and dated as always, and what goes by a way that was not
        changed goes at once.
      </p>
      <p>
        {isMine ? 'You changed it, so a colleague has to agree. ' : 'Is it right? Then you can agree. '}
        <ButtonLink
          href={deskPaths.heldPapers(view.page.reference, person.participation_id)}
          classes="govuk-button--secondary"
        >
          {isMine ? 'What a colleague agrees to' : 'Look, and agree to send now'}
        </ButtonLink>
      </p>
    </Card>
  );
}
