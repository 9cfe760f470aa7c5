// The pages of the settings: all of them at a glance, and one form each for the service, its hours and its readings of the law.
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { DateField, Form, RadioField, TextField, TickField, WordsField } from '../../kit/forms/form.tsx';
import { sayDay } from '../../cases/day.ts';
import { hoursInWords } from '../../frame.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { signInPaths } from '../../sign-in/paths.ts';
import type { Service, Settings } from '../service.ts';
import { FormPage, SeenVersion, type NowStands } from './form-page.tsx';
import { settingsPaths } from './paths.ts';
import { lateContactOptions, settingInWords, settingQuestions, silentLapseOptions } from './settings-words.ts';

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const back = { href: settingsPaths.settings, words: 'Settings' };
const settingKeys = Object.keys(settingQuestions) as (keyof Settings)[];

export interface SettingsPageProps {
  frame: Frame;
  service: Service;
  /** Only a manager is offered changes. */
  mayChange: boolean;
  /** Years for which no bank holidays are loaded, of those that dates will soon reach. */
  missingYears: readonly number[];
}

/** Everything that is set, with the way to change it. */
export function SettingsPage({ frame, service, mayChange, missingYears }: SettingsPageProps) {
  const change = (href: string, words: string) => mayChange && <a href={href}>{words}</a>;
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text: text || 'Not given' } });
  return (
    <DeskPage frame={frame} title="Settings" current="settings" mainClass="stack">
      <div class="flow">
        <h1>Settings</h1>
        {!mayChange && <p>You can read all of this. A manager changes it.</p>}
      </div>
      <div class="side-by-side">
        <Card id="service" title="The service" beside={change(settingsPaths.details, 'Change the service')} flow>
          <SummaryList
            rows={[
              row('Name', service.name),
              row('Short name', service.shortName),
              row('Who runs it', service.line),
              row('Area', service.area),
              row('Telephone', service.telephone),
              row('E-mail', service.email),
              row('Address', service.addressLines.join(', ')),
            ]}
          />
        </Card>
        <Card id="hours" title="Hours and closed days" beside={change(settingsPaths.hours, 'Change the hours')} flow>
          <p>{hoursInWords(service.hours) || 'No hours are set: pages say that we are closed.'}</p>
          {service.closureDays.size > 0 ? (
            <ul class="govuk-list govuk-list--bullet">
              {[...service.closureDays].toSorted().map(([day, name]) => (
                <li>
                  {sayDay(day)}, {name}
                </li>
              ))}
            </ul>
          ) : (
            <p class="muted">No closed days besides bank holidays.</p>
          )}
        </Card>
      </div>
      <Card
        id="readings"
        title="Our readings of the law"
        beside={change(settingsPaths.readings, 'Change the readings')}
        flow
      >
        <SummaryList
          classes="long-keys"
          rows={settingKeys.map((key) => row(settingQuestions[key].asks, settingInWords(key, service.settings)))}
        />
      </Card>
      <Card id="more" title="More" flow>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a href={settingsPaths.holidays}>Bank holidays</a>
            {missingYears.length > 0 && <>: {missingYears.join(', ')} not loaded</>}
          </li>
          <li>
            <a href={settingsPaths.letters}>Letters that the program writes</a>
          </li>
          <li>
            <a href="/desk/people">Contacts, bodies and whom we point people to</a>
          </li>
          {mayChange && (
            <>
              <li>
                <a href={signInPaths.staff}>Staff</a>
              </li>
              <li>
                <a href={settingsPaths.looked}>Who looked at what</a>
              </li>
            </>
          )}
        </ul>
      </Card>
    </DeskPage>
  );
}

export interface SettingsFormProps {
  frame: Frame;
  form: FormState;
  act: string;
  version: number;
  meanwhile?: readonly NowStands[] | null;
  done?: string | null;
}

/** The service's own details. */
export function DetailsPage({ form, act, version, ...page }: SettingsFormProps) {
  return (
    <FormPage
      {...page}
      form={form}
      title="The service"
      current="settings"
      back={back}
      lead="This stands on every page and every letter. Letters that were sent keep what they said."
    >
      <Card>
        <Form action={settingsPaths.details} csrf={page.frame.csrf} act={act} class="flow">
          <SeenVersion version={version} />
          <TextField form={form} name="name" label="Name in full" />
          <TextField
            form={form}
            name="shortName"
            label="Short name"
            hint="Under “Common Ground” at the top of a page."
          />
          <WordsField form={form} name="line" label="Who runs it, and for whom it does not work" most={200} rows={2} />
          <TextField form={form} name="area" label="Area" width={20} />
          <TextField form={form} name="telephone" label="Telephone" type="tel" width={20} />
          <TextField form={form} name="email" label="E-mail address" type="email" spellcheck={false} />
          <WordsField
            form={form}
            name="addressLines"
            label="Postal address"
            hint="One line each. Undelivered post comes back here."
            most={600}
            rows={5}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </Card>
    </FormPage>
  );
}

export interface HoursPageProps extends SettingsFormProps {
  closures: readonly { readonly day: string; readonly name: string }[];
}

