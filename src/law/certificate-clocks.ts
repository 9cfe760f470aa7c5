// Finds what makes a certificate due in a case, one clock for each limb: declined, changed mind, council unable, silent lapse, mediation ended.
import { Temporal } from 'temporal-polyfill';
import type { CaseFacts } from './case-facts.ts';
import { certificateDue, declinedOn, LIMB_OF, type CertificateLimb } from './certificate.ts';
import { clockOf, type Clock } from './clock.ts';
import { isAppealable, isPlacementOnly, ruledFrom } from './decisions.ts';
import { checkContact } from './late-contact.ts';
import { onAnyKind } from './unknown-kind.ts';
import type { CertificateTrigger, Law } from './versions.ts';

type Cause = { readonly trigger: CertificateTrigger; readonly on: Temporal.PlainDate };

/**
 * Gives the certificate clocks. The first cause makes the first certificate due; a mediation held after another certificate was
 * issued makes a participation certificate due as well (s.55(5)), although the first one's date governs the appeal.
 */
export function certificateClocks(facts: CaseFacts, day30: Temporal.PlainDate | null, law: Law): readonly Clock[] {
  if (!facts.decision || !isAppealable(facts.decision.kind, facts.decision.sections, ruledFrom(facts.decision)))
    return [];
  const causes = causesOf(facts, day30);
  const [first] = causes;
  if (!first) return waiting(facts);
  const issued = [...facts.certificates].sort((a, b) => Temporal.PlainDate.compare(a.issuedOn, b.issuedOn));
  const clocks = [clockFor(first, issued[0]?.issuedOn ?? null, facts, law)];
  const held = causes.find(({ trigger }) => trigger === 'concluded');
  const earlier = issued.find(({ limb }) => limb !== 'participation');
  if (held && first !== held && earlier && Temporal.PlainDate.compare(earlier.issuedOn, held.on) <= 0) {
    const participation = issued.find(({ limb }) => limb === 'participation');
    clocks.push(clockFor(held, participation?.issuedOn ?? null, facts, law));
  }
  return clocks;
}

/** Lists what makes a certificate due, earliest first. */
function causesOf(facts: CaseFacts, day30: Temporal.PlainDate | null): readonly Cause[] {
  const { informationGivenOn: informed, wish } = facts;
  const lapsed =
    day30 !== null &&
    facts.settings.lapse === 'lapse-is-trigger' &&
    Temporal.PlainDate.compare(facts.asOf, day30) > 0 &&
    (!facts.concludedOn || Temporal.PlainDate.compare(facts.concludedOn, day30) > 0);
  const candidates: readonly (readonly [CertificateTrigger, Temporal.PlainDate | null])[] = [
    ['declined', wish?.answer === 'no' ? declinedOn(informed, wish.on) : null],
    ['changed-mind', declinedOn(informed, facts.changedMindOn)],
    ['authority-unable', facts.unableNoticeOn],
    ['lapsed', lapsed ? day30 : null],
    ['concluded', facts.concludedOn],
  ];
  return candidates
    .flatMap(([trigger, on]) => (on ? [{ trigger, on }] : []))
    .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}

function clockFor(cause: Cause, metOn: Temporal.PlainDate | null, facts: CaseFacts, law: Law): Clock {
  const limb: CertificateLimb = LIMB_OF[cause.trigger];
  const sentOn = facts.decision && ruledFrom(facts.decision);
  return clockOf(
    {
      key: `issue-certificate:${limb}`,
      kind: 'issue-certificate',
      owner: 'service',
      startedOn: cause.on,
      metOn,
      voidBecause: notDue(facts, law),
      answer: onAnyKind(
        facts.decision,
        certificateDue({ trigger: cause.trigger, triggeredOn: cause.on, decisionSentOn: sentOn }, law),
      ),
    },
    facts.asOf,
  );
}

function waiting(facts: CaseFacts): readonly Clock[] {
  if (facts.wish?.answer !== 'no' && !facts.changedMindOn) return [];
  const waitsBecause = 'Information and advice about mediation come first (s.55(4)).';
  return [
    clockOf(
      {
        key: 'issue-certificate:information',
        kind: 'issue-certificate',
        owner: 'service',
        startedOn: null,
        waitsBecause,
        answer: null,
      },
      facts.asOf,
    ),
  ];
}

/** Says why no certificate is due although something happened that usually makes it due. */
function notDue(facts: CaseFacts, law: Law): string | null {
  const { decision, contactOn, settings } = facts;
  if (!decision) return null;
  if (isPlacementOnly(decision.kind, decision.sections, ruledFrom(decision))) {
    return facts.certificateWanted ? null : 'Section I only: no certificate is needed, and none was asked for.';
  }
  if (settings.lateContact !== 'do-not-issue' || !contactOn || !ruledFrom(decision)) return null;
  const { inTime } = checkContact({ ...decision, contactOn, policy: settings.lateContact }, law);
  return inTime ? null : 'Contact came after the two months, and no certificate is to be issued.';
}
