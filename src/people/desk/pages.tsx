// The pages about somebody in a case: who they are, how they may be reached, what they permit, and leaving.
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import type { CaseView, HolderView } from '../../cases/desk/case-view.ts';
import { HeldNotice } from '../../cases/desk/held-notice.tsx';
import { nameAtDesk, shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { PersonOnPage } from '../../cases/store.ts';
import { CheckField, DateField, RadioField, SelectField, WordsField } from '../../kit/forms/form.tsx';
import { firstOf } from '../../kit/http/fields.ts';
import { isLocalPath } from '../../kit/http/local-path.ts';
import { TelLink } from '../../kit/html/link.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { SideList } from '../../kit/html/pieces/side-list.tsx';
import { scopes, scopeWords, standingOf } from '../permitted.ts';
import type { RecentChanges } from '../recent-changes.ts';
import { permissions, pointWords } from './fields.ts';
import { DetailFields, PointFields } from './field-views.tsx';

type Shown<More> = FormShown & FormContext<More>;
export interface PersonMore {
  readonly person: PersonOnPage;
}

const initial = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const holderIn = ({ view, more }: Shown<PersonMore>): HolderView | null =>
  view.holders.find(({ participationId }) => participationId === more.person.participation_id) ?? null;

const toPerson = ({ view, more }: Shown<PersonMore>) => ({
  href: deskPaths.person(view.page.reference, more.person.participation_id),
  words: `Back to ${nameAtDesk(more.person)}`,
});

/** The page on which somebody is added. */
export function JoinPage(shown: Shown<null>) {
  return (
    <CaseFormPage
      {...shown}
      title="Add a person"
      action={deskPaths.people(shown.view.page.reference)}
      submit="Add them"
      beside={
        <Card id="apart" title="Each person on their own" tone="glow" flow>
          <p>
            Parents who live apart are two people, each with their own ways to be reached. One never reads what the
            other told us, and no letter names both.
          </p>
          <p>A supporter is added because somebody asked for them. What they may hear is a permission.</p>
        </Card>
      }
    >
      <DetailFields form={shown.form} />
    </CaseFormPage>
  );
}

/** The page of one person. */
export function PersonPage(shown: Shown<PersonMore>) {
  const { view, more } = shown;
  const { reference } = view.page;
  const { person } = more;
  const back = firstOf(shown.visit.query, 'back') ?? '';
  const path = deskPaths.person(reference, person.participation_id);
  return (
    <CaseFormPage
      {...shown}
      holder={holderIn(shown)}
      current="people"
      title={nameAtDesk(person)}
      tab="A person’s details"
      action={isLocalPath(back) ? `${path}?back=${encodeURIComponent(back)}` : path}
      submit="Save the details"
      beside={
        <>
          <HeldNotice view={view} person={person} />
          <Ways shown={shown} />
          <Permitted shown={shown} />
          {person.right_holder && (
            <Card id="safe-word" title="Safe word" flow>
              <p>
                When they ring, you learn only whether they gave it. Nobody can read it.{' '}
                <a href={deskPaths.safeWord(reference, person.participation_id)}>Set or change it</a>
              </p>
            </Card>
          )}
          <Card id="leave" title="Leaving the case" flow>
            <p>From then on they read nothing of it. What was done stays in the history.</p>
            <p>
              <a href={deskPaths.leaving(reference, person.participation_id)}>They leave the case</a>
            </p>
          </Card>
        </>
      }
    >
      <DetailFields form={shown.form} />
    </CaseFormPage>
  );
}

function Ways({ shown: { view, more } }: { shown: Shown<PersonMore> }) {
  const { person } = more;
  const to = deskPaths.contactPoints(view.page.reference, person.participation_id);
  return (
    <Card id="ways" title="Ways to reach them" beside={<a href={to}>Add or change</a>}>
      {person.points.length === 0 ? (
        <p class="small muted">None yet. Ask for one, and whether a message is safe there.</p>
      ) : (
        <SideList
          items={person.points.map((point) => ({
            says: (
              <>
                <strong>{pointWords[point.kind]}</strong>:{' '}
                {point.postal_lines.length > 0 ? point.postal_lines.join(', ') : point.value}
                <br />
                <span class="muted small">
                  {point.message_safe ? 'Messages are safe.' : 'No messages there.'}
                  {point.quiet_hours && ` Not ${point.quiet_hours}.`}
                </span>
              </>
            ),
            beside: (
              <a href={`${to}?kind=${point.kind}`}>
                Change<span class="govuk-visually-hidden"> {pointWords[point.kind].toLowerCase()}</span>
              </a>
            ),
          }))}
        />
      )}
      <p class="small muted">
        Changing one asks for your passkey, ends their sessions, and tells the old e-mail address, if it was safe.
        Papers to a changed address wait for a day, unless a colleague agrees.
      </p>
    </Card>
  );
}

function Permitted({ shown: { view, more } }: { shown: Shown<PersonMore> }) {
  const mine = view.page.permissions.filter(({ participation_id: of }) => of === more.person.participation_id);
  const standing = standingOf(view.page.permissions, more.person.participation_id);
  const path = deskPaths.permissions(view.page.reference, more.person.participation_id);
  const nameOf = (id: string | null) => view.page.people.find(({ participation_id: of }) => of === id);
  return (
    <Card id="permissions" title="What they permit" beside={<a href={path}>Record</a>}>
      {mine.length === 0 ? (
        <p class="small muted">Nothing recorded. The certificate needs no permission: it is a duty in law.</p>
      ) : (
        <SideList
          items={mine.map(({ id, what, given, wording, at, for_whom: whom }) => ({
            says: (
              <>
                <strong>
                  {permissions[what as keyof typeof permissions]?.title ?? what}: {given ? 'given' : 'taken back'}
                  {nameOf(whom) && `, for ${nameAtDesk(nameOf(whom)!)}`}
                </strong>
                <br />
                <span class="muted small">
                  {shortMoment(at)}. “{wording}”
                </span>
                {standing.some((one) => one.id === id) && (
                  <>
                    <br />
                    <a href={`${path}?ends=${id}`}>They take it back</a>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

/** The page on which a way to reach somebody is changed. */
export function ContactPointPage(shown: Shown<PersonMore & { readonly changes: RecentChanges | null }>) {
  const { view, more } = shown;
  return (
    <CaseFormPage
      {...shown}
      holder={holderIn(shown)}
      current="people"
      title={`How to reach ${nameAtDesk(more.person)}`}
      tab="How to reach somebody"
      back={toPerson(shown)}
      action={deskPaths.contactPoints(view.page.reference, more.person.participation_id)}
      submit="Save, and end their sessions"
      isFinal
      intro={more.changes && <ChangedLately changes={more.changes} />}
      beside={
        <Card id="who" title="Who is asking?" tone="glow" flow>
          <p>
            Ring back to the number on file, or ask for the family’s safe word. A reference and a birth date never
            suffice: somebody else may know both.
          </p>
          <p>
            It replaces the one of the same kind that we hold now. The old e-mail address is told, if it was safe. By
            post the address before is told only if you say here that it is safe.
          </p>
          <p>
            Papers to a changed address wait for 24 hours, and the family’s page does not open with it until then. A
            colleague can agree that they go at once. Is it urgent? A way that you do not change goes at once too.
          </p>
        </Card>
      }
    >
      <PointFields form={shown.form} mayAskOfPost={more.person.points.some(isSafePost)} />
    </CaseFormPage>
  );
}

const isSafePost = ({ kind, message_safe: isSafe }: PersonOnPage['points'][number]): boolean =>
  kind === 'post' && isSafe;

/** A stranger changes the number first, and is then rung back on their own. */
function ChangedLately({ changes: { kinds, at, numberBefore } }: { changes: RecentChanges }) {
  return (
    <Card id="changed-lately" title="Changed within the last day: be careful" tone="glow" flow>
      <p>
        Their {kinds.map((kind) => lateWords[kind]).join(' and ')} {kinds.length > 1 ? 'were' : 'was'} changed,{' '}
        {shortMoment(at)}. Somebody who takes another’s place changes one first and then the next.
      </p>
      <p>
        {numberBefore ? (
          <>
            <strong>
              Ring back to the number before: <TelLink number={numberBefore} />.
            </strong>{' '}
            Not to one that was given since.
          </>
        ) : (
          <strong>There is no telephone number from before. Ask for the family’s safe word, or meet in person.</strong>
        )}
      </p>
    </Card>
  );
}

const lateWords: Record<RecentChanges['kinds'][number], string> = {
  telephone: 'telephone number',
  email: 'e-mail address',
  post: 'postal address',
};

/** The newest permission that a page was opened on, carried by its form; '' where there is none. */
function lastPermission({ page }: CaseView, { participation_id: id }: PersonOnPage): string {
  return page.permissions.findLast(({ participation_id: of }) => of === id)?.id ?? '';
}

/** The page on which a permission is recorded. */
export function PermissionPage(shown: Shown<PersonMore>) {
  const { view, more, form } = shown;
  return (
    <CaseFormPage
      {...shown}
      holder={holderIn(shown)}
      current="people"
      title={`What ${nameAtDesk(more.person)} permits`}
      tab="What somebody permits"
      back={toPerson(shown)}
      action={deskPaths.permissions(view.page.reference, more.person.participation_id)}
      submit="Save the permission"
      beside={
        <Card id="words" title="Words to read aloud" tone="soft" flow>
          {Object.values(permissions).map(({ title, wording }) => (
            <p>
              <strong>{title}.</strong> “{wording}”
            </p>
          ))}
        </Card>
      }
    >
      <input type="hidden" name="_last" value={lastPermission(view, more.person)} />
      <RadioField
        form={form}
        name="what"
        label="What is it about?"
        options={Object.entries(permissions).map(([value, { title }]) => ({ value, label: title }))}
      />
      <RadioField
        form={form}
        name="given"
        label="Do they give it?"
        small
        options={[
          { value: 'yes', label: 'They give it' },
          { value: 'no', label: 'They take it back' },
        ]}
      />
      <SelectField
        form={form}
        name="forWhom"
        label="For whom, where it is about speaking with somebody"
        hint="Taken back from nobody named, it ends for everybody."
        options={[
          { value: '', label: 'Nobody of this case: the words say it' },
          ...view.page.people
            .filter(({ participation_id: id, right_holder: holds }) => !holds && id !== more.person.participation_id)
            .map((person) => ({ value: person.participation_id, label: nameAtDesk(person) })),
        ]}
      />
      <CheckField
        form={form}
        name="scope"
        label="What may they be told?"
        small
        options={scopes.map((value) => ({ value, label: initial(scopeWords[value]) }))}
      />
      <DateField
        form={form}
        name="untilOn"
        label="Until when?"
        hint="Left empty, it holds until it is taken back. Taken back, it ends at once."
      />
      <WordsField
        form={form}
        name="wording"
        label="The words that were read to them, with the name of whom it is for"
        hint="Kept as they were said, and never changed afterwards."
        most={2000}
        rows={3}
      />
      <RadioField
        form={form}
        name="channel"
        label="How did they say it?"
        small
        options={[
          { value: 'call', label: 'By telephone' },
          { value: 'video', label: 'By video' },
          { value: 'in-person', label: 'In person' },
          { value: 'email', label: 'By e-mail' },
          { value: 'post', label: 'By letter' },
          { value: 'text', label: 'By text' },
        ]}
      />
    </CaseFormPage>
  );
}

/** The page that asks before somebody leaves a case. */
export function LeavingPage(shown: Shown<PersonMore>) {
  const { view, more } = shown;
  return (
    <CaseFormPage
      {...shown}
      holder={holderIn(shown)}
      current="people"
      title={`${nameAtDesk(more.person)} leaves the case`}
      tab="Somebody leaves the case"
      back={toPerson(shown)}
      action={deskPaths.leaving(view.page.reference, more.person.participation_id)}
      submit="They leave the case"
      isFinal
      intro={
        <div class="flow" id="main-question">
          <p>They read nothing of this case from now on, and no letter goes to them. They can be added again.</p>
          {more.person.right_holder && (
            <p>
              <strong>They hold the right to appeal.</strong> A case always keeps somebody who does.
            </p>
          )}
        </div>
      }
    />
  );
}
