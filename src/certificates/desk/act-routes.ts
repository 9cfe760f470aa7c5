// The routes of one certificate: its page, sending it again, correcting, withdrawing, dating it again, setting it aside.
import { z } from 'zod';
import { limbNow } from '../../cases/desk/act-parts.ts';
import { caseForm, wrongAt } from '../../cases/desk/case-form.ts';
import { readCaseView, type CaseView, type HolderView } from '../../cases/desk/case-view.ts';
import { doneSaid, saying, type DoneCode } from '../../cases/desk/done-words.ts';
import { actOf, deskOf, looking } from '../../cases/desk/visit.ts';
import type { Done } from '../../cases/one-door.ts';
import { deskPaths } from '../../cases/paths.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { choice, choices } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import { listPoints } from '../../people/store.ts';
import { reading, type Tx, type WebProgram } from '../../program.ts';
import type { Staff, Who } from '../../sign-in/who.ts';
import {
  replacements,
  setAsideReasons,
  toldThatWords,
  withdrawalReasons,
  type CertificateRefusal,
  type CertificateRefused,
  type Replacement,
  type ToldThat,
  type SetAsideReason,
  type WithdrawalReason,
} from '../certificate.ts';
import { differences } from '../content.ts';
import { findWay } from '../pack.ts';
import { postDays } from '../posting-day.ts';
import { dateCertificateAgain, setCertificateAside } from '../posting.ts';
import { correctCertificate, withdrawCertificate } from '../putting-right.ts';
import { replacementOf, type Readiness } from '../replacement.ts';
import { resendCertificate } from '../resending.ts';
import { getCertificateAtDesk, type CertificateAtDesk } from '../store-desk.ts';
import { CertificateDeskPage } from './certificate-page.tsx';
import { CorrectionPage } from './correction-page.tsx';
import { refusalWords } from './issue-routes.ts';
import { certificatePaths, certificatePatterns } from './paths.ts';
import { dateAgainSchema, datedAgain } from './its-day.ts';
import { correctedPreview, lookedAtAgain } from './preview.ts';
import { readyWords, toldBy, WithdrawalPage } from './withdrawal-page.tsx';

const keys = <K extends string>(record: Readonly<Record<K, string>>) => Object.keys(record) as K[];

