// Runs in the browser: asks the device for a passkey and sends its answer with the form. Everything it is told is checked by the server.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = part.querySelector('form');
  const says = part.querySelector<HTMLElement>('[data-passkey-says]');
  const field = form?.elements.namedItem('response');
  if (!form || !(field instanceof HTMLInputElement)) continue;
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    if (says) says.hidden = true;
    answerOf(part, form).then(
      (answer) => {
        field.value = JSON.stringify(answer);
        form.submit();
      },
      () => {
        if (says) says.hidden = false;
      },
    );
  });
}

async function answerOf(part: HTMLElement, form: HTMLFormElement): Promise<unknown> {
  const token = new FormData(form).get('_csrf');
  const sent = await fetch(part.dataset['options'] ?? '', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ _csrf: typeof token === 'string' ? token : '' }),
  });
  if (!sent.ok) throw new Error(`options: ${sent.status}`);
  const optionsJSON = await sent.json();
  return part.dataset['passkey'] === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}
