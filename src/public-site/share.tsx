// How a page whose address holds its answers is kept or shown to somebody: by e-mail, which needs no script, by copying, or on paper.
import { ButtonLink } from '../kit/html/govuk/button.tsx';
import { CopyButton } from '../kit/html/pieces/buttons.tsx';

/** `link` is the page's whole address. The e-mail is the person's own: nothing passes through here, and its subject says nothing of them. */
export function ShareLink({ link }: { link: string }) {
  const email = `mailto:?subject=${encodeURIComponent('A page to look at')}&body=${encodeURIComponent(link)}`;
  return (
    <>
      <p class="print-only">{link}</p>
      <p class="buttons">
        <ButtonLink href={email} classes="govuk-button--secondary">
          Send the link by e-mail
        </ButtonLink>
        <CopyButton text={link}>Copy the link</CopyButton>
      </p>
    </>
  );
}
