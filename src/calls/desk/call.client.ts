// What the call page does with script: it saves what is typed, one save after another, and redraws what stands around the fields.
// Nothing is kept on this computer: a draft lives on the server alone.

const PAUSE_MS = 600;
const TRY_AGAIN_MS = 5000;
const TIMEOUT_MS = 10_000;

const form = document.querySelector<HTMLFormElement>('form#call');
if (form) startCall(form);

function startCall(form: HTMLFormElement): void {
  const says = document.getElementById('saved');
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
    fields.delete('seen');
    return fields.toString();
  };
  let kept = answers();

  const say = (words: string): void => {
    if (says) says.textContent = words;
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
        say('Changed in another window. Press Save to see both; nothing is lost.');
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
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
      if (isAllSaved && old && isFolding(old, fresh)) swap(fresh);
    }
    const words = page.getElementById('saved')?.textContent;
    if (words && says?.textContent !== words) say(words);
  }

  for (const event of ['input', 'change'] as const) form.addEventListener(event, () => soon(PAUSE_MS));
  form.addEventListener('focusout', () => soon(0));
  addEventListener('beforeunload', (event) => {
    if (!leaving && answers() !== kept) event.preventDefault();
  });
  form.addEventListener('submit', () => {
    leaving = true;
    setTimeout(() => (leaving = false), TIMEOUT_MS);
  });
}

/** A step is drawn again when it folds, unfolds or gets other fields; an open one that only changed its colour is left alone. */
function isFolding(old: Element, fresh: Element): boolean {
  const shape = (step: Element): string =>
    `${step.tagName} ${step.className} ${[...step.querySelectorAll('[name]')].map((field) => field.getAttribute('name')).join()}`;
  return shape(old) !== shape(fresh) || (fresh.tagName === 'DETAILS' && !(old as HTMLDetailsElement).open);
}

/** Puts a fresh element in the place of the one with its id, unless somebody is in it, or has chosen something in it. */
function swap(fresh: Element): void {
  const old = document.getElementById(fresh.id);
  if (!old || old.contains(document.activeElement)) return;
  if (old.matches('#recognise') && old.querySelector(':checked')) return;
  old.replaceWith(document.importNode(fresh, true));
}
