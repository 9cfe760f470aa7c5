// The one teal card of a family's page: the next step.
import { SaidDay } from '../../dates/said-day.tsx';
import type { ServiceFacts } from '../../kit/html/layouts/document.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { timeInWords } from '../../law/appeal-explanation.ts';
import type { NextStep } from './next-step.ts';
import type { MyDates } from './standing.ts';

/** The card. */
export function NextStepCard({ step, service }: { step: NextStep; service: ServiceFacts }) {
  const { title, says, by, dates, buttons, ring } = step;
  return (
    <Card id="next" tone="brand" eyebrow="Your next step" title={title} flow>
      {says.map((words) => (
        <p>{words}</p>
      ))}
      {dates && <TwoDates dates={dates} />}
      {by && (
        <p class="by-date">
          {by.what} <strong>{by.day}</strong> {by.left}
        </p>
      )}
      {ring && (
        <p>
          Ring us on <TelLink number={service.telephone} />. {service.openNow}.
        </p>
      )}
      {buttons.length > 0 && (
        <div class="buttons">
          {buttons.map(({ words, href }, index) => (
            <ButtonLink href={href} classes={index === 0 ? undefined : 'govuk-button--secondary'}>
              {words}
            </ButtonLink>
          ))}
        </div>
      )}
    </Card>
  );
}

/** "Send it by" stands before "Received by"; once its day has come it gives way to "today". */
function TwoDates({ dates: { sendBy, receivedBy, stand } }: { dates: Extract<MyDates, { kind: 'two' }> }) {
  const hour = timeInWords(receivedBy.cutOff);
  return (
    <dl class="two-dates">
      <div>
        <dt>Send it by</dt>
        <dd>
          <span class="big">{stand === 'ahead' && sendBy.deadline ? <SaidDay on={sendBy.deadline} /> : 'Today'}</span>
          <span>
            {stand === 'ahead' ? 'The safe date, with working days in hand.' : 'The safe date has come. Do not wait.'}
          </span>
        </dd>
      </div>
      <div>
        <dt>Received by {hour} on</dt>
        <dd>
          <span class="big">{receivedBy.deadline && <SaidDay on={receivedBy.deadline} />}</span>
          <span>The last moment. After {hour} it is late.</span>
        </dd>
      </div>
    </dl>
  );
}
