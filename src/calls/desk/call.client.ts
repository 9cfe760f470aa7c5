// What the call page does with script: it saves what is typed, one save after another, and redraws what stands around the fields.
// Nothing is kept on this computer: a draft lives on the server alone.

const PAUSE_MS = 600;
const TRY_AGAIN_MS = 5000;
const TIMEOUT_MS = 10_000;
/** A press this long drags something, such as the bar at the side, whose release is not always told. */
const LONGEST_CLICK_MS = 1000;

/** Why the server did not keep what was typed, where trying again does not help by itself. */
const refused: Readonly<Record<number, string>> = {
  403: 'Not saved: you are signed out. Press Save to sign in again; your answers stay.',
  413: 'Not saved: one answer is far too long. Make it shorter; your answers are still on this page.',
};

const form = document.querySelector<HTMLFormElement>('form#call');
if (form) startCall(form);

function startCall(form: HTMLFormElement): void {
  const says = document.getElementById('saved');
  const aloud = document.getElementById('saved-aloud');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = false;
  let stopped = false;
  let leaving = false;

  const typed = (): URLSearchParams =>
    new URLSearchParams(
      [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  /** What was typed, without what the server itself changes with each save. */
  const answers = (): string => {
    const fields = typed();
    fields.delete('_version');
    return fields.toString();
  };
  let kept = answers();
  /** What the server last gave back. */
  let shown: Document | undefined;
  const mouse = watchMouse();

  /** A screen reader says this when it changes, so it is not told every few seconds that all is saved. */
  const sayAloud = (words: string): void => {
    if (aloud && aloud.textContent !== words) aloud.textContent = words;
  };
  const say = (words: string, isGood = false): void => {
    if (!says) return;
    if (!isGood) sayAloud(words);
    says.textContent = words;
    says.classList.toggle('good', isGood);
    says.classList.toggle('late', !isGood);
  };
  const soon = (after: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), after);
  };

  async function save(): Promise<void> {
    if (saving || stopped || answers() === kept) return;
    saving = true;
    const sent = answers();
    const request = new AbortController();
    const tooLong = setTimeout(() => request.abort(), TIMEOUT_MS);
    try {
      const address = `${location.pathname.replace(/\/(end|ringing-off|identity|draft)$/, '')}/draft`;
      const answer = await fetch(address, {
        method: 'POST',
        body: typed(),
        credentials: 'same-origin',
        redirect: 'error',
        signal: request.signal,
      });
      if (answer.status === 409) {
        stopped = true;
        say('Changed in another window, or taken over. Press Save to see both; nothing is lost.');
        return;
      }
      if (answer.status in refused) {
        say(refused[answer.status] ?? '');
        soon(TRY_AGAIN_MS);
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      await mouse.released();
      shown = page;
      const isAllSaved = answers() === sent;
      redraw(page, isAllSaved);
      kept = isAllSaved ? answers() : sent;
    } catch {
      say('Not saved. Your answers are still on this page; we try again.');
      soon(TRY_AGAIN_MS);
    } finally {
      clearTimeout(tooLong);
      saving = false;
      if (!stopped && answers() !== kept) soon(PAUSE_MS);
    }
  }

  /** Takes over what stands around the fields; and whole steps, but never one with the focus, and none while more was typed meanwhile. */
  function redraw(page: Document, isAllSaved: boolean): void {
    for (const fresh of page.querySelectorAll('[data-live][id]')) swap(fresh);
    for (const part of ['.call-bar h1', '.call-steps']) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(document.importNode(fresh, true));
    }
    for (const fresh of page.querySelectorAll<HTMLElement>('[data-step][id]')) {
      const old = document.getElementById(fresh.id);
      old?.toggleAttribute('data-done', fresh.hasAttribute('data-done'));
      if (old) recolour(old, fresh);
      if (isAllSaved && old && isFolding(old, fresh)) swap(fresh);
    }
    sayAloud(page.getElementById('saved-aloud')?.textContent ?? '');
    const words = page.getElementById('saved')?.textContent;
    if (words && says?.textContent !== words) say(words, true);
  }

  for (const event of ['input', 'change'] as const) form.addEventListener(event, () => soon(PAUSE_MS));
  /** A step that was left shows what is wrong in it, or folds, also when all of it had been saved while somebody was in it. */
  const left = async (): Promise<void> => {
    if (answers() !== kept) return soon(0);
    await mouse.released();
    if (shown && !saving && answers() === kept) redraw(shown, true);
  };
  form.addEventListener('focusout', () => setTimeout(() => void left()));
  startMoving(form, () => void left());
  addEventListener('beforeunload', (event) => {
    if (!leaving && answers() !== kept) event.preventDefault();
  });
  form.addEventListener('submit', () => {
    leaving = true;
    setTimeout(() => (leaving = false), TIMEOUT_MS);
  });
}

