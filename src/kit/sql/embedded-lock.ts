// Keeps a second process out of an embedded database's folder: two at once lose acknowledged commits without a word.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';

/** Another process has the folder open. */
export class EmbeddedDatabaseInUse extends Error {
  override readonly name = 'EmbeddedDatabaseInUse';
}

/** Who holds the lock: a process number may be used again, so its start time and the machine's boot go with it. A container numbers its processes anew. */
interface Holder {
  readonly id: string;
  readonly pid: number;
  readonly started: string | null;
  readonly boot: string | null;
  /** The space of process numbers that it lives in; locks of earlier versions have none. */
  readonly space?: string | null;
}

/** Who holds a lock whose words were lost, as a power cut leaves it: nobody living, since a lock appears complete and is never written again. */
const EMPTIED: Holder = { id: 'emptied', pid: 0, started: null, boot: null, space: null };

/**
 * Takes the lock file, or takes it over from a process that is dead, and gives the function that releases it.
 * The file appears by link(2), complete or not at all. A dead holder has one successor: whoever first links the file
 * named after that holder's id; only then is the lock replaced.
 * @throws EmbeddedDatabaseInUse naming the process that holds it.
 */
export function takeLock(file: string): () => void {
  const me: Holder = {
    id: randomUUID(),
    pid: process.pid,
    started: startOf(process.pid),
    boot: bootOf(),
    space: spaceOf(),
  };
  const mine = `${file}.${me.id}`;
  fs.writeFileSync(mine, JSON.stringify(me), { flush: true });
  try {
    while (!linked(mine, file)) {
      const holder = read(file);
      if (holder && succeed(mine, file, holder)) break;
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  const release = () => {
    process.off('exit', release);
    if (read(file)?.id === me.id) fs.rmSync(file);
  };
  process.on('exit', release);
  return release;
}

/** Follows the line of successors of a dead holder to its end, and takes the lock there. False: the lock changed meanwhile, look again. */
function succeed(mine: string, file: string, first: Holder): boolean {
  const line: string[] = [];
  for (let holder: Holder = first; ;) {
    refuseIfAlive(holder, file);
    const claim = `${file}.after-${holder.id}`;
    line.push(claim);
    if (linked(mine, claim)) break;
    const next = read(claim);
    if (!next) return false;
    if (next.id === holder.id) {
      fs.rmSync(claim, { force: true }); // Emptied too: it would lead to itself for ever.
      return false;
    }
    holder = next;
  }
  const still = read(file)?.id === first.id;
  if (still) fs.renameSync(copyOf(mine), file);
  else fs.rmSync(line.at(-1) as string, { force: true });
  if (still) for (const claim of line) fs.rmSync(claim, { force: true });
  return still;
}

/** A second name for the file, because rename(2) uses one up (and does nothing when both are the same file). */
function copyOf(mine: string): string {
  const copy = `${mine}.copy`;
  fs.copyFileSync(mine, copy);
  return copy;
}

function refuseIfAlive(holder: Holder, file: string): void {
  if (!isAlive(holder)) return;
  const folder = file.replace(/\.lock$/, '');
  if (isElsewhere(holder))
    throw new EmbeddedDatabaseInUse(
      `The database in ${folder} is or was in use by a process in another container, which cannot be seen from here. Stop that container; if it has ended without taking its lock away, remove ${file}.`,
    );
  throw new EmbeddedDatabaseInUse(
    `The database in ${folder} is in use by process ${holder.pid}. Stop that process first, or set DATABASE_URL to a PostgreSQL server, which several processes can share.`,
  );
}

function isAlive(holder: Holder): boolean {
  const { pid, started, boot } = holder;
  if (pid === EMPTIED.pid) return false;
  if (boot !== null && bootOf() !== null && boot !== bootOf()) return false;
  if (isElsewhere(holder)) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const startedNow = startOf(pid);
  return startedNow === null || started === null || startedNow === started;
}

/** Whether a holder's number means nothing here, so that it must be taken for alive. */
function isElsewhere({ space }: Holder): boolean {
  const here = spaceOf();
  return space !== undefined && space !== null && here !== null && space !== here;
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Holder | null {
  const text = readIfThere(file);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return EMPTIED;
  }
}

/** When the process started, in clock ticks since boot: field 22 of /proc/PID/stat, counted after the name in brackets. */
function startOf(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function bootOf(): string | null {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function spaceOf(): string | null {
  try {
    return fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    return null; // Not Linux.
  }
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
