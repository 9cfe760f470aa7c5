// The page where anybody checks a certificate, and the answer: genuine, replaced, withdrawn or unknown, and nothing about a person.
import { sayDay } from '../../cases/day.ts';
import { Form } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { FileUpload } from '../../kit/html/govuk/file-upload.tsx';
import { Input } from '../../kit/html/govuk/input.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PlainPage } from '../../kit/html/layouts/plain-page.tsx';
import { limbWords } from '../certificate.ts';
import { fours } from '../number.ts';
import { checkPaths } from '../paths.ts';
import type { Verified } from '../verify.ts';

/** What was filled in from a QR code, if it looks like what it should be. */
const filled = (symbols: string | undefined): string =>
  symbols && /^[0-9A-Za-z]{1,12}$/.test(symbols) ? fours(symbols.toUpperCase()).join(' ') : '';

/** The form: number and code, or the document itself. */
export function CheckPage({ frame, number, code }: { frame: Frame; number?: string; code?: string }) {
  return (
    <PlainPage frame={frame} title="Check a certificate">
      <p>
        You can check whether a mediation certificate is genuine. We show its date and kind, and nothing about a person.
      </p>
      <Form action={checkPaths.check} csrf={frame.csrf} label="Number and code">
        <Input
          name="number"
          label={{ text: 'Certificate number' }}
          hint={{ text: 'Eight letters and digits, for example 4H7K 2M9T' }}
          value={filled(number)}
          classes="govuk-input--width-10"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Input
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'Twelve letters and digits, printed beside the square code' }}
          value={filled(code)}
          classes="govuk-input--width-20"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button>Check</Button>
      </Form>
      <h2>Do you have the PDF?</h2>
      <p>We compare the document with the one we sealed. We do not read it or keep it.</p>
      <Form action={checkPaths.document} csrf={frame.csrf} hasFile label="The PDF">
        <FileUpload
          name="document"
          label={{ text: 'The certificate as a PDF' }}
          attributes={{ accept: 'application/pdf' }}
        />
        <Button classes="govuk-button--secondary">Check the PDF</Button>
      </Form>
    </PlainPage>
  );
}

const titles = {
  genuine: 'This certificate is genuine',
  replaced: 'This certificate was replaced',
  withdrawn: 'This certificate was withdrawn',
} as const;

const meanings = {
  genuine: 'We issued it, and it stands.',
  replaced:
    'We issued it, and corrected it later. A newer version, with the same number and date, stands in its place.',
  withdrawn: 'We issued it, and withdrew it. It must not be used.',
} as const;

/** The answer. Whatever was wrong, the page for an unknown certificate is the same. */
export function AnswerPage({ frame, answer }: { frame: Frame; answer: Verified }) {
  if (!answer.known) {
    return (
      <PlainPage frame={frame} title="We cannot confirm this certificate">
        <p>The number, the code or the document is not one that we know. Please look at it again.</p>
        <p>A PDF that was printed and scanned, or saved anew, cannot be matched. Use its number and code.</p>
        <CheckAnother />
      </PlainPage>
    );
  }
  return (
    <PlainPage frame={frame} title={titles[answer.state]}>
      <p>{meanings[answer.state]}</p>
      <ul>
        <li>
          Date of the certificate: <strong>{sayDay(answer.dated)}</strong>
        </li>
        <li>{limbWords[answer.limb]}</li>
        <li>Version {answer.version}</li>
      </ul>
      <CheckAnother />
    </PlainPage>
  );
}

const CheckAnother = () => (
  <p>
    <a href={checkPaths.check}>Check another certificate</a>
  </p>
);
