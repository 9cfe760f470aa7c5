// Asks now and then whether a page has changed since it was opened, and says so. It changes nothing else on the page and takes no focus.

const EVERY_MS = 60_000;
/** Asking counts as being there, so it stops before an abandoned desk would stay signed in by it. */
const GIVE_UP_MS = 15 * 60_000;
const TIMEOUT_MS = 10_000;

/**
 * Wires the place with `data-live`, the address that answers JSON `{ says: words or null }`; `data-show` is the address of the page
 * anew. It asks only while the page is seen and somebody has lately touched it.
 */
export function startLive(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-live]');
  const address = place?.dataset['live'];
  if (!place || !address) return;
  let touched = performance.now();
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll'])
    page.addEventListener(sign, () => (touched = performance.now()), { passive: true });

  const ask = async (): Promise<void> => {
    if (page.hidden || performance.now() - touched > GIVE_UP_MS) return;
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { says } = (await answer.json()) as { says: string | null };
    if (!says || place.dataset['says'] === says) return;
    place.dataset['says'] = says;
    const show = page.createElement('a');
    show.href = place.dataset['show'] ?? '';
    show.textContent = 'Show';
    place.replaceChildren(`${says} `, show);
  };
  // A lost line or a session that ended is no news: the next page says so.
  setInterval(() => void ask().catch(() => undefined), EVERY_MS);
}
