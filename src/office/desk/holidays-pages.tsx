// The pages of the bank holidays: the list by year, and the preview of every date that a change would move.
import { sayDay } from '../../cases/day.ts';
import { deskPaths } from '../../cases/paths.ts';
import { clockWords } from '../../cases/words.ts';
import type { HolidayYear, MovedDate } from '../../deadlines/holidays.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { DateField, FileField, Form, TextField } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { Details } from '../../kit/html/govuk/details.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { FormPage } from './form-page.tsx';
import { settingsPaths } from './paths.ts';

/** More rows than anybody reads; the number of all of them is said. */
const MOST_ROWS = 1000;

export interface YearShown {
  readonly year: number;
  /** Null: not loaded, so no date that touches this year is worked out. */
  readonly days: readonly { readonly day: string; readonly name: string }[] | null;
  readonly source: string | null;
}

export interface HolidaysPageProps {
  frame: Frame;
  form: FormState;
  years: readonly YearShown[];
  /** Years before it are folded away. */
  thisYear: number;
  mayChange: boolean;
  done?: string | null;
}

/** The list by year. */
export function HolidaysPage({ frame, form, years, thisYear, mayChange, done }: HolidaysPageProps) {
  return (
    <FormPage
      frame={frame}
      form={form}
      title="Bank holidays"
      current="settings"
      back={{ href: settingsPaths.settings, words: 'Settings' }}
      done={done}
      lead="Working days are counted with these. Every change is shown first, with each open case whose dates would move."
    >
      {mayChange && <Changes frame={frame} form={form} />}
      {years
        .filter(({ year }) => year >= thisYear)
        .map((shown) => (
          <Year frame={frame} shown={shown} mayChange={mayChange} />
        ))}
      <Details summary="Past years">
        <div class="stack">
          {years
            .filter(({ year }) => year < thisYear)
            .map((shown) => (
              <Year frame={frame} shown={shown} mayChange={mayChange} />
            ))}
        </div>
      </Details>
    </FormPage>
  );
}

interface YearProps {
  frame: Frame;
  shown: YearShown;
  mayChange: boolean;
}

