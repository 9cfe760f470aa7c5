// Fetches the published list of bank holidays from where the settings say, and from nowhere else. Only when a manager asks for it.

/** The list is under 60 KB. */
const MOST_BYTES = 1_000_000;
const WITHIN_MS = 10_000;
const TRIES = 2;

/** Gives the text of the list; null when it could not be had within the time, in which case the manager gives the file by hand. Never throws. */
export async function fetchPublishedList(url: string): Promise<string | null> {
  for (let left = TRIES; left > 0; left -= 1) {
    const answer = await ask(url).catch(() => 'no-answer' as const);
    if (answer !== 'no-answer') return answer;
  }
  return null;
}

/** Null for an answer that a second try would not better. */
async function ask(url: string): Promise<string | null> {
  const answer = await fetch(url, {
    redirect: 'error', // Another address is nothing that the settings allow.
    signal: AbortSignal.timeout(WITHIN_MS),
    headers: { accept: 'application/json' },
  });
  if (!answer.ok || !answer.body) return null;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
