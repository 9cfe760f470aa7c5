// Makes and resets the trial: the office before the app is put together, the stories after it.
import { Temporal } from 'temporal-polyfill';
import type { Installation } from '../installation.ts';
import { LONDON, londonDay, systemClock } from '../kit/clock.ts';
import type { WebProgram } from '../program.ts';
import type { Office } from './office.ts';
import { makeTrialOffice, seedStories } from './seed.ts';

/**
 * Makes the office of a new trial and sets its clock. `at` is a local London time (TRIAL_CLOCK) from which a trial runs on at the usual
 * pace; without it the trial's time is the true one. Gives null when the trial was made before.
 */
export async function prepareTrial(installation: Installation, at?: string): Promise<Office | null> {
  if (at) await setTrialClock(installation, Temporal.PlainDateTime.from(at));
  const now = installation.clock.now();
  return makeTrialOffice(installation.database, now.toString(), londonDay(now).toString());
}

/** Sets the trial's clock to a local London time, never a moment before it: midnight is already the new day. */
export async function setTrialClock(installation: Installation, at: Temporal.PlainDateTime): Promise<void> {
  const wanted = at.toZonedDateTime(LONDON).toInstant();
  await installation.moveClock(Math.ceil(systemClock.now().until(wanted).total('seconds')));
}

/** Tells the stories of a new trial. */
export async function seedTrial(program: WebProgram, office: Office): Promise<void> {
  await seedStories(program, office);
}
