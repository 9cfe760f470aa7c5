// The desk's pages about certificates: issuing one, the register, one certificate and what can be done with it, papers to download.
import { Temporal } from 'temporal-polyfill';
import type { Route } from '../../kit/http/visit.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import { isId } from '../../kit/ids.ts';
import { frameOf } from '../../frame.ts';
import { deskOf, looking } from '../../cases/desk/visit.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { getPaperFile, listRegister, type RegisterPlace } from '../store.ts';
import { actRoutes } from './act-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { certificatePaths, certificatePatterns } from './paths.ts';
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
        const paper = visit.params['paper'];
        if (!isId(paper)) throw new NotFound();
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
    ...issueRoutes(program),
    ...actRoutes(program),
  ];
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
