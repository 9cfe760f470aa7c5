// The desk's pages of papers that came in: listed, shown as a picture, saved as they came, added.
import { lookingAt } from '../../cases/store-looked.ts';
import { getCaseByReference } from '../../cases/store.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { takePapers } from '../commands-several.ts';
import { pictureAnswer } from '../picture.ts';
import type { Reader } from '../reader/reader.ts';
import { getOriginal, getPicture, isBeingRead, listPapers } from '../store.ts';
import { keptInWords, MOST_BYTES, MOST_FILES, refusedInWords, savedName, tooLargeWords } from '../upload.ts';
import { PapersPage } from './papers-page.tsx';
import { paperPaths, paperRoutePaths } from './paths.ts';

const wrong = (messages: readonly string[]): FormState => ({
  answers: {},
  errors: messages.map((message) => ({ field: 'paper', message })),
});

/** Makes the routes. */
export function documentRoutes(program: WebProgram, reader: Reader): readonly Route<Who>[] {
  const caseOf = (visit: Visit<Who>) =>
    reading(program, staffOf(visit), (tx) => getCaseByReference(tx, visit.params['reference'] ?? ''));
  const show = async (visit: Visit<Who>, form: FormState, { status = 422, kept = '' } = {}) => {
    const { found, papers } = await lookingAt(
      program,
      staffOf(visit),
      async (tx) => {
        const found = await getCaseByReference(tx, visit.params['reference'] ?? '');
        return { found, papers: await listPapers(tx, found.id) };
      },
      (seen) => ({ what: 'case', caseId: seen.found.id }),
    );
    const now = program.clock.now();
    return visit.html(
      <PapersPage
        frame={frameOf(program, visit)}
        reference={found.reference}
        papers={papers.map((paper) => ({ ...paper, isBeingRead: isBeingRead(paper, now) }))}
        form={form}
        kept={kept}
        act={newId(now)}
      />,
      form.errors.length > 0 ? status : 200,
    );
  };

  return [
    { method: 'GET', path: paperRoutePaths.all, access: 'desk', handle: (visit) => show(visit, formOf()) },
    {
      method: 'POST',
      path: paperRoutePaths.all,
      access: 'desk',
      upload: { maxFiles: MOST_FILES, maxFileBytes: MOST_BYTES, eachOnItsOwn: true },
      onTooLarge: (visit) => show(visit, wrong([tooLargeWords]), { status: 413 }),
      handle: async (visit) => {
        const who = staffOf(visit);
        const found = await caseOf(visit);
        if (visit.files.length === 0) return show(visit, wrong(['Choose a photograph or a PDF.']));
        const sent = firstOf(visit.form, '_act');
        const actId = isId(sent) ? sent : newId(program.clock.now());
        const passage = { actId, command: 'addPaper', who, caseId: found.id };
        const taken = await takePapers(program, reader, passage, visit.files, async () => ({
          caseId: found.id,
          draftId: null,
          accountId: who.accountId,
          readers: [],
        }));
        if (!('kept' in taken)) throw new NotFound();
        const { kept, refused } = taken;
        if (refused.length > 0)
          return show(visit, wrong(refusedInWords(refused, visit.files.length)), { kept: keptInWords(kept) });
        return visit.redirect(paperPaths.all(found.reference));
      },
    },
    {
      method: 'GET',
      path: paperRoutePaths.original,
      access: 'desk',
      handle: async (visit) => {
        const { file } = await lookingAt(
          program,
          staffOf(visit),
          async (tx) => {
            const found = await getCaseByReference(tx, visit.params['reference'] ?? '');
            return { found, file: await getOriginal(tx, found.id, visit.params['paper'] ?? '') };
          },
          ({ found }) => ({ what: 'paper', caseId: found.id, subjectId: visit.params['paper'] ?? null }),
        );
        return visit.file(await program.files.getFile(file.record), {
          name: savedName(file.name, file.mediaType),
          type: file.mediaType,
        });
      },
    },
    {
      method: 'GET',
      path: paperRoutePaths.picture,
      access: 'desk',
      handle: async (visit) => {
        const record = await reading(program, staffOf(visit), async (tx) => {
          await getCaseByReference(tx, visit.params['reference'] ?? '');
          return getPicture(tx, visit.params['paper'] ?? '');
        });
        return pictureAnswer(await program.files.getFile(record));
      },
    },
  ];
}
