// Menus made of <details>: they close when somebody presses Escape or anything outside.

/** Wires every `details[data-closes]`. */
export function startMenus(page: Document): void {
  const open = (): NodeListOf<HTMLDetailsElement> => page.querySelectorAll('details[data-closes][open]');
  page.addEventListener('click', (event) => {
    for (const menu of open()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
