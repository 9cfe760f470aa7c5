// The papers of a case and who can see each, the letters that went out, and what people said in their own words.
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { packPaths } from '../../correspondence/desk/paths.ts';
import { called } from '../../correspondence/words.ts';
import { offerPaths } from '../../asking/desk/paths.ts';
import { paperPaths } from '../../documents/desk/paths.ts';
import { Tag } from '../../kit/html/govuk/tag.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { PaperGrid, type GridPaper } from '../../kit/html/pieces/papers.tsx';
import { fullName } from '../../people/person.ts';
import type { CasePage } from '../store.ts';
import type { CaseView } from './case-view.ts';
import { letterHeldUntil } from './held.ts';
import { shortIso, shortMoment } from './words.ts';

type Letter = CasePage['letters'][number];

const paperWords: Record<string, string> = {
  certificate: 'Certificate',
  'covering-letter': 'Covering letter',
  'address-sheet': 'Address sheet',
  letter: 'Letter',
};

const wordsWords: Record<string, string> = {
  issues: 'The issues, as told to the council',
  'contact-evidence': 'How we know when contact was made',
  'call-note': 'Note of a call',
  'health-provision-wanted': 'The health care that is wanted',
  'safe-contact': 'How they may safely be reached',
  note: 'Note',
  correction: 'Why something was put right',
};

/** Who can see each paper. A column for each right-holder: parents who live apart see only their own. */
export function PapersCard({ view }: { view: CaseView }) {
  const { page, holders } = view;
  const papers = [
    ...page.papers.map((paper) => paperRow(view, paper)),
    ...page.words.map((one) => wordsRow(view, one)),
  ];
  return (
    <Card
      id="papers"
      flush
      title="Papers, and who can see each"
      beside={
        <span>
          <a href={paperPaths.all(page.reference)}>
            {page.documents.length > 0
              ? `Letters and papers that came in: ${page.documents.length}`
              : 'Papers that came in'}
          </a>{' '}
          ·{' '}
          <a href={offerPaths.all(page.reference)}>
            {page.offers.length > 0 ? `Answers from the form: ${page.offers.length}` : 'Answers from the form'}
          </a>
        </span>
      }
    >
      {papers.length === 0 ? (
        <p class="pad">No paper yet. Certificates, letters and what people said in their own words stand here.</p>
      ) : (
        <PaperGrid columns={[...holders.map(({ called }) => called), 'Council', 'Service']} papers={papers} />
      )}
    </Card>
  );
}

function paperRow({ page, holders }: CaseView, paper: CasePage['papers'][number]): GridPaper {
  const letter = page.letters.find(({ id }) => id === paper.letter_id);
  const hasGone = paper.letter_id === null || ['sent', 'posted', 'queued', 'sending'].includes(letter?.state ?? '');
  const inHand = paper.kind === 'certificate' ? page.certificates.some(({ state }) => state === 'issued') : hasGone;
  return {
    name: `${paperWords[paper.kind] ?? paper.kind}${paper.format === 'large-print' ? ', large print' : ''}`,
    ...(paper.made_at ? { href: certificatePaths.paper(paper.id) } : {}),
    about: paper.made_at ? `PDF, ${shortMoment(paper.made_at)}` : 'being made',
    seen: [
      ...holders.map(({ person }) => paper.kind !== 'address-sheet' && inHand && paper.person_id === person.person_id),
      false,
      true,
    ],
  };
}

function wordsRow({ page, holders }: CaseView, one: CasePage['words'][number]): GridPaper {
  const readers = new Set(one.readers.map(({ participation_id: id }) => id));
  const told = page.milestones.some(({ kind }) => kind === 'authority-told');
  return {
    name: wordsWords[one.kind] ?? one.kind,
    href: `#words-${one.id}`,
    about: shortMoment(one.written_at),
    seen: [
      ...holders.map(({ participationId }) => readers.has(participationId)),
      told && (one.kind === 'issues' || one.kind === 'health-provision-wanted') ? 'in our letter to it' : false,
      true,
    ],
  };
}

/** What was written down, whole; each as it was said. */
export function WordsCard({ view }: { view: CaseView }) {
  const { words } = view.page;
  if (words.length === 0) return null;
  return (
    <Card id="words" title="In words" flow>
      {words.map(({ id, kind, body, written_at: at }) => (
        <div id={`words-${id}`}>
          <p>
            <strong>{wordsWords[kind] ?? kind}</strong> <span class="muted small">{shortMoment(at)}</span>
          </p>
          <p class="as-typed" dir="auto">
            {body}
          </p>
        </div>
      ))}
    </Card>
  );
}

const states: Record<Letter['state'], { readonly words: string; readonly tone: string }> = {
  'waiting-for-papers': { words: 'being made', tone: 'plain' },
  queued: { words: 'goes at once', tone: 'plain' },
  sending: { words: 'going', tone: 'plain' },
  sent: { words: 'sent', tone: 'good' },
  'to-post': { words: 'to be posted', tone: 'today' },
  posted: { words: 'posted', tone: 'good' },
  failed: { words: 'could not be sent', tone: 'late' },
  bounced: { words: 'came back', tone: 'late' },
  cancelled: { words: 'taken back', tone: 'plain' },
};

/** Letters out, the newest first, each with its state in words. */
export function LettersCard({ view }: { view: CaseView }) {
  const { letters, people } = view.page;
  const whose = ({ person_id: id }: Letter) => {
    const person = people.find(({ person_id }) => person_id === id);
    return person ? fullName({ firstNames: person.first_names, lastName: person.last_name }) : 'the council';
  };
  return (
    <Card id="letters" flush title="Letters">
      {letters.length === 0 ? (
        <p class="pad">No letter yet. Each one stands here with what became of it.</p>
      ) : (
        <table class="table table--rows">
          <caption class="govuk-visually-hidden">Letters out, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">To</th>
              <th scope="col">When</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr>
                <th scope="row">{called(letter.template)}</th>
                <td>
                  {whose(letter)}, <span class="nowrap">by {letter.channel === 'post' ? 'post' : 'e-mail'}</span>
                </td>
                <td class="nowrap">
                  {letter.posted_on ? shortIso(letter.posted_on) : shortMoment(letter.sent_at ?? letter.queued_at)}
                </td>
                <td>
                  <LetterState view={view} letter={letter} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function LetterState({ view, letter }: { view: CaseView; letter: Letter }) {
  const until = letterHeldUntil(view, letter);
  const { words, tone } = until
    ? { words: `waits until ${shortMoment(until.toString())}`, tone: 'today' }
    : states[letter.state];
  return (
    <>
      <Tag classes={`govuk-tag--${tone}`}>{words}</Tag>
      {until ? (
        <>
          {' '}
          <a href={letter.channel === 'post' ? packPaths.pack(letter.id) : packPaths.wrong(letter.id)}>Why</a>
        </>
      ) : (
        <LetterLink letter={letter} />
      )}
    </>
  );
}

function LetterLink({ letter }: { letter: Letter }) {
  if (letter.state === 'to-post')
    return (
      <>
        {' '}
        <a href={packPaths.pack(letter.id)}>Post it</a>
      </>
    );
  if (letter.state === 'failed' || letter.state === 'bounced')
    return (
      <>
        {' '}
        <a href={packPaths.wrong(letter.id)}>Put it right</a>
      </>
    );
  return null;
}
