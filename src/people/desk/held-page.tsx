// The page on which a second person looks at a changed address and agrees that papers go there now.
import { heldPointsOf, letterHeldUntil, sayWait } from '../../cases/desk/held.ts';
import { whoWasTold } from '../../cases/desk/told.ts';
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import { shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import { SideList } from '../../kit/html/pieces/side-list.tsx';
import { fullName } from '../person.ts';
import { pointWords } from './fields.ts';
import type { PersonMore } from './pages.tsx';

/** What the page reads besides: who changed each address, by the account's id. */
export interface HeldMore extends PersonMore {
  readonly names: Readonly<Record<string, string>>;
}

/** The page. */
export function HeldPapersPage(shown: FormShown & FormContext<HeldMore>) {
  const { view, more, who } = shown;
  const { person, names } = more;
  const path = deskPaths.heldPapers(view.page.reference, person.participation_id);
  const points = heldPointsOf(person, view.now);
  const waits = view.page.letters.filter(
    (letter) => letter.person_id === person.person_id && letterHeldUntil(view, letter) !== null,
  );
  const name = fullName({ firstNames: person.first_names, lastName: person.last_name }) || 'this person';
  return (
    <CaseFormPage
      {...shown}
      holder={view.holders.find(({ participationId }) => participationId === person.participation_id) ?? null}
      current="people"
      title="Papers that wait"
      back={{ href: deskPaths.person(view.page.reference, person.participation_id), words: `Back to ${name}` }}
      action={path}
      submit="I agree: send now"
      isFinal
      intro={
        <div class="flow" id="main-question">
          {points.length === 0 && <p>Nothing waits for {name}.</p>}
          {points.map((point) => (
            <p>
              <strong>{sayWait(point)}</strong>
              <br />
              {pointWords[point.kind]}:{' '}
              <span dir="auto">{point.postal_lines.length > 0 ? point.postal_lines.join(', ') : point.value}</span>
              <br />
              <span class="muted">
                Changed by{' '}
                {point.changed_by === who.accountId ? 'you' : (names[point.changed_by ?? ''] ?? 'a colleague')}.
              </span>
            </p>
          ))}
          <p>
            Ask whoever changed it how they knew who was asking. Ring the number that we held before the change, if you
            can. Press only if you are content: papers that have gone cannot be called back.
          </p>
        </div>
      }
      beside={
        <>
          {points.length > 0 && (
            <Card id="told" title="Who was told" tone="glow" flow>
              {whoWasTold(view.page, person, points).map((sentence) => (
                <p>{sentence}</p>
              ))}
            </Card>
          )}
          <Card id="why" title="Why they wait" tone="glow" flow>
            <p>
              Somebody who is not the family can ask us to write elsewhere. For a day whoever was told of it can object,
              and two of us have to be content before papers go sooner.
            </p>
            <p>Whoever changed the address cannot agree to it.</p>
          </Card>
          <Card id="letters-waiting" title="What waits" flow>
            {waits.length === 0 ? (
              <p class="small muted">No letter with papers yet. One that is made meanwhile waits too.</p>
            ) : (
              <SideList
                items={waits.map(({ channel, queued_at: at }) => ({
                  says: `${channel === 'post' ? 'A pack to post' : 'An e-mail with papers'}, ${shortMoment(at)}`,
                }))}
              />
            )}
          </Card>
        </>
      }
    />
  );
}
