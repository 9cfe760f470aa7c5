// "My two dates": by when an appeal must be sent and received, and why; or, honestly, why there is no such date yet.
import { Card } from '../../kit/html/pieces/card.tsx';
import { WhyThisDate } from '../../kit/html/pieces/dates.tsx';
import { timeInWords } from '../../law/appeal-explanation.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { MyCase } from './read-my-case.ts';
import type { MyDates } from './standing.ts';
import { whyOf } from './why.ts';

/** The card; nothing for somebody who has no dates of their own. */
export function MyDatesCard({ mine }: { mine: MyCase }) {
  const { dates, appealRight } = mine.standing;
  switch (dates.kind) {
    case 'two':
      return (
        <TwoDatesCard
          dates={dates}
          isSectionIOnly={appealRight === 'placement-only'}
          hasCertificate={mine.standing.facts.certificates.length > 0}
        />
      );
    case 'set-with-certificate':
      return (
        <Card id="dates" title="My dates" flow>
          {dates.answer.notes.map((note) => (
            <p>{note}</p>
          ))}
          <WhyThisDate {...whyOf(dates.answer, 'Why is there no date yet?')} />
        </Card>
      );
    case 'late-contact':
      return (
        <Card id="dates" title="My dates" flow>
          {dates.answer.notes.map((note) => (
            <p>{note}</p>
          ))}
          <WhyThisDate {...whyOf(dates.answer, 'Why?')} />
        </Card>
      );
    case 'none':
      return dates.why === 'letter-date-unknown' &&
        mine.road !== 'disagreement-resolution' &&
        mine.road !== 'early-resolution' ? (
        <Card id="dates" title="My dates" flow>
          <p>We cannot work out your dates yet, because we do not know the date on the council’s letter.</p>
        </Card>
      ) : null;
  }
}

function TwoDatesCard({
  dates: { sendBy, receivedBy, stand },
  isSectionIOnly,
  hasCertificate,
}: {
  dates: Extract<MyDates, { kind: 'two' }>;
  isSectionIOnly: boolean;
  hasCertificate: boolean;
}) {
  const hour = timeInWords(receivedBy.cutOff);
  const last = receivedBy.deadline ? dayInWords(receivedBy.deadline) : '';
  return (
    <Card id="dates" title="My two dates, if I want to appeal" flow>
      {isSectionIOnly ? (
        <p>
          Only the school or college in the plan (section I) is in question. You need no certificate, and one would not
          change these dates. If sections B or F are wrong too, ring us: for those you need a certificate.
        </p>
      ) : (
        !hasCertificate && (
          <p>Your certificate has not been issued yet. When it is, we tell you here the one date that counts.</p>
        )
      )}
      {stand !== 'over' && sendBy.deadline && (
        <WhyThisDate
          heading={{ id: 'send-by', eyebrow: 'Send it by', day: dayInWords(sendBy.deadline) }}
          {...whyOf(sendBy, 'Why this date?')}
        />
      )}
      <WhyThisDate
        heading={{
          id: 'received-by',
          eyebrow: stand === 'over' ? `Had to be received by ${hour} on` : `Received by ${hour} on`,
          day: last,
        }}
        {...whyOf(receivedBy, 'Why this date?')}
      />
    </Card>
  );
}
