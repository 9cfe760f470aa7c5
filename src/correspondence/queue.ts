// Puts a letter and the papers it carries into the outbox, inside the transaction of the act that causes it.
// The letter's row is the truth and is itself the job: the worker claims it, so nothing can be queued and lost.
import type { Inside } from '../cases/inside.ts';
import { newId } from '../kit/ids.ts';
import type { LetterTemplate } from './words.ts';

/** A paper to be rendered, or (with `existing`) one that was rendered before and goes again. */
export type NewPaper =
  | {
      readonly id: string;
      readonly kind: 'certificate' | 'covering-letter' | 'address-sheet' | 'letter';
      readonly format: 'standard' | 'large-print';
      readonly template: string;
      readonly content: unknown;
      readonly sealed: boolean;
      readonly certificateVersionId?: string;
    }
  | { readonly existing: string };

/** A letter ready to go: its words are already rendered, so what is sent is what is kept. No name or secret stands in the subject. */
export interface NewLetter {
  readonly id: string;
  readonly personId: string | null;
  readonly channel: 'email' | 'post';
  readonly template: LetterTemplate;
  readonly templateVersion: number;
  readonly language?: string;
  readonly format?: 'standard' | 'large-print';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An e-mail address, or for post the name on the envelope. */
  readonly toAddress: string;
  readonly toLines?: readonly string[];
  readonly papers: readonly NewPaper[];
}

/** Queues a letter. The caller is the door. An e-mail with papers waits until they are made; a letter by post waits for a person. */
export async function queueLetter(
  { tx, now, actId, mailDomain }: Inside,
  serviceId: string,
  caseId: string | null,
  letter: NewLetter,
): Promise<void> {
  const at = now.toString();
  const waits = letter.papers.some((paper) => !('existing' in paper));
  await tx
    .insertInto('letters')
    .values({
      id: letter.id,
      service_id: serviceId,
      case_id: caseId,
      person_id: letter.personId,
      channel: letter.channel,
      template: letter.template,
      template_version: letter.templateVersion,
      language: letter.language ?? 'en',
      format: letter.format ?? 'standard',
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html,
      to_address: letter.toAddress,
      to_lines: [...(letter.toLines ?? [])],
      // Written once, here: every try of this letter has it, whatever the settings become meanwhile.
      message_id: `${newId()}@${mailDomain}`,
      state: waits ? 'waiting-for-papers' : letter.channel === 'email' ? 'queued' : 'to-post',
      next_try_at: at,
      queued_at: at,
      act_id: actId,
    })
    .execute();
  for (const [position, paper] of letter.papers.entries()) {
    const paperId = 'existing' in paper ? paper.existing : paper.id;
    if (!('existing' in paper)) {
      await tx
        .insertInto('papers')
        .values({
          id: paper.id,
          service_id: serviceId,
          case_id: caseId as string,
          person_id: letter.personId,
          kind: paper.kind,
          format: paper.format,
          certificate_version_id: paper.certificateVersionId ?? null,
          letter_id: letter.id,
          template: paper.template,
          content: JSON.stringify(paper.content),
          sealed: paper.sealed,
          next_try_at: at,
          wanted_at: at,
        })
        .execute();
    }
    await tx
      .insertInto('letter_papers')
      .values({ letter_id: letter.id, paper_id: paperId, service_id: serviceId, position })
      .execute();
  }
}
