// The parts of a case page at the desk: its head, what may be done next and what may not, the people by side.
import { ButtonLink } from '../govuk/button.tsx';
import { Icon } from '../icons.tsx';
import type { Words } from '../parts.ts';

export interface CaseHeadProps {
  reference: string;
  title: Words;
  buttons?: Words;
  facts: readonly { what: Words; is: Words }[];
}

/** Reference, name, buttons and facts. */
export function CaseHead({ reference, title, buttons, facts }: CaseHeadProps) {
  return (
    <div class="case-head">
      <div>
        <p class="eyebrow">{reference}</p>
        <h1>{title}</h1>
      </div>
      {buttons && <div class="buttons">{buttons}</div>}
      <dl class="facts">
        {facts.map(({ what, is }) => (
          <div>
            <dt>{what}</dt>
            <dd>{is}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export interface Act {
  what: Words;
  why: Words;
  button: { href: string; words: Words };
}

export interface ActsProps {
  /** The one next step, in the deep-teal row. */
  next?: Act & { eyebrow: Words };
  acts: readonly Act[];
  /** What is refused now, why, and when it opens. */
  closed?: readonly { what: Words; why: Words }[];
}

/** What may lawfully be done next; refusals are shown, not hidden. */
export function Acts({ next, acts, closed = [] }: ActsProps) {
  return (
    <>
      <ul class="acts">
        {next && (
          <li class="acts__next card--brand">
            <div>
              <span class="eyebrow">{next.eyebrow}</span>
              <strong>{next.what}</strong>
              <span class="small">{next.why}</span>
            </div>
            <ButtonLink href={next.button.href}>{next.button.words}</ButtonLink>
          </li>
        )}
        {acts.map(({ what, why, button }) => (
          <li>
            <div>
              <strong>{what}</strong>
              <span class="small">{why}</span>
            </div>
            <ButtonLink href={button.href} classes="govuk-button--secondary">
              {button.words}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <>
          <h3 class="sub-head">Not now, and why</h3>
          <ul class="acts acts--no">
            {closed.map(({ what, why }) => (
              <li>
                <Icon name="closed" />
                <div>
                  <strong>{what}</strong>
                  <span class="small">{why}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export interface SidePerson {
  name: Words;
  /** "mother. Right-holder". */
  about?: Words;
  contact?: Words;
  flags?: readonly { says: Words; tone: 'stop' | 'ok' }[];
}

/** The people of a case, a column for each side. */
export function PeopleBySide({ sides }: { sides: readonly { title: Words; people: readonly SidePerson[] }[] }) {
  return (
    <div class="sides">
      {sides.map(({ title, people }) => (
        <div>
          <h3 class="eyebrow">{title}</h3>
          {people.map(({ name, about, contact, flags = [] }) => (
            <div class="person">
              <p>
                <strong>{name}</strong>
                {about && <>, {about}</>}
              </p>
              {contact && <p>{contact}</p>}
              {flags.map(({ says, tone }) => (
                <p class={`flag flag--${tone}`}>
                  <Icon name={tone === 'stop' ? 'stop' : 'tick'} /> {says}
                </p>
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
