// Gives every clock of one case from what is known of it; the due list and the family's page are written from this and nothing else.
import { Temporal } from 'temporal-polyfill';
import { clauseDue, tellAuthorityOfAgreement } from './agreement.ts';
import { arrangeMediation, authorityToldOn, whoArranges } from './arranging.ts';
import type { CaseFacts } from './case-facts.ts';
import { certificateClocks } from './certificate-clocks.ts';
import { clockOf, type Clock } from './clock.ts';
import { contactAdviser } from './contact.ts';
import { countedFrom, isAppealable, isPlacementOnly, ruledFrom } from './decisions.ts';
import type { Answer } from './explain.ts';
import { tellIcb } from './icb-notice.ts';
import { askAfterDay30 } from './lapse.ts';
import { noticeOfMeeting } from './meeting-notice.ts';
import { chaseDecision, tellAuthority } from './promises.ts';
import { askWhoThePartyIs } from './right-passes.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import { onAnyKind } from './unknown-kind.ts';
import { rulesFor, type Law } from './versions.ts';

/** Lists the clocks of a case, those of the first contact first. Throws HolidaysNotLoaded and, for impossible facts, RangeError. */
export function caseDates(facts: CaseFacts, law: Law): readonly Clock[] {
  const arranging = arrange(facts, law);
  const day30 = firstNotice(facts) ? arranging.deadline : null;
  return [
    ...contactClock(facts, law),
    ...chaseClock(facts, law),
    ...certificateClocks(facts, day30, law),
    ...arrangingClocks(facts, arranging, law),
    ...meetingClock(facts, law),
    ...appealClock(facts, law),
    ...partyClock(facts, law),
    ...agreementClocks(facts, law),
  ];
}

/** Says whether the case has something the Tribunal can decide and, if so, whether that is Section I alone. */
export function appealRight({ decision }: Pick<CaseFacts, 'decision'>): 'none' | 'placement-only' | 'full' {
  if (!decision || !isAppealable(decision.kind, decision.sections, ruledFrom(decision))) return 'none';
  return isPlacementOnly(decision.kind, decision.sections, ruledFrom(decision)) ? 'placement-only' : 'full';
}

function contactClock(facts: CaseFacts, law: Law): readonly Clock[] {
  const right = appealRight(facts);
  const start = facts.decision && countedFrom(facts.decision);
  if (right === 'none' || !facts.decision) return [];
  const parts = { kind: 'contact-adviser', owner: 'family', metOn: facts.contactOn } as const;
  if (!start) {
    return [
      clockOf(
        { ...parts, startedOn: null, waitsBecause: 'The date of the letter is not known yet.', answer: null },
        facts.asOf,
      ),
    ];
  }
  const clock = clockOf(
    {
      ...parts,
      startedOn: start,
      voidBecause: right === 'placement-only' ? 'Section I only: no certificate is needed.' : null,
      answer: onAnyKind(facts.decision, contactAdviser(facts.decision, law)),
    },
    facts.asOf,
  );
  return [clock];
}

function chaseClock(facts: CaseFacts, law: Law): readonly Clock[] {
  const { wish, decision, asOf } = facts;
  const since = wish?.thinkingSince ?? (wish?.answer === 'thinking' ? wish.on : null);
  if (!wish || !since) return [];
  const start = decision && countedFrom(decision);
  const answer = chaseDecision(
    {
      thinkingSince: since,
      chaseOn: wish.chaseOn ?? null,
      twoMonthsEndOn:
        decision && start && appealRight(facts) !== 'none' ? contactAdviser(decision, law).deadline : null,
      ruleVersion: rulesFor(law.rules, decision?.sentOn ?? start ?? since).version,
    },
    law,
  );
  const metOn = wish.answer === 'thinking' ? null : wish.on;
  return [clockOf({ kind: 'chase-decision', owner: 'service', startedOn: since, metOn, answer }, asOf)];
}

const wantsMediation = ({ wish }: CaseFacts) => wish?.answer === 'yes';

function arrange(facts: CaseFacts, law: Law): Answer {
  return arrangeMediation(
    {
      healthScope: facts.healthScope,
      familyToldAuthorityOn: facts.familyToldAuthorityOn,
      adviserToldAuthorityOn: facts.authorityToldOn,
      icbToldOn: facts.icbToldOn,
      decisionSentOn: sentOn(facts),
    },
    law,
  );
}

const firstNotice = (facts: CaseFacts) =>
  authorityToldOn({
    healthScope: facts.healthScope,
    familyToldAuthorityOn: facts.familyToldAuthorityOn,
    adviserToldAuthorityOn: facts.authorityToldOn,
  });

const sentOn = ({ decision }: CaseFacts) => decision && ruledFrom(decision);

