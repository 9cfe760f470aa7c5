// The routes on which a certificate is issued, and a late contact decided about.
import { z } from 'zod';
import { caseForm, holderOf, wrongAt } from '../../cases/desk/case-form.ts';
import { limbNow } from '../../cases/desk/act-parts.ts';
import { saying } from '../../cases/desk/done-words.ts';
import { deskPaths, deskRoutes } from '../../cases/paths.ts';
import type { Answers } from '../../kit/forms/answers.ts';
import { choice } from '../../kit/forms/fields.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { Route } from '../../kit/http/visit.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { deskOf } from '../../cases/desk/visit.ts';
import { certificateRefusalWords, type CertificateRefused } from '../certificate.ts';
import { decideLateContact, issueCertificate, prepareCertificateForPost } from '../commands.ts';
import { outlookOf } from '../outlook.ts';
import { findLatestNumber } from '../store-desk.ts';
import { IssuePage } from './issue-page.tsx';
import { LateContactPage } from './late-page.tsx';
import { certificatePaths } from './paths.ts';
import { previewOf } from './preview.ts';

/** Says why nothing was done; names the letters that no font has. */
export function refusalWords({ refused, letters }: CertificateRefused): string {
  return `${certificateRefusalWords[refused]}${letters?.length ? ` (${letters.join(' ')})` : ''}`;
}

/** Makes the routes. */
export function issueRoutes(program: WebProgram): Route<Who>[] {
  return [
    ...caseForm(program, {
      path: deskRoutes.certificate,
      access: 'desk',
      read: async (tx, view, visit) => {
        const who = deskOf(visit);
        const holder = holderOf(view, visit);
        const limb = limbNow(holder) ?? 'information';
        const of = { caseId: view.page.id, participationId: holder.participationId, limb };
        const outlook = await outlookOf(tx, who, { ...of, now: view.now, today: view.today, law: view.law });
        const dated = outlook.email ? view.today : outlook.posts[0].on;
        const preview =
          'refused' in outlook.may ? null : await previewOf(tx, program, { ...of, accountId: who.accountId, dated });
        return { holder, limb, outlook, preview };
      },
      // Straight on from a withdrawal, everything stands filled in.
      filled: ({ visit, more: { outlook } }): Answers =>
        firstOf(visit.query, 'done') === 'withdrawn-next' && outlook.email ? { way: 'email' } : {},
      schema: () => z.object({ way: choice(['email', 'post'], { asks: 'Choose how it goes.' }) }),
      page: IssuePage,
      send: async ({ values, view, more, who, actId, seenVersion }) => {
        const issue = {
          actId,
          caseId: view.page.id,
          participationId: more.holder.participationId,
          limb: more.limb,
          ...(seenVersion === undefined ? {} : { seenVersion }),
        };
        const isPost = values.way === 'post';
        const done = await (isPost ? prepareCertificateForPost : issueCertificate)(program, who, issue);
        if ('refused' in done) return wrongAt('way', refusalWords(done));
        const number = await reading(program, who, (tx) => findLatestNumber(tx, issue.caseId, issue.participationId));
        const to = number ? certificatePaths.certificate(number) : deskPaths.case(view.page.reference);
        const waits = !isPost && more.outlook.waits.email !== null;
        const isToday = more.outlook.posts[0].on.equals(view.today);
        return {
          go: saying(to, isPost ? (isToday ? 'prepared' : 'prepared-next') : waits ? 'issued-waits' : 'issued'),
        };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.lateContact,
      access: 'manager',
      read: async (_tx, view, visit) => ({ holder: holderOf(view, visit) }),
      schema: () => z.object({ issue: choice(['yes', 'no'], { asks: 'Choose whether it is issued.' }) }),
      page: LateContactPage,
      send: async ({ values, view, more, who, actId }) => {
        const done = await decideLateContact(program, who, {
          actId,
          caseId: view.page.id,
          participationId: more.holder.participationId,
          issue: values.issue === 'yes',
        });
        if ('refused' in done) return wrongAt('issue', refusalWords(done));
        const isUntold = values.issue === 'no' && done.sent === null && more.holder.lateDecision !== 'do-not-issue';
        const code = done.sent ? 'late-told' : isUntold ? 'late-untold' : 'late-decided';
        return { go: saying(deskPaths.case(view.page.reference), code) };
      },
    }),
  ];
}
