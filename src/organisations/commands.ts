// Adds and changes the bodies a service works with, their contracts, and whom it points people to.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left, type Refused } from '../cases/one-door.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import { holds, type Staff } from '../sign-in/who.ts';
import type { BodyDetails, SignpostDetails } from './body.ts';
import { endsBefore, refusalOfContract, type ContractRefusal } from './rules.ts';
import { getBody, getSignpost, listContracts, listSignposts, lockBody } from './store.ts';

export type BodyRefusal = 'code-taken' | 'changed-meanwhile';
type Sent = { readonly actId: string };

/** Adds a body. `id` is made by the caller, so that a double press finds the same one. Refused when another has its national code. */
export function addBody(
  program: Program,
  who: Staff,
  { actId, id, details }: Sent & { readonly id: string; readonly details: BodyDetails },
): Promise<Done | Refused<'code-taken'>> {
  return throughTheDoor<'code-taken'>(program, { actId, command: 'addBody', who, caseId: null }, async ({ tx }) => {
    if (await isCodeTaken({ tx }, who, id, details)) return { refused: 'code-taken' };
    await tx
      .insertInto('bodies')
      .values({ id, service_id: who.serviceId, kind: details.kind, ...bodyRow(details) })
      .execute();
    return { facts: [{ code: 'body-added', data: { body: id, kind: details.kind }, readers: [] }] };
  });
}

/** Changes a body; its kind stays. Quiet when nothing differs. Throws NotFound. */
export function changeBody(
  program: Program,
  who: Staff,
  {
    actId,
    id,
    seenVersion,
    details,
  }: Sent & { readonly id: string; readonly seenVersion: number; readonly details: BodyDetails },
): Promise<Done | Refused<BodyRefusal>> {
  return throughTheDoor<BodyRefusal>(program, { actId, command: 'changeBody', who, caseId: null }, async ({ tx }) => {
    const before = await getBody(tx, id);
    if (before.version !== seenVersion) return { refused: 'changed-meanwhile' };
    if (await isCodeTaken({ tx }, who, id, details)) return { refused: 'code-taken' };
    const after = bodyRow(details);
    const fields = changedOf(before, after);
    if (fields.length === 0) return { facts: [] };
    const written = await tx
      .updateTable('bodies')
      .set({ ...after, version: seenVersion + 1 })
      .where('id', '=', id)
      .where('version', '=', seenVersion)
      .executeTakeFirst();
    if (written.numUpdatedRows === 0n) return { refused: 'changed-meanwhile' };
    return { facts: [{ code: 'body-changed', data: { body: id, fields }, readers: [] }] };
  });
}

function bodyRow({ name, nationalCode, emails, telephone, addressLines }: BodyDetails) {
  return {
    name,
    national_code: nationalCode,
    emails: emails.map(({ email }) => email),
    emails_of: emails.map(({ of }) => of),
    telephone,
    address_lines: [...addressLines],
  };
}

async function isCodeTaken(
  { tx }: Pick<Inside, 'tx'>,
  who: Staff,
  id: string,
  { kind, nationalCode }: BodyDetails,
): Promise<boolean> {
  if (nationalCode === null) return false;
  const other = await tx
    .selectFrom('bodies')
    .select('id')
    .where('service_id', '=', who.serviceId)
    .where('kind', '=', kind)
    .where('national_code', '=', nationalCode)
    .where('id', '<>', id)
    .executeTakeFirst();
  return other !== undefined;
}

export type ContractChangeRefusal = ContractRefusal | 'not-a-manager' | 'not-a-council';

/** Adds a contract with a council. Managers only. New cases of its days belong to it; cases that are open keep theirs. Throws NotFound. */
export async function addContract(
  program: Program,
  who: Staff,
  {
    actId,
    bodyId,
    from,
    until,
  }: Sent & {
    readonly bodyId: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate | null;
  },
): Promise<Done | Refused<ContractChangeRefusal>> {
  if (!holds(who, 'manager')) return { refused: 'not-a-manager' };
  const passage = { actId, command: 'addContract', who, caseId: null };
  return throughTheDoor<ContractChangeRefusal>(program, passage, async ({ tx, now }) => {
    if ((await lockBody(tx, bodyId)).kind !== 'authority') return { refused: 'not-a-council' };
    const others = await listContracts(tx, who.serviceId, bodyId);
    const refused = refusalOfContract({ from, until }, others.map(termOf));
    if (refused) return { refused };
    const contract = newId(now);
    const [fromOn, untilOn] = [from.toString(), until?.toString() ?? null];
    await tx
      .insertInto('contracts')
      .values({ id: contract, service_id: who.serviceId, body_id: bodyId, from_on: fromOn, until_on: untilOn })
      .execute();
    const data = { contract, body: bodyId, from: fromOn, until: untilOn };
    return { facts: [{ code: 'contract-added', data, readers: [] }] };
  });
}

