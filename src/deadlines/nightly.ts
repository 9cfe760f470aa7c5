// Sweeps the due list, and what sign-in, the front door, calls and stored files leave behind, when the day changes in London, and at
// start for every night that was missed. The day decides, not a timer's count of hours, so a change of the clocks can neither skip a
// night nor sweep one twice.
import type { WebProgram } from '../program.ts';
import { sweepDrafts } from '../asking/sweep.ts';
import { sweepCalls } from '../calls/unfinished.ts';
import { sweepFiles } from '../records/sweep-files.ts';
import { sweepSignIn } from '../sign-in/sweep.ts';
import { sweepClocks } from './sweep.ts';

const LOOK_EVERY_MINUTES = 5;

type Sweep = (program: WebProgram) => Promise<unknown>;

const sweeps: readonly Sweep[] = [
  (program) => sweepClocks(program, program.service().id),
  (program) => sweepSignIn(program, program.service().id),
  (program) => sweepDrafts(program, program.service().id),
  (program) => sweepCalls(program, program.service().id),
  (program) => sweepFiles(program),
];

/** Starts sweeping. `stop` waits for the sweep in hand and begins no other. */
export function nightlySweep(program: WebProgram, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  let sweptFor = '';
  let isStopped = false;
  let inHand: Promise<void> = Promise.resolve();
  const sweepAll = async (): Promise<void> => {
    const today = program.clock.today().toString();
    if (today === sweptFor) return;
    sweptFor = today;
    try {
      for (const sweep of sweeps) if (!isStopped) await sweep(program);
    } catch (error) {
      sweptFor = ''; // and try again at the next look
      onProblem(error);
    }
  };
  const look = (): void => {
    inHand = inHand.then(sweepAll);
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
