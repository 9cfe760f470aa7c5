// The desk's keys. Each is printed where it acts; a person who turned them off has data-keys="off" on the body.

/** Whether typing now would go into a field, so that a plain letter or figure must be left alone. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="radio"], [type="checkbox"], [type="submit"])')
  );
}

/** "Control+K" for the event, in the words of aria-keyshortcuts. */
function nameOf(event: KeyboardEvent): string {
  const parts = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && event.key.length > 1 && 'Shift',
  ].filter(Boolean);
  return [...parts, event.key.length === 1 ? event.key.toUpperCase() : event.key].join('+');
}

/** Goes to a field, or presses a link or button. */
function act(element: HTMLElement): void {
  if (element.matches('input, textarea, select, [data-panel]')) element.focus();
  else element.click();
}

/** Up and down between rows: each row has one link that opens it (`data-opens`) and perhaps one next step (`data-next`). */
function moveInRows(event: KeyboardEvent, page: Document): boolean {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0 || isTyping(event.target)) return false;
  const here = event.target instanceof Element ? rows.findIndex((row) => row.contains(event.target as Node)) : -1;
  if (event.ctrlKey && event.key === 'Enter') {
    const next = rows[here]?.querySelector<HTMLElement>('[data-next]');
    next?.click();
    return Boolean(next);
  }
  if (event.ctrlKey || event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
  const to = rows[event.key === 'ArrowDown' ? here + 1 : Math.max(0, here - 1)];
  to?.querySelector<HTMLElement>('[data-opens]')?.focus();
  return Boolean(to);
}

/** In a call: F2 goes to the next unanswered step; 1 to 9 choose in the step that has the focus, or in the one that is asked now. */
function moveInSteps(event: KeyboardEvent, page: Document): boolean {
  if (event.key === 'F2') {
    const waiting = page.querySelector<HTMLElement>('[data-step]:not([data-done])');
    if (waiting instanceof HTMLDetailsElement) waiting.open = true;
    waiting?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return Boolean(waiting);
  }
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || isTyping(event.target)) return false;
  const step =
    (event.target instanceof Element && event.target.closest('[data-step]')) || page.querySelector('.step--now');
  const choice = step?.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')[
    Number(event.key) - 1
  ];
  choice?.focus();
  choice?.click();
  return Boolean(choice);
}

/** Wires the keys of the desk, unless the person turned them off. */
export function startKeys(page: Document): void {
  if (page.body.dataset['keys'] === 'off') return;
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const named = page.querySelector<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(nameOf(event))}"]`);
    if (named) act(named);
    if (named || moveInRows(event, page) || moveInSteps(event, page)) event.preventDefault();
  });
}
