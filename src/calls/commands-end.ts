// Ends a call: contact, information, wishes, and then the certificate or the council's notice, each by its own command and each once.
// A crash between two of them leaves the call open; pressing again goes on where it stopped.
import { tellAuthority } from '../advice/commands-authority.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { giveInformation } from '../advice/commands.ts';
import { issueCertificate, prepareCertificateForPost, type IssuingProgram } from '../certificates/commands.ts';
import { postDays } from '../certificates/posting-day.ts';
import type { FormError } from '../kit/forms/answers.ts';
import { londonDay } from '../kit/clock.ts';
import { derivedId } from '../kit/ids.ts';
import type { LateContactPolicy } from '../law/late-contact.ts';
import { reading } from '../program.ts';
import { recordContact } from '../referrals/commands.ts';
import { holds, type Staff } from '../sign-in/who.ts';
import type { CallRow, Heard, Outcome } from './call.ts';
import { beginEnd, breakOffEnd, endCall, keepCase, startedAt } from './commands.ts';
import { contactOf } from './contact-of-call.ts';
import { ofCertificate, ofContact, ofInformation, ofTelling, ofWishes } from './refusals.ts';
import { listen, planOf, type Around, type Plan } from './rules.ts';
import { answersOf, getFirstHolder, getMyCall } from './store.ts';
import { agreedWording } from './words.ts';

/** What ending a call needs: issuing, and the service's own choice about late contacts. */
export interface EndingProgram extends IssuingProgram {
  readonly service: () => {
    readonly settings: { readonly lateContact: LateContactPolicy; readonly lastPost: string };
    readonly closureDays: ReadonlyMap<string, string>;
  };
}

export interface Ended {
  readonly outcome: Outcome;
  /** Null where a call leaves no case. */
  readonly caseId: string | null;
}

/** What stands in the way, by field, as a form shows it. */
export interface NotYet {
  readonly errors: readonly FormError[];
}

/** Gives what a call is judged by. */
export function aroundOf(program: EndingProgram, who: Staff, call: Pick<CallRow, 'started_at'>): Around {
  return {
    ...postDays(program),
    contactOn: londonDay(startedAt(call)),
    law: program.law(),
    policy: program.service().settings.lateContact,
    isManager: holds(who, 'manager'),
    isAdviser: holds(who, 'adviser'),
  };
}

/**
 * Brings a call to its end: `finish` with what was decided, `record` with what there is. The answers must have been saved before.
 * A call that has ended gives its end again. Throws NotFound.
 */
export async function finishCall(
  program: EndingProgram,
  who: Staff,
  { callId, how }: { readonly callId: string; readonly how: 'finish' | 'record' },
): Promise<Ended | NotYet> {
  const call = await reading(program, who, (tx) => getMyCall(tx, who, callId));
  if (call.ended_at) return { outcome: call.outcome ?? 'contact-recorded', caseId: call.case_id };
  const around = aroundOf(program, who, call);
  const { heard, errors } = listen(answersOf(call), around);
  if (errors.length > 0) return { errors };
  const planned = planOf(heard, around, how);
  if ('missing' in planned) return { errors: planned.missing };
  const opened = await openCase(program, who, call, heard);
  if ('errors' in opened) return opened;
  const { caseId } = opened;
  const participationId = await reading(program, who, (tx) => getFirstHolder(tx, caseId));
  const refused = await carryOut(program, who, { call, heard, plan: planned.plan, caseId, participationId });
  if (refused) return { errors: [refused] };
  const { outcome } = planned.plan;
  await endCall(program, who, { callId, outcome, caseId });
  return { outcome, caseId };
}

async function openCase(
  program: EndingProgram,
  who: Staff,
  call: CallRow,
  heard: Heard,
): Promise<{ readonly caseId: string } | NotYet> {
  if (call.case_id) return { caseId: call.case_id };
  await beginEnd(program, who, call.id);
  const contact = contactOf(heard, { actId: derivedId(call.act_key, 'recordContact'), startedAt: startedAt(call) });
  const opened = await recordContact(program, who, contact);
  if ('refused' in opened) {
    await breakOffEnd(program, who, call.id);
    return { errors: [ofContact(opened.refused)] };
  }
  await keepCase(program, who, call.id, opened.caseId);
  return { caseId: opened.caseId };
}

interface Ending {
  readonly call: CallRow;
  readonly heard: Heard;
  readonly plan: Plan;
  readonly caseId: string;
  readonly participationId: string;
}

/** Does what was planned, in order; gives the first refusal, or null. */
async function carryOut(program: EndingProgram, who: Staff, ending: Ending): Promise<FormError | null> {
  const { call, heard, plan, caseId, participationId } = ending;
  const holder = { caseId, participationId };
  const { said } = heard;
  if (plan.inform) {
    const actId = derivedId(call.act_key, 'giveInformation', said);
    const informed = await giveInformation(program, who, { ...holder, actId, channel: 'call', said });
    if ('refused' in informed) return ofInformation(informed.refused);
  }
  if (plan.wishes) {
    const { appeal, mediation, chaseOn } = plan.wishes;
    const actId = derivedId(call.act_key, 'recordWishes', [appeal, mediation, chaseOn?.toString()]);
    const wished = await recordWishes(program, who, { ...holder, actId, channel: 'call', ...plan.wishes });
    if ('refused' in wished) return ofWishes(wished.refused);
  }
  return lastAct(program, who, ending);
}

async function lastAct(program: EndingProgram, who: Staff, ending: Ending): Promise<FormError | null> {
  const { call, heard, plan, caseId, participationId } = ending;
  const holder = { caseId, participationId };
  if (plan.outcome === 'authority-told') {
    const told = await tellAuthority(program, who, {
      ...holder,
      actId: derivedId(call.act_key, 'tellAuthority'),
      issues: heard.issues,
      healthProvision: heard.provision || null,
      wording: agreedWording,
      channel: 'call',
    });
    return 'refused' in told && told.refused !== 'already-told' ? ofTelling(told.refused) : null;
  }
  if (plan.outcome !== 'certificate-issued' && plan.outcome !== 'certificate-prepared') return null;
  const issue = {
    ...holder,
    actId: derivedId(call.act_key, 'certificate', plan.outcome),
    limb: 'information',
  } as const;
  const issued =
    plan.outcome === 'certificate-issued'
      ? await issueCertificate(program, who, issue)
      : await prepareCertificateForPost(program, who, issue);
  if (!('refused' in issued) || issued.refused === 'already-issued' || issued.refused === 'already-prepared')
    return null;
  return ofCertificate(issued);
}