function Year({ frame, shown: { year, days, source }, mayChange }: YearProps) {
  return (
    <Card id={`year-${year}`} title={String(year)} beside={source && <span class="muted small">{source}</span>} flow>
      {days === null ? (
        <WarningText>
          Not loaded. Dates that touch {year} are refused, never guessed: load the published list.
        </WarningText>
      ) : (
        <table class="plain-table day-table">
          <caption class="govuk-visually-hidden">Bank holidays in {year}</caption>
          <tbody>
            {days.map(({ day, name }) => (
              <tr>
                <td>{sayDay(day)}</td>
                <td>{name}</td>
                <td>
                  {mayChange && (
                    <Form action={settingsPaths.holidaysPreview} csrf={frame.csrf}>
                      <input type="hidden" name="change" value="remove" />
                      <input type="hidden" name="day" value={day} />
                      <Button classes="govuk-button--secondary">
                        Remove<span class="govuk-visually-hidden"> {sayDay(day)}</span>
                      </Button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Changes({ frame, form }: { frame: Frame; form: FormState }) {
  return (
    <div class="side-by-side">
      <Card id="add" title="Add a day" flow>
        <Form action={settingsPaths.holidaysPreview} csrf={frame.csrf} class="flow">
          <input type="hidden" name="change" value="add" />
          <DateField form={form} name="day" label="Which day?" />
          <TextField form={form} name="name" label="What is it called?" />
          <Button>See what would move</Button>
        </Form>
      </Card>
      <Card id="load" title="Load the published list" flow>
        <p>
          The government publishes the days at gov.uk/bank-holidays. Fetch the list, or save the file,
          bank-holidays.json, and give it here. Nothing is fetched until you ask for it.
        </p>
        <Form action={settingsPaths.holidaysPreview} csrf={frame.csrf}>
          <input type="hidden" name="change" value="fetch" />
          <Button>Fetch the list, and see what would move</Button>
        </Form>
        <Form action={settingsPaths.holidaysPreview} csrf={frame.csrf} class="flow" hasFile>
          <input type="hidden" name="change" value="load" />
          <FileField form={form} name="list" label="Or the file" accept=".json,application/json" />
          <Button classes="govuk-button--secondary">See what would move</Button>
        </Form>
      </Card>
    </div>
  );
}

/** What was asked for, as its form said it; a list that was loaded is carried as its years. */
export type AskedDay = {
  readonly change: 'add' | 'remove';
  readonly day: string;
  readonly name: string;
} | null;

export interface PreviewPageProps {
  frame: Frame;
  act: string;
  asked: AskedDay;
  years: readonly HolidayYear[];
  added: readonly { readonly day: string; readonly name: string }[];
  removed: readonly { readonly day: string; readonly name: string }[];
  moved: readonly MovedDate[];
  seen: string;
  /** Set when what was confirmed is no longer what would happen: this is a fresh preview. */
  meanwhile: boolean;
}

/** Every date that would move, old and new; nothing is saved yet. */
export function PreviewPage({ frame, act, asked, years, added, removed, moved, seen, meanwhile }: PreviewPageProps) {
  const cases = new Set(moved.map(({ caseId }) => caseId)).size;
  return (
    <FormPage
      frame={frame}
      title="What would move"
      current="settings"
      back={{ href: settingsPaths.holidays, words: 'Bank holidays' }}
    >
      {meanwhile && (
        <NotificationBanner text="Something changed since you looked, so nothing was saved. This is what would move now." />
      )}
      <Card flow>
        <ul class="govuk-list govuk-list--bullet">
          {added.map(({ day, name }) => (
            <li>
              Added: <strong>{sayDay(day)}</strong>, {name}
            </li>
          ))}
          {removed.map(({ day, name }) => (
            <li>
              Removed: <strong>{sayDay(day)}</strong>, {name}
            </li>
          ))}
        </ul>
        <p>
          <strong>
            {moved.length === 0
              ? 'No date of an open case moves.'
              : `${moved.length} ${moved.length === 1 ? 'date moves' : 'dates move'}, in ${cases} open ${cases === 1 ? 'case' : 'cases'}.`}
          </strong>{' '}
          Nothing is saved yet. Certificates and letters that were sent stay as they are.
        </p>
        <Form action={settingsPaths.holidays} csrf={frame.csrf} act={act}>
          {asked && Object.entries(asked).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <input type="hidden" name="years" value={JSON.stringify(years)} />
          <input type="hidden" name="expected" value={String(moved.length)} />
          <input type="hidden" name="seen" value={seen} />
          <div class="buttons">
            <Button preventDoubleClick>{moved.length === 0 ? 'Save' : 'Save, and move these dates'}</Button>
            <a href={settingsPaths.holidays}>Leave it as it is</a>
          </div>
        </Form>
      </Card>
      {moved.length > 0 && <Moved moved={moved} />}
    </FormPage>
  );
}

function Moved({ moved }: { moved: readonly MovedDate[] }) {
  return (
    <Card flush>
      <table class="table table--stacks">
        <caption class="govuk-visually-hidden">Dates of open cases that would move</caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Which date</th>
            <th scope="col">Now</th>
            <th scope="col">Would be</th>
          </tr>
        </thead>
        <tbody>
          {moved.slice(0, MOST_ROWS).map(({ reference, kind, from, to, safe }) => (
            <tr>
              <td>
                <a href={deskPaths.case(reference)}>{inFours(reference)}</a>
              </td>
              <td>
                {clockWords[kind] ?? kind}
                {safe && ', the safe day'}
              </td>
              <td>{from ? sayDay(from) : 'Not set'}</td>
              <td>
                <strong>{to ? sayDay(to) : 'Not set'}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > MOST_ROWS && <p>The first {MOST_ROWS} are shown.</p>}
    </Card>
  );
}
