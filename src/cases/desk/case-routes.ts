// The routes of a case's own pages: the case, why its dates are those, all that has happened.
import { Temporal } from 'temporal-polyfill';
import { listWordsOfCalls } from '../../calls/kept-words.ts';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { Tx, WebProgram } from '../../program.ts';
import { listOpenCasesOfChild } from '../../referrals/store.ts';
import type { Who } from '../../sign-in/who.ts';
import { deskRoutes } from '../paths.ts';
import { listTimeline } from '../store.ts';
import { CasePage, LINES } from './case-page.tsx';
import { readCaseView, type CaseView } from './case-view.ts';
import { DatesPage } from './dates-page.tsx';
import { doneSaid } from './done-words.ts';
import { HistoryPage } from './history-page.tsx';
import { deskOf, looking, lookingAlso } from './visit.ts';
import { warningsFor } from './warnings.ts';

/** Lines of the timeline on a page of its own. */
const LONG = 200;

/** Other open cases of the same child, for staff alone: two parents apart, or somebody who filled in the form twice. */
function sameChildElsewhere(
  tx: Tx,
  serviceId: string,
  { id, stage, child }: CaseView['page'],
): Promise<readonly string[]> {
  if (!child?.born || stage === 'closed') return Promise.resolve([]);
  const same = { firstNames: child.first_names, lastName: child.last_name, born: Temporal.PlainDate.from(child.born) };
  return listOpenCasesOfChild(tx, serviceId, same, id);
}

/** Makes the routes. */
export function casePageRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: deskRoutes.case,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const {
          result: view,
          also: [timeline, sameChild, calls],
        } = await lookingAlso(
          program,
          who,
          (tx) => readCaseView(tx, program, who, visit.params['reference'] ?? ''),
          ({ page }) => ({ what: 'case', caseId: page.id }),
          (tx, { page }) =>
            Promise.all([
              listTimeline(tx, page.id, 'desk', { limit: LINES + 1 }),
              sameChildElsewhere(tx, who.serviceId, page),
              listWordsOfCalls(tx, program, who, page.id),
            ]),
        );
        return visit.html(
          CasePage({
            frame: frameOf(program, visit),
            view,
            timeline,
            calls,
            done: doneSaid(firstOf(visit.query, 'done')),
            warnings: warningsFor(view, sameChild),
          }),
        );
      },
    },
    {
      method: 'GET',
      path: deskRoutes.dates,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const view = await looking(
          program,
          who,
          (tx) => readCaseView(tx, program, who, visit.params['reference'] ?? ''),
          ({ page }) => ({ what: 'case', caseId: page.id }),
        );
        return visit.html(DatesPage({ frame: frameOf(program, visit), view }));
      },
    },
    {
      method: 'GET',
      path: deskRoutes.history,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const before = Number(firstOf(visit.query, 'before') ?? '');
        const from = Number.isInteger(before) && before > 0 ? { before } : {};
        const { result: view, also: timeline } = await lookingAlso(
          program,
          who,
          (tx) => readCaseView(tx, program, who, visit.params['reference'] ?? ''),
          ({ page }) => ({ what: 'case', caseId: page.id }),
          (tx, { page }) => listTimeline(tx, page.id, 'desk', { ...from, limit: LONG + 1 }),
        );
        const more = timeline.length > LONG ? (timeline[LONG - 1]?.seq ?? null) : null;
        return visit.html(
          HistoryPage({ frame: frameOf(program, visit), view, timeline: timeline.slice(0, LONG), more }),
        );
      },
    },
  ];
}
