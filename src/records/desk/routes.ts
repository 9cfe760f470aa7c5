// The routes on which a manager, having proved who they are in this shift, makes a copy of what is held.
import { zipSync } from 'fflate';
import { getCasePageByReference } from '../../cases/store.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { exportRecords } from '../exporting.ts';
import { CopyPage, WHOLE_CASE } from './copy-page.tsx';
import { copyRoute } from './paths.ts';

/** The first day the format knows: when something was copied stands in the copy, not on it. */
const NO_DATE = new Date(1980, 0, 1);

/** Makes the routes. */
export function recordRoutes(program: WebProgram): Route<Who>[] {
  const caseOf = (visit: Visit<Who>) =>
    reading(program, staffOf(visit), (tx) => getCasePageByReference(tx, visit.params['reference'] ?? ''));
  const show = async (visit: Visit<Who>, form: FormState) => {
    const { reference, people } = await caseOf(visit);
    const act = newId(program.clock.now());
    const page = CopyPage({ frame: frameOf(program, visit), reference, people, form, act });
    return visit.html(page, form.errors.length > 0 ? 422 : 200);
  };
  return [
    { method: 'GET', path: copyRoute, access: 'manager-proved', handle: (visit) => show(visit, formOf()) },
    {
      method: 'POST',
      path: copyRoute,
      access: 'manager-proved',
      handle: async (visit) => {
        const { id: caseId, reference, people } = await caseOf(visit);
        const whose = firstOf(visit.form, 'whose') ?? '';
        if (whose !== WHOLE_CASE && !people.some((person) => person.participation_id === whose))
          return show(visit, { answers: {}, errors: [{ field: 'whose', message: 'Choose whose copy it is.' }] });
        const sent = firstOf(visit.form, '_act');
        const files: Record<string, Uint8Array> = {};
        const subject = {
          actId: isId(sent) ? sent : newId(program.clock.now()),
          caseId,
          participationId: whose === WHOLE_CASE ? null : whose,
        };
        const copy = await exportRecords(program, staffOf(visit), subject, async (name, content) => {
          files[name] = Buffer.from(content);
        });
        if ('refused' in copy) throw new TypeError('somebody left the case while their copy was asked for');
        return visit.file(zipSync(files, { mtime: NO_DATE }), {
          name: `copy-${reference}.zip`,
          type: 'application/zip',
        });
      },
    },
  ];
}
