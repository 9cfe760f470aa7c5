// "My two dates": by when an appeal must be sent and received, and why; or, honestly, why there is no such date yet.
import type { Temporal } from 'temporal-polyfill';
import { SaidDay } from '../../dates/said-day.tsx';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { timeInWords } from '../../law/appeal-explanation.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { MyCase } from './read-my-case.ts';
import type { MyDates } from './standing.ts';

/** The card; nothing for somebody who has no dates of their own. `inTheTeal`: the teal card above says the dates, so that only their reasons are left to say. */
export function MyDatesCard({ mine, inTheTeal }: { mine: MyCase; inTheTeal: boolean }) {
  const { dates, appealRight } = mine.standing;
  switch (dates.kind) {
    case 'two':
      return (
        <Card id="dates" title={inTheTeal ? 'Why these dates?' : 'My two dates, if I want to appeal'} flow>
          {appealRight === 'placement-only' ? (
            <p>
              Only the school or college in the plan (section I) is in question. You need no certificate, and one would
              not change these dates. If sections B or F are wrong too, ring us: for those you need a certificate.
            </p>
          ) : (
            mine.standing.facts.certificates.length === 0 && (
              <p>Your certificate has not been issued yet. When it is, we tell you here the one date that counts.</p>
            )
          )}
          <TwoDates dates={dates} inTheTeal={inTheTeal} />
        </Card>
      );
    case 'set-with-certificate':
      return (
        <Card id="dates" title="My dates" flow>
          {dates.answer.notes.map((note) => (
            <p>{note}</p>
          ))}
          <WhyAnswer answer={dates.answer} summary="Why is there no date yet?" />
        </Card>
      );
    case 'late-contact':
      return (
        <Card id="dates" title="My dates" flow>
          {dates.answer.notes.map((note) => (
            <p>{note}</p>
          ))}
          <WhyAnswer answer={dates.answer} summary="Why?" />
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

function TwoDates({
  dates: { sendBy, receivedBy, stand },
  inTheTeal,
}: {
  dates: Extract<MyDates, { kind: 'two' }>;
  inTheTeal: boolean;
}) {
  const hour = timeInWords(receivedBy.cutOff);
  const heading = (id: string, eyebrow: string, on: Temporal.PlainDate) =>
    inTheTeal
      ? { summary: `Why “${lowerFirst(eyebrow)} ${dayInWords(on)}”?` }
      : { heading: { id, eyebrow, day: <SaidDay on={on} /> }, summary: 'Why this date?' };
  const received = stand === 'over' ? `Had to be received by ${hour} on` : `Received by ${hour} on`;
  return (
    <>
      {stand !== 'over' && sendBy.deadline && (
        <WhyAnswer answer={sendBy} {...heading('send-by', 'Send it by', sendBy.deadline)} />
      )}
      {receivedBy.deadline && (
        <WhyAnswer answer={receivedBy} {...heading('received-by', received, receivedBy.deadline)} />
      )}
    </>
  );
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
