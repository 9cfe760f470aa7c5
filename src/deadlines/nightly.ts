// Sweeps the due list, and what sign-in, the front door, calls and stored files leave behind, when the day changes in London, and at
// start for every night that was missed. The day decides, not a timer's count of hours, so a change of the clocks can neither skip a
// night nor sweep one twice.
import type { WebProgram } from '../program.ts';
import type { Clock } from '../kit/clock.ts';
import { sweepDrafts } from '../asking/sweep.ts';
import { sweepCalls } from '../calls/unfinished.ts';
import { sweepFiles } from '../records/sweep-files.ts';
import { sweepSignIn } from '../sign-in/sweep.ts';
import { sweepClocks } from './sweep.ts';

const LOOK_EVERY_MINUTES = 5;

type Sweep = (program: WebProgram) => Promise<unknown>;

const sweeps: readonly Sweep[] = [
  sweepDueList,
  (program) => sweepSignIn(program, program.service().id),
  (program) => sweepDrafts(program, program.service().id),
  (program) => sweepCalls(program, program.service().id),
  (program) => sweepFiles(program),
];

async function sweepDueList(program: WebProgram): Promise<void> {
  const { uncounted } = await sweepClocks(program, program.service().id);
  if (uncounted > 0) program.log.error('cases-not-counted', { cases: uncounted, because: 'holidays-not-loaded' });
}

/** Starts sweeping. `stop` waits for the sweep in hand and begins no other. */
export function nightlySweep(program: WebProgram, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  return everyNight(
    program.clock,
    sweeps.map((sweep) => () => sweep(program)),
    onProblem,
  );
}

/**
 * Does all of the work at once and again whenever the day has changed. One piece that fails keeps no other from being done, and all
 * are tried again at the next look: each writes nothing where it has been before.
 */
export function everyNight(
  clock: Clock,
  work: readonly (() => Promise<unknown>)[],
  onProblem: (error: unknown) => void,
): { stop(): Promise<void> } {
  let doneFor = '';
  let isStopped = false;
  let inHand: Promise<void> = Promise.resolve();
  const doAll = async (): Promise<void> => {
    const today = clock.today().toString();
    if (today === doneFor) return;
    doneFor = today;
    for (const piece of work) {
      if (isStopped) return;
      try {
        await piece();
      } catch (error) {
        doneFor = '';
        onProblem(error);
      }
    }
  };
  const look = (): void => {
    inHand = inHand.then(doAll);
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MINUTES * 60_000);
  timer.unref();
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
      return inHand;
    },
  };
}
