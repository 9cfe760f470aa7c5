// The page for a request that ended badly: what happened, whether anything was lost, and what to do now.
import type { Frame } from '../kit/html/layouts/document.tsx';
import { DeskPage } from '../kit/html/layouts/desk-page.tsx';
import { PlainPage } from '../kit/html/layouts/plain-page.tsx';
import { Card } from '../kit/html/pieces/card.tsx';
import type { Problem, ProblemCode } from '../kit/http/problems.ts';

const words: Record<ProblemCode, { readonly title: string; readonly what: readonly string[] }> = {
  'bad-request': {
    title: 'We could not read that',
    what: ['Your browser sent something we could not understand. Go back and try again.'],
  },
  'cross-site': {
    title: 'That form came from another site',
    what: ['For your safety we did nothing with it. Open the page here and send the form again.'],
  },
  'not-found': {
    title: 'We cannot find that page',
    what: ['The address may be mistyped, or the page may not be for you.', 'You can start again from our first page.'],
  },
  'changed-meanwhile': {
    title: 'Somebody changed this while you were looking',
    what: [
      'Nothing of yours was saved, so that nothing of theirs is lost. Go back, load the page again, and add what you typed.',
    ],
  },
  'used-before': {
    title: 'That form was used already, for something else',
    what: [
      'What it did then is done. Nothing was saved now. Open the page again from a link, not with the way back, and send it from there.',
    ],
  },
  'too-large': { title: 'That is too large', what: ['Nothing was saved. Send a smaller file, or part of the text.'] },
  'wrong-type': { title: 'We cannot take that kind of file', what: ['Nothing was saved.'] },
  'wrong-host': { title: 'That is not our address', what: ['Please use the address on our letters.'] },
  'cannot-accept': {
    title: 'We cannot accept that',
    what: ['Nothing was saved. Go back and look at your answers again.'],
  },
  'year-missing': {
    title: 'A date cannot be worked out yet',
    what: [
      'It falls in a year whose bank holidays are not loaded, and we do not guess. Nothing was saved.',
      'A manager loads them at the desk under Settings, Bank holidays. Then go back and send it again.',
    ],
  },
  'too-many': {
    title: 'Too many tries in a short time',
    what: ['Please wait a little and try again. If it is urgent, ring us.'],
  },
  broken: {
    title: 'Something went wrong here',
    what: ['It is our fault, not yours. What you sent may not have been saved.', 'Please try again, or ring us.'],
  },
  unavailable: { title: 'We are busy just now', what: ['Please try again in a minute, or ring us.'] },
};

export interface ProblemPageProps {
  readonly frame: Frame;
  readonly problem: Problem;
}

/** Shows a problem. It does not know what was asked for, so a page that is not there and one that is not yours look the same. */
export function ProblemPage({ frame, problem }: ProblemPageProps) {
  return (
    <PlainPage frame={frame} title={words[problem.code].title}>
      <WhatHappened problem={problem} />
      <p>
        <a href="/">Go to the first page</a>
      </p>
    </PlainPage>
  );
}

/** The same in the frame of the desk, for whoever is signed in there. */
export function DeskProblemPage({ frame, problem }: ProblemPageProps) {
  const { title } = words[problem.code];
  return (
    <DeskPage frame={frame} title={title}>
      <Card flow>
        <h1>{title}</h1>
        <WhatHappened problem={problem} />
        <p>
          <a href="/desk">Go to Today</a>
        </p>
      </Card>
    </DeskPage>
  );
}

function WhatHappened({ problem }: Pick<ProblemPageProps, 'problem'>) {
  return (
    <>
      {words[problem.code].what.map((line) => (
        <p>{line}</p>
      ))}
      {problem.requestId && (
        <p class="quiet">If you ring, this number helps us find what happened: {problem.requestId}</p>
      )}
    </>
  );
}
