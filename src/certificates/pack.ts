// Puts a certificate and its covering letter into a letter out: by e-mail, or as a pack to print and post. The certificate is made
// in both formats, so that a family can have the other at any time.
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import type { LetterTemplate } from '../correspondence/words.ts';
import type { NewLetter, NewPaper } from '../correspondence/queue.ts';
import { newId } from '../kit/ids.ts';
import { qrSvg } from '../kit/pdf/qr.ts';
import { sayDay } from '../cases/day.ts';
import type { CertificateContent } from './certificate.ts';
import type { AddressSheetData, CertificateData, CoveringLetterData } from './documents/data.ts';
import type { Draft } from './draft.ts';
import { certificateEmail, type CertificateEmail } from './letters/certificate-email.ts';
import type { Matter } from './matter.ts';

type Format = Row<'papers'>['format'];
type Made = Extract<NewPaper, { readonly id: string }>;

/** Counts up whenever the words of these letters change. */
export const templateVersion = 3;

/** Gives the format in which a person reads. */
export function formatFor({ formats }: Pick<Row<'people'>, 'formats'>): Format {
  return formats.includes('large-print') ? 'large-print' : 'standard';
}

/** Finds the e-mail address, or the post, that is safe to use for a person. E-mail is one address; post is its lines. */
export function findWay(points: Matter['points'], kind: 'email' | 'post'): { address: string; lines: string[] } | null {
  const found = points.find((point) => point.kind === kind && point.message_safe);
  if (!found) return null;
  const lines = found.postal_lines.length > 0 ? found.postal_lines : [found.value];
  return kind === 'email' ? { address: found.value, lines: [] } : { address: found.value, lines };
}

/** The certificate as paper, in both formats, the person's own first. */
export async function certificatePapers(
  content: CertificateContent,
  versionId: string,
  own: Format,
  now: Temporal.Instant,
): Promise<[Made, Made]> {
  const qr = await qrSvg(content.check.opens);
  const made = (format: Format): Made => ({
    id: newId(now),
    kind: 'certificate',
    format,
    template: 'certificate',
    content: { ...content, format, check: { address: content.check.address, qr } } satisfies CertificateData,
    sealed: true,
    certificateVersionId: versionId,
  });
  return [made(own), made(own === 'standard' ? 'large-print' : 'standard')];
}

/** Writes the letter by e-mail. `certificate` is the paper in the person's own format, made now or before. */
export function byEmail(
  matter: Matter,
  { content, letter }: Draft,
  certificate: NewPaper,
  {
    address,
    kind,
    template,
    now,
  }: { address: string; kind: CertificateEmail['kind']; template: LetterTemplate; now: Temporal.Instant },
): NewLetter {
  const format = formatFor(matter.person);
  const written = certificateEmail({ content, letter, kind }, matter.service);
  return {
    id: newId(now),
    personId: matter.person.id,
    channel: 'email',
    template,
    templateVersion,
    format,
    subject: written.subject,
    text: written.text,
    html: written.html,
    toAddress: address,
    papers: [coveringPaper({ ...letter, format }, now), certificate],
  };
}

/** Writes the pack by post, its address sheet on top. `postOn` is the day it must go, ISO, where a certificate inside is issued by being posted. */
export function byPost(
  matter: Matter,
  { letter }: Draft,
  certificate: NewPaper,
  {
    lines,
    template,
    postOn,
    now,
  }: { lines: readonly string[]; template: LetterTemplate; postOn?: string; now: Temporal.Instant },
): NewLetter {
  const format = formatFor(matter.person);
  const sheet: AddressSheetData = {
    format,
    specimen: letter.specimen,
    service: letter.service,
    reference: letter.reference,
    to: { lines: letter.to.lines },
    returnTo: matter.service.address_lines.join(', '),
    // The pages are counted when the papers are made.
    papers: [
      { what: 'A letter to you', pages: 0 },
      { what: 'Your mediation certificate', pages: 0 },
    ],
    ...(postOn ? { postOn: sayDay(postOn) } : {}),
  };
  return {
    id: newId(now),
    personId: matter.person.id,
    channel: 'post',
    template,
    templateVersion,
    format,
    subject: 'Your papers from us',
    // The words of a pack stand on its papers.
    text: '',
    html: '',
    toAddress: letter.to.lines[0] ?? '',
    toLines: lines,
    papers: [
      { id: newId(now), kind: 'address-sheet', format, template: 'address-sheet', content: sheet, sealed: false },
      coveringPaper({ ...letter, format }, now),
      certificate,
    ],
  };
}

function coveringPaper(content: CoveringLetterData, now: Temporal.Instant): Made {
  return {
    id: newId(now),
    kind: 'covering-letter',
    format: content.format,
    template: 'covering-letter',
    content,
    sealed: false,
  };
}

/** Has a paper made that goes with no letter: the certificate in the other format. */
export async function wantPaper(
  { tx, now }: Inside,
  { service, case: of, person }: Matter,
  paper: Made,
): Promise<void> {
  await tx
    .insertInto('papers')
    .values({
      id: paper.id,
      service_id: service.id,
      case_id: of.id,
      person_id: person.id,
      kind: paper.kind,
      format: paper.format,
      certificate_version_id: paper.certificateVersionId ?? null,
      letter_id: null,
      template: paper.template,
      content: JSON.stringify(paper.content),
      sealed: paper.sealed,
      next_try_at: now.toString(),
      wanted_at: now.toString(),
    })
    .execute();
}