function arrangingClocks(facts: CaseFacts, answer: Answer, law: Law): readonly Clock[] {
  const told = firstNotice(facts);
  if (!wantsMediation(facts) && !told) return [];
  const { asOf, healthScope, wish } = facts;
  const noLonger = facts.changedMindOn || wish?.answer === 'no' ? 'The family does not want to mediate.' : null;
  const clocks: Clock[] = [];
  if (wish?.answer === 'yes') {
    const { version } = rulesFor(law.rules, sentOn(facts) ?? wish.on);
    const promise = tellAuthority({ wishedOn: wish.on, ruleVersion: version }, law);
    clocks.push(
      clockOf(
        {
          kind: 'tell-authority',
          owner: 'service',
          startedOn: wish.on,
          metOn: told,
          voidBecause: noLonger,
          answer: promise,
        },
        asOf,
      ),
    );
  }
  if (healthScope !== 'none') {
    clocks.push(
      clockOf(
        {
          kind: 'tell-icb',
          owner: 'authority',
          startedOn: told,
          metOn: facts.icbToldOn,
          voidBecause: noLonger,
          waitsBecause: told ? null : 'The council has not been told yet.',
          answer: told && tellIcb({ authorityToldOn: told, decisionSentOn: sentOn(facts) }, law),
        },
        asOf,
      ),
    );
  }
  const ended =
    noLonger ?? (facts.unableNoticeOn ? 'The council said that it cannot arrange the meeting in time.' : null);
  clocks.push(
    clockOf(
      {
        kind: 'arrange-mediation',
        owner: whoArranges(healthScope),
        startedOn: healthScope === 'health-only' ? facts.icbToldOn : told,
        metOn: facts.concludedOn,
        voidBecause: ended,
        waitsBecause: answer.deadline ? null : (answer.notes[0] ?? null),
        answer,
      },
      asOf,
    ),
  );
  if (answer.deadline && !facts.concludedOn && !ended) {
    const passed = Temporal.PlainDate.compare(asOf, answer.deadline) > 0;
    clocks.push(
      clockOf(
        {
          kind: 'ask-after-day-30',
          owner: 'service',
          startedOn: passed ? answer.deadline : null,
          waitsBecause: passed ? null : 'Day 30 has not passed.',
          answer: askAfterDay30(
            { day30: answer.deadline, policy: facts.settings.lapse, decisionSentOn: sentOn(facts) },
            law,
          ),
        },
        asOf,
      ),
    );
  }
  return clocks;
}

function meetingClock(facts: CaseFacts, law: Law): readonly Clock[] {
  const { meeting, asOf } = facts;
  if (!meeting) return [];
  return [
    clockOf(
      {
        kind: 'notice-of-meeting',
        owner: whoArranges(facts.healthScope),
        startedOn: firstNotice(facts) ?? asOf,
        metOn: meeting.noticeGivenOn,
        voidBecause: meeting.shorterNoticeConsented
          ? 'The family agreed to shorter notice.'
          : facts.concludedOn
            ? 'The meeting has been held.'
            : null,
        answer: noticeOfMeeting(
          {
            meetingOn: meeting.on,
            shorterNoticeConsented: meeting.shorterNoticeConsented,
            decisionSentOn: sentOn(facts),
          },
          law,
        ),
      },
      asOf,
    ),
  ];
}

function appealClock(facts: CaseFacts, law: Law): readonly Clock[] {
  const { decision, asOf } = facts;
  const right = appealRight(facts);
  if (!decision || right === 'none') return [];
  const parts = { kind: 'appeal', owner: 'family', metOn: facts.appealRegisteredOn } as const;
  const start = countedFrom(decision);
  if (!start) {
    return [
      clockOf(
        { ...parts, startedOn: null, waitsBecause: 'The date of the letter is not known yet.', answer: null },
        asOf,
      ),
    ];
  }
  const counted = tribunalAppeal(
    {
      datedOn: decision.datedOn,
      sentOn: decision.sentOn,
      certificatesIssuedOn: facts.certificates.map(({ issuedOn }) => issuedOn),
      placementOnly: right === 'placement-only',
      contactOn: facts.contactOn,
      certificatePending: facts.contactOn !== null && facts.certificates.length === 0,
      asOf,
    },
    law,
  );
  const answer = onAnyKind(decision, counted);
  const waitsBecause = answer.standing === 'awaiting-certificate' ? (answer.notes[0] ?? null) : null;
  return [clockOf({ ...parts, startedOn: start, waitsBecause, answer }, asOf)];
}

/** The right passes to the young person before the latest possible appeal date: somebody has to ask who the party is. */
function partyClock(facts: CaseFacts, law: Law): readonly Clock[] {
  const { childBornOn: bornOn, contactOn, decision, asOf } = facts;
  if (!bornOn || !contactOn) return [];
  const answer = askWhoThePartyIs(
    {
      bornOn,
      contactOn,
      decision,
      placementOnly: appealRight(facts) === 'placement-only',
      certificatesIssuedOn: facts.certificates.map(({ issuedOn }) => issuedOn),
      asOf,
    },
    law,
  );
  return answer
    ? [clockOf({ kind: 'ask-who-the-party-is', owner: 'service', startedOn: contactOn, answer }, asOf)]
    : [];
}

function agreementClocks(facts: CaseFacts, law: Law): readonly Clock[] {
  const { agreement, asOf } = facts;
  if (!agreement) return [];
  const { agreedOn } = agreement;
  const clocks = agreement.clauses.map((clause) => {
    const { action, owner, writtenDate } = clause;
    const answer = clauseDue({ action, owner, agreedOn, writtenDate, decisionSentOn: sentOn(facts) }, law);
    return clockOf(
      {
        key: `agreement-clause:${clause.id}`,
        kind: 'agreement-clause',
        owner: owner === 'school' ? 'other' : owner,
        startedOn: agreedOn,
        metOn: clause.doneOn,
        waitsBecause: answer.deadline ? null : (answer.notes[0] ?? null),
        answer,
      },
      asOf,
    );
  });
  if (facts.healthScope !== 'health-only') return clocks;
  return [
    ...clocks,
    clockOf(
      {
        kind: 'tell-authority-of-agreement',
        owner: 'icb',
        startedOn: agreedOn,
        metOn: agreement.authorityToldOn ?? null,
        answer: tellAuthorityOfAgreement({ agreedOn, decisionSentOn: sentOn(facts) }, law),
      },
      asOf,
    ),
  ];
}
