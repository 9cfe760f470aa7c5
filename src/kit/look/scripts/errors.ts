// Takes the reader to what is wrong: first to the summary, then from it to the field.

/** Moves focus to the error summary when the page opens, and to a field (with its question in view) when its error is pressed. */
export function startErrors(page: Document): void {
  const summary = page.querySelector<HTMLElement>('.govuk-error-summary');
  if (!summary || summary.dataset['disableAutoFocus'] === 'true') return;
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const field = link && page.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const question =
      field.closest('fieldset')?.querySelector('legend') ?? page.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    (question ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
