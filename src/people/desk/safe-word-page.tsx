// The page on which a right-holder's safe word is set at the desk, once it is known who is speaking.
import type { FormContext } from '../../cases/desk/case-form.ts';
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import { deskPaths } from '../../cases/paths.ts';
import { RadioField, TextField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { PersonMore } from './pages.tsx';

/** The page. What was typed as the word is never shown again, not even where something else was wrong. */
export function SafeWordPage(shown: FormShown & FormContext<PersonMore>) {
  const { view, more, form } = shown;
  const { participation_id: id } = more.person;
  return (
    <CaseFormPage
      {...shown}
      holder={view.holders.find(({ participationId }) => participationId === id) ?? null}
      current="people"
      title="A safe word"
      tab="A safe word"
      back={{ href: deskPaths.person(view.page.reference, id), words: 'Back to their details' }}
      action={deskPaths.safeWord(view.page.reference, id)}
      submit="Set the safe word"
      beside={
        <Card id="how" title="What to say" tone="soft" flow>
          <p>
            “Choose a word or two that nobody who knows your family would guess. When you ring us, we ask for it before
            we talk about your case.”
          </p>
          <p>Capitals, spaces and hyphens do not matter. Spell it back once, then type it.</p>
          <p>It is kept so that it can be compared and not read. Whoever forgets it sets a new one in the same way.</p>
        </Card>
      }
    >
      <TextField form={{ ...form, answers: {} }} name="word" label="The word they chose" spellcheck={false} />
      <RadioField
        form={form}
        name="provedBy"
        label="How do you know who is speaking?"
        hint="A reference and a birth date are not enough. The old safe word does not make a new one."
        options={[
          { value: 'rang-the-number-on-file', label: 'I rang the number on file, and they answered' },
          { value: 'in-person', label: 'They are in front of me, and I know them' },
        ]}
      />
    </CaseFormPage>
  );
}
