// The pages of the letters that the program writes: a list, and each as it reads, about invented people.
import type { WrittenLetter } from '../../correspondence/house-letter.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { FormPage } from './form-page.tsx';
import { settingsPaths } from './paths.ts';
import type { SampleLetter } from './sample-letters.ts';

/** The list. */
export function LettersPage({ frame, letters }: { frame: Frame; letters: readonly SampleLetter[] }) {
  return (
    <FormPage
      frame={frame}
      title="Letters that the program writes"
      current="settings"
      back={{ href: settingsPaths.settings, words: 'Settings' }}
      lead="Their words belong to the program and cannot be changed here: each is tested against what the law asks. The service’s name, telephone and e-mail in them come from the settings. The certificate and its covering letter are papers, shown before they are issued in each case."
    >
      <Card flush>
        <table class="table table--stacks">
          <caption class="govuk-visually-hidden">Letters</caption>
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">To</th>
              <th scope="col">When it goes</th>
            </tr>
          </thead>
          <tbody>
            {letters.map(({ key, called, to, when }) => (
              <tr>
                <td>
                  <a href={settingsPaths.letter(key)}>{called}</a>
                </td>
                <td>{to}</td>
                <td>{when}</td>
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
}

/** One letter as plain text, the same words as its e-mail. */
export function LetterPage({ frame, sample, letter }: LetterPageProps) {
  return (
    <FormPage
      frame={frame}
      title={sample.called}
      current="settings"
      back={{ href: settingsPaths.letters, words: 'All letters' }}
      lead={`${sample.when} Everybody in it is invented.`}
    >
      <Card id="letter" eyebrow={`To ${sample.to.toLowerCase()}`} title={letter.subject} flow>
        {letter.text
          .trim()
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p class="as-typed">{paragraph}</p>
          ))}
      </Card>
    </FormPage>
  );
}
