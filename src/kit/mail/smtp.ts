// Sends e-mail through a mail server (SMTP), and tells apart what surely failed from what may have been taken.
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Temporal } from 'temporal-polyfill';
import { checkMessage, MailFailure, type Mailer, type Message } from './mailer.ts';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
  /** Milliseconds for connecting, for the greeting, and of silence afterwards. */
  readonly patience?: number;
  /** A certificate authority to believe besides the usual ones, in PEM. */
  readonly authority?: string;
}

const PATIENCE = 30_000;
/** Shorter than mail servers keep an idle connection (RFC 5321 asks for minutes, some give one). */
const IDLE = 30_000;
/** All the silences together: a server that trickles a byte now and then is not waited for. */
const WHOLE_SEND = 4;

/** Opens a pool of connections to the mail server; each is made when first needed. */
export function createSmtpMailer(options: SmtpOptions): Mailer {
  const { patience = PATIENCE } = options;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    // Only for a connection that the server had dropped before it asked for a byte of the letter; all else is decided here.
    maxRequeues: 1,
    idleTimeout: IDLE,
    host: options.host,
    port: options.port,
    secure: options.security === 'tls',
    requireTLS: options.security === 'starttls',
    ignoreTLS: options.security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(options.authority ? { ca: options.authority } : {}) },
    ...(options.login ? { auth: { user: options.login.user, pass: options.login.password } } : {}),
    ...(options.dkim
      ? {
          dkim: {
            domainName: options.dkim.domain,
            keySelector: options.dkim.selector,
            privateKey: options.dkim.privateKey,
          },
        }
      : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });

  /** The letters of which the server asked for the first byte. */
  const begun = new Set<string>();
  transport.use('stream', (mail, done) => {
    const id = String(mail.data.messageId);
    mail.message.processFunc((letter) =>
      Readable.from(
        (async function* () {
          begun.add(id);
          yield* letter;
        })(),
      ),
    );
    done();
  });

  return {
    async send(message) {
      checkMessage(message);
      const mime = mimeOf(message);
      try {
        await transport.sendMail({ ...mime, signal: AbortSignal.timeout(patience * WHOLE_SEND) });
        return 'accepted';
      } catch (error) {
        throw failureOf(error, begun.has(mime.messageId));
      } finally {
        begun.delete(mime.messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** The message for nodemailer. Boundaries come from the Message-ID and the date from the letter: every attempt has the same bytes. */
function mimeOf(message: Message) {
  const { id, writtenAt, from, to, replyTo, bounceTo, subject, text, html, attachments = [] } = message;
  return {
    messageId: `<${id}>`,
    date: rfc5322Date(writtenAt),
    from,
    to,
    replyTo,
    subject,
    text,
    html,
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    baseBoundary: id.replace(/[^\w]/g, '').slice(-40),
    xMailer: false as const,
    ...(bounceTo ? { envelope: { from: bounceTo, to } } : {}),
    // Automatic answers (out of office) are not wanted: nobody reads them in time.
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes an instant as mail does (RFC 5322 3.3): `Tue, 3 Nov 2026 09:05:00 +0000`. */
function rfc5322Date(instant: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = instant.toZonedDateTimeISO('UTC');
  const two = (value: number) => String(value).padStart(2, '0');
  return `${WEEKDAYS[dayOfWeek - 1]}, ${day} ${MONTHS[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * Sorts a failure. A reply of the server is certain: 4xx later, 5xx never, unless the trouble is ours and not the
 * letter's (login, out of step, closing down). Without a reply it depends on whether the letter had begun to be sent.
 */
function failureOf(error: unknown, begun: boolean): MailFailure {
  const { code = 'unexpected', responseCode, command = '' } = (error ?? {}) as SmtpError;
  if (responseCode === undefined) return new MailFailure(begun ? 'unknown' : 'temporary', undefined, code);
  const isRefused = responseCode >= 500 && !OUR_TROUBLE.has(responseCode) && ABOUT_THE_LETTER.has(command);
  return new MailFailure(isRefused ? 'permanent' : 'temporary', responseCode, code);
}

const ABOUT_THE_LETTER = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** 503 out of step; 530, 534, 535 and 538 are about our login (RFC 4954). */
const OUR_TROUBLE = new Set([503, 530, 534, 535, 538]);
