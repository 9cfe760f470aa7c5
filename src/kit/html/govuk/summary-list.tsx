// Pairs of a question and its answer, with what may be changed, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

export interface SummaryAction {
  href: string;
  text: Words;
  /** Says what the link changes to those who hear it out of its row. */
  visuallyHiddenText?: string;
  classes?: string;
  attributes?: Attributes;
}

export interface SummaryActions {
  items?: readonly SummaryAction[];
  classes?: string;
}

export interface SummaryRow {
  key: { text?: Words; classes?: string };
  value: { text?: Words; classes?: string };
  actions?: SummaryActions;
  classes?: string;
}

export interface SummaryCard {
  title?: { text?: Words; headingLevel?: number; classes?: string };
  actions?: SummaryActions;
  classes?: string;
  attributes?: Attributes;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  card?: SummaryCard;
  classes?: string;
  attributes?: Attributes;
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle?: Words }) {
  const hasTitle = !isEmpty(cardTitle);
  return (
    <a class={listed('govuk-link', action.classes)} href={safeHref(action.href)} {...action.attributes}>
      {action.text}
      {(action.visuallyHiddenText || hasTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && <> {action.visuallyHiddenText}</>}
          {hasTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}

function Row({ row, anyHasActions, cardTitle }: { row: SummaryRow; anyHasActions: boolean; cardTitle?: Words }) {
  const items = row.actions?.items ?? [];
  return (
    <div
      class={listed(
        'govuk-summary-list__row',
        anyHasActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={listed('govuk-summary-list__key', row.key.classes)}>{row.key.text}</dt>
      <dd class={listed('govuk-summary-list__value', row.value.classes)}>{row.value.text}</dd>
      {items.length > 0 && (
        <dd class={listed('govuk-summary-list__actions', row.actions?.classes)}>
          {items.length === 1 ? (
            <ActionLink action={items[0]!} cardTitle={cardTitle} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {items.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function Card({ card, children }: { card: SummaryCard; children: Words }) {
  const items = card.actions?.items ?? [];
  const Heading = `h${card.title?.headingLevel || 2}` as 'h2';
  const actionsClass = listed('govuk-summary-card__actions', card.actions?.classes);
  return (
    <div class={listed('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && (
          <Heading class={listed('govuk-summary-card__title', card.title.classes)}>{card.title.text}</Heading>
        )}
        {items.length === 1 && (
          <div class={actionsClass}>
            <ActionLink action={items[0]!} cardTitle={card.title?.text} />
          </div>
        )}
        {items.length > 1 && (
          <ul class={actionsClass}>
            {items.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={card.title?.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

/** A list of answers, alone or in a card. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyHasActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0);
  const list = (
    <dl class={listed('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => (
        <Row row={row} anyHasActions={anyHasActions} cardTitle={card?.title?.text} />
      ))}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}
