// What the page about who the party is asks, before the right passes and from that day on, and how answers become values.
import { z } from 'zod';
import { email, ukPhone } from '../../kit/forms/contact-fields.ts';
import { choice, choices, words } from '../../kit/forms/fields.ts';
import { personName } from '../../kit/forms/person-name.ts';
import type { NewPoint } from '../person.ts';

const channels = ['call', 'video', 'in-person', 'email', 'post', 'text'] as const;
export const safeWays = ['message', 'email', 'post'] as const;
const answers = ['yes', 'no', 'unsure'] as const;
const parties = ['young-person', 'alternative-person', 'parent-for-them'] as const;

const reach = {
  telephone: ukPhone(),
  email: email(),
  address: words(500),
  safe: choices(safeWays),
  quiet: words(200),
  channel: choice(channels, { asks: 'Choose how they said it.' }),
};

/** Before the day: the young person's own contact, and what they wish so far. */
export const earlySchema = z.object({ ...reach, appeal: choice(answers), mediation: choice(answers) });

/** The name of the field about what becomes of a parent. */
export const formerField = (participationId: string): string => `former-${participationId}`;

/** From the day on: who the party is, and what becomes of each parent. */
export function partySchema(parents: readonly string[]) {
  const former = Object.fromEntries(parents.map((id) => [formerField(id), choice(['supporter', 'steps-back'])]));
  return z.object({
    ...former,
    ...reach,
    party: choice(parties, { asks: 'Choose who the party is.' }),
    firstNames: personName(),
    lastName: personName(),
    basis: words(500),
    acting: choice(parents),
  });
}

type Reach = z.output<z.ZodObject<typeof reach>>;

/** Gives the ways to reach somebody that were typed. */
export function pointsOf({ telephone, email: mail, address, safe, quiet }: Reach): NewPoint[] {
  const lines = address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const points: (NewPoint | null)[] = [
    telephone
      ? {
          kind: 'telephone',
          value: telephone.typed,
          messageSafe: safe.includes('message'),
          quietHours: quiet || null,
        }
      : null,
    mail ? { kind: 'email', value: mail, messageSafe: safe.includes('email') } : null,
    lines.length > 0
      ? { kind: 'post', value: lines.join(', '), postalLines: lines, messageSafe: safe.includes('post') }
      : null,
  ];
  return points.filter((point) => point !== null);
}
