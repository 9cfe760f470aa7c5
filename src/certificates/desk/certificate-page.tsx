// The page of one certificate at the desk: what it is, its papers, where it is checked, sending it again, and putting it right.
import { WhatIsWrong } from '../../cases/desk/form-page.tsx';
import type { CaseView } from '../../cases/desk/case-view.ts';
import { HeldNotice } from '../../cases/desk/held-notice.tsx';
import { shortIso, shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { packPaths } from '../../correspondence/desk/paths.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { Form, RadioField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { Tag } from '../../kit/html/govuk/tag.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Acts } from '../../kit/html/pieces/case-parts.tsx';
import { CertificateArticle } from '../certificate-page.tsx';
import {
  correctedWords,
  limbWords,
  setAsideReasons,
  withdrawalReasons,
  type Corrected,
  type SetAsideReason,
  type WithdrawalReason,
} from '../certificate.ts';
import { fours } from '../number.ts';
import type { PostDays } from '../posting-day.ts';
import type { SincePrepared } from '../since-prepared.ts';
import type { CertificateAtDesk, VersionAtDesk } from '../store-desk.ts';
import { itsDay, type ItsDay } from './its-day.ts';
import { certificatePaths } from './paths.ts';
import { SincePreparedCard } from './since-prepared-card.tsx';

export interface CertificatePageProps {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly held: CertificateAtDesk;
  readonly ways: { readonly email: boolean; readonly post: boolean };
  /** What has happened since it was prepared; null for one that is not. */
  readonly since: SincePrepared | null;
  readonly days: PostDays;
  /** What the record says differently now than an issued certificate. */
  readonly differs: readonly Corrected[];
  readonly act: string;
  readonly form: FormState;
  readonly done?: string | undefined;
}

/** The page. Its title is the number: no name stands in a title. */
export function CertificateDeskPage(props: CertificatePageProps) {
  const { frame, view, held, done, form } = props;
  const { certificate, versions } = held;
  const number = fours(certificate.number).join(' ');
  const appellant = view.page.people.find(({ participation_id: id }) => id === certificate.participation_id);
  return (
    <DeskPage
      frame={frame}
      title={`Certificate ${number}`}
      current="certificates"
      {...(form.errors.length > 0 ? { invalid: true } : {})}
    >
      <BackLink href={deskPaths.case(view.page.reference)}>Back to the case</BackLink>
      <WhatIsWrong form={form} />
      {done && <NotificationBanner type="success" text={done} />}
      <div class="page-title">
        <p class="eyebrow">Certificate</p>
        <h1>
          {number} <StateTag held={held} />
        </h1>
      </div>
      <div class="columns case">
        <div class="stack">
          <Card id="about" title="What it is">
            <SummaryList
              rows={aboutRows(held).map(({ what, answer }) => ({ key: { text: what }, value: { text: answer } }))}
            />
          </Card>
          <Papers held={held} />
          <details class="preview" open>
            <summary>What it says</summary>
            <CertificateArticle content={versions[0].said} level={2} />
          </details>
        </div>
        <div class="stack">
          {appellant && <HeldNotice view={view} person={appellant} />}
          {certificate.state === 'prepared' && <Prepared {...props} />}
          {certificate.state === 'issued' && <SendAgain {...props} />}
          {certificate.state === 'issued' && <PutRight {...props} />}
        </div>
      </div>
    </DeskPage>
  );
}

const wasNeverIssued = ({ certificate }: CertificateAtDesk): boolean => certificate.issued_at === null;

function StateTag({ held }: { held: CertificateAtDesk }) {
  const { state } = held.certificate;
  if (state === 'issued') return <Tag classes="govuk-tag--good">issued</Tag>;
  if (state === 'prepared') return <Tag classes="govuk-tag--today">prepared, to be posted</Tag>;
  return <Tag classes="govuk-tag--late">{wasNeverIssued(held) ? 'set aside' : 'withdrawn'}</Tag>;
}

/** A basis on which somebody acts is in their own words, with the names and months in it. */
const smallInitial = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function aboutRows(held: CertificateAtDesk) {
  const { certificate, versions } = held;
  const { appellant, check } = versions[0].said;
  return [
    { what: 'Issued to', answer: `${appellant.name}, ${smallInitial(appellant.capacity)}` },
    {
      what: 'Date on it',
      answer: `${shortIso(certificate.dated)}. ${certificate.issued_at ? 'It never changes.' : 'It must be the day it is posted.'}`,
    },
    { what: 'Under', answer: limbWords[certificate.limb] },
    ...(certificate.withdrawn_why
      ? [
          {
            what: wasNeverIssued(held) ? 'Set aside because' : 'Withdrawn because',
            answer:
              setAsideReasons[certificate.withdrawn_why as SetAsideReason] ??
              withdrawalReasons[certificate.withdrawn_why as WithdrawalReason] ??
              certificate.withdrawn_why,
          },
        ]
      : []),
    {
      what: 'Anybody can check it',
      answer: (
        <>
          <a href={new URL(check.opens).pathname}>{check.address}</a>, with its number and the code{' '}
          <span class="nowrap">{fours(certificate.code).join(' ')}</span>
        </>
      ),
    },
  ];
}

