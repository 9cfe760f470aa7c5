// The page on which a certificate is issued: whether it may be and why not, what is out of the ordinary, what it will say, and how it goes.
import type { Temporal } from 'temporal-polyfill';
import { CaseFormPage, type FormShown } from '../../cases/desk/form-page.tsx';
import type { FormContext } from '../../cases/desk/case-form.ts';
import type { HolderView } from '../../cases/desk/case-view.ts';
import { sayMoment } from '../../cases/day.ts';
import { HeldNotice } from '../../cases/desk/held-notice.tsx';
import { deskPaths } from '../../cases/paths.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import type { FormState } from '../../kit/forms/answers.ts';
import { RadioField } from '../../kit/forms/form.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';
import { CertificateArticle } from '../certificate-page.tsx';
import {
  certificateRefusalWords,
  limbWords,
  warningWords,
  type CertificateContent,
  type CertificateRefusal,
} from '../certificate.ts';
import type { AppealTime, Limb } from '../documents/data.ts';
import type { Outlook, Wait } from '../outlook.ts';
import { certificatePaths } from './paths.ts';

/** What the page reads besides the case. */
export interface IssueMore {
  readonly holder: HolderView;
  readonly limb: Limb;
  readonly outlook: Outlook;
  readonly preview: CertificateContent | null;
}

type Shown = FormShown & FormContext<IssueMore>;

/** The page: the form where it may be issued, else why not and what opens it. */
export function IssuePage(shown: Shown) {
  const { more } = shown;
  return 'refused' in more.outlook.may ? (
    <NotNow shown={shown} refused={more.outlook.may.refused} />
  ) : (
    <Ready {...shown} />
  );
}

const actionOf = ({ view, more: { holder } }: Shown): string => {
  const path = deskPaths.certificate(view.page.reference);
  return view.holders.length > 1 ? `${path}?for=${holder.participationId}` : path;
};

function Ready(shown: Shown) {
  const { view, more, form } = shown;
  const { outlook, preview, holder } = more;
  const warnings = 'warnings' in outlook.may ? outlook.may.warnings : [];
  const person = deskPaths.person(view.page.reference, holder.participationId);
  return (
    <CaseFormPage
      {...shown}
      holder={holder}
      current="certificates"
      title={`Issue the certificate of ${holder.called}`}
      tab="Issue the certificate"
      action={actionOf(shown)}
      submit="Issue the certificate"
      intro={
        <div class="flow">
          <Gates />
          <p class="muted">{limbWords[more.limb]}</p>
        </div>
      }
      beside={
        <>
          <HeldNotice view={view} person={holder.person} late={isTooLong(outlook)} />
          {warnings.length > 0 && (
            <Card id="recorded" title="Recorded with it, and stops nothing" tone="glow">
              <ul class="plain-list">
                {warnings.map((warning) => (
                  <li>{warningWords[warning]}</li>
                ))}
              </ul>
            </Card>
          )}
          <Card id="undone" title="This cannot be undone" flow>
            <p>
              Nothing issued is ever altered. A slip is put right by a correction: a new version with the original date.
              Read it below before you press.
            </p>
          </Card>
        </>
      }
      below={
        preview && (
          <details class="preview" open>
            <summary>This is what it will say</summary>
            <CertificateArticle content={preview} level={2} />
          </details>
        )
      }
    >
      {outlook.email || outlook.post ? (
        <RadioField
          form={withOnlyWay(form, outlook)}
          name="way"
          label="How does it go?"
          options={[
            outlook.email && {
              value: 'email',
              label: `Today by e-mail, dated ${dayInWords(view.today)}`,
              hint: waiting(outlook.waits.email, appealWords(outlook.today)),
            },
            outlook.post && {
              value: 'post',
              label: 'By post: dated and issued on the day it is really posted',
              hint: waiting(outlook.waits.post, postWords(outlook, view.today)),
            },
          ]}
        />
      ) : (
        <p>
          <strong>There is no e-mail or postal address that is safe to use.</strong> <a href={person}>Add one first</a>.
        </p>
      )}
      {!outlook.email && outlook.post && (
        <p class="muted">
          There is no safe e-mail address. Today by e-mail to somebody they trust, it would bear{' '}
          {dayInWords(view.today)}. {appealWords(outlook.today)} Ask which they want, and{' '}
          <a href={person}>add the address</a> if they say so.
        </p>
      )}
    </CaseFormPage>
  );
}

