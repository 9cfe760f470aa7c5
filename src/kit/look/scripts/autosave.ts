// Saves a form while somebody fills it in, so that a lost line or a closed lid loses nothing.

const PAUSE_MS = 800;
const TIMEOUT_MS = 10_000;

/**
 * Wires every form with `data-autosave` (the address that keeps a draft). The whole form is sent as it would be; the answer is
 * JSON `{ savedAt: words }`, such as "10:42:07am".
 * The outcome is written into the element that `data-saves` names.
 */
export function startAutosave(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    const says = page.getElementById(form.dataset['saves'] ?? '');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sending: AbortController | undefined;
    const say = (words: string): void => {
      if (says) says.textContent = words;
    };
    const save = async (): Promise<void> => {
      sending?.abort();
      const request = new AbortController();
      sending = request;
      const tooLong = setTimeout(() => request.abort('too long'), TIMEOUT_MS);
      const fields = new URLSearchParams(
        [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      );
      try {
        const answer = await fetch(form.dataset['autosave']!, {
          method: 'POST',
          body: fields,
          headers: { accept: 'application/json' },
          credentials: 'same-origin',
          signal: request.signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const { savedAt } = (await answer.json()) as { savedAt: string };
        say(`✓ Saved ${savedAt}`);
        form.dispatchEvent(new CustomEvent('saved'));
      } catch (problem) {
        // A newer save took this one's place: it will say how that went.
        if (problem instanceof DOMException && problem.name === 'AbortError') return;
        say('Not saved. Your answers are still on this page; we try again when you next type.');
      } finally {
        clearTimeout(tooLong);
      }
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE_MS);
    };
    form.addEventListener('input', soon);
    form.addEventListener('change', soon);
  }
}
