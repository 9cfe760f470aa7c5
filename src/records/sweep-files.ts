// Keeps stored bytes and the rows that name them together: removes bytes that no row names, reports rows whose bytes are gone, and wraps
// with the current master key what an older one still wraps. Once a night; running it twice does nothing the second time.
import type { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import { systemClock } from '../kit/clock.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { describeError } from '../kit/log.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { WebProgram } from '../program.ts';
import { retentionReads } from './commands.ts';

export interface SweptFiles {
  /** Bytes that no row named, removed. */
  readonly removed: number;
  /** Ids of rows whose bytes are gone. */
  readonly missing: readonly string[];
  readonly rewrapped: number;
}

type Program = Pick<WebProgram, 'database' | 'files' | 'log'>;

/** Bytes are written before the row that names them, and that takes minutes at most: after a day no row will come. */
const OLD_HOURS = 24;
/** More than these without a row, and more than a tenth of all, is no leftover: the database is older than the files, or another's. */
const FEW = 20;
const BATCH = 500;

/** Sweeps. `now` is this machine's own time, because the files' is: never the trial's. */
export async function sweepFiles(program: Program, now: Temporal.Instant = systemClock.now()): Promise<SweptFiles> {
  const removed = await removeUnnamed(program, now.subtract({ hours: OLD_HOURS }));
  const { missing, rewrapped } = await overRows(program);
  return { removed, missing, rewrapped };
}

async function removeUnnamed({ database, files, log }: Program, before: Temporal.Instant): Promise<number> {
  const unnamed: string[] = [];
  let kept = 0;
  for await (const ids of files.listBefore(before)) {
    kept += ids.length;
    const { rows } = await inSeat(database, retentionReads, (tx) =>
      sql<{
        id: string;
      }>`select storage->>'fileId' as id from files where storage->>'fileId' = any(${[...ids]}::text[])`.execute(tx),
    );
    const named = new Set(rows.map(({ id }) => id));
    unnamed.push(...ids.filter((id) => !named.has(id)));
  }
  if (unnamed.length > FEW && unnamed.length > kept / 10) {
    log.error('too-many-files-without-a-row', { kept, unnamed: unnamed.length });
    return 0;
  }
  for (const fileId of unnamed) {
    await files.eraseFile({ fileId });
    log.info('file-without-a-row-removed', { file: fileId });
  }
  return unnamed.length;
}

interface Stored {
  readonly id: string;
  readonly storage: FileRecord;
}

async function overRows(program: Program): Promise<{ missing: string[]; rewrapped: number }> {
  const { database, files, log } = program;
  const missing: string[] = [];
  let rewrapped = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await inSeat(database, retentionReads, (tx) =>
      sql<Stored>`select id, storage from files where erased_at is null and id > ${after} order by id limit ${BATCH}`.execute(
        tx,
      ),
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      if (!(await files.hasFile(row.storage))) missing.push(row.id);
      else if (await rewrap(program, row)) rewrapped += 1;
    }
    after = rows.at(-1)?.id ?? after;
  }
  if (rewrapped > 0) log.info('files-rewrapped', { files: rewrapped, key: files.currentKey });
  const still = missing.length > 0 ? await notErasedMeanwhile(program, missing) : [];
  for (const id of still) log.error('file-missing', { row: id });
  return { missing: still, rewrapped };
}

/** Wraps one file's key anew. A key that is not in the settings any more, and a record that was tampered with, are reported. */
async function rewrap({ database, files, log }: Program, { id, storage }: Stored): Promise<boolean> {
  try {
    const next = files.rewrapped(storage);
    if (!next) return false;
    const changed = await inSeat(database, { ...retentionReads, readOnly: false }, (tx) =>
      tx
        .updateTable('files')
        .set({ storage: JSON.stringify(next) })
        .where('id', '=', id)
        .where('erased_at', 'is', null)
        .executeTakeFirst(),
    );
    return changed.numUpdatedRows > 0n;
  } catch (error) {
    log.error('file-not-rewrapped', { row: id, key: storage.keyId, ...describeError(error) });
    return false;
  }
}

async function notErasedMeanwhile({ database }: Program, ids: readonly string[]): Promise<string[]> {
  const { rows } = await inSeat(database, retentionReads, (tx) =>
    sql<{
      id: string;
    }>`select id from files where erased_at is null and id = any(${[...ids]}::uuid[]) order by id`.execute(tx),
  );
  return rows.map(({ id }) => id);
}
