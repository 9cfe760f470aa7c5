// `erase` and `export` as a person at the command line meets them: what would happen is said first, and nothing happens without being asked for.
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { findCaseByReference } from '../cases/store.ts';
import { capacityWords } from '../cases/words.ts';
import { newId } from '../kit/ids.ts';
import { inFours } from '../kit/reference.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { System } from '../sign-in/who.ts';
import type { Blanked } from './blanking.ts';
import { erase, liftHold, placeHold, planErasure, retentionReads, type RecordsProgram } from './commands.ts';
import { FolderNotEmpty, openExportFolder } from './export-folder.ts';
import { exportRecords } from './exporting.ts';
import type { Subject } from './scope.ts';
import { listParts } from './store.ts';
import { erasureRefusalWords, holdReasonWords, type HoldReason } from './words.ts';

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export const eraseUsage = `npm run -s erase -- CASE-REFERENCE [--person NUMBER]   say what would be erased; change nothing
npm run -s erase -- CASE-REFERENCE [--person NUMBER] --yes   erase it
npm run -s erase -- CASE-REFERENCE --hold WHY --review YYYY-MM-DD   keep the case from being erased
npm run -s erase -- CASE-REFERENCE --lift-hold   let it be erased again

A person's number is the last part of the address of their page at the desk; without --yes the people of the case are listed.
WHY is one of: ${Object.keys(holdReasonWords).join(', ')}.
`;

export const exportUsage = `npm run -s export -- CASE-REFERENCE --person NUMBER --to FOLDER   copy what is held about one person
npm run -s export -- CASE-REFERENCE --to FOLDER   copy the whole case, with everybody's confidential words

The folder is made, for you alone. A person's number is the last part of the address of their page at the desk.
`;

interface Asked {
  readonly who: System;
  readonly caseId: string;
  readonly reference: string;
}

/** Runs `erase`; gives the exit code. */
export async function eraseCommand(
  args: readonly string[],
  open: () => Promise<RecordsProgram>,
  io: Io,
): Promise<number> {
  const told = readArguments(args, {
    person: { type: 'string' },
    yes: { type: 'boolean' },
    hold: { type: 'string' },
    review: { type: 'string' },
    'lift-hold': { type: 'boolean' },
  });
  if (!told) return refuse(io, eraseUsage, 2);
  const { values, reference } = told;
  const hold = values['hold'] === undefined ? null : readHold(values);
  if (hold === undefined) return refuse(io, eraseUsage, 2);
  const program = await open();
  const asked = await ask(program, reference);
  if (!asked) return refuse(io, 'There is no case with that reference.\n');
  const { who, caseId } = asked;
  if (hold) {
    const placed = await placeHold(program, who, { actId: newId(), caseId, ...hold });
    if ('refused' in placed) return refuse(io, 'There is a hold on this case already.\n');
    io.out(`Case ${asked.reference} is held until somebody lifts the hold.\n`);
    return 0;
  }
  if (values['lift-hold'] === true) {
    await liftHold(program, who, { actId: newId(), caseId });
    io.out(`Nothing holds case ${asked.reference} any more.\n`);
    return 0;
  }
  const subject = { caseId, participationId: typeof values['person'] === 'string' ? values['person'] : null };
  const plan = await planErasure(program, subject);
  if ('refused' in plan)
    return refuse(io, `${erasureRefusalWords[plan.refused]}\n`, plan.refused === 'nothing-left' ? 0 : 1);
  tellPlan(plan, subject, asked, io);
  if (values['yes'] !== true) {
    if (subject.participationId === null) await tellPeople(program, caseId, io);
    io.out('\nNothing was changed. There is no way back from erasing: to do it, say the same again with --yes.\n');
    return 0;
  }
  const done = await erase(program, who, { actId: newId(), ...subject });
  if ('refused' in done) return refuse(io, `${erasureRefusalWords[done.refused]}\n`);
  io.out('\nErased. What happened and when stays until the end of retention, and so does the certificate as issued.\n');
  return 0;
}

/** Runs `export`; gives the exit code. */
export async function exportCommand(
  args: readonly string[],
  open: () => Promise<RecordsProgram>,
  io: Io,
): Promise<number> {
  const told = readArguments(args, { person: { type: 'string' }, to: { type: 'string' } });
  const to = told?.values['to'];
  if (!told || typeof to !== 'string') return refuse(io, exportUsage, 2);
  const program = await open();
  const asked = await ask(program, told.reference);
  if (!asked) return refuse(io, 'There is no case with that reference.\n');
  const participationId = typeof told.values['person'] === 'string' ? told.values['person'] : null;
  try {
    const subject = { actId: newId(), caseId: asked.caseId, participationId };
    const copy = await exportRecords(program, asked.who, subject, await openExportFolder(to));
    if ('refused' in copy) return refuse(io, `${erasureRefusalWords[copy.refused]}\n`);
    io.out(`${copy.rows} records and ${copy.papers} papers are in ${to}. Begin with README.txt there.\n`);
    if (copy.unreadable.length > 0)
      return refuse(io, `These papers could not be read: ${copy.unreadable.join(', ')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof FolderNotEmpty) return refuse(io, `${error.message}\n`);
    throw error;
  }
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];
type Values = Readonly<Record<string, string | boolean | undefined>>;

function readArguments(args: readonly string[], options: Options): { values: Values; reference: string } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const reference = positionals.join(' ');
    return reference === '' ? null : { values, reference };
  } catch {
    return null;
  }
}

/** Undefined when a hold was asked for and its reason or its day makes no sense. */
function readHold(values: Values): { why: HoldReason; reviewOn: string } | undefined {
  const why = Object.keys(holdReasonWords).find((reason) => reason === values['hold']);
  const review = values['review'];
  if (why === undefined || typeof review !== 'string') return undefined;
  try {
    return { why: why as HoldReason, reviewOn: Temporal.PlainDate.from(review).toString() };
  } catch {
    return undefined;
  }
}

async function ask({ database }: RecordsProgram, typed: string): Promise<Asked | null> {
  const found = await inSeat(database, retentionReads, (tx) => findCaseByReference(tx, typed));
  if (!found) return null;
  return {
    who: { kind: 'system', serviceId: found.service_id },
    caseId: found.id,
    reference: inFours(found.reference),
  };
}

function tellPlan(plan: readonly Blanked[], { participationId }: Subject, { reference }: Asked, io: Io): void {
  io.out(
    participationId
      ? `One person of case ${reference}, in every case of theirs:\n\n`
      : `The whole case ${reference}:\n\n`,
  );
  for (const { table, classes, rows } of plan)
    io.out(`${String(rows).padStart(6)}  ${table.padEnd(20)} ${classes.join(', ')}\n`);
}

async function tellPeople({ database }: RecordsProgram, caseId: string, io: Io): Promise<void> {
  const people = await inSeat(database, retentionReads, (tx) => listParts(tx, caseId));
  io.out('\nFor one person alone, add --person and their number:\n\n');
  for (const { id, capacity, from_at: from } of people)
    io.out(`  ${id}  ${capacityWords[capacity] ?? capacity}, since ${from.slice(0, 10)}\n`);
}

function refuse(io: Io, words: string, code = 1): number {
  io.err(words);
  return code;
}
