// The routes on which a case changes hands, is closed and is opened again, and on which ringing back is recorded.
import { z } from 'zod';
import { choice } from '../../kit/forms/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { closeCase, closeRefusalWords, closingReasons, recordRing, reopenCase, takeCase } from '../commands.ts';
import { deskPaths, deskRoutes } from '../paths.ts';
import { caseForm, wrongAt } from './case-form.ts';
import { saying } from './done-words.ts';
import { ClosingPage, OwnerPage } from './owner-page.tsx';
import { RingPage } from './ring-page.tsx';

const reopening = ['family-came-back', 'closed-in-error'] as const;

/** Makes the routes. */
export function ownerRoutes(program: WebProgram): Route<Who>[] {
  return [
    ...caseForm(program, {
      path: deskRoutes.owner,
      access: 'desk',
      read: async (tx, view) =>
        (
          await tx
            .selectFrom('staff')
            .innerJoin('accounts', 'accounts.id', 'staff.account_id')
            .select(['accounts.id', 'accounts.name'])
            .where('staff.service_id', '=', view.page.service_id)
            .where('staff.until_on', 'is', null)
            .where('accounts.suspended_at', 'is', null)
            .orderBy('accounts.name')
            .limit(100)
            .execute()
        ).map(({ id, name }) => ({ id, name: name ?? '' })),
      filled: ({ view, who }) => ({ owner: view.page.owner_account_id ?? who.accountId }),
      schema: ({ more }) =>
        z.object({
          owner: choice(
            more.map(({ id }) => id),
            { asks: 'Choose who looks after the case.' },
          ),
        }),
      page: OwnerPage,
      send: async ({ values, view, who, actId }) => {
        await takeCase(program, who, { actId, caseId: view.page.id, accountId: values.owner });
        return { go: saying(deskPaths.case(view.page.reference), 'owner-changed') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.ringing,
      access: 'desk',
      read: async () => null,
      schema: () => z.object({ how: choice(['no-answer', 'spoke'], { asks: 'Choose how it went.' }) }),
      page: RingPage,
      send: async ({ values: { how }, view, who, actId }) => {
        await recordRing(program, who, { actId, caseId: view.page.id, answered: how === 'spoke' });
        return { go: saying(deskPaths.case(view.page.reference), how === 'spoke' ? 'rang-spoke' : 'rang-no-answer') };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.closing,
      access: 'desk',
      read: async () => null,
      schema: ({ view }) =>
        z.object({
          why: choice(view.page.stage === 'closed' ? reopening : closingReasons, { asks: 'Choose why.' }),
        }),
      page: ClosingPage,
      send: async ({ values: { why }, view, who, actId }) => {
        const { id: caseId, reference } = view.page;
        if (why === 'family-came-back' || why === 'closed-in-error') {
          await reopenCase(program, who, { actId, caseId, why });
          return { go: saying(deskPaths.case(reference), 'case-reopened') };
        }
        const closed = await closeCase(program, who, { actId, caseId, why });
        if ('refused' in closed) return wrongAt('why', `${closeRefusalWords[closed.refused]}.`);
        return { go: saying(deskPaths.case(reference), 'case-closed') };
      },
    }),
  ];
}
