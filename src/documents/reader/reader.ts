// Opens and reads papers that strangers sent, each in a process of its own that has no network, no environment, little memory, and not for long.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MOST_SECONDS, sniff, type PaperType, type UploadRefusal } from '../upload.ts';
import { lockedDown, memoryMbOf } from './locked.ts';
import type { Answer, Reading, Request, Taken } from './messages.ts';

export interface Reader {
  /** Opens a paper and makes it safe to show, or says why not. */
  take(bytes: Uint8Array): Promise<(Taken & { readonly type: PaperType }) | { readonly refused: UploadRefusal }>;
  /** Looks for the date, the council and the decision. A paper that cannot be read gives confidence 0. */
  read(bytes: Uint8Array, today: string): Promise<Reading>;
}

/** Of the heap. What a paper unpacks to stands outside it, so the whole process is watched too: 40 million pixels are 160 MB. */
const MOST_HEAP_MB = 512;
const MOST_MEMORY_MB = 1024;
const LOOK_EVERY_MS = 100;

interface Limits {
  readonly seconds: number;
  readonly memoryMb: number;
}

/**
 * Makes a reader. One paper at a time is opened and one is read: two photographs at once would double what a small machine has to bear,
 * but nobody who waits for theirs to be taken waits for the reading of another.
 */
export function makeReader({ seconds = MOST_SECONDS, memoryMb = MOST_MEMORY_MB }: Partial<Limits> = {}): Reader {
  const last: Record<Request['task'], Promise<unknown>> = { take: Promise.resolve(), read: Promise.resolve() };
  const inTurn = (request: Request): Promise<Answer> => {
    const turn = last[request.task].then(() => ask(request, { seconds, memoryMb }));
    last[request.task] = turn.catch(() => {});
    return turn;
  };
  return {
    async take(bytes) {
      const type = sniff(bytes);
      if (typeof type !== 'string') return type;
      const answer = await inTurn({ task: 'take', type, bytes, today: '' });
      if ('taken' in answer) return { ...answer.taken, type };
      return { refused: 'refused' in answer ? answer.refused : 'broken' };
    },
    async read(bytes, today) {
      const type = sniff(bytes);
      const nothing: Reading = { dated: null, council: null, decision: null, confidence: 0 };
      if (typeof type !== 'string') return nothing;
      const answer = await inTurn({ task: 'read', type, bytes, today });
      return 'reading' in answer ? answer.reading : nothing;
    },
  };
}

/** Asks a fresh child and ends it, whatever it does. Never throws: a child that crashed has refused. */
function ask(request: Request, { seconds, memoryMb }: Limits): Promise<Answer> {
  return new Promise((resolve) => {
    const file = childFile();
    const child = fork(file, [], {
      env: { VIPS_BLOCK_UNTRUSTED: '1' },
      execArgv: [...lockedDown(file), `--max-old-space-size=${MOST_HEAP_MB}`],
      serialization: 'advanced',
      // What a crash would print could hold words of the paper.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let told: Answer | null = null;
    let why: UploadRefusal = 'broken';
    const stop = (refusal: UploadRefusal) => {
      why = refusal;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('takes-too-long'), seconds * 1000);
    const watch = setInterval(() => {
      if (memoryMbOf(child.pid) > memoryMb) stop('unpacks-too-large');
    }, LOOK_EVERY_MS);
    const end = () => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(told ?? { refused: why });
    };
    child.once('message', (answer: Answer) => {
      told = answer;
    });
    child.once('exit', end);
    child.once('error', end);
    child.send(request, () => {}); // a failed send is followed by an exit
  });
}

/** Finds the child: TypeScript beside this file in the source tree; in the build one bundle, beside or above the chunk this code is in. */
function childFile(): string {
  const places = import.meta.url.endsWith('.ts') ? ['./child.ts'] : ['./reader-child.mjs', '../reader-child.mjs'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? files[0]!;
}
