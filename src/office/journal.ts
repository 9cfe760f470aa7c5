// The facts of the office itself, which belong to no case: holidays, settings, staff, sign-in.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type OfficeFacts = {
  'holidays-changed': { added: readonly string[]; removed: readonly string[]; clocks: number };
  'settings-changed': { fields: readonly string[] };
  'staff-invited': { account: string };
  'staff-suspended': { account: string };
  'staff-readmitted': { account: string };
  'staff-changed': { account: string; fields: readonly string[] };
  'staff-left': { account: string };
};

const days = (list: readonly string[]): string => list.map((day) => sayDay(day)).join(', ') || 'none';

export const officeSentences: Sentences<OfficeFacts> = {
  'holidays-changed': {
    desk: ({ added, removed, clocks }) =>
      `Bank holidays changed. Added: ${days(added)}. Removed: ${days(removed)}. Dates moved: ${clocks}.`,
    family: null,
  },
  'settings-changed': {
    desk: ({ fields }) => `Settings changed: ${fields.map((f) => f.replaceAll('-', ' ')).join(', ')}.`,
    family: null,
  },
  'staff-invited': { desk: () => 'Somebody was invited to the desk.', family: null },
  'staff-suspended': { desk: () => 'Somebody’s place at the desk was suspended.', family: null },
  'staff-readmitted': { desk: () => 'Somebody was let back to the desk.', family: null },
  'staff-changed': {
    desk: ({ fields }) =>
      `Somebody’s place at the desk changed: ${fields.map((f) => f.replaceAll('-', ' ')).join(', ')}.`,
    family: null,
  },
  'staff-left': { desk: () => 'Somebody’s place at the desk ended.', family: null },
};
