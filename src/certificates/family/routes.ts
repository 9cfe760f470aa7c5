// A family's certificate: the page that equals the paper, and the papers to keep. Only the version that stands.
import { looked } from '../../audit/looked.ts';
import { familyPatterns } from '../../cases/family/paths.ts';
import { familyOf, readMyCase } from '../../cases/family/read-my-case.ts';
import { getMyPaper } from '../../cases/store-family.ts';
import { frameOf } from '../../frame.ts';
import type { FileRecord } from '../../kit/files/files.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { listCertificates } from '../store.ts';
import { CertificatePage } from './certificate-page.tsx';

/** Makes the routes. */
export function certificateRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: familyPatterns.certificate,
      access: 'family',
      handle: async (visit) => {
        const { mine, more: certificates } = await readMyCase(
          program,
          familyOf(visit),
          visit.params['reference'] ?? '',
          (tx, { id }) => listCertificates(tx, id),
        );
        const held = certificates.findLast(({ state }) => state === 'issued') ?? certificates.at(-1);
        if (!held) throw new NotFound();
        return visit.html(CertificatePage({ frame: frameOf(program, visit), mine, held }));
      },
    },
    {
      method: 'GET',
      path: familyPatterns.paper,
      access: 'family',
      handle: async (visit) => {
        const who = familyOf(visit);
        const { reference = '', paper = '' } = visit.params;
        const { more: file } = await readMyCase(program, who, reference, async (tx, { id }) => {
          const found = await getMyPaper(tx, id, paper);
          await looked(tx, who, { what: 'paper', caseId: id, subjectId: paper }, program.clock.now());
          return found;
        });
        const bytes = await program.files.getFile(file.storage as unknown as FileRecord);
        return visit.file(bytes, { name: file.name, type: file.media_type });
      },
    },
  ];
}
