// Hides how long a secret-dependent answer took.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` and answers, or fails, only at a whole multiple of `milliseconds` after the start. "Unknown address" and
 * "link sent" then take the same time, provided `milliseconds` is longer than either takes; slower work moves to the
 * next multiple instead of showing its true length. Nothing is held while waiting but the promise.
 */
export async function sameTime<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const untilNextMultiple = async () => {
    const elapsed = performance.now() - startedAt;
    const endsAt = startedAt + Math.max(1, Math.ceil(elapsed / milliseconds)) * milliseconds;
    // A timer counts whole milliseconds and may ring a little early, which would show the true length after all.
    for (let left = endsAt - performance.now(); left > 0; left = endsAt - performance.now())
      await wait(Math.ceil(left));
  };
  try {
    const result = await work();
    await untilNextMultiple();
    return result;
  } catch (error) {
    await untilNextMultiple();
    throw error;
  }
}
