// Buttons that only make sense with script: copy words, print the page. They are hidden until this runs.

const SAID_FOR = 3000;

/** Shows and wires `[data-copy]` (the text to copy) and `[data-print]` buttons. */
export function startButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const { copy } = button.dataset;
      if (copy === undefined) page.defaultView?.print();
      else void copyAndSay(button, copy);
    });
  }
}

/** Copies, and says so on the button for a while; says nothing when the browser refuses. */
async function copyAndSay(button: HTMLButtonElement, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    return;
  }
  const before = button.textContent;
  button.textContent = button.dataset['copied'] ?? 'Copied';
  setTimeout(() => (button.textContent = before), SAID_FOR);
}
