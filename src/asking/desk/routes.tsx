// The desk's page of answers from the form.
import { lookingAt } from '../../cases/store-looked.ts';
import { getCaseByReference } from '../../cases/store.ts';
import { frameOf } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { listPapers } from '../../documents/store.ts';
import { settleOffer } from '../commands-offer.ts';
import { listOffers } from '../offer-store.ts';
import { OffersPage } from './offers-page.tsx';
import { offerPaths, offerRoutePaths } from './paths.ts';
import { sayRefusal } from './words.ts';

/** Makes the routes. */
export function offerRoutes(program: WebProgram): readonly Route<Who>[] {
  const show = async (visit: Visit<Who>, wrong?: { offerId: string; says: string }) => {
    const { found, offers, papers } = await lookingAt(
      program,
      staffOf(visit),
      async (tx) => {
        const found = await getCaseByReference(tx, visit.params['reference'] ?? '');
        return { found, offers: await listOffers(tx, found.id), papers: await listPapers(tx, found.id) };
      },
      (seen) => ({ what: 'case', caseId: seen.found.id }),
    );
    return visit.html(
      <OffersPage
        frame={frameOf(program, visit)}
        reference={found.reference}
        letter={papers.find(({ hasPicture }) => hasPicture)?.id ?? null}
        offers={offers.map((offer) => ({ offer, act: newId(program.clock.now()) }))}
        {...(wrong && { wrong })}
      />,
      wrong ? 422 : 200,
    );
  };
  return [
    { method: 'GET', path: offerRoutePaths.all, access: 'desk', handle: (visit) => show(visit) },
    {
      method: 'POST',
      path: offerRoutePaths.one,
      access: 'desk',
      handle: async (visit) => {
        const who = staffOf(visit);
        const offerId = visit.params['offer'] ?? '';
        const found = await lookingAt(
          program,
          who,
          (tx) => getCaseByReference(tx, visit.params['reference'] ?? ''),
          () => null,
        );
        const sent = firstOf(visit.form, '_act');
        const actId = isId(sent) ? sent : newId(program.clock.now());
        const pressed = firstOf(visit.form, 'take');
        const take = pressed === 'yes' || pressed === 'letter';
        const done = await settleOffer(program, who, {
          actId,
          caseId: found.id,
          offerId,
          take,
          letterSeen: pressed === 'letter',
        });
        if ('refused' in done) return show(visit, { offerId, says: sayRefusal(done.refused) });
        return visit.redirect(offerPaths.all(found.reference));
      },
    },
  ];
}
