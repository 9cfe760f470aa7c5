// Runs the two drains in the background: papers, then letters. Woken after each commit that queued a letter, and looking by itself
// every few seconds, so that nothing waits for a wake-up that never came.
import { setTimeout as pause } from 'node:timers/promises';
import { describeError } from '../kit/log.ts';
import { sendNextLetter } from './letters.ts';
import { makeNextPaper } from './papers.ts';
import type { PostRoom } from './post-room.ts';

export interface Worker {
  /** Has the worker look now. */
  readonly wake: () => void;
  /** Makes the waiting papers of a case now, and waits for those already in the making, for at most {@link NOW_MS}. Never throws. */
  readonly makePapersNow: (caseId: string) => Promise<void>;
  /** Ends after the paper or letter in hand. */
  readonly stop: () => Promise<void>;
}

export interface WorkerOptions {
  /** Milliseconds between looks when nobody wakes it. */
  readonly lookEvery?: number;
}

/** As long as a person at a page would wait; the worker goes on with what is left. */
const NOW_MS = 5_000;
/** Papers, and letters, in one round: each side gets its turn. */
const ROUND = 20;

/** Starts the worker. It keeps no process alive by itself. */
export function startWorker(room: PostRoom, { lookEvery = 3_000 }: WorkerOptions = {}): Worker {
  let stopped = false;
  let woken = false;
  let ring: () => void = () => undefined;
  const inHand = new Set<Promise<unknown>>();

  /** Makes one paper, remembered while it is in hand. */
  async function makeOne(caseId?: string): Promise<boolean> {
    const making = makeNextPaper(room, caseId);
    inHand.add(making);
    return making.finally(() => inHand.delete(making));
  }

  async function round(): Promise<boolean> {
    const papers = await upTo(ROUND, () => makeOne());
    const letters = await upTo(ROUND, () => sendNextLetter(room));
    return papers || letters;
  }

  async function upTo(most: number, one: () => Promise<boolean>): Promise<boolean> {
    for (let done = 0; done < most; done += 1) if (stopped || !(await one())) return done > 0;
    return true;
  }

  /** Waits for a wake-up or the next look. A wake-up during the round before is not lost. */
  async function rest(): Promise<void> {
    if (woken || stopped) return;
    const timer = new AbortController();
    await Promise.race([
      pause(lookEvery, undefined, { ref: false, signal: timer.signal }).catch(() => undefined),
      new Promise<void>((resolve) => (ring = resolve)),
    ]);
    timer.abort();
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const worked = await round().catch((error: unknown) => {
        room.log.error('worker-round-failed', describeError(error));
        return false;
      });
      if (!worked) await rest();
    }
  }

  const running = run();
  const wake = () => {
    woken = true;
    ring();
  };
  return {
    wake,
    async makePapersNow(caseId) {
      const made = (async () => {
        while (!stopped && (await makeOne(caseId)));
        await Promise.allSettled(inHand);
      })().catch((error: unknown) => room.log.error('papers-now-failed', describeError(error)));
      await Promise.race([made, pause(NOW_MS, undefined, { ref: false })]);
      wake();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
      await Promise.allSettled(inHand);
    },
  };
}
