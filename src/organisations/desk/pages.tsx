// The lists of contacts: the hub, the bodies by kind, and whom the service points people to.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../../database/tables.ts';
import { sayDay } from '../../cases/day.ts';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { Tag } from '../../kit/html/govuk/tag.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Segments } from '../../kit/html/pieces/filters.tsx';
import { FormPage } from '../../office/desk/form-page.tsx';
import { bodyKinds, bodyKindWords, checkAgainAfterDays, signpostKindWords, type BodyKind } from '../body.ts';
import { bodyPaths } from '../paths.ts';
import type { listBodies } from '../store.ts';

type ListedBody = Awaited<ReturnType<typeof listBodies>>[number];

/** Says whether nobody has looked for 90 days whether it is still right. */
export function isStale(
  { checked_on: checked }: Pick<Row<'signposts'>, 'checked_on'>,
  today: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.from(checked).until(today).days > checkAgainAfterDays;
}

/** The page behind "People": where each kind of contact is kept. */
export function PeoplePage({ frame, stale }: { frame: Frame; stale: number }) {
  return (
    <DeskPage frame={frame} title="People" current="people" mainClass="stack">
      <h1>People</h1>
      <div class="side-by-side">
        <Card id="families" title="Families" flow>
          <p>
            Parents, carers and young people stand in their cases. Find them with the box at the top of every page: by
            name, telephone, school or reference.
          </p>
          <ButtonLink href="/desk/search" classes="govuk-button--secondary">
            Find somebody
          </ButtonLink>
        </Card>
        <Card id="bodies" title="Councils, health boards, schools" flow>
          <p>Whom we write to: their addresses, telephone numbers and national codes, and the councils’ contracts.</p>
          <ButtonLink href={bodyPaths.bodies} classes="govuk-button--secondary">
            Open the list
          </ButtonLink>
        </Card>
        <Card id="signposts" title="Whom we point people to" flow>
          <p>
            The Tribunal, SENDIASS, IPSEA and others: what letters and pages say of them.
            {stale > 0 && (
              <>
                {' '}
                <strong>{stale} to be checked.</strong>
              </>
            )}
          </p>
          <ButtonLink href={bodyPaths.signposts} classes="govuk-button--secondary">
            Open the list
          </ButtonLink>
        </Card>
      </div>
    </DeskPage>
  );
}

/** The bodies, all or of one kind. */
export function BodiesPage({
  frame,
  bodies,
  kind,
}: {
  frame: Frame;
  bodies: readonly ListedBody[];
  kind: BodyKind | null;
}) {
  return (
    <FormPage
      frame={frame}
      title="Councils, health boards, schools"
      current="people"
      back={{ href: bodyPaths.people, words: 'People' }}
    >
      <div class="buttons">
        <ButtonLink href={bodyPaths.newBody}>Add one</ButtonLink>
      </div>
      <Segments
        label="Kind"
        links={[
          { href: bodyPaths.bodies, words: 'All', isCurrent: kind === null },
          ...bodyKinds
            .filter((one) => one !== 'trust' && one !== 'social-care' && one !== 'other')
            .map((one) => ({
              href: `${bodyPaths.bodies}?kind=${one}`,
              words: bodyKindWords[one],
              isCurrent: kind === one,
            })),
        ]}
      />
      {bodies.length === 0 ? (
        <Card>
          <p>None yet.</p>
        </Card>
      ) : (
        <Card flush>
          <table class="table table--stacks">
            <caption class="govuk-visually-hidden">Bodies by name</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Kind and code</th>
                <th scope="col">E-mail</th>
                <th scope="col">Telephone</th>
              </tr>
            </thead>
            <tbody>
              {bodies.map((body) => (
                <tr data-row>
                  <td>
                    <a href={bodyPaths.body(body.id)} data-opens>
                      <strong>{body.name}</strong>
                    </a>
                  </td>
                  <td>
                    {bodyKindWords[body.kind]}
                    <br />
                    <span class="muted small">
                      {body.national_code ?? 'No code'}
                      {body.kind === 'authority' &&
                        (body.contract_from ? `, contract since ${sayDay(body.contract_from)}` : ', no contract')}
                    </span>
                  </td>
                  <td>
                    {body.emails.length === 0 ? (
                      <span class="muted">None: nothing can be sent</span>
                    ) : (
                      body.emails.map((email, index) => (
                        <>
                          {index > 0 && <br />}
                          {email}
                          {body.emails_of[index] && <span class="muted small">, {body.emails_of[index]}</span>}
                        </>
                      ))
                    )}
                  </td>
                  <td>{body.telephone && <TelLink number={body.telephone} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </FormPage>
  );
}

export interface SignpostsPageProps {
  frame: Frame;
  signposts: readonly Row<'signposts'>[];
  today: Temporal.PlainDate;
  done: string | null;
}

/** Whom letters and pages name, in their order, each with the day it was last checked. */
export function SignpostsPage({ frame, signposts, today, done }: SignpostsPageProps) {
  const stale = signposts.filter((one) => isStale(one, today));
  return (
    <FormPage
      frame={frame}
      title="Whom we point people to"
      current="people"
      back={{ href: bodyPaths.people, words: 'People' }}
      done={done}
      lead="Covering letters, the mediation information and the public pages name these. A wrong address here can cost a family its appeal."
    >
      {stale.length > 0 && (
        <NotificationBanner
          text={`Nobody has checked ${stale.length === 1 ? 'one of these' : `${stale.length} of these`} for more than ${checkAgainAfterDays} days.`}
        />
      )}
      <div class="buttons">
        <ButtonLink href={bodyPaths.newSignpost}>Add one</ButtonLink>
      </div>
      <Card flush>
        <table class="table table--stacks">
          <caption class="govuk-visually-hidden">In the order in which letters name them</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What letters say</th>
              <th scope="col">Checked</th>
            </tr>
          </thead>
          <tbody>
            {signposts.map((one) => (
              <tr data-row>
                <td>
                  <a href={bodyPaths.signpost(one.id)} data-opens>
                    <strong>{one.name}</strong>
                  </a>
                  <br />
                  <span class="muted small">{signpostKindWords[one.kind]}</span>
                </td>
                <td>
                  {one.name} {one.what}
                  <br />
                  {one.how}: <strong>{one.contact}</strong>
                  {one.address_lines.length > 0 && (
                    <>
                      <br />
                      <span class="muted small">{one.address_lines.join(', ')}</span>
                    </>
                  )}
                </td>
                <td class="nowrap">
                  {sayDay(one.checked_on)}
                  {isStale(one, today) && (
                    <>
                      <br />
                      <Tag classes="govuk-tag--today">Check again</Tag>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </FormPage>
  );
}
