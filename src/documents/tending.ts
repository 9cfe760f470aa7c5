// Looks after papers that wait for the program and for nobody else: held ones, and readings that were cut short.
import { describeError } from '../kit/log.ts';
import { readAgain } from './again.ts';
import type { DocumentProgram } from './commands.ts';
import { checkHeldPapers } from './held.ts';
import type { Reader } from './reader/reader.ts';

const LOOK_EVERY_MINUTES = 1;

/** Starts looking, at once and every minute. `stop` waits for the look in hand and begins no other. */
export function keepTendingPapers(
  program: DocumentProgram & { service(): { readonly id: string } },
  reader: Reader,
): { stop(): Promise<void> } {
  let isStopped = false;
  let inHand: Promise<unknown> = Promise.resolve();
  const serviceId = (): string => program.service().id;
  const failed = (code: string) => (error: unknown) => program.log.error(code, describeError(error));
  const tend = async (): Promise<void> => {
    if (!isStopped) await checkHeldPapers(program, reader, serviceId()).catch(failed('held-papers-not-checked'));
    try {
      while (!isStopped && (await readAgain(program, reader, serviceId())));
    } catch (error) {
      failed('papers-not-read-again')(error);
    }
  };
  const look = (): void => {
    inHand = inHand.then(tend);
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MINUTES * 60_000);
  timer.unref();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await inHand;
    },
  };
}
