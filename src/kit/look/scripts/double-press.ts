// Ignores a second press of the same button within a second. The form's key makes a repeat harmless; this only spares the wait.

/** Wires every form that changes something. */
export function startDoublePress(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.dataset['sent'] === 'yes') {
      event.preventDefault();
      return;
    }
    form.dataset['sent'] = 'yes';
    setTimeout(() => delete form.dataset['sent'], 1000);
  });
}