/** Where there is one way only, it is chosen already. */
function withOnlyWay(form: FormState, { email, post }: Outlook): FormState {
  if (email === post || form.answers['way'] !== undefined) return form;
  return { ...form, answers: { ...form.answers, way: email ? 'email' : 'post' } };
}

const isTooLong = ({ waits: { email, post } }: Outlook): boolean =>
  [email, post].some((wait) => wait?.isTooLong === true);

/** Says with a way that its papers wait; the date on the certificate is the same. */
function waiting(wait: Wait | null, words: string): string {
  return wait
    ? `${words} The papers wait until ${sayMoment(wait.until.toString())}, because the address was changed, unless a colleague agrees.`
    : words;
}

/** Says which day it bears by post and what that means for the appeal; for the post after it too, where that is another date. */
function postWords({ posts: [next, after] }: Outlook, today: Temporal.PlainDate): string {
  const day = dayInWords(next.on);
  const bears = next.on.equals(today)
    ? `Posted today, it bears ${day}.`
    : `No more post goes today: it bears ${day}, the day of the next post.`;
  const [first, second] = [appealWords(next.appeal), appealWords(after.appeal)];
  return first === second
    ? `${bears} ${first}`
    : `${bears} ${first} If it is posted on ${dayInWords(after.on)}: ${second}`;
}

/** The three gates of section 55(4), each open. */
function Gates() {
  return (
    <ul class="plain-list">
      <li>✓ The information was given.</li>
      <li>✓ They said what the law asks, or what happened is recorded.</li>
      <li>✓ You are an independent adviser today (section 56(3)).</li>
    </ul>
  );
}

/** Says what a date on the certificate would mean for the appeal: one date, never "another month". */
function appealWords(time: AppealTime | null): string {
  if (!time) return 'No appeal date follows.';
  if (time.kind === 'late')
    return `The two months ended on ${time.twoMonthsEnded}: the letter tells them to send the appeal now and ask permission.`;
  const send = time.sendBy ? `The appeal is sent by ${time.sendBy}, and received` : 'The appeal is received';
  return `${send} by ${time.hour} on ${time.receivedBy}.`;
}

/** Where each refusal is put right. */
function wayOut(refused: CertificateRefusal, shown: Shown): { href: string; words: string } | null {
  const { view, more } = shown;
  const { reference } = view.page;
  const forThem = (path: string) => (view.holders.length > 1 ? `${path}?for=${more.holder.participationId}` : path);
  const [existing] = more.holder.certificates;
  switch (refused) {
    case 'decision-not-recorded':
    case 'letter-date-missing':
      return { href: deskPaths.decision(reference), words: 'Record it' };
    case 'authority-missing':
      return { href: deskPaths.authority(reference), words: 'Name the council' };
    case 'information-not-given':
      return { href: forThem(deskPaths.information(reference)), words: 'Give the information' };
    case 'wish-not-stated':
      return { href: forThem(deskPaths.wishes(reference)), words: 'Record what they wish' };
    case 'late-manager-decides':
      return shown.who.roles.includes('manager')
        ? { href: forThem(deskPaths.lateContact(reference)), words: 'Decide' }
        : null;
    case 'already-issued':
    case 'already-prepared':
      return existing ? { href: certificatePaths.certificate(existing.number), words: 'Open the certificate' } : null;
    default:
      return null;
  }
}

function NotNow({ shown, refused }: { shown: Shown; refused: CertificateRefusal }) {
  const { view, frame, done } = shown;
  const { reference } = view.page;
  const out = wayOut(refused, shown);
  return (
    <DeskPage frame={frame} title={`Certificate, ${inFours(reference)}`} current="certificates">
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      {done && <NotificationBanner type="success" text={done} />}
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>The certificate: not now, and why</h1>
      </div>
      <Card flow>
        <p>
          <strong>{certificateRefusalWords[refused]}</strong>
        </p>
        <div class="buttons">
          {out && <ButtonLink href={out.href}>{out.words}</ButtonLink>}
          <a href={deskPaths.case(reference)}>Back to the case</a>
        </div>
      </Card>
    </DeskPage>
  );
}
