// A small service for tests of commands: two advisers, one administrator, one council under contract and one without, a frozen clock.
import type { Tables } from '../../database/tables.ts';
import { frozenClock } from '../../src/kit/clock.ts';
import { newId } from '../../src/kit/ids.ts';
import type { Database } from '../../src/kit/sql/database.ts';
import { inSeat } from '../../src/kit/sql/seat.ts';
import { seededHolidays } from '../../src/law/bank-holidays.ts';
import { RULE_BOOK } from '../../src/law/versions.ts';
import type { Program, Tx } from '../../src/program.ts';
import type { Family, Staff, StaffRole } from '../../src/sign-in/who.ts';

export interface Desk {
  readonly serviceId: string;
  readonly adviser: Staff;
  readonly otherAdviser: Staff;
  /** An adviser whom a council employs. */
  readonly notIndependent: Staff;
  readonly administrator: Staff;
  readonly manager: Staff;
  readonly authorityId: string;
  readonly strangeAuthorityId: string;
  /** The program at a moment, for example `2026-03-31T10:15:00+01:00`. */
  at(iso: string): Program;
  /** Reads as the worker, before whom there is no wall. */
  look<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Gives the account of somebody in a case, as who they are when they open their page. */
  familyOf(personId: string): Promise<Family>;
}

/** Makes a service with its desk. Each call makes a new one, so tests in a file do not meet. */
export async function makeDesk(database: Database<Tables>): Promise<Desk> {
  const owner = database.kysely;
  const made_at = '2026-01-01T00:00:00Z';
  const serviceId = newId();
  await owner
    .insertInto('services')
    .values({
      id: serviceId,
      slug: serviceId,
      name: 'Wirral Disagreement Resolution and Mediation Service',
      short_name: 'Wirral Mediation',
      line: 'Independent, free and confidential',
      area: 'Wirral',
      telephone: '0151 496 0001',
      email: 'mediation@service.example.org',
      address_lines: ['1 Sample Street', 'Birkenhead'],
      hours: JSON.stringify({}),
    })
    .execute();
  const staff = async (name: string, role: StaffRole, independent = true): Promise<Staff> => {
    const accountId = newId();
    const email = `${accountId}@service.example.org`;
    await owner
      .insertInto('accounts')
      .values({ id: accountId, service_id: serviceId, kind: 'staff', name, email, made_at })
      .execute();
    await owner
      .insertInto('staff')
      .values({
        account_id: accountId,
        service_id: serviceId,
        roles: [role],
        employer: independent ? 'The charity' : 'Northshore Council',
        independent,
        from_on: '2026-01-01',
      })
      .execute();
    return { kind: 'staff', accountId, serviceId, sessionId: newId(), name, roles: [role], steppedUp: true };
  };
  const authority = async (name: string): Promise<string> => {
    const id = newId();
    const emails = ['send@council.example.org', 'officer@council.example.org'];
    await owner.insertInto('bodies').values({ id, service_id: serviceId, kind: 'authority', name, emails }).execute();
    return id;
  };
  const authorityId = await authority('Wirral Council');
  const strangeAuthorityId = await authority('Northshore Council');
  await owner
    .insertInto('contracts')
    .values({ id: newId(), service_id: serviceId, body_id: authorityId, from_on: '2024-04-01' })
    .execute();
  const law = { holidays: seededHolidays(), rules: RULE_BOOK };
  return {
    serviceId,
    adviser: await staff('Leah Brennan', 'adviser'),
    otherAdviser: await staff('Dana Whitfield', 'adviser'),
    notIndependent: await staff('Robin Council', 'adviser', false),
    administrator: await staff('Tom Hale', 'administrator'),
    manager: await staff('Maeve Donnelly', 'manager'),
    authorityId,
    strangeAuthorityId,
    at: (iso) => ({ database, clock: frozenClock(iso), law: () => law, mailDomain: 'service.example' }),
    look: (work) => inSeat(database, { role: 'worker', settings: {}, readOnly: true }, work),
    familyOf: async (personId) => {
      const accountId = newId();
      await owner
        .insertInto('accounts')
        .values({ id: accountId, service_id: serviceId, kind: 'family', person_id: personId, made_at })
        .execute();
      return { kind: 'family', accountId, personId, serviceId, sessionId: newId() };
    },
  };
}
