// The right that passes from the parent to the young person while a case is open: how far ahead to look, and when to ask who the party is.
import type { Temporal } from 'temporal-polyfill';
import { numberOf, toDayNumber } from './day-number.ts';
import { shortDay } from './day-words.ts';
import type { NoticeDays } from './decisions.ts';
import { step, type Answer } from './explain.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import { rulesFor, type Law } from './versions.ts';
import { youngPersonFrom } from './young-person.ts';

/** Thirty days to arrange mediation and three working days to issue a certificate: a week, with a weekend and a holiday in it. */
const toTheLastCertificate = { days: 30 + 7 };
/** No appeal can be open for longer than this after the last day that anything of a case could happen. */
const beyondAnyAppeal = { months: 3 };

export interface AppealAhead {
  readonly contactOn: Temporal.PlainDate;
  readonly decision: NoticeDays | null;
  readonly placementOnly: boolean;
  /** Certificates this person holds for the decision. */
  readonly certificatesIssuedOn?: readonly Temporal.PlainDate[];
  /** Today, where the case has been open for a while: a certificate that is not issued yet can still come. */
  readonly asOf?: Temporal.PlainDate;
}

/** Gives the latest day on which an appeal could still be made as things stand, with the last certificate there could be. Throws HolidaysNotLoaded. */
export function latestAppealDay(ahead: AppealAhead, law: Law): Temporal.PlainDate {
  const { contactOn, decision, placementOnly, certificatesIssuedOn: held = [] } = ahead;
  const last = lastCertificate(ahead);
  const appeal = tribunalAppeal(
    {
      datedOn: decision?.datedOn ?? null,
      sentOn: decision?.sentOn ?? (decision?.datedOn ? null : contactOn),
      contactOn,
      certificatesIssuedOn: held.length > 0 ? held : [last],
      placementOnly,
    },
    law,
  );
  return appeal.deadline ?? last;
}

function lastCertificate({ contactOn, certificatesIssuedOn: held = [], asOf }: AppealAhead): Temporal.PlainDate {
  const planned = contactOn.add(toTheLastCertificate);
  const stillToCome = asOf?.add({ days: 7 });
  const days = held.length > 0 ? held : [planned, ...(stillToCome ? [stillToCome] : [])];
  return days.reduce((a, b) => (toDayNumber(a) >= toDayNumber(b) ? a : b));
}

/**
 * Gives by when to ask who the party is: the Monday after the right passes, which is always a Saturday. Null where it does not pass
 * after the contact and before the latest possible appeal date. A year whose bank holidays nobody loaded counts as still open: asking
 * once too often harms nobody.
 */
export function askWhoThePartyIs(
  ahead: AppealAhead & { readonly bornOn: Temporal.PlainDate },
  law: Law,
): Answer | null {
  const { rightsHolderFrom: from, citation, evidence, explain } = youngPersonFrom(ahead.bornOn);
  const passes = toDayNumber(from);
  const horizon = lastCertificate(ahead).add(beyondAnyAppeal);
  if (passes <= toDayNumber(ahead.contactOn) || passes > toDayNumber(horizon)) return null;
  if (law.holidays.isLoaded(horizon.year) && passes > toDayNumber(latestAppealDay(ahead, law))) return null;
  const asked = from.add({ days: 2 });
  return {
    rule: 'ask-who-the-party-is',
    deadline: asked,
    safeBy: asked,
    readings: [],
    notes: [],
    citation,
    evidence,
    ruleVersion: rulesFor(law.rules, ahead.decision?.sentOn ?? ahead.decision?.datedOn ?? ahead.contactOn).version,
    inputs: { bornOn: ahead.bornOn },
    explain: () => ({
      inShort: `From ${shortDay(from)} the right is the young person’s own`,
      steps: [
        ...explain(),
        step`An appeal may still be open then. So we ask on the first working day, ${numberOf(asked.year, asked.month, asked.day)}, who the party is.`,
      ],
      picture: null,
    }),
  };
}
