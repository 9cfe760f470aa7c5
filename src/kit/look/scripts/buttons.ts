// Buttons that only make sense with script: copy words, print the page. They are hidden until this runs.

/** Shows and wires `[data-copy]` (the text to copy) and `[data-print]` buttons. */
export function startButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const { copy } = button.dataset;
      if (copy === undefined) {
        page.defaultView?.print();
        return;
      }
      await navigator.clipboard.writeText(copy);
      const before = button.textContent;
      button.textContent = button.dataset['copied'] ?? 'Copied';
      setTimeout(() => (button.textContent = before), 3000);
    });
  }
}
