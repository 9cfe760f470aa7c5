// The routes of the long lists, each read a page at a time by its own index.
import { Temporal } from 'temporal-polyfill';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId } from '../../kit/ids.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { deskPaths } from '../paths.ts';
import {
  listCases,
  listNewContacts,
  listThinking,
  rowsOnAPage,
  type CaseHead,
  type ContactCursor,
  type ThinkingRow,
} from '../store-lists.ts';
import { contactColumn, endColumn, ListPage } from './list-page.tsx';
import { deskOf } from './visit.ts';
import { shortIso } from './words.ts';

/** Where a list goes on, as its address says it: what it is ordered by, and the row's id. */
function afterOf(visit: Visit<Who>): { readonly at: string; readonly id: string } | null {
  const [, at = '', id = ''] = /^([\d:TZ.+-]{10,40})_(.+)$/.exec(firstOf(visit.query, 'after') ?? '') ?? [];
  if (!isId(id)) return null;
  try {
    return { at: at.length === 10 ? Temporal.PlainDate.from(at).toString() : Temporal.Instant.from(at).toString(), id };
  } catch {
    return null;
  }
}

/** As `afterOf`, for the new contacts, which are ordered by two days: the end of the two months, or none, and the contact. */
function afterContact(visit: Visit<Who>): ContactCursor | null {
  const [, end = '', on = '', id = ''] =
    /^(\d{4}-\d\d-\d\d|none)_(\d{4}-\d\d-\d\d)_(.+)$/.exec(firstOf(visit.query, 'after') ?? '') ?? [];
  if (!isId(id)) return null;
  try {
    return {
      twoMonthsEnd: end === 'none' ? null : Temporal.PlainDate.from(end).toString(),
      contactOn: Temporal.PlainDate.from(on).toString(),
      id,
    };
  } catch {
    return null;
  }
}

const most = rowsOnAPage + 1;

/** The address of the next page, where there is one. */
function next<R>(path: string, rows: readonly R[], of: (row: R) => { at: string; id: string }): string | null {
  const last = rows[rowsOnAPage - 1];
  if (rows.length <= rowsOnAPage || last === undefined) return null;
  const { at, id } = of(last);
  return `${path}?after=${encodeURIComponent(`${at}_${id}`)}`;
}

/** Makes the routes. */
export function listRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: deskPaths.cases,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const after = afterOf(visit);
        const rows = await reading(program, who, (tx) =>
          listCases(tx, {
            serviceId: who.serviceId,
            ...(after ? { after: { openedAt: after.at, id: after.id } } : {}),
            limit: most,
          }),
        );
        return visit.html(
          ListPage({
            frame: frameOf(program, visit),
            title: 'Cases',
            current: 'cases',
            heads: rows.slice(0, rowsOnAPage),
            last: contactColumn,
            empty: 'No case yet. A case opens with the first contact.',
            more: next(deskPaths.cases, rows, ({ openedAt: at, caseId: id }) => ({
              at: Temporal.Instant.from(at).toString(),
              id,
            })),
          }),
        );
      },
    },
    {
      method: 'GET',
      path: deskPaths.contacts,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const after = afterContact(visit);
        const rows = await reading(program, who, (tx) =>
          listNewContacts(tx, {
            serviceId: who.serviceId,
            ...(after ? { after } : {}),
            limit: most,
          }),
        );
        return visit.html(
          ListPage({
            frame: frameOf(program, visit),
            title: 'New contacts',
            current: 'today',
            heads: rows.slice(0, rowsOnAPage),
            last: endColumn,
            empty: 'Everybody who made contact has been told about mediation.',
            more: next(deskPaths.contacts, rows, ({ twoMonthsEnd, contactOn, caseId: id }) => ({
              at: `${twoMonthsEnd ?? 'none'}_${contactOn}`,
              id,
            })),
          }),
        );
      },
    },
    {
      method: 'GET',
      path: deskPaths.thinking,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const after = afterOf(visit);
        const rows = await reading(program, who, (tx) =>
          listThinking(tx, {
            serviceId: who.serviceId,
            ...(after ? { after: { dueOn: after.at, id: after.id } } : {}),
            limit: most,
          }),
        );
        return visit.html(
          ListPage({
            frame: frameOf(program, visit),
            title: 'Thinking it over',
            current: 'today',
            heads: rows.slice(0, rowsOnAPage),
            last: { title: 'Ask again', of: (head: CaseHead) => shortIso((head as ThinkingRow).dueOn) },
            empty: 'Nobody is thinking it over.',
            more: next(deskPaths.thinking, rows, ({ dueOn: at, clockId: id }) => ({ at, id })),
          }),
        );
      },
    },
  ];
}
