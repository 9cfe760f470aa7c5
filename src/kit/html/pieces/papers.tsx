// Papers: as a list for a family, and as a grid that shows who can see each.
import { safeHref } from '../link.tsx';
import { constantMarkup, Drawing } from '../markup.tsx';
import type { Words } from '../parts.ts';

export interface ListedPaper {
  kind: string;
  name: Words;
  href: string;
  isNew?: boolean;
  /** "PDF, 182 KB. Shared by the council on 19 November". */
  about: Words;
}

/** A family's papers. */
export function PaperList({ papers }: { papers: readonly ListedPaper[] }) {
  return (
    <ul class="paper-list">
      {papers.map(({ kind, name, href, isNew, about }) => (
        <li>
          <span class="paper-list__kind" aria-hidden="true">
            {kind}
          </span>
          <div>
            <a href={safeHref(href)}>
              <strong>{name}</strong>
            </a>
            {isNew && (
              <>
                {' '}
                <strong class="govuk-tag govuk-tag--today">New</strong>
              </>
            )}
            <p class="quiet">{about}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface GridPaper {
  name: Words;
  href?: string;
  about?: Words;
  /** For each column: seen, not seen, or in words ("if Joanna says so"). */
  seen: readonly (boolean | string)[];
}

function Seen({ seen }: { seen: boolean | string }) {
  if (typeof seen === 'string') return <span class="small">{seen}</span>;
  return seen ? (
    <Drawing
      viewBox="0 0 22 22"
      title="Yes"
      inside={constantMarkup`<circle class="see__yes" cx="11" cy="11" r="10"/><path class="lane__tick" d="m6 11.5 3.5 3.5L16 8"/>`}
    />
  ) : (
    <Drawing viewBox="0 0 22 22" title="No" inside={constantMarkup`<path class="see__no" d="M6 11h10"/>`} />
  );
}

/** Who can see each paper: rows are papers, columns are people or sides. */
export function PaperGrid({ columns, papers }: { columns: readonly string[]; papers: readonly GridPaper[] }) {
  return (
    <table class="table audience">
      <caption class="govuk-visually-hidden">Papers, and who can see each</caption>
      <thead>
        <tr>
          <th scope="col">Paper</th>
          {columns.map((column, index) => (
            <th class={index === 0 ? 'see first' : 'see'} scope="col">
              <span class="govuk-visually-hidden">Who can see this: </span>
              <span class="see__who">{column}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {papers.map(({ name, href, about, seen }) => (
          <tr>
            <th scope="row">
              {href ? <a href={safeHref(href)}>{name}</a> : <span>{name}</span>}{' '}
              {about && <span class="muted small">{about}</span>}
            </th>
            {seen.map((one, index) => (
              <td class={index === 0 ? 'see first' : 'see'}>
                <Seen seen={one} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
