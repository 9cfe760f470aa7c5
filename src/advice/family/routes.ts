// A family says on its own page that it does not want mediation, or that it does after all. Each is asked on one page and done by one press.
import { familyPaths, familyPatterns } from '../../cases/family/paths.ts';
import { familyOf, readMyCase, type MyCase } from '../../cases/family/read-my-case.ts';
import { certificateDueIfDeclined } from '../../cases/family/standing.ts';
import { frameOf } from '../../frame.ts';
import type { Answer } from '../../kit/http/answer.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { RequestProblem } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import type { Family, Who } from '../../sign-in/who.ts';
import { noLongerWantsMediation, recordWishes } from '../commands-wishes.ts';
import { hasMilestone } from '../store.ts';
import { MediationPage, NoMediationPage } from './wish-pages.tsx';
import { whyNotNow } from './why-not-now.ts';

/** Makes the routes. */
export function wishRoutes(program: WebProgram): Route<Who>[] {
  const read = async (visit: Visit<Who>) => {
    const who = familyOf(visit);
    const { mine, more: started } = await readMyCase(program, who, visit.params['reference'] ?? '', (tx, { id }) =>
      hasMilestone(tx, id, ['meeting', 'mediation-concluded'], program.clock.now()),
    );
    return { who, mine, started };
  };
  const act = async (
    visit: ActVisit<Who>,
    wish: 'no' | 'yes',
    say: (
      who: Family,
      wishes: { actId: string; caseId: string; participationId: string; channel: 'page' },
    ) => Promise<object>,
  ): Promise<Answer> => {
    const { who, mine, started } = await read(visit);
    const actId = firstOf(visit.form, '_act');
    if (!isId(actId)) throw new RequestProblem('bad-request');
    const done = `${familyPaths.case(mine.reference)}?done=${wish === 'no' ? 'no-mediation' : 'mediation'}`;
    const cannot = whyNotNow(mine, wish, started);
    // A second press finds what the first one did, and ends where the first one ended.
    if (cannot === 'said-already') return visit.redirect(done);
    if (cannot) return show(visit, mine, wish, started, 422);
    const said = await say(who, { actId, caseId: mine.id, participationId: mine.participation_id, channel: 'page' });
    // What was refused between the reading and the act (the meeting began) is explained on the same page.
    return 'refused' in said ? show(visit, mine, wish, true, 422) : visit.redirect(done);
  };
  const show = (visit: Visit<Who>, mine: MyCase, wish: 'no' | 'yes', started: boolean, status = 200): Answer => {
    const common = {
      frame: frameOf(program, visit),
      mine,
      act: newId(program.clock.now()),
      cannot: whyNotNow(mine, wish, started),
    };
    return visit.html(
      wish === 'no'
        ? NoMediationPage({ ...common, due: certificateDueIfDeclined(mine.standing, program.law()) })
        : MediationPage(common),
      status,
    );
  };
  const ask = (wish: 'no' | 'yes') => async (visit: Visit<Who>) => {
    const { mine, started } = await read(visit);
    return show(visit, mine, wish, started);
  };
  return [
    { method: 'GET', path: familyPatterns.noMediation, access: 'family', handle: ask('no') },
    {
      method: 'POST',
      path: familyPatterns.noMediation,
      access: 'family',
      handle: (visit) => act(visit, 'no', (who, wish) => noLongerWantsMediation(program, who, wish)),
    },
    { method: 'GET', path: familyPatterns.mediation, access: 'family', handle: ask('yes') },
    {
      method: 'POST',
      path: familyPatterns.mediation,
      access: 'family',
      handle: (visit) => act(visit, 'yes', (who, wish) => recordWishes(program, who, { ...wish, mediation: 'yes' })),
    },
  ];
}
