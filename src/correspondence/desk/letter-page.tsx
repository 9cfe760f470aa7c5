// The pages of one letter at the desk: a pack to post, a letter gone wrong, a letter to print.
import { WhatIsWrong } from '../../cases/desk/form-page.tsx';
import { shortIso, shortMoment } from '../../cases/desk/words.ts';
import { sayMoment } from '../../cases/day.ts';
import { deskPaths } from '../../cases/paths.ts';
import { itsDay, type ItsDay } from '../../certificates/desk/its-day.ts';
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { SincePreparedCard } from '../../certificates/desk/since-prepared-card.tsx';
import type { PostDays } from '../../certificates/posting-day.ts';
import type { SincePrepared } from '../../certificates/since-prepared.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { DateField, Form, RadioField, TextField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { shortDay } from '../../law/day-words.ts';
import type { LetterAtDesk, PaperInLetter } from '../store.ts';
import { changeNote } from '../held.ts';
import { called, sayFailure } from '../words.ts';
import { packPaths } from './paths.ts';
import { WaitsCard } from './waits-card.tsx';

const paperWords: Record<PaperInLetter['kind'], string> = {
  certificate: 'Certificate',
  'covering-letter': 'Covering letter',
  'address-sheet': 'Address sheet',
  letter: 'Letter',
};

interface OneProps {
  readonly frame: Frame;
  readonly found: LetterAtDesk;
  readonly form: FormState;
  readonly act: string;
}

function backTo({ reference }: LetterAtDesk) {
  return reference ? (
    <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
  ) : (
    <BackLink href={deskPaths.today}>Back to today</BackLink>
  );
}

/** What the card about the day of a certificate is called. */
const dayTitles: Record<ItsDay['stands'], string> = {
  passed: 'The day it bears has passed',
  missed: 'Did it miss the post?',
  today: 'It goes today',
  ahead: 'It is for another day’s post',
};

