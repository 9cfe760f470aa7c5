// What making and sending papers needs besides the program: the ports to the outside.
import type { Files } from '../kit/files/files.ts';
import type { Log } from '../kit/log.ts';
import type { Mailer } from '../kit/mail/mailer.ts';
import type { Pdf } from '../kit/pdf/pdf.ts';
import type { SealingKey } from '../kit/pdf/sealing-key.ts';
import type { Seat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';

export interface PostRoom extends Program {
  readonly pdf: Pdf;
  readonly files: Files;
  readonly mailer: Mailer;
  /** Whom e-mail comes from: the mailbox the mail server sends for, whatever address the service gives to families. Answers go to that one. */
  readonly sender: string;
  /** Null where a service issues without an embedded signature and relies on the verify page. */
  readonly sealingKey: SealingKey | null;
  readonly log: Log;
}

/** The worker's seat: every service's papers and letters, and nothing that its grants do not name. */
export const workersSeat: Seat = { role: 'worker', settings: { 'cg.account': '', 'cg.service': '' }, readOnly: false };
