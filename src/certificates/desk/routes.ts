// The desk's pages about certificates: issuing one, the register, one certificate and what can be done with it, papers to download.
import { Temporal } from 'temporal-polyfill';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import { isId, newId } from '../../kit/ids.ts';
import { frameOf } from '../../frame.ts';
import { saying } from '../../cases/desk/done-words.ts';
import { actOf, deskOf, looking } from '../../cases/desk/visit.ts';
import { deskPaths } from '../../cases/paths.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { makePaperAgain } from '../paper-again.ts';
import { getPaperFile, getPaperNotMade, listRegister, type RegisterPlace } from '../store.ts';
import { actRoutes } from './act-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { certificatePaths, certificatePatterns } from './paths.ts';
import { PaperAgainPage } from './paper-again-page.tsx';
import { RegisterPage } from './register-page.tsx';

/** Lines of the register on a page. */
const LINES = 25;

/** Makes the routes. */
export function certificateDeskRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: certificatePaths.register,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const after = placeOf(firstOf(visit.query, 'after'));
        const found = await reading(program, who, (tx) =>
          listRegister(tx, who.serviceId, { ...(after ? { after } : {}), most: LINES + 1 }),
        );
        const lines = found.slice(0, LINES);
        const last = lines.at(-1);
        const more =
          found.length > LINES && last ? `${certificatePaths.register}?after=${last.dated}_${last.id}` : null;
        return visit.html(RegisterPage({ frame: frameOf(program, visit), lines, more }));
      },
    },
    {
      method: 'GET',
      path: certificatePatterns.paper,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const paper = paperOf(visit);
        const file = await looking(
          program,
          who,
          (tx) => getPaperFile(tx, paper),
          ({ case_id: caseId }) => ({ what: 'paper', caseId, subjectId: paper }),
        );
        return visit.file(await program.files.getFile(file.storage as never), {
          name: file.name,
          type: file.media_type,
        });
      },
    },
    {
      method: 'GET',
      path: certificatePatterns.paperAgain,
      access: 'desk',
      handle: async (visit) => {
        const paper = await looking(
          program,
          deskOf(visit),
          (tx) => getPaperNotMade(tx, paperOf(visit)),
          ({ caseId, id }) => ({ what: 'paper', caseId, subjectId: id }),
        );
        return visit.html(PaperAgainPage({ frame: frameOf(program, visit), paper, act: newId() }));
      },
    },
    {
      method: 'POST',
      path: certificatePatterns.paperAgain,
      access: 'desk',
      handle: async (visit) => {
        const who = deskOf(visit);
        const paperId = paperOf(visit);
        const paper = await reading(program, who, (tx) => getPaperNotMade(tx, paperId));
        const done = await makePaperAgain(program, who, { actId: actOf(visit), paperId });
        if (!('refused' in done) && !done.still)
          return visit.redirect(saying(deskPaths.case(paper.reference), 'paper-made'));
        const now = await reading(program, who, (tx) => getPaperNotMade(tx, paperId));
        const page = { frame: frameOf(program, visit), paper: now, act: newId(), failedAgain: true };
        return visit.html(PaperAgainPage(page), 422);
      },
    },
    ...issueRoutes(program),
    ...actRoutes(program),
  ];
}

function paperOf(visit: Visit<Who>): string {
  const paper = visit.params['paper'];
  if (!isId(paper)) throw new NotFound();
  return paper;
}

function placeOf(text: string | undefined): RegisterPlace | null {
  const [, dated = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(.+)$/.exec(text ?? '') ?? [];
  if (!isId(id)) return null;
  try {
    return { dated: Temporal.PlainDate.from(dated).toString(), id };
  } catch {
    return null;
  }
}
