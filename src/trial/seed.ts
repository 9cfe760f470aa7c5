// Fills a new trial: the service, its desk, and every story told through the real commands; then a sweep, so that all dates are today's.
import type { Database } from '../kit/sql/database.ts';
import type { Tables } from '../../database/tables.ts';
import type { IssuingProgram } from '../certificates/commands.ts';
import { newId } from '../kit/ids.ts';
import { sweepClocks } from '../deadlines/sweep.ts';
import type { Staff } from '../sign-in/who.ts';
import { desk, makeOffice, type Office } from './office.ts';
import { tellStories } from './stories.ts';

/** Makes the office when the database has no service yet. Gives null when it has. */
export async function makeTrialOffice(database: Database<Tables>, now: string, today: string): Promise<Office | null> {
  const there = await database.kysely.selectFrom('services').select('id').limit(1).executeTakeFirst();
  return there ? null : makeOffice(database.kysely, now, today);
}

/** Tells every story. The program must serve the office's service. */
export async function seedStories(program: IssuingProgram, office: Office): Promise<void> {
  const staff = (key: keyof Office['accounts']): Staff => {
    const { name, roles } = desk.find((one) => one.key === key) ?? desk[0];
    return {
      kind: 'staff',
      accountId: office.accounts[key],
      serviceId: office.serviceId,
      sessionId: newId(),
      name,
      roles: [...roles],
      steppedUp: true,
      owesStepUp: false,
    };
  };
  await tellStories({ program, office, staff, today: program.clock.today() });
  await sweepClocks(program, office.serviceId);
}
