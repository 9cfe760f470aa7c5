// Leaves the site at once, and takes this page out of the browser's history.

/** Wires the "Leave quickly" link, and three presses of Shift within two seconds. */
export function startLeave(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-leave]');
  if (!link) return;
  const leave = (): void => {
    page.body.hidden = true;
    page.title = '';
    page.defaultView?.location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  page.addEventListener('keydown', (event) => {
    presses =
      event.key === 'Shift' && !event.repeat
        ? [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp]
        : [];
    if (presses.length === 3) leave();
  });
}
