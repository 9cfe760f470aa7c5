// Counts while somebody types in a field with a limit, and tells a screen reader only when they pause.

const PAUSE_MS = 1000;
const PLURALS = { characters: ['character', 'characters'], words: ['word', 'words'] } as const;

/** Wires every field that has a limit. Without script the limit stands below the field. */
export function startCounts(page: Document): void {
  for (const group of page.querySelectorAll<HTMLElement>('[data-module="govuk-character-count"]')) {
    const field = group.querySelector('textarea');
    const message = group.querySelector<HTMLElement>('.govuk-character-count__message');
    const words = Number(group.dataset['maxwords']);
    const limit = words || Number(group.dataset['maxlength']);
    if (!field || !message || !limit) continue;
    const [one, many] = PLURALS[words ? 'words' : 'characters'];
    const aloud = page.createElement('div');
    aloud.className = 'govuk-visually-hidden';
    aloud.setAttribute('aria-live', 'polite');
    message.after(aloud);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      const used = words ? (field.value.match(/\S+/g) ?? []).length : [...field.value].length;
      const left = limit - used;
      const size = Math.abs(left);
      message.textContent = `${size} ${size === 1 ? one : many} ${left < 0 ? 'too many' : 'left'}`;
      message.classList.toggle('govuk-character-count__message--over', left < 0);
      clearTimeout(timer);
      timer = setTimeout(() => (aloud.textContent = message.textContent), PAUSE_MS);
    };
    field.addEventListener('input', count);
    count();
  }
}
