// "If you change your mind": both ways stay open, and each leads to a page that says what happens then.
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { nextStepOf } from './next-step.ts';
import { familyPaths } from './paths.ts';
import type { MyCase } from './read-my-case.ts';
import { noMediationWords } from './words.ts';

/** The card; nothing where there is nothing to choose, or the next step asks already. */
export function MindCard({ mine }: { mine: MyCase }) {
  const { wish } = mine.standing.facts;
  if (!mine.right_holder || mine.stage === 'closed' || mine.road === 'disagreement-resolution') return null;
  const asked = nextStepOf(mine).buttons.some(({ href }) => href === familyPaths.noMediation(mine.reference));
  if (asked) return null;
  const saidNo = wish?.answer === 'no';
  return (
    <Card id="mind" title={wish === null ? 'If you do not want mediation' : 'If you change your mind'} flow>
      {saidNo ? (
        <>
          <p>
            You can still ask for mediation. It does not take away your right to appeal, and it does not move your
            dates.
          </p>
          <p>
            <a href={familyPaths.mediation(mine.reference)}>I would like mediation after all</a>
          </p>
        </>
      ) : (
        <>
          <p>You can say that you do not want mediation at any time until a meeting starts. We do not ask why.</p>
          <div class="buttons">
            <ButtonLink href={familyPaths.noMediation(mine.reference)} classes="govuk-button--secondary">
              {noMediationWords(mine.standing)}
            </ButtonLink>
          </div>
        </>
      )}
    </Card>
  );
}
