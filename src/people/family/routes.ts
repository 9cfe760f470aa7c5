// What we hold about somebody, shown to that person.
import { familyPaths } from '../../cases/family/paths.ts';
import { familyOf } from '../../cases/family/read-my-case.ts';
import { looked } from '../../audit/looked.ts';
import { frameOf } from '../../frame.ts';
import type { Route } from '../../kit/http/visit.ts';
import { inSeat } from '../../kit/sql/seat.ts';
import type { WebProgram } from '../../program.ts';
import { seatOf, type Who } from '../../sign-in/who.ts';
import { getPerson, listPoints } from '../store.ts';
import { DetailsPage } from './details-page.tsx';

/** Makes the route. */
export function detailsRoutes(program: WebProgram): Route<Who>[] {
  return [
    {
      method: 'GET',
      path: familyPaths.details,
      access: 'family',
      handle: async (visit) => {
        const who = familyOf(visit);
        const { person, points } = await inSeat(program.database, seatOf(who, false), async (tx) => {
          const found = { person: await getPerson(tx, who.personId), points: await listPoints(tx, who.personId) };
          await looked(tx, who, { what: 'person', subjectId: who.personId }, program.clock.now());
          return found;
        });
        return visit.html(DetailsPage({ frame: frameOf(program, visit), person, points }));
      },
    },
  ];
}
