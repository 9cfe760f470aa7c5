// The trial's pages.
import type { Temporal } from 'temporal-polyfill';
import { sayMoment } from '../cases/day.ts';
import { letterWords } from '../correspondence/words.ts';
import type { FormState } from '../kit/forms/answers.ts';
import { Form } from '../kit/forms/form.tsx';
import { Button } from '../kit/html/govuk/button.tsx';
import type { Frame } from '../kit/html/layouts/document.tsx';
import { PublicPage } from '../kit/html/layouts/public-page.tsx';
import type { CastMember, LetterInOutbox, OutboxLetter } from './store.ts';

/** Everybody one can be in this trial, the time it is there, and where its letters stay. */
export function CastPage({
  frame,
  cast,
  now,
  form,
}: {
  frame: Frame;
  cast: readonly CastMember[];
  now: Temporal.PlainDateTime;
  form: FormState;
}) {
  const part = (kind: CastMember['kind']) => cast.filter((one) => one.kind === kind);
  return (
    <PublicPage frame={frame} title="Who do you want to be?" isPrivate main="stack" invalid={form.errors.length > 0}>
      <div class="flow">
        <h1>Who do you want to be?</h1>
        <p class="lead">
          This is a trial. Everybody in it is invented, and nothing is sent to anybody. Choose somebody and look around.
        </p>
      </div>
      <section class="card flow" aria-labelledby="desk-title">
        <h2 id="desk-title">At the desk</h2>
        <Cast frame={frame} people={part('staff')} />
      </section>
      <section class="card flow" aria-labelledby="families-title">
        <h2 id="families-title">Families and young people</h2>
        <Cast frame={frame} people={part('family')} />
      </section>
      <section class="card card--soft flow" aria-labelledby="rest-title">
        <h2 id="rest-title">The rest of the trial</h2>
        <ul>
          <li>
            <a href="/trial/outbox">Every letter and e-mail that would have gone out</a>
          </li>
          <li>
            <a href="/">The public pages</a>
          </li>
        </ul>
        <Form action="/trial/clock" csrf={frame.csrf}>
          <div class="govuk-form-group">
            <label class="govuk-label" for="at">
              It is now, in the trial
            </label>
            <div class="govuk-hint" id="at-hint">
              Move the clock to see what another day brings.
            </div>
            {form.errors[0] && <p class="govuk-error-message">{form.errors[0].message}</p>}
            <input
              class="govuk-input govuk-input--width-20"
              id="at"
              name="at"
              type="datetime-local"
              aria-describedby="at-hint"
              value={form.answers.at?.toString() ?? now.toString({ smallestUnit: 'minute' })}
            />
          </div>
          <Button classes="govuk-button--secondary">Move the clock</Button>
        </Form>
      </section>
    </PublicPage>
  );
}

function Cast({ frame, people }: { frame: Frame; people: readonly CastMember[] }) {
  if (people.length === 0) return <p>Nobody yet.</p>;
  return (
    <ul role="list" class="cast">
      {people.map(({ accountId, name, about }) => (
        <li>
          <Form action={`/trial/people/${accountId}`} csrf={frame.csrf}>
            <Button classes="govuk-button--secondary">
              {name}, {about}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** Every letter, the newest first, by the day on which it was written. */
export function OutboxPage({ frame, letters }: { frame: Frame; letters: readonly OutboxLetter[] }) {
  const days = Map.groupBy(letters, ({ queued_at: at }) => sayMoment(at).split(' on ')[1] ?? '');
  return (
    <PublicPage frame={frame} title="The trial’s outbox" isPrivate main="stack">
      <div class="flow">
        <h1>The trial’s outbox</h1>
        <p class="lead">Letters and e-mails stop here: nothing leaves this machine.</p>
        <p>
          <a href="/trial/people">Choose who to be</a>
        </p>
      </div>
      {letters.length === 0 && (
        <section class="card flow">
          <p>No letters yet. They appear here as the desk works.</p>
        </section>
      )}
      {[...days].map(([day, written]) => (
        <section class="card flow">
          <h2>{day}</h2>
          <table class="plain-table side-by-side">
            <caption class="govuk-visually-hidden">Letters written on {day}</caption>
            <thead>
              <tr>
                <th scope="col">Letter</th>
                <th scope="col">To</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {written.map(({ id, template, subject, channel, to_address: to, state, queued_at: at }) => (
                <tr>
                  <td>
                    <a href={`/trial/outbox/${id}`}>{subject}</a>
                    <br />
                    <span class="quiet">
                      {nameOf(template)}, {sayMoment(at).split(' on ')[0]}
                    </span>
                  </td>
                  <td>
                    {to}
                    <br />
                    <span class="quiet">{channel === 'email' ? 'by e-mail' : 'by post'}</span>
                  </td>
                  <td>{state.replaceAll('-', ' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </PublicPage>
  );
}

const nameOf = (template: string): string => (letterWords as Record<string, string>)[template] ?? template;

/** One letter as its reader would get it. Links in it work, and its papers can be opened. */
export function LetterPage({ frame, letter: { letter, papers } }: { frame: Frame; letter: LetterInOutbox }) {
  const here = `/trial/outbox/${letter.id}`;
  return (
    <PublicPage frame={frame} title="A letter in the trial’s outbox" isPrivate main="stack">
      <p>
        <a href="/trial/outbox">Back to the outbox</a>
      </p>
      <section class="card flow" aria-labelledby="subject">
        <h1 id="subject">{letter.subject}</h1>
        <p class="quiet">
          To {letter.to_address} by {letter.channel === 'email' ? 'e-mail' : 'post'}, written{' '}
          {sayMoment(letter.queued_at)}
        </p>
        {papers.length > 0 && (
          <>
            <h2>With it</h2>
            <ul>
              {papers.map(({ id, kind, format, made_at: made }) => (
                <li>
                  {made ? <a href={`${here}/papers/${id}`}>{paperName(kind, format)}</a> : paperName(kind, format)}
                  {made ? ' (PDF)' : ' (being made)'}
                </li>
              ))}
            </ul>
          </>
        )}
        {letter.channel === 'email' && (
          <p>
            <a href={`${here}/look`}>See it as a mail program shows it</a>
          </p>
        )}
        <div class="letter-text">{withLinks(letter.body_text)}</div>
      </section>
    </PublicPage>
  );
}

function paperName(kind: string, format: string): string {
  const words = `${kind}, ${format}`.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Shows text as paragraphs, with the program's own links made to work. */
function withLinks(body: string) {
  return body.split(/\n{2,}/).map((paragraph) => (
    <p>
      {paragraph.split(/(https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/\S*)/).map((piece, index) => {
        if (index % 2 === 0) return piece;
        const { pathname, search, hash } = new URL(piece);
        return <a href={`${pathname}${search}${hash}`}>{piece}</a>;
      })}
    </p>
  ));
}
