// The desk's pages of the information conversation and of what follows it.
import { z } from 'zod';
import { caseForm, holderOf, wrongAt, type FormContext } from '../../cases/desk/case-form.ts';
import { forHolder } from '../../cases/desk/act-parts.ts';
import { saying } from '../../cases/desk/done-words.ts';
import type { CaseView } from '../../cases/desk/case-view.ts';
import { ChangedMeanwhile } from '../../cases/one-door.ts';
import { deskPaths, deskRoutes } from '../../cases/paths.ts';
import type { LateTold } from '../../certificates/late-told.ts';
import { choice } from '../../kit/forms/fields.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { tellAuthority } from '../commands-authority.ts';
import { recordWishes, type WishChannel } from '../commands-wishes.ts';
import { giveInformation } from '../commands.ts';
import { latestChase } from '../rules.ts';
import { informationRefusalWords, tellRefusalWords, wishRefusalWords } from '../words.ts';
import { contradicts, lastSaidOf, wishesRecorded } from './last-said.ts';
import { addressesIn, informationSchema, permissionWords, tellSchema, wishSchema } from './forms.ts';
import { InformationPage, JustTheCertificatePage, TellAuthorityPage, WishesPage, type AdviceMore } from './pages.tsx';

type Context = FormContext<AdviceMore>;

/** Makes the routes. */
export function adviceDeskRoutes(program: WebProgram): Route<Who>[] {
  const read = async (_tx: unknown, view: CaseView, visit: Visit<Who>): Promise<AdviceMore> => {
    const holder = holderOf(view, visit);
    const second = 'form' in visit ? firstOf((visit as ActVisit<Who>).form, '_second') : undefined;
    return {
      holder,
      sendDays: program.service().settings.sendAppealWorkingDaysBefore,
      latestChase: latestChase(
        { datedOn: holder.facts.decision?.datedOn ?? null, sentOn: holder.facts.decision?.sentOn ?? null },
        view.today,
        view.law,
      ),
      secondAct: isId(second) ? second : newId(),
    };
  };
  const ofHolder = ({ view, more: { holder } }: Context, actId: string) => ({
    actId,
    caseId: view.page.id,
    participationId: holder.participationId,
  });
  const to = ({ view, more: { holder } }: Context, path: string) => forHolder(view, path, holder);

  return [
    ...caseForm(program, {
      path: deskRoutes.information,
      access: 'desk',
      read,
      schema: () => informationSchema,
      page: InformationPage,
      send: async (sent) => {
        const { values, actId, who, view } = sent;
        const given = await giveInformation(program, who, { ...ofHolder(sent, actId), ...values });
        if ('refused' in given) return wrongAt('said', `${informationRefusalWords[given.refused]}.`);
        const isUnsent = given.warnings.includes('written-rest-not-sent');
        const done =
          given.lateTold === 'no-safe-way'
            ? 'information-late-untold'
            : isUnsent
              ? 'information-unsent'
              : 'information-given';
        return { go: saying(to(sent, deskPaths.wishes(view.page.reference)), done) };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.wishes,
      access: 'desk',
      read,
      schema: () => wishSchema(),
      recorded: ({ more: { holder } }) => wishesRecorded(holder),
      page: WishesPage,
      send: async (sent) => {
        const { values, actId, who, view, visit } = sent;
        const lastSaid = lastSaidOf(firstOf(visit.form, '_said'));
        const { appeal, mediation, chaseOn, channel } = values;
        const said = await recordWishes(program, who, {
          ...ofHolder(sent, actId),
          channel,
          ...(appeal ? { appeal } : {}),
          ...(mediation ? { mediation } : {}),
          chaseOn: chaseOn ?? null,
          ...(lastSaid ? { lastSaid } : {}),
        });
        if ('refused' in said) return wishWrong(said.refused);
        return { go: afterWishes(sent, mediation, view, said.lateTold) };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.justTheCertificate,
      access: 'desk',
      read,
      schema: () =>
        z.object({
          ...informationSchema.shape,
          appeal: choice(['yes', 'no', 'unsure'], { asks: 'Choose whether they wish to appeal.' }),
          mediation: choice(['yes', 'no'], { asks: 'Choose what they said once the core was spoken.' }),
        }),
      recorded: ({ more: { holder } }) => wishesRecorded(holder),
      page: JustTheCertificatePage,
      send: async (sent) => {
        const { values, actId, who, view, more, visit } = sent;
        const { channel, said, appeal, mediation } = values;
        const lastSaid = lastSaidOf(firstOf(visit.form, '_said'));
        // Asked before the information is recorded as well: a 409 says that nothing was saved.
        if (lastSaid && contradicts(more.holder, values, lastSaid)) throw new ChangedMeanwhile(view.page.id);
        const given = await giveInformation(program, who, { ...ofHolder(sent, actId), channel, said });
        if ('refused' in given) return wrongAt('said', `${informationRefusalWords[given.refused]}.`);
        const wished = await recordWishes(program, who, {
          ...ofHolder(sent, more.secondAct),
          channel: channel === 'text-relay' ? 'call' : (channel satisfies WishChannel),
          appeal,
          mediation,
          ...(lastSaid ? { lastSaid } : {}),
        });
        if ('refused' in wished) return wishWrong(wished.refused);
        return { go: afterWishes(sent, mediation, view, given.lateTold ?? wished.lateTold) };
      },
    }),
    ...caseForm(program, {
      path: deskRoutes.authorityTold,
      access: 'desk',
      read,
      schema: () => tellSchema,
      page: TellAuthorityPage,
      send: async (sent) => {
        const { values, actId, who, view } = sent;
        const told = await tellAuthority(program, who, {
          ...ofHolder(sent, actId),
          issues: values.issues,
          healthProvision: values.healthProvision || null,
          wording: permissionWords,
          channel: values.channel,
          officers: addressesIn(values.officers),
        });
        if ('refused' in told)
          return wrongAt(
            told.refused === 'health-provision-needed' ? 'healthProvision' : 'issues',
            `${tellRefusalWords[told.refused]}.`,
          );
        return { go: saying(deskPaths.case(view.page.reference), 'council-told') };
      },
    }),
  ];

  /** A no leads to the certificate where one is needed, a yes to telling the council; anything else back to the case. */
  function afterWishes(
    sent: Context,
    mediation: 'yes' | 'no' | 'thinking' | undefined,
    { page }: CaseView,
    lateTold: LateTold['told'],
  ): string {
    const next =
      mediation === 'no' && page.road === 'mediation'
        ? to(sent, deskPaths.certificate(page.reference))
        : mediation === 'yes' && page.authority_id
          ? to(sent, deskPaths.authorityTold(page.reference))
          : deskPaths.case(page.reference);
    return saying(
      next,
      lateTold === null ? 'wishes-recorded' : lateTold === 'no-safe-way' ? 'wishes-late-untold' : 'wishes-late-told',
    );
  }
}

function wishWrong(refused: keyof typeof wishRefusalWords) {
  const field = refused.startsWith('chase') ? 'chaseOn' : 'mediation';
  return wrongAt(field, `${wishRefusalWords[refused].desk}.`);
}
