// Sends the picture of a paper: made anew by us, shown inside our own pages, and able to do nothing if it is opened by itself.
import type { Answer } from '../kit/http/answer.ts';

/** Makes the answer. */
export function pictureAnswer(bytes: Uint8Array): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: bytes,
  };
}
