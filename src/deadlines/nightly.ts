// Sweeps the due list, and what sign-in, the front door and stored files leave behind, when the day changes in London, and at start for every night that was missed. The day decides, not a timer's
// count of hours, so a change of the clocks can neither skip a night nor sweep one twice.
import type { WebProgram } from '../program.ts';
import { sweepDrafts } from '../asking/sweep.ts';
import { sweepCalls } from '../calls/unfinished.ts';
import { sweepFiles } from '../records/sweep-files.ts';
import { sweepSignIn } from '../sign-in/sweep.ts';
import { sweepClocks } from './sweep.ts';

const LOOK_EVERY_MINUTES = 5;

/** Starts sweeping. `stop` lets a sweep in hand finish by itself. */
export function nightlySweep(program: WebProgram, onProblem: (error: unknown) => void): { stop(): void } {
  let sweptFor = '';
  const look = async (): Promise<void> => {
    const today = program.clock.today().toString();
    if (today === sweptFor) return;
    sweptFor = today;
    try {
      await sweepClocks(program, program.service().id);
      await sweepSignIn(program, program.service().id);
      await sweepDrafts(program, program.service().id);
      await sweepCalls(program, program.service().id);
      await sweepFiles(program);
    } catch (error) {
      sweptFor = ''; // and try again at the next look
      onProblem(error);
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY_MINUTES * 60_000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
