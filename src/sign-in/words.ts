// What roles at the desk are called.
import type { StaffRole } from './who.ts';

export const roleWords: Readonly<Record<StaffRole, string>> = {
  adviser: 'Mediation adviser',
  administrator: 'Administrator',
  manager: 'Manager',
};