/** Makes the routes. */
export function actRoutes(program: WebProgram): Route<Who>[] {
  const heldBy = (tx: Tx, visit: Visit<Who>) => getCertificateAtDesk(tx, visit.params['number'] ?? '');
  const reference = async (tx: Tx, visit: Visit<Who>) => (await heldBy(tx, visit)).reference;

  async function show(visit: Visit<Who>, form: FormState, status = 200) {
    const who = deskOf(visit);
    const found = await looking(
      program,
      who,
      async (tx) => {
        const held = await heldBy(tx, visit);
        const view = await readCaseView(tx, program, who, held.reference);
        const holder = view.holders.find(
          ({ participationId }) => participationId === held.certificate.participation_id,
        );
        const points = holder ? await listPoints(tx, holder.person.person_id) : [];
        const { state } = held.certificate;
        const since = state === 'prepared' ? await lookedAtAgain(tx, program, held.certificate) : null;
        const now = state === 'issued' ? await correctedPreview(tx, program, held) : null;
        const differs = now ? differences(held.versions[0].said, now) : [];
        return {
          held,
          view,
          since,
          differs,
          ways: { email: !!findWay(points, 'email'), post: !!findWay(points, 'post') },
        };
      },
      ({ view }) => ({ what: 'case', caseId: view.page.id }),
    );
    const done = doneSaid(firstOf(visit.query, 'done'));
    return visit.html(
      CertificateDeskPage({
        ...found,
        frame: frameOf(program, visit),
        days: postDays(program),
        act: newId(),
        form,
        done,
      }),
      status,
    );
  }

  /** A button on the page of a certificate: what it does, and what the page says then. */
  const press = (
    path: string,
    schema: z.ZodObject,
    done: DoneCode | ((held: CertificateAtDesk, values: Record<string, string>) => DoneCode),
    run: (
      who: Staff,
      held: CertificateAtDesk,
      values: Record<string, string>,
      actId: string,
    ) => Promise<Done | CertificateRefused>,
  ): Route<Who> => ({
    method: 'POST',
    path,
    access: 'desk',
    handle: async (visit: ActVisit<Who>) => {
      const who = deskOf(visit);
      const held = await reading(program, who, (tx) => heldBy(tx, visit));
      const typed = readForm(schema, visit.form);
      if (!typed.ok) return show(visit, typed, 422);
      const answer = await run(who, held, typed.values as Record<string, string>, actOf(visit));
      if ('refused' in answer)
        return show(
          visit,
          {
            answers: typed.answers,
            errors: [{ field: Object.keys(schema.shape)[0] ?? 'main', message: refusalWords(answer) }],
          },
          422,
        );
      const said = typeof done === 'string' ? done : done(held, typed.values as Record<string, string>);
      return visit.redirect(saying(certificatePaths.certificate(held.certificate.number), said));
    },
  });

  return [
    { method: 'GET', path: certificatePatterns.certificate, access: 'desk', handle: (visit) => show(visit, formOf()) },
    press(
      certificatePatterns.sending,
      z.object({ way: choice(['email', 'post'], { asks: 'Choose how it is sent again.' }) }),
      'sent-again',
      (who, held, { way }, actId) =>
        resendCertificate(program, who, { ...ofCertificate(held), actId, channel: way as 'email' | 'post' }),
    ),
    press(
      certificatePatterns.dateAgain,
      dateAgainSchema,
      ({ certificate }, { goesToday }) => datedAgain(certificate.dated, goesToday === 'yes', postDays(program)),
      (who, held, { goesToday }, actId) =>
        dateCertificateAgain(program, who, { ...ofCertificate(held), actId, goesToday: goesToday === 'yes' }),
    ),
    press(
      certificatePatterns.setAside,
      z.object({ why: choice(keys(setAsideReasons), { asks: 'Choose why it is set aside.' }) }),
      'set-aside',
      (who, held, { why }, actId) =>
        setCertificateAside(program, who, { ...ofCertificate(held), actId, why: why as SetAsideReason }),
    ),
    ...caseForm(program, {
      path: certificatePatterns.correction,
      access: 'desk-proved',
      reference,
      read: async (tx, _view, visit) => {
        const held = await heldBy(tx, visit);
        return { held, now: await correctedPreview(tx, program, held) };
      },
      schema: () => z.object({}),
      page: CorrectionPage,
      send: async ({ more: { held }, who, actId }) => {
        const done = await correctCertificate(program, who, { ...ofCertificate(held), actId });
        if ('refused' in done) return wrongAt('main', refusalWords(done));
        return { go: saying(certificatePaths.certificate(held.certificate.number), 'corrected') };
      },
    }),
    ...caseForm(program, {
      path: certificatePatterns.withdrawal,
      access: 'manager-proved',
      reference,
      read: async (tx, view, visit) => {
        const held = await heldBy(tx, visit);
        const holder = holderIn(view, held);
        const limb = (holder && limbNow(holder)) ?? held.certificate.limb;
        const of = { certificate: held.certificate, limb, today: view.today, law: view.law };
        const ready = new Map<WithdrawalReason, Readiness>();
        for (const why of keys<WithdrawalReason>(withdrawalReasons))
          ready.set(why, await replacementOf(tx, deskOf(visit), { ...of, why }));
        return { held, holder, limb, ready };
      },
      schema: ({ view }) =>
        z.object({
          why: choice(keys<WithdrawalReason>(withdrawalReasons), { asks: 'Choose why it was never lawfully issued.' }),
          toldOn: dayFields({
            asks: 'Enter the day on which the family was told. Tell them first.',
            notAfter: { day: view.today, says: 'The family is told before it is withdrawn, so not later than today.' },
          }),
          told: choice(keys(toldBy), { asks: 'Choose how they were told.' }),
          toldThat: choices(keys<ToldThat>(toldThatWords), { asks: 'Tick what they were told.' }),
          replacement: choice(keys<Replacement>(replacements), { asks: 'Choose what follows.' }),
        }),
      page: WithdrawalPage,
      send: async ({ values, view, more: { held, limb, ready }, who, actId }) => {
        const done = await withdrawCertificate(program, who, {
          ...ofCertificate(held),
          ...values,
          toldOn: values.toldOn.toString(),
          limb,
          actId,
        });
        if ('refused' in done) {
          const isNotReady = done.refused === 'replacement-not-ready';
          const words = (isNotReady && readyWords(ready.get(values.why))) || refusalWords(done);
          return wrongAt(fieldOf[done.refused] ?? 'why', words);
        }
        if (values.replacement !== 'issued-next')
          return { go: saying(certificatePaths.certificate(held.certificate.number), 'withdrawn') };
        const { reference } = view.page;
        if (ready.get(values.why)?.byColleague)
          return { go: saying(deskPaths.case(reference), 'withdrawn-next-adviser') };
        const issue = `${deskPaths.certificate(reference)}?for=${held.certificate.participation_id}`;
        return { go: saying(issue, 'withdrawn-next') };
      },
    }),
  ];
}

/** The right-holder of a certificate; null where they do not hold the right any more. */
function holderIn({ holders }: CaseView, { certificate }: CertificateAtDesk): HolderView | null {
  return holders.find(({ participationId }) => participationId === certificate.participation_id) ?? null;
}

/** Where a refusal to withdraw is shown. */
const fieldOf: Partial<Record<CertificateRefusal, string>> = {
  'replacement-not-ready': 'replacement',
  'replacement-is-ready': 'replacement',
  'family-not-told-why': 'toldThat',
  'family-not-told-first': 'toldOn',
};

const ofCertificate = ({ certificate }: CertificateAtDesk) => ({
  caseId: certificate.case_id,
  certificateId: certificate.id,
});
