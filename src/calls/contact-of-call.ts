// Turns what was heard on the telephone into the contact that is recorded: who holds the right, who called, and how to reach them safely.
import type { Temporal } from 'temporal-polyfill';
import { isId } from '../kit/ids.ts';
import { fullName, type NewParticipant, type NewPoint, type PersonDetails } from '../people/person.ts';
import type { NewContact, RightHolder } from '../referrals/contact.ts';
import { childOf, type Heard } from './call.ts';
import { decisionOf, isAboutHealth } from './rules.ts';

/** Gives the contact of a call. It reached the service when the telephone rang, however late the call is finished. */
export function contactOf(
  heard: Heard,
  { actId, startedAt }: { actId: string; startedAt: Temporal.Instant },
): NewContact {
  const speaker: PersonDetails & { points: readonly NewPoint[] } = {
    firstNames: heard.firstNames,
    lastName: heard.lastName,
    language: heard.language || null,
    dialect: heard.dialect || null,
    formats: heard.formats,
    needs: heard.needs || null,
    points: pointsOf(heard),
  };
  return {
    actId,
    channel: 'call',
    reachedAt: startedAt,
    rightHolder: holderOf(heard, speaker),
    caller: heard.who === 'for-somebody' ? { ...speaker, capacity: heard.helper ?? 'supporter' } : null,
    child: { ...childNames(heard), born: heard.born ?? null },
    authorityId: isId(heard.authority) ? heard.authority : null,
    decision: heard.decision || heard.dated || heard.sent ? decisionOf(heard) : null,
    health: isAboutHealth(heard),
    phaseTransfer: heard.phase,
  };
}

function holderOf(heard: Heard, speaker: Omit<NewParticipant, 'capacity'>): RightHolder {
  const { who } = heard;
  if (who === undefined || who === 'for-somebody') {
    return { firstNames: heard.holderFirstNames, lastName: heard.holderLastName, capacity: heard.holderIs ?? 'parent' };
  }
  return { ...speaker, capacity: who, basis: who === 'alternative-person' ? heard.basis : null };
}

/** Somebody who rings for a young person names the young person once. */
function childNames(heard: Heard) {
  const child = childOf(heard);
  return fullName(child) === '' && heard.holderIs === 'young-person'
    ? { firstNames: heard.holderFirstNames, lastName: heard.holderLastName }
    : child;
}

function pointsOf({ phone, email, address, safe, quiet }: Heard): readonly NewPoint[] {
  const quietHours = quiet || null;
  const lines = address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return [
    ...(phone
      ? [{ kind: 'telephone', value: phone.typed, messageSafe: safe.includes('message'), quietHours } as const]
      : []),
    ...(email ? [{ kind: 'email', value: email, messageSafe: safe.includes('email') } as const] : []),
    ...(lines.length > 0
      ? [{ kind: 'post', value: lines.at(-1) ?? '', postalLines: lines, messageSafe: safe.includes('post') } as const]
      : []),
  ];
}
