// The long lists of cases: all of them, new contacts, and people thinking it over.
import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { DeskPage, type DeskNav } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { deskPaths } from '../paths.ts';
import type { CaseHead } from '../store-lists.ts';
import { capacityWords, stageWords } from '../words.ts';
import { shortIso } from './words.ts';

export interface ListPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly current: DeskNav;
  readonly heads: readonly CaseHead[];
  /** What the last column says of each, and what it is called. */
  readonly last: { readonly title: string; readonly of: (head: CaseHead) => ComponentChildren };
  readonly empty: string;
  /** The address of the next page; null at the end. */
  readonly more: string | null;
}

const named = (...parts: (string | null)[]): string => parts.filter((part) => part?.trim()).join(' ');

/** What stands where no name does. */
const unnamed = ({ holderErased }: CaseHead): string => (holderErased ? 'Erased' : 'No name yet');

/** The page. */
export function ListPage({ frame, title, current, heads, last, empty, more }: ListPageProps) {
  return (
    <DeskPage frame={frame} title={title} current={current}>
      <div class="page-title page-title--tools">
        <h1>{title}</h1>
        <div class="buttons">
          <ButtonLink href={deskPaths.newContact} classes="govuk-button--secondary">
            Record a contact
          </ButtonLink>
        </div>
      </div>
      <Card flush>
        {heads.length === 0 ? (
          <p class="pad">{empty}</p>
        ) : (
          <table class="table table--rows">
            <caption class="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">Case</th>
                <th scope="col">Child or young person</th>
                <th scope="col">Right-holder</th>
                <th scope="col">Stage</th>
                <th scope="col">Owner</th>
                <th scope="col">{last.title}</th>
              </tr>
            </thead>
            <tbody>
              {heads.map((head) => (
                <tr>
                  <th scope="row" class="nowrap">
                    <a href={deskPaths.case(head.reference)}>{inFours(head.reference)}</a>
                  </th>
                  <td class="row-name">{named(head.childFirstNames, head.childLastName) || unnamed(head)}</td>
                  <td>
                    {named(head.holderFirstNames, head.holderLastName) || unnamed(head)}
                    {head.holderCapacity && `, ${capacityWords[head.holderCapacity] ?? ''}`}
                  </td>
                  <td data-label="Stage">{stageWords[head.stage] ?? head.stage}</td>
                  <td data-label="Owner">{head.ownerName?.split(' ')[0] ?? 'Nobody'}</td>
                  <td class="nowrap" data-label={last.title}>
                    {last.of(head)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {more && (
          <p class="pad">
            <a href={more}>More</a>
          </p>
        )}
      </Card>
    </DeskPage>
  );
}

/** The day of contact, as the last column of most lists. */
export const contactColumn = { title: 'Contact', of: (head: CaseHead) => shortIso(head.contactOn) };

/** The end of the two months, as the last column of the new contacts. */
export const endColumn = {
  title: 'Two months end',
  of: ({ twoMonthsEnd }: CaseHead) => (twoMonthsEnd === null ? 'No letter date yet' : shortIso(twoMonthsEnd)),
};