/** One pack: print it, put it in the post, say so. */
export function PackPage({
  frame,
  found,
  form,
  act,
  days,
  done,
  since,
}: OneProps & {
  readonly days: PostDays;
  readonly done?: string | undefined;
  /** What has happened since the certificate inside was prepared; null where there is none. */
  readonly since: SincePrepared | null;
}) {
  const { letter, papers } = found;
  const certificate = papers.find(({ state }) => state === 'prepared');
  const day = certificate?.dated ? itsDay(certificate.dated, days) : null;
  const isStale = day?.stands === 'passed';
  const isClosed = since !== null && since.closed !== null;
  const isOutOfDate = since !== null && since.differs.length > 0;
  const waits = papers.some(({ made_at: made }) => made === null);
  const notMade = papers.filter(({ made_at: made, failure }) => made === null && failure !== null);
  return (
    <DeskPage
      frame={frame}
      title="A pack to post"
      current="today"
      {...(form.errors.length > 0 ? { invalid: true } : {})}
    >
      {backTo(found)}
      <WhatIsWrong form={form} />
      {done && form.errors.length === 0 && <NotificationBanner type="success" text={done} />}
      <div class="page-title">
        <h1>{called(letter.template)}</h1>
        <p class="muted">{letter.format === 'large-print' ? 'In large print, by post' : 'By post'}</p>
      </div>
      <div class="columns case">
        <div class="stack">
          <WaitsCard found={found} />
          {since && certificate?.number && (
            <SincePreparedCard
              since={isStale || found.isForEarlierAddress ? { ...since, differs: [] } : since}
              again={
                <Form action={packPaths.dateAgain(letter.id)} csrf={frame.csrf} act={act}>
                  <Button preventDoubleClick>Make it again</Button>
                </Form>
              }
              aside={
                <p>
                  <a href={`${certificatePaths.certificate(certificate.number)}#aside`}>Set it aside</a>. Was it in the
                  post before that? Then mark it below.
                </p>
              }
            />
          )}
          <Card id="print" title="1. Print it" flow>
            {found.heldUntil ? (
              <p>Not yet: its papers wait.</p>
            ) : notMade.length > 0 ? (
              <>
                <p>
                  <strong>It could not be made.</strong> It cannot be posted before it is.
                </p>
                <ul>
                  {notMade.map(({ id, kind }) => (
                    <li>
                      {paperWords[kind]}: <a href={certificatePaths.paperAgain(id)}>why, and try again</a>
                    </li>
                  ))}
                </ul>
              </>
            ) : waits ? (
              <p>
                <strong>Its papers are being made.</strong> Open this page again in a moment.
              </p>
            ) : (
              <>
                {papers.length > 0 && (
                  <ul>
                    {papers.map(({ id, kind, pages }) => (
                      <li>
                        <a href={certificatePaths.paper(id)}>{paperWords[kind]}</a>
                        {pages !== null && ` (${pages} ${pages === 1 ? 'page' : 'pages'})`}
                      </li>
                    ))}
                  </ul>
                )}
                <ButtonLink
                  href={packPaths.print(letter.id)}
                  {...(isStale || isClosed || isOutOfDate ? { classes: 'govuk-button--secondary' } : {})}
                >
                  {papers.length > 0 ? 'All in one, for the printer' : 'The letter, to print'}
                </ButtonLink>
              </>
            )}
          </Card>
          {found.isForEarlierAddress && !isClosed && (
            <Card id="earlier" title="Made for an earlier address" tone="glow" flow>
              <p>
                Its lines are not the address that we hold for them today. Make it again, and put this one away.
                {certificate &&
                  ` The certificate inside then bears ${shortDay(days.nextPost)}, the day of the next post.`}{' '}
                Was it posted before the address was changed, and not marked? Then mark it below.
              </p>
              <Form action={packPaths.dateAgain(letter.id)} csrf={frame.csrf} act={act}>
                <Button preventDoubleClick>Make it again for the address of today</Button>
              </Form>
            </Card>
          )}
          {day?.again && !found.isForEarlierAddress && !isClosed && !isOutOfDate && certificate ? (
            <Card id="stale" title={dayTitles[day.stands]} {...(isStale ? { tone: 'glow' } : {})} flow>
              <p>
                It bears {shortIso(certificate.dated ?? '')}: a certificate’s date is the day it is posted. {day.says}
                {day.stands !== 'ahead' && ' Was it posted on that day and not marked? Then mark it below.'}
              </p>
              <Form action={packPaths.dateAgain(letter.id)} csrf={frame.csrf} act={act}>
                {day.again.goesToday && <input type="hidden" name="goesToday" value="yes" />}
                <Button {...(isStale ? {} : { classes: 'govuk-button--secondary' })} preventDoubleClick>
                  {day.again.words}
                </Button>
              </Form>
            </Card>
          ) : null}
          {!found.isHeldWhole && (
            <Card
              id="posted"
              title={found.heldUntil ? 'Posted before the address was changed?' : '2. Post it, then say so'}
              flow
            >
              {found.heldUntil && (
                <p>Only if it was in the post before that. Otherwise it waits until {sayMoment(found.heldUntil)}.</p>
              )}
              <Form action={packPaths.posted(letter.id)} csrf={frame.csrf} act={act}>
                <DateField
                  form={form}
                  name="postedOn"
                  label="The day it was really posted"
                  hint={certificate ? 'From that moment the certificate is issued.' : undefined}
                />
                <Button preventDoubleClick>Mark it as posted</Button>
              </Form>
            </Card>
          )}
          {letter.template === changeNote && (
            <Card id="not-safe" title="Is it not safe after all?" flow>
              <p>
                Put it away. It tells the address before that an address was changed, and nothing else waits for it.
              </p>
              <Form action={packPaths.wrong(letter.id)} csrf={frame.csrf} act={act}>
                <input type="hidden" name="how" value="seen-to" />
                <Button classes="govuk-button--secondary" preventDoubleClick>
                  Do not post it
                </Button>
              </Form>
            </Card>
          )}
        </div>
        <div class="stack">
          <Card id="to" title="It goes to" flow>
            <p class="as-typed">
              {[letter.to_address, ...letter.to_lines.filter((line) => line !== letter.to_address)].join('\n')}
            </p>
          </Card>
          {certificate?.number && (
            <Card id="certificate" title="Inside" flow>
              <p>
                <a href={certificatePaths.certificate(certificate.number)}>The certificate</a>, dated{' '}
                {shortIso(certificate.dated)}, not issued yet.
              </p>
            </Card>
          )}
        </div>
      </div>
    </DeskPage>
  );
}

