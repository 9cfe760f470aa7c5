// The two pages on which a family changes its mind: what happens then, with its dates, and one button.
import { familyPaths } from '../../cases/family/paths.ts';
import { noMediationWords } from '../../cases/family/words.ts';
import type { MyCase } from '../../cases/family/read-my-case.ts';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { Form } from '../../kit/forms/form.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import type { Words } from '../../kit/html/parts.ts';
import { Card } from '../../kit/html/pieces/card.tsx';
import { dayInWords } from '../../law/day-words.ts';
import type { Answer } from '../../law/explain.ts';
import { wishRefusalWords } from '../words.ts';
import type { WhyNotNow } from './why-not-now.ts';

interface WishPageProps {
  readonly frame: Frame;
  readonly mine: MyCase;
  /** The id of the act that a press would be, so that two presses are one. */
  readonly act: string;
  readonly cannot: WhyNotNow | null;
}

/** "I no longer want mediation, send my certificate". `due` is when the certificate would have to be issued; null where none would be. */
export function NoMediationPage({ frame, mine, act, cannot, due }: WishPageProps & { readonly due: Answer | null }) {
  return (
    <WishPage frame={frame} mine={mine} heading="You do not want mediation">
      {cannot ? (
        <CannotNow cannot={cannot} wish="no" frame={frame} />
      ) : (
        <>
          <Card id="then" title="What happens then" flow>
            <ul class="dots">
              <li>No meeting is arranged. If one was planned, it does not take place.</li>
              <li>We do not ask why, and nobody is told why.</li>
              <WhatOfTheCertificate mine={mine} due={due} />
              <li>You can still ask for mediation later.</li>
            </ul>
            {due && <WhyAnswer answer={due} />}
          </Card>
          <Form
            action={familyPaths.noMediation(mine.reference)}
            csrf={frame.csrf}
            act={act}
            label="Say that you do not want mediation"
          >
            <div class="buttons">
              <Button>{noMediationWords(mine.standing)}</Button>
            </div>
          </Form>
          <p>
            <a href={familyPaths.case(mine.reference)}>No, go back and change nothing</a>
          </p>
        </>
      )}
    </WishPage>
  );
}

/** What becomes of the certificate: its day, what comes first, or that none is needed. */
function WhatOfTheCertificate({ mine, due }: { mine: MyCase; due: Answer | null }) {
  const { appealRight, dates, facts } = mine.standing;
  if (facts.certificates.length > 0) return <li>You have your certificate already. It stays as it is.</li>;
  if (appealRight === 'placement-only') {
    return (
      <li>
        You need no certificate, because only the school or college in the plan is in question. If you want one all the
        same, ring us. It does not change your dates.
      </li>
    );
  }
  if (appealRight === 'none') return <li>No certificate is needed for this.</li>;
  if (dates.kind === 'late-contact' && facts.settings.lateContact !== 'issue') {
    return (
      <li>
        You contacted us after the two months.{' '}
        {facts.settings.lateContact === 'do-not-issue'
          ? 'We do not issue a certificate then: '
          : 'We tell you whether we can issue a certificate. Do not wait for it: '}
        send your appeal now, and ask the Tribunal’s permission.
      </li>
    );
  }
  if (!due?.deadline) {
    return (
      <li>
        The law asks us to tell you about mediation first. We ring you. Your certificate follows within three working
        days of that.
      </li>
    );
  }
  return (
    <>
      <li>
        We send your certificate within three working days: by <strong>{dayInWords(due.deadline)}</strong>.
      </li>
      {dates.kind === 'late-contact' ? (
        <li>It does not give you more time. Send your appeal now, and ask the Tribunal’s permission.</li>
      ) : (
        <li>When you have it, your page shows the one date that counts for an appeal. You do not have to appeal.</li>
      )}
    </>
  );
}

/** "I would like mediation after all". */
export function MediationPage({ frame, mine, act, cannot }: WishPageProps) {
  const hasCertificate = mine.standing.facts.certificates.length > 0;
  return (
    <WishPage frame={frame} mine={mine} heading="You would like mediation">
      {cannot ? (
        <CannotNow cannot={cannot} wish="yes" frame={frame} />
      ) : (
        <>
          <Card id="then" title="What happens then" flow>
            <ul class="dots">
              <li>We ring you. Together we agree, word for word, what we may tell the council.</li>
              <li>Then we tell the council. It must take part, and the meeting must be arranged within 30 days.</li>
              <li>It is free, and you can change your mind until the meeting starts.</li>
              <li>
                {hasCertificate
                  ? 'Your certificate stays as it is. Asking for mediation does not move your dates for an appeal.'
                  : 'You do not lose your right to appeal.'}
              </li>
            </ul>
            <p>
              You can also ring us now on <TelLink number={frame.service.telephone} />. {frame.service.openNow}.
            </p>
          </Card>
          <Form
            action={familyPaths.mediation(mine.reference)}
            csrf={frame.csrf}
            act={act}
            label="Say that you would like mediation"
          >
            <div class="buttons">
              <Button>I would like mediation</Button>
            </div>
          </Form>
          <p>
            <a href={familyPaths.case(mine.reference)}>No, go back and change nothing</a>
          </p>
        </>
      )}
    </WishPage>
  );
}

function WishPage({
  frame,
  mine,
  heading,
  children,
}: {
  frame: Frame;
  mine: MyCase;
  heading: string;
  children: Words;
}) {
  return (
    <FamilyPage frame={frame} title="Your choice about mediation" current="case">
      <div class="page-title">
        <BackLink href={familyPaths.case(mine.reference)}>Back to my case</BackLink>
        <h1>{heading}</h1>
      </div>
      {children}
    </FamilyPage>
  );
}

const explained: Record<WhyNotNow, Record<'yes' | 'no', string>> = {
  'not-a-right-holder': {
    yes: `${wishRefusalWords['not-a-right-holder'].family}.`,
    no: `${wishRefusalWords['not-a-right-holder'].family}.`,
  },
  closed: {
    yes: 'Your case is closed. Ring us and we open it again.',
    no: 'Your case is closed. If you need a certificate, ring us and we open it again.',
  },
  'another-road': {
    yes: 'This case is not about a decision that comes with mediation of this kind. Ring us and we will explain what you can do.',
    no: 'This case needs no certificate. If you want to stop, ring us: you can stop at any time.',
  },
  'said-already': {
    yes: 'You told us already that you would like mediation. You do not need to do anything here.',
    no: 'You told us already that you do not want mediation. You do not need to do anything here.',
  },
  'meeting-started': {
    yes: 'The meeting has started.',
    no: `${wishRefusalWords['meeting-started'].family}.`,
  },
};

function CannotNow({ cannot, wish, frame }: { cannot: WhyNotNow; wish: 'yes' | 'no'; frame: Frame }) {
  return (
    <Card flow>
      <p>{explained[cannot][wish]}</p>
      <p>
        Our number is <TelLink number={frame.service.telephone} />. {frame.service.openNow}.
      </p>
    </Card>
  );
}