/** Gives a contract its last day, or another one. Managers only. Refused when it would then meet the next one. Throws NotFound. */
export async function endContract(
  program: Program,
  who: Staff,
  {
    actId,
    bodyId,
    contractId,
    until,
  }: Sent & { readonly bodyId: string; readonly contractId: string; readonly until: Temporal.PlainDate },
): Promise<Done | Refused<ContractChangeRefusal>> {
  if (!holds(who, 'manager')) return { refused: 'not-a-manager' };
  const passage = { actId, command: 'endContract', who, caseId: null };
  return throughTheDoor<ContractChangeRefusal>(program, passage, async ({ tx }) => {
    await lockBody(tx, bodyId);
    const all = await listContracts(tx, who.serviceId, bodyId);
    const contract = all.find(({ id }) => id === contractId);
    if (!contract) throw new NotFound();
    if (contract.until_on === until.toString()) return { facts: [] };
    const wanted = { from: termOf(contract).from, until };
    if (endsBefore(wanted)) return { refused: 'ends-before-it-begins' };
    const refused = refusalOfContract(wanted, all.filter(({ id }) => id !== contractId).map(termOf));
    if (refused) return { refused };
    await tx.updateTable('contracts').set({ until_on: until.toString() }).where('id', '=', contractId).execute();
    const data = { contract: contractId, body: bodyId, until: until.toString() };
    return { facts: [{ code: 'contract-ended', data, readers: [] }] };
  });
}

const termOf = ({ from_on: from, until_on: until }: Row<'contracts'>) => ({
  from: Temporal.PlainDate.from(from),
  until: until === null ? null : Temporal.PlainDate.from(until),
});

/** Adds somebody to point people to, at the end of the list. The caller reloads the program afterwards, as after each of these. */
export function addSignpost(
  program: Program,
  who: Staff,
  { actId, details }: Sent & { readonly details: SignpostDetails },
): Promise<Done> {
  return sure(
    throughTheDoor(program, { actId, command: 'addSignpost', who, caseId: null }, async ({ tx, now, today }) => {
      const id = newId(now);
      const position = ((await listSignposts(tx, who.serviceId)).at(-1)?.position ?? 0) + 1;
      await tx
        .insertInto('signposts')
        .values({
          id,
          service_id: who.serviceId,
          position,
          checked_on: today.toString(),
          kind: details.kind,
          ...signpostRow(details),
        })
        .execute();
      return { facts: [{ code: 'signpost-added', data: { signpost: id }, readers: [] }] };
    }),
  );
}

/** Changes one, which also says that it was checked today. With nothing changed it only says that. Throws NotFound. */
export function changeSignpost(
  program: Program,
  who: Staff,
  {
    actId,
    id,
    seenVersion,
    details,
  }: Sent & { readonly id: string; readonly seenVersion: number; readonly details: SignpostDetails },
): Promise<Done | Refused<'changed-meanwhile'>> {
  const passage = { actId, command: 'changeSignpost', who, caseId: null };
  return throughTheDoor<'changed-meanwhile'>(
    program,
    passage,
    async ({ tx, today }): Promise<Left | Refused<'changed-meanwhile'>> => {
      const before = await getSignpost(tx, id);
      if (before.version !== seenVersion) return { refused: 'changed-meanwhile' };
      const after = signpostRow(details);
      const fields = changedOf(before, after);
      if (fields.length === 0 && before.checked_on === today.toString()) return { facts: [] };
      const written = await tx
        .updateTable('signposts')
        .set({ ...after, checked_on: today.toString(), version: seenVersion + 1 })
        .where('id', '=', id)
        .where('version', '=', seenVersion)
        .executeTakeFirst();
      if (written.numUpdatedRows === 0n) return { refused: 'changed-meanwhile' };
      return {
        facts: [
          fields.length === 0
            ? { code: 'signpost-checked', data: { signpost: id }, readers: [] }
            : { code: 'signpost-changed', data: { signpost: id, fields }, readers: [] },
        ],
      };
    },
  );
}

function signpostRow({ name, what, how, contact, addressLines }: SignpostDetails) {
  return { name, what, how, contact, address_lines: [...addressLines] };
}

/** Codes of the columns that differ; never what they hold. */
function changedOf<Changed extends object>(before: Changed, after: Partial<Changed>): string[] {
  return (Object.keys(after) as (keyof Changed & string)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => key.replaceAll('_', '-'));
}

/** A command without refusals can only be done. */
async function sure(answer: Promise<Done | Refused<never>>): Promise<Done> {
  const done = await answer;
  if ('refused' in done) throw new TypeError('this command refuses nothing');
  return done;
}
