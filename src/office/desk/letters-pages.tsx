// The pages of the letters that the program writes: a list, and each as it reads, about invented people, with the service's own words.
import type { WrittenLetter } from '../../correspondence/house-letter.tsx';
import { mostOwnWords } from '../../correspondence/own-words.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { Form, WordsField } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { FormPage, SeenVersion, type NowStands } from './form-page.tsx';
import { settingsPaths } from './paths.ts';
import type { SampleLetter } from './sample-letters.ts';

export interface LettersPageProps {
  frame: Frame;
  letters: readonly SampleLetter[];
  /** The letters to which the service has added words of its own. */
  changed: ReadonlySet<string>;
}

/** The list. */
export function LettersPage({ frame, letters, changed }: LettersPageProps) {
  return (
    <FormPage
      frame={frame}
      title="Letters that the program writes"
      current="settings"
      back={{ href: settingsPaths.settings, words: 'Settings' }}
      lead="What the law asks for is said in the program’s words, which are tested against it. Below them a manager can add the service’s own. The name, telephone and e-mail come from the settings. The certificate and its covering letter are papers, shown before they are issued in each case."
    >
      <Card flush>
        <table class="table table--stacks">
          <caption class="govuk-visually-hidden">Letters</caption>
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">To</th>
              <th scope="col">When it goes</th>
              <th scope="col">Our own words</th>
            </tr>
          </thead>
          <tbody>
            {letters.map(({ key, called, to, when, ownWords }) => (
              <tr>
                <td>
                  <a href={settingsPaths.letter(key)}>{called}</a>
                </td>
                <td>{to}</td>
                <td>{when}</td>
                <td>{ownWords === undefined ? 'Not in this one' : changed.has(ownWords) ? 'Added' : 'None'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </FormPage>
  );
}

export interface LetterPageProps {
  frame: Frame;
  sample: SampleLetter;
  letter: WrittenLetter;
  /** A manager's form for the service's own words; null for anybody else, and for a letter that carries none. */
  words: { form: FormState; act: string; version: number } | null;
  /** The letter below shows words that are not saved yet. */
  isTried: boolean;
  meanwhile: readonly NowStands[] | null;
  done: string | null;
}

/** One letter as plain text, the same words as its e-mail. */
export function LetterPage({ frame, sample, letter, words, isTried, meanwhile, done }: LetterPageProps) {
  return (
    <FormPage
      frame={frame}
      title={sample.called}
      current="settings"
      back={{ href: settingsPaths.letters, words: 'All letters' }}
      lead={`${sample.when} Everybody in it is invented.`}
      meanwhile={meanwhile}
      done={done}
      {...(words && { form: words.form })}
    >
      {words && (
        <Card id="own-words" title="Our own words in it" flow>
          <Form action={settingsPaths.letter(sample.key)} csrf={frame.csrf} act={words.act} class="flow">
            <SeenVersion version={words.version} />
            <WordsField
              form={words.form}
              name="words"
              label="What we add"
              hint="It stands below what the program says, above the signature. Leave an empty line between paragraphs. Say nothing of one family in it: everybody who gets this letter reads it."
              most={mostOwnWords}
              rows={5}
            />
            <div class="buttons">
              <Button name="how" value="show" classes="govuk-button--secondary">
                Show the letter with these words
              </Button>
              <Button name="how" value="save" preventDoubleClick>
                Save
              </Button>
            </div>
          </Form>
        </Card>
      )}
      <Card id="letter" eyebrow={`To ${sample.to.toLowerCase()}`} title={letter.subject} flow>
        {isTried && (
          <p>
            <strong>Not saved yet.</strong> This is how the letter would read.
          </p>
        )}
        {letter.text
          .trim()
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p class="as-typed reading">{paragraph}</p>
          ))}
      </Card>
    </FormPage>
  );
}
