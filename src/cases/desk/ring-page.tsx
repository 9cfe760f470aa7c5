// The page on which the desk says how ringing somebody went who had asked for it.
import { RadioField } from '../../kit/forms/form.tsx';
import { deskPaths } from '../paths.ts';
import type { FormContext } from './case-form.ts';
import { CaseFormPage, type FormShown } from './form-page.tsx';
import { hourOf, shortIso, shortMoment } from './words.ts';

/** The page. */
export function RingPage(shown: FormShown & FormContext<null>) {
  const { view, form } = shown;
  const { reference, ring_back_since: since } = view.page;
  const [holder] = view.holders;
  const tried = triedWords(triesOf(view.page), view.today.toString());
  return (
    <CaseFormPage
      {...shown}
      title="Rang them back"
      action={deskPaths.ringing(reference)}
      submit="Record it"
      holder={holder ?? null}
      intro={
        since ? (
          <p>
            They asked us to ring, {shortMoment(since)}
            {tried && `; ${tried}`}.
          </p>
        ) : (
          <p>Nobody waits to be rung in this case. Somebody may have rung them already.</p>
        )
      }
    >
      <RadioField
        form={form}
        name="how"
        label="How did it go?"
        options={[
          { value: 'no-answer', label: 'Rang, no answer', hint: 'They stay in the list, with this try.' },
          { value: 'spoke', label: 'Rang and spoke', hint: 'They leave the list of people to ring.' },
        ]}
      />
    </CaseFormPage>
  );
}

/** How often somebody was rung without an answer, and when last. */
export interface Tries {
  readonly tries: number;
  readonly triedAt: string | null;
}

/** Gives the tries of a case's row. */
export function triesOf(row: { readonly ring_back_tries: number; readonly ring_back_tried_at: string | null }): Tries {
  return { tries: row.ring_back_tries, triedAt: row.ring_back_tried_at };
}

/** Writes "tried 1, last 10:15am"; the day as well where it was not today, and nothing where nobody tried. */
export function triedWords({ tries, triedAt }: Tries, today: string): string | null {
  if (tries === 0 || triedAt === null) return null;
  const moment = shortMoment(triedAt);
  return `tried ${tries}, last ${moment.startsWith(shortIso(today)) ? hourOf(triedAt) : moment}`;
}
