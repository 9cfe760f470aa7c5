// A letter as it was sent: its plain text, which holds the same words as the e-mail.
import type { Row } from '../../../database/tables.ts';
import { sayDay } from '../../cases/day.ts';
import { familyPaths } from '../../cases/family/paths.ts';
import { momentInWords } from '../../cases/family/words.ts';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';

/** The page. Its title names no letter, because a title stays in a browser's history. */
export function LetterPage({
  frame,
  mine,
  letter,
}: {
  frame: Frame;
  mine: { readonly reference: string };
  letter: Row<'letters'>;
}) {
  const [heading = '', ...paragraphs] = letter.body_text.split(/\n{2,}/);
  return (
    <FamilyPage frame={frame} title="A letter from us" current="case">
      <div class="page-title">
        <BackLink href={familyPaths.case(mine.reference)}>Back to my case</BackLink>
        <h1>{heading}</h1>
        <p class="quiet">{howItWent(letter)}</p>
      </div>
      <article class="card flow">
        {paragraphs.map((words) => (
          <Paragraph words={words} />
        ))}
      </article>
      <div class="buttons">
        <PrintButton>Print this letter</PrintButton>
      </div>
    </FamilyPage>
  );
}

/** Line ends are kept, because addresses and lists live by them. */
function Paragraph({ words }: { words: string }) {
  const lines = words.trim().split('\n');
  // Plain text has no other way to mark a heading than capitals.
  if (lines.length === 1 && /\p{Lu}/u.test(words) && words === words.toUpperCase()) return <h2>{words}</h2>;
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul class="dots">
        {lines.map((line) => (
          <li>{line.slice(2)}</li>
        ))}
      </ul>
    );
  return (
    <p>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}

function howItWent({
  channel,
  to_address: to,
  sent_at: sent,
  posted_on: posted,
  queued_at: queued,
  state,
}: Row<'letters'>): string {
  if (channel === 'post') return posted ? `Posted on ${sayDay(posted)}` : '';
  if (sent) return `Sent by e-mail to ${to} on ${momentInWords(sent)}`;
  return state === 'failed' || state === 'bounced'
    ? `We could not deliver this e-mail to ${to}. Please ring us with an address that works`
    : `Written on ${momentInWords(queued)}, on its way to ${to}`;
}