function Papers({ held: { versions } }: { held: CertificateAtDesk }) {
  return (
    <Card id="papers" flush title="Its papers">
      <table class="table table--rows">
        <caption class="govuk-visually-hidden">Versions, the newest first, with the papers of each</caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Standard print</th>
            <th scope="col">Large print</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, index) => (
            <tr>
              <th scope="row">
                {version.version}
                {index > 0 && ', replaced'}
                <br />
                <span class="muted small">
                  {shortMoment(version.madeAt)}
                  {version.corrected.length > 0 &&
                    `. Corrects ${version.corrected.map((code) => correctedWords[code as Corrected] ?? code).join(', ')}`}
                </span>
              </th>
              <PaperCell version={version} format="standard" />
              <PaperCell version={version} format="large-print" />
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PaperCell({ version, format }: { version: VersionAtDesk; format: 'standard' | 'large-print' }) {
  const paper = version.papers.find((one) => one.format === format);
  if (!paper) return <td>–</td>;
  if (!paper.made_at)
    return (
      <td>
        {paper.failure ? (
          <>
            <span class="late">Could not be made</span>. <a href={certificatePaths.paperAgain(paper.id)}>Try again</a>
          </>
        ) : (
          'Being made: open this page again in a moment'
        )}
      </td>
    );
  return (
    <td>
      <a href={certificatePaths.paper(paper.id)}>
        {format === 'standard' ? 'Standard' : 'Large'} print, PDF
        <span class="govuk-visually-hidden">, version {version.version}</span>
      </a>
      {paper.pages !== null && (
        <span class="muted small">
          , {paper.pages} {paper.pages === 1 ? 'page' : 'pages'}
        </span>
      )}
    </td>
  );
}

function Prepared({ frame, held, act, form, since, days }: CertificatePageProps) {
  const { certificate, packId } = held;
  const day = itsDay(certificate.dated, days);
  const isPassed = day.stands === 'passed';
  const isOutOfDate = !isPassed && since !== null && since.differs.length > 0;
  const dateAgain = (again: NonNullable<ItsDay['again']>) => (
    <Form action={certificatePaths.dateAgain(certificate.number)} csrf={frame.csrf} act={act}>
      {again.goesToday && <input type="hidden" name="goesToday" value="yes" />}
      <Button {...(isPassed || isOutOfDate ? {} : { classes: 'govuk-button--secondary' })} preventDoubleClick>
        {again.words}
      </Button>
    </Form>
  );
  return (
    <>
      {since && (
        <SincePreparedCard
          since={isPassed ? { ...since, differs: [] } : since}
          again={dateAgain({ words: 'Make it again', goesToday: false })}
          aside={
            <p>
              Set it aside below.{' '}
              {packId && (
                <>
                  Was it in the post before that? <a href={packPaths.pack(packId)}>Then mark the pack</a>.
                </>
              )}
            </p>
          }
        />
      )}
      {!since?.closed && (
        <Card id="post" {...(isOutOfDate ? {} : { tone: 'brand' })} title="Post it" eyebrow="Not issued yet" flow>
          <p>
            It bears {shortIso(certificate.dated)} and is issued by being posted on that day. {day.says}
          </p>
          <div class="buttons">
            {!isPassed && packId && (
              <ButtonLink
                href={packPaths.pack(packId)}
                {...(isOutOfDate ? { classes: 'govuk-button--secondary' } : {})}
              >
                Open the pack
              </ButtonLink>
            )}
            {day.again && !isOutOfDate && dateAgain(day.again)}
          </div>
        </Card>
      )}
      <Card id="aside" title="Not needed after all?" flow>
        <Form action={certificatePaths.setAside(certificate.number)} csrf={frame.csrf} act={act}>
          <RadioField
            form={form}
            name="why"
            label="Why is it set aside?"
            options={Object.entries(setAsideReasons).map(([value, label]) => ({ value, label }))}
          />
          <Button classes="govuk-button--secondary">Set it aside</Button>
        </Form>
      </Card>
    </>
  );
}

function SendAgain({ frame, held, ways, act, form, view }: CertificatePageProps) {
  const { certificate } = held;
  return (
    <Card id="again" title="Send it again" flow>
      {ways.email || ways.post ? (
        <Form action={certificatePaths.sending(certificate.number)} csrf={frame.csrf} act={act}>
          <RadioField
            form={form}
            name="way"
            label="How?"
            hint="The same paper, with a new covering letter."
            small
            options={[
              ways.email && { value: 'email', label: 'By e-mail' },
              ways.post && { value: 'post', label: 'By post' },
            ]}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send it again
          </Button>
        </Form>
      ) : (
        <p>
          There is no address that is safe to use.{' '}
          <a href={deskPaths.person(view.page.reference, certificate.participation_id)}>Add one</a>.
        </p>
      )}
    </Card>
  );
}

function PutRight({ held: { certificate }, view, differs }: CertificatePageProps) {
  const isManager = view.who.roles.includes('manager');
  const difference =
    differs.length > 0
      ? `Something else is recorded now for ${differs.map((code) => correctedWords[code]).join(', ')}. `
      : '';
  const withdraw = {
    what: 'Withdraw it',
    why: 'Only where it was never lawfully issued. The family is told first.',
  };
  return (
    <Card id="right" flush title="Put it right">
      <Acts
        acts={[
          {
            what: 'Correct it',
            why: `${difference}A new version with the original date, which says what was corrected.`,
            button: { href: certificatePaths.correction(certificate.number), words: 'Correct' },
          },
          ...(isManager
            ? [{ ...withdraw, button: { href: certificatePaths.withdrawal(certificate.number), words: 'Withdraw' } }]
            : []),
        ]}
        closed={isManager ? [] : [{ ...withdraw, why: `${withdraw.why} A manager does it.` }]}
      />
    </Card>
  );
}
