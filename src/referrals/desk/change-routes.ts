// Puts right what is known of a case: the decision in the letter, the child, the council.
import { z } from 'zod';
import { caseForm, wrongAt, type Outcome } from '../../cases/desk/case-form.ts';
import { changedIn, saying, type DoneCode } from '../../cases/desk/done-words.ts';
import type { CaseView } from '../../cases/desk/case-view.ts';
import { deskPaths, deskRoutes } from '../../cases/paths.ts';
import { choice, tick } from '../../kit/forms/fields.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { isLocalPath } from '../../kit/http/local-path.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { changeAuthority, changeChild, changeDecision } from '../commands-change.ts';
import { listAuthorities } from '../store-authorities.ts';
import { contactError } from './contact-form.ts';
import { AuthorityPage, ChildPage, DecisionPage } from './change-pages.tsx';
import { childAnswers, childFields, childFrom, decisionAnswers, decisionFields, decisionFrom } from './fields.ts';

/** Where to go after a change: the page that sent the person here, else the case. */
export function backFrom(visit: Visit<Who>, reference: string): string {
  const to = firstOf(visit.query, 'back') ?? '';
  return to.startsWith('/desk/') && isLocalPath(to) ? to : deskPaths.case(reference);
}

/** Makes the routes. */
export function changeRoutes(program: WebProgram): Route<Who>[] {
  const nothing = async () => null;
  return [
    ...caseForm(program, {
      path: deskRoutes.decision,
      access: 'desk',
      read: nothing,
      filled: ({ view }) =>
        view.decision
          ? { ...decisionAnswers(view.decision), ...(view.page.health_scope === 'none' ? {} : { health: 'yes' }) }
          : {},
      schema: () => z.object({ ...decisionFields(), health: tick() }),
      page: DecisionPage,
      send: async ({ values, view, who, actId, seenVersion, visit }) => {
        const { id: caseId } = view.page;
        const changed = await changeDecision(program, who, {
          actId,
          caseId,
          ...(seenVersion === undefined ? {} : { seenVersion }),
          decision: decisionFrom(values),
          health: values.health,
        });
        return 'refused' in changed
          ? { errors: [contactError(changed.refused)] }
          : done(visit, view, 'decision-changed');
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.child,
      access: 'desk',
      read: nothing,
      filled: ({ view }) => (view.page.child ? childAnswers(view.page.child) : {}),
      schema: () => z.object(childFields()),
      page: ChildPage,
      send: async ({ values, view, who, actId, seenVersion, visit }) => {
        const { id: caseId } = view.page;
        const changed = await changeChild(program, who, {
          actId,
          caseId,
          ...(seenVersion === undefined ? {} : { seenVersion }),
          child: childFrom(values),
        });
        if ('refused' in changed) {
          const { field, message } = contactError(changed.refused);
          return wrongAt(field === 'lastName' ? 'childLast' : field, message);
        }
        return done(visit, view, 'child-changed');
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.authority,
      access: 'desk',
      read: (tx, view) => listAuthorities(tx, view.page.service_id, view.page.contact_on),
      filled: ({ view }) => ({ authority: view.page.authority_id ?? '' }),
      schema: ({ more }) =>
        z.object({
          authority: choice(
            more.map(({ id }) => id),
            { asks: 'Choose the council on the letter.' },
          ),
        }),
      page: AuthorityPage,
      send: async ({ values, view, who, actId, seenVersion, visit }) => {
        const { id: caseId } = view.page;
        const changed = await changeAuthority(program, who, {
          actId,
          caseId,
          ...(seenVersion === undefined ? {} : { seenVersion }),
          authorityId: values.authority,
        });
        return 'refused' in changed
          ? { errors: [contactError(changed.refused)] }
          : done(visit, view, 'authority-changed');
      },
    }),
  ];
}

/** Whoever came from a certificate goes back to it, and sees there what differs; anybody else is told that it does not follow by itself. */
function done(visit: Visit<Who>, view: CaseView, code: DoneCode): Outcome {
  const onCase = deskPaths.case(view.page.reference);
  const to = backFrom(visit, view.page.reference);
  return { go: saying(to, to === onCase ? changedIn(view, code) : code) };
}
