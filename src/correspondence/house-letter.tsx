// The look of a letter in words: one text, written out as plain text and as its HTML twin. Every value is escaped; nothing is fetched.
import type { Tx } from '../program.ts';
import { safeHref } from '../kit/html/link.tsx';
import { renderPage } from '../kit/html/render.ts';
import { readLetterWords, type LetterWords } from './own-words.ts';

/** The service as a letter names it. */
export interface LetterService {
  readonly name: string;
  readonly line: string;
  readonly telephone: string;
  readonly email: string;
  /** What the service adds in its own words, by letter. */
  readonly letterWords?: LetterWords;
}

export type Block =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A link on a line of its own; `url` is one that the program made. */
  | { readonly kind: 'link'; readonly words: string; readonly url: string }
  /** A date that stands out, with what must happen by then. */
  | { readonly kind: 'date'; readonly what: string; readonly day: string };

/** How an e-mail says that it can be answered; on paper other words stand in its place. */
export const orReply = 'or reply to this e-mail';

export interface HouseLetter {
  /** Never a name, a council, a decision, or anything that was said. */
  readonly subject: string;
  /** What a lock screen shows; as bare as the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Who writes, for the foot: name and role. */
  readonly signedBy?: readonly string[];
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Reads the service for a letter, as the person who acts. */
export async function getLetterService(tx: Tx, serviceId: string): Promise<LetterService> {
  const { letter_words: stored, ...service } = await tx
    .selectFrom('services')
    .select(['name', 'line', 'telephone', 'email', 'letter_words'])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow();
  return { ...service, letterWords: readLetterWords(stored) };
}

/** Writes a letter twice with the same words: plain text, and HTML. By post it says at its end what to do with paper. */
export function writeLetter(
  letter: HouseLetter,
  service: LetterService,
  channel: 'email' | 'post' = 'email',
): WrittenLetter {
  const end = notForYou[channel](service);
  return {
    subject: letter.subject,
    text: asText(letter, service, end),
    html: renderPage(<AsHtml {...{ letter, service, end }} />),
  };
}

function asText({ heading, blocks, signedBy = [] }: HouseLetter, service: LetterService, end: string): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'heading') return block.words.toUpperCase();
    if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n');
    if (block.kind === 'date') return `${block.what}: ${block.day}`;
    if (block.kind === 'link') return `${block.words}:\n${block.url}`;
    return block.words;
  });
  const foot = [...signedBy, service.name, service.line].join('\n');
  return `${[heading, ...parts, foot, end].join('\n\n')}\n`;
}

const notForYou: Record<'email' | 'post', (service: LetterService) => string> = {
  email: ({ email }) => `Not for you? Please tell us at ${email} and delete this e-mail.`,
  post: ({ telephone }) => `Not for you? Please ring us on ${telephone} and send it back unread.`,
};

// No quotes and no angle brackets, so that nothing in it needs escaping.
const css = `
body { margin: 0; padding: 0; background: #f7f3ec; }
a { color: #0f5c63; }
@media (max-width: 480px) { .inner { padding: 20px 18px !important; } }
@media (prefers-color-scheme: dark) {
  body, .ground { background: #14191f !important; }
  .card { background: #1d2733 !important; border-color: #3a4755 !important; }
  .inner, .inner p, .inner li, .inner h1, .inner h2 { color: #f2efe9 !important; }
  .inner .brand, .inner a { color: #8fd0d4 !important; }
  .inner .muted { color: #b9c4cf !important; }
  .panel { background: #24323f !important; border-color: #8fd0d4 !important; }
}`;

const font = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,Arial,sans-serif";
const paragraph = { margin: '0 0 14px' };
const muted = {
  margin: '22px 0 0',
  padding: '14px 0 0',
  fontSize: '16px',
  color: '#4a5866',
  borderTop: '1px solid #d5d0c6',
};
const panel = { margin: '0 0 14px', padding: '12px 16px', border: '2px solid #0f5c63', borderRadius: '8px' };

function AsHtml({ letter, service, end }: { letter: HouseLetter; service: LetterService; end: string }) {
  const { subject, preview, heading, blocks, signedBy = [] } = letter;
  return (
    <html lang="en-GB" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{subject}</title>
        <style>{css}</style>
      </head>
      <body>
        <div style={{ display: 'none', maxHeight: '0', overflow: 'hidden' }}>{preview}</div>
        <table
          role="presentation"
          class="ground"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style={{ background: '#f7f3ec' }}
        >
          <tr>
            <td align="center" style={{ padding: '24px 10px' }}>
              <table
                role="presentation"
                class="card"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style={{ maxWidth: '600px', background: '#ffffff', border: '1px solid #d5d0c6', borderRadius: '14px' }}
              >
                <tr>
                  <td
                    class="inner"
                    align="left"
                    style={{
                      padding: '28px 32px',
                      fontFamily: font,
                      fontSize: '18px',
                      lineHeight: '1.5',
                      color: '#1d2733',
                    }}
                  >
                    <p class="brand" style={{ margin: '0 0 4px', fontWeight: 'bold', color: '#0f5c63' }}>
                      {service.name}
                    </p>
                    <p
                      class="muted"
                      style={{
                        margin: '0',
                        padding: '0 0 14px',
                        fontSize: '16px',
                        color: '#4a5866',
                        borderBottom: '2px solid #0f5c63',
                      }}
                    >
                      {service.line}
                    </p>
                    <h1 style={{ margin: '24px 0 12px', fontSize: '28px', lineHeight: '1.2' }}>{heading}</h1>
                    {blocks.map((block) => (
                      <AsBlock {...block} />
                    ))}
                    <p style={paragraph}>
                      {signedBy.map((line) => (
                        <>
                          {line}
                          <br />
                        </>
                      ))}
                    </p>
                    <p class="muted" style={muted}>
                      {end}
                    </p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function AsBlock(block: Block) {
  if (block.kind === 'heading')
    return <h2 style={{ margin: '26px 0 10px', fontSize: '21px', lineHeight: '1.3' }}>{block.words}</h2>;
  if (block.kind === 'date') {
    return (
      <p class="panel" style={panel}>
        {block.what}
        <br />
        <strong style={{ fontSize: '23px', lineHeight: '1.35' }}>{block.day}</strong>
      </p>
    );
  }
  if (block.kind === 'link') {
    return (
      <p style={paragraph}>
        <a href={safeHref(block.url)} style={{ color: '#0f5c63', fontWeight: 'bold' }}>
          {block.words}
        </a>
      </p>
    );
  }
  if (block.kind === 'list') {
    return (
      <ul style={{ margin: '0 0 14px', padding: '0 0 0 24px' }}>
        {block.items.map((item) => (
          <li style={{ margin: '0 0 6px' }}>{item}</li>
        ))}
      </ul>
    );
  }
  return <p style={paragraph}>{block.words}</p>;
}