/** A letter without papers of its own, as it is printed. */
export function LetterSheetPage({ frame, found: { letter } }: { frame: Frame; found: LetterAtDesk }) {
  return (
    <DeskPage frame={frame} title="A letter to print" current="today">
      <BackLink href={packPaths.pack(letter.id)}>Back to the pack</BackLink>
      <div class="buttons page-title">
        <PrintButton />
      </div>
      <article class={letter.format === 'large-print' ? 'card flow letter-sheet--large' : 'card flow'}>
        <p class="as-typed">{letter.to_lines.join('\n')}</p>
        <h1>{letter.subject}</h1>
        <div class="as-typed">{letter.body_text}</div>
      </article>
    </DeskPage>
  );
}

/** One letter gone wrong, and the ways to put it right. */
export function WrongPage({ frame, found, form, act, hasPost }: OneProps & { readonly hasPost: boolean }) {
  const { letter, papers } = found;
  const isToCouncil = letter.person_id === null;
  const certificate = papers.find(({ number }) => number !== null);
  return (
    <DeskPage
      frame={frame}
      title="A letter gone wrong"
      current="today"
      {...(form.errors.length > 0 ? { invalid: true } : {})}
    >
      {backTo(found)}
      <WhatIsWrong form={form} />
      <div class="page-title">
        <h1>{called(letter.template)}: it did not arrive</h1>
      </div>
      <div class="columns case">
        <Card id="again" title="How is it put right?" flow>
          <Form action={packPaths.wrong(letter.id)} csrf={frame.csrf} act={act}>
            <RadioField
              form={form}
              name="how"
              label="What is done with it?"
              isHidden
              options={[
                {
                  value: 'email',
                  label: 'Send it again by e-mail',
                  hint: isToCouncil ? undefined : 'To the safe address that we hold for them now.',
                  reveals: isToCouncil ? (
                    <TextField form={form} name="toAddress" label="The council’s e-mail address" spellcheck={false} />
                  ) : undefined,
                },
                hasPost && { value: 'post', label: 'Post it instead', hint: 'It then stands in the packs to post.' },
                {
                  value: 'seen-to',
                  label: 'It was seen to in another way',
                  hint: 'Rang them and read it out, or sent another letter.',
                },
              ]}
            />
            <Button preventDoubleClick>Put it right</Button>
          </Form>
        </Card>
        <div class="stack">
          <Card id="what" title="What happened">
            <SummaryList
              rows={[
                { key: { text: 'To' }, value: { text: letter.to_address } },
                { key: { text: 'When' }, value: { text: shortMoment(letter.queued_at) } },
                { key: { text: 'Why' }, value: { text: sayFailure(letter.failure) } },
              ]}
            />
          </Card>
          {isToCouncil && (
            <Card id="counts" title="Ring the council" tone="glow" flow>
              <p>Its 30 days count from the day it was told. Ring the duty officer today, and record what was said.</p>
            </Card>
          )}
          {!isToCouncil && found.reference && (
            <Card id="address" title="Is the address wrong?" flow>
              <p>
                Change it on <a href={deskPaths.case(found.reference)}>the case</a> first, then send it again from here.
              </p>
            </Card>
          )}
          {certificate?.number && (
            <Card id="certificate" title="Inside" flow>
              <p>
                <a href={certificatePaths.certificate(certificate.number)}>The certificate</a>. Its date stays what it
                is: it was issued when it was committed.
              </p>
            </Card>
          )}
        </div>
      </div>
    </DeskPage>
  );
}
