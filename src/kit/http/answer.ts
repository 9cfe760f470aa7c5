// What a page handler gives back: a value that says what to send, sent by the server after every check.
import type { VNode } from 'preact';
import { renderPage } from '../html/render.ts';
import { isLocalPath } from './local-path.ts';

/** A finished answer. Handlers make one with the functions here (or the same ones on their visit). */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** Renders a whole page. A failure in a component fails here, in the handler, not halfway through the body. */
export function html(node: VNode, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: renderPage(node),
  };
}

/** Sends the browser on with 303 (so that a reload posts nothing again). Throws unless `path` is on this site. */
export function redirect(path: string): Answer {
  if (!isLocalPath(path)) throw new TypeError('A redirect stays on this site');
  return { status: 303, headers: { location: path }, body: null };
}

/** Sends a value as JSON. `<` is escaped so that the text is harmless wherever it lands. */
export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value).replaceAll('<', '\\u003c'),
  };
}

/** Sends plain text (health checks, calendars with their own type). */
export function text(value: string, { type = 'text/plain; charset=utf-8', status = 200 } = {}): Answer {
  return { status, headers: { 'content-type': type }, body: value };
}

export interface FileToSend {
  /** The name the person saves it under; any characters. */
  readonly name: string;
  /** Media type, as our own register has it, never as the uploader said. */
  readonly type: string;
}

/** Sends a file to be saved, never shown inside the site: attachment, no sniffing, and a policy that runs nothing if it is opened all the same. */
export function file(bytes: Uint8Array, { name, type }: FileToSend): Answer {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': attachment(name),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    },
    body: bytes,
  };
}

/** RFC 6266: a plain name for old readers, and the true name in UTF-8. */
function attachment(name: string): string {
  const oneLine = name.replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ').trim() || 'file';
  const plain = oneLine.replace(/[^\x20-\x7e]|["%]/g, '_');
  const exact = encodeURIComponent(oneLine.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