/** Knows whether a button of the mouse is held: a page that moves under it would take the click away. */
function watchMouse(): { released(): Promise<void> } {
  let held: Promise<void> = Promise.resolve();
  const hold = (): void => {
    held = new Promise((resolve) => {
      // The click comes right after the release, and must have been acted on first.
      const release = (): void => void setTimeout(resolve);
      for (const event of ['pointerup', 'pointercancel'] as const)
        addEventListener(event, release, { capture: true, once: true });
      setTimeout(resolve, LONGEST_CLICK_MS);
    });
  };
  addEventListener('pointerdown', hold, { capture: true });
  return { released: () => held };
}

/**
 * F2, and Enter in a field, go to the next step in which something waits, from the one that has the focus. It need not be saved yet: a step
 * that was just answered is passed. The other keys of the desk act here as everywhere.
 */
function startMoving(form: HTMLFormElement, save: () => void): void {
  const steps = (): HTMLElement[] => [...form.querySelectorAll<HTMLElement>('[data-step]')];
  const enter = (step: HTMLElement | undefined): void => {
    if (step instanceof HTMLDetailsElement) step.open = true;
    const field =
      step?.querySelector<HTMLElement>('input:checked') ??
      step?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, button');
    field?.focus();
    step?.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event;
      if (document.body.dataset['keys'] === 'off' || event.isComposing || event.ctrlKey || event.altKey) return;
      const isField =
        target instanceof HTMLInputElement || (target instanceof HTMLSelectElement && form.contains(target));
      if (key !== 'F2' && !(key === 'Enter' && isField && form.contains(target))) return;
      event.preventDefault();
      const all = steps();
      const here = target instanceof Element ? all.findIndex((step) => step.contains(target)) : -1;
      const waiting = [...all.slice(here + 1), ...all.slice(0, here)].find(
        (step) => !step.hasAttribute('data-done') && isAsked(form, step),
      );
      enter(waiting ?? all.at(-1));
      save();
    },
    { capture: true },
  );
  const begin = (): void => {
    const nobodyIsTyping = document.activeElement === document.body || document.activeElement === null;
    if (nobodyIsTyping && !document.querySelector('.govuk-error-summary, #clash'))
      enter(form.querySelector<HTMLElement>('.step--now') ?? undefined);
  };
  // The browser takes the focus away when it goes to the step in the address, so that is done with first.
  history.replaceState(history.state, '', location.pathname + location.search);
  begin();
  addEventListener('load', begin, { once: true });
}

/** Some questions are only asked after one answer to another, such as the issues after a yes to mediation. */
function isAsked(form: HTMLFormElement, step: HTMLElement): boolean {
  const { onlyWhen, is } = step.querySelector<HTMLElement>('[data-only-when]')?.dataset ?? {};
  return onlyWhen === undefined || new FormData(form).get(onlyWhen) === is;
}

/** Shows which step is asked now, also on one that keeps its fields because somebody is in them. */
function recolour(old: HTMLElement, fresh: HTMLElement): void {
  if (old.tagName === fresh.tagName) old.className = fresh.className;
  else old.classList.remove('step--now');
}

/** A step is drawn again when it folds, unfolds, gets other fields or says that something is wrong; an open one is left alone. */
function isFolding(old: Element, fresh: Element): boolean {
  const shape = (step: Element): string =>
    [
      step.tagName,
      ...[...step.querySelectorAll('[name]')].map((field) => field.getAttribute('name')),
      ...[...step.querySelectorAll('.govuk-error-message')].map((error) => error.textContent),
    ].join();
  return shape(old) !== shape(fresh) || (fresh.tagName === 'DETAILS' && !(old as HTMLDetailsElement).open);
}

/** Puts a fresh element in the place of the one with its id, unless somebody is in it, or has chosen something in it. */
function swap(fresh: Element): void {
  const old = document.getElementById(fresh.id);
  if (!old || old.contains(document.activeElement)) return;
  if (old.matches('#recognise') && old.querySelector(':checked')) return;
  old.replaceWith(document.importNode(fresh, true));
}