/** The week and the closed days. */
export function HoursPage({ form, act, version, closures, ...page }: HoursPageProps) {
  return (
    <FormPage
      {...page}
      form={form}
      title="Hours and closed days"
      current="settings"
      back={back}
      lead="When the telephone is staffed. The law counts every day until midnight all the same: hours and closed days never move a date."
    >
      <Card>
        <Form action={settingsPaths.hours} csrf={page.frame.csrf} act={act} class="flow">
          <SeenVersion version={version} />
          <h2>The week</h2>
          <p>Leave both empty on a day when the telephone is not staffed.</p>
          {weekdayNames.map((name, index) => (
            <fieldset class="govuk-fieldset day-hours">
              <legend class="govuk-fieldset__legend">{name}</legend>
              <TextField form={form} name={`from${index + 1}`} label={<Of day={name}>From</Of>} width={4} />
              <TextField form={form} name={`to${index + 1}`} label={<Of day={name}>To</Of>} width={4} />
            </fieldset>
          ))}
          <h2>Closed days</h2>
          <p>Bank holidays need not be written here.</p>
          {closures.map(({ day, name }) => (
            <TickField form={form} name={`open-${day}`} label={`Take off the list: ${sayDay(day)}, ${name}`} />
          ))}
          <DateField form={form} name="closed" label="Add a closed day" hint="For example 29 12 2026" />
          <DateField
            form={form}
            name="closedUntil"
            label="The last closed day, where there are several"
            hint="Days on which nobody answers anyway are left out"
          />
          <TextField
            form={form}
            name="closedName"
            label="Why we are closed"
            hint="For example “Christmas week”."
            width={20}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </Card>
    </FormPage>
  );
}

function Of({ day, children }: { day: string; children: string }) {
  return (
    <>
      {children} <span class="govuk-visually-hidden">on {day}</span>
    </>
  );
}

/** The answers that fill the form of the hours. */
export function hoursAnswers({ hours }: Pick<Service, 'hours'>): FormState {
  return formOf(
    Object.fromEntries(
      Object.entries(hours).flatMap(([day, open]) =>
        open
          ? [
              [`from${day}`, open.from],
              [`to${day}`, open.to],
            ]
          : [],
      ),
    ),
  );
}

/** The choices between readings of the law, and what follows from each. */
export function ReadingsPage({ form, act, version, ...page }: SettingsFormProps) {
  const options = (of: Readonly<Record<string, { readonly label: string; readonly follows: string }>>) =>
    Object.entries(of).map(([value, { label, follows }]) => ({ value, label, hint: follows }));
  return (
    <FormPage
      {...page}
      form={form}
      title="Our readings of the law"
      current="settings"
      back={back}
      lead="Where the law leaves room, the service chooses. The dates of open cases follow at once, and each moved date is told in its case."
    >
      <Form action={settingsPaths.readings} csrf={page.frame.csrf} act={act} class="stack">
        <SeenVersion version={version} />
        <Card>
          <RadioField
            form={form}
            name="lateContact"
            label={settingQuestions.lateContact.asks}
            hint={settingQuestions.lateContact.why}
            options={options(lateContactOptions)}
          />
        </Card>
        <Card>
          <RadioField
            form={form}
            name="silentLapse"
            label={settingQuestions.silentLapse.asks}
            hint={settingQuestions.silentLapse.why}
            options={options(silentLapseOptions)}
          />
        </Card>
        <Card>
          <RadioField
            form={form}
            name="disagreementExpenses"
            label={settingQuestions.disagreementExpenses.asks}
            hint={settingQuestions.disagreementExpenses.why}
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            small
          />
        </Card>
        <Card flow>
          <TextField
            form={form}
            name="sendAppealWorkingDaysBefore"
            label={settingQuestions.sendAppealWorkingDaysBefore.asks}
            hint={settingQuestions.sendAppealWorkingDaysBefore.why}
            inputmode="numeric"
            width={2}
            suffix={{ text: 'working days' }}
          />
          <TextField
            form={form}
            name="lastPost"
            label={settingQuestions.lastPost.asks}
            hint={settingQuestions.lastPost.why}
            width={4}
          />
        </Card>
        <div class="buttons">
          <Button preventDoubleClick>Save, and count open cases anew</Button>
        </div>
      </Form>
    </FormPage>
  );
}

/** What stands now, for somebody whose form came second. */
export function standsNow(of: 'details' | 'hours' | 'readings', service: Service): readonly NowStands[] {
  if (of === 'readings')
    return settingKeys.map((key) => ({ what: settingQuestions[key].asks, now: settingInWords(key, service.settings) }));
  if (of === 'hours')
    return [
      { what: 'Hours', now: hoursInWords(service.hours) },
      { what: 'Closed days', now: [...service.closureDays.keys()].toSorted().map(sayDay).join(', ') },
    ];
  return [
    { what: 'Name', now: service.name },
    { what: 'Short name', now: service.shortName },
    { what: 'Who runs it', now: service.line },
    { what: 'Area', now: service.area },
    { what: 'Telephone', now: service.telephone },
    { what: 'E-mail', now: service.email },
    { what: 'Address', now: service.addressLines.join(', ') },
  ];
}
