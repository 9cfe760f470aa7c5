// What is due, soonest first: two-line rows in groups, time left in words before anything else.
import { ButtonLink } from '../govuk/button.tsx';
import { Icon } from '../icons.tsx';
import { safeHref } from '../link.tsx';
import { listed, type Words } from '../parts.ts';

export interface DueRow {
  /** "1 working day late", "Today", "2 days left". */
  left: Words;
  /** The day as the machine and as people read it. */
  day: { iso: string; words: string };
  /** What must happen, in bold; why, in muted words: "Told Fri 23 Oct + 30 days · reg 36". */
  what: Words;
  why: Words;
  who: Words;
  /** The case or contact that the row opens. */
  opens: { href: string; words: Words };
  owner: Words;
  isMine?: boolean;
  next: { href: string; words: Words };
}

export interface DueGroup {
  id: string;
  title: Words;
  mark: 'overdue' | 'today' | 'tomorrow' | 'later';
  rows: readonly DueRow[];
}

const ROW_CLASS = { overdue: 'is-late', today: 'is-today', tomorrow: undefined, later: undefined } as const;

function Row({ row, mark }: { row: DueRow; mark: DueGroup['mark'] }) {
  return (
    <tr class={ROW_CLASS[mark]} data-row>
      <td>
        <strong class={mark === 'overdue' ? 'late nowrap' : undefined}>{row.left}</strong>
        <br />
        <time class="muted small" dateTime={row.day.iso}>
          {row.day.words}
        </time>
      </td>
      <td>
        <span class="what">{row.what}</span>
        <br />
        <span class="muted small">{row.why}</span>
      </td>
      <td>
        {row.who}
        <br />
        <a href={safeHref(row.opens.href)} data-opens>
          {row.opens.words}
        </a>
      </td>
      <td>{row.isMine ? <strong>{row.owner}</strong> : row.owner}</td>
      <td>
        <ButtonLink
          href={row.next.href}
          classes={listed(mark !== 'overdue' && 'govuk-button--secondary')}
          attributes={{ 'data-next': true }}
        >
          {row.next.words}
        </ButtonLink>
      </td>
    </tr>
  );
}

/** The table; an overdue row alone has a filled button. Groups without rows are left out. */
export function DueTable({ caption, groups }: { caption: string; groups: readonly DueGroup[] }) {
  return (
    <table class="table due">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th class="col-when" scope="col">
            By the end of
          </th>
          <th scope="col">What must happen, and why</th>
          <th class="col-who" scope="col">
            Person and case
          </th>
          <th class="col-owner" scope="col">
            Owner
          </th>
          <th class="col-do" scope="col">
            Next
          </th>
        </tr>
      </thead>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, title, mark, rows }) => (
          <tbody id={id}>
            <tr class="group">
              <th colSpan={5} scope="rowgroup">
                <Icon name={mark} /> {title}
              </th>
            </tr>
            {rows.map((row) => (
              <Row row={row} mark={mark} />
            ))}
          </tbody>
        ))}
    </table>
  );
}
