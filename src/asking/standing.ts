// What the law says for what somebody has told us so far, and what it cannot say yet. Pure; every day in it comes from the law.
import type { Temporal } from 'temporal-polyfill';
import type { Answers } from '../kit/forms/answers.ts';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import { DECISION_KINDS, isPlacementOnly } from '../law/decisions.ts';
import { findRoute, type CertificateNeed } from '../law/route.ts';
import type { Law } from '../law/versions.ts';
import type { WorkedOut } from '../public-site/my-dates/worked-out.ts';
import { unknownDecision } from '../referrals/contact.ts';
import { warningsOf, type Warning } from '../referrals/rules.ts';
import { bornOf } from './born.ts';
import { datesOf } from './dates.ts';
import { decisionOf, PARTS, writesForThemselves, type FirstScreen } from './first-screen.ts';

type Day = Temporal.PlainDate;

/** From when the right to appeal is the young person's own, where the writer may not know it; `now` says that it is already. */
export interface RightsPass {
  readonly now: boolean;
  /** Null where only the finished Year 11 is known, and no birth date. */
  readonly from: Day | null;
}

export interface Standing {
  /** False for somebody who helps: an appeal is not theirs. */
  readonly forThemselves: boolean;
  /** Somebody helps, and has not said that the family agreed. */
  readonly needsTheirWord: boolean;
  /** They ask for disagreement resolution, and nothing says that there is a decision to appeal. */
  readonly isResolution: boolean;
  /** Whether an appeal needs a certificate, and why; null while nobody has told us what was decided. */
  readonly certificate: CertificateNeed | null;
  /** What is disputed can be appealed; null while that is not known. */
  readonly appealable: boolean | null;
  /** What else the law has to say on this road. */
  readonly alsoKnow: readonly string[];
  readonly rightsPass: RightsPass | null;
  /** Null without a letter's date, or in a year whose bank holidays are not known. */
  readonly dates: WorkedOut | null;
}

/** The first screen with what was answered after it about the decision. */
function asNowKnown(screen: FirstScreen, answers: Answers): FirstScreen & { readonly nothingToAppeal: boolean } {
  const kind = DECISION_KINDS.find((one) => one === answers['decision']) ?? screen.kind;
  const ofAPlan = kind === 'plan-contents' || kind === 'placement' || kind === 'refuse-to-amend';
  const chosen = [answers['sections'] ?? screen.parts].flat();
  const parts = ofAPlan ? PARTS.filter((part) => chosen.includes(part)) : [];
  // A plan disputed on health or social care alone holds nothing that can be appealed.
  return { ...screen, kind, parts, nothingToAppeal: parts.length > 0 && parts.every((part) => part.length > 1) };
}

/** Gives how somebody stands `now` in London who contacted us on `contactOn`, by everything answered until now. */
export function standingOf(
  { screen, answers, contactOn }: { screen: FirstScreen; answers: Answers; contactOn: Day },
  now: Temporal.PlainDateTime,
  law: Law,
  sendWorkingDaysBefore: number,
): Standing {
  const known = asNowKnown(screen, answers);
  const { kind, parts, nothingToAppeal } = known;
  const decision = decisionOf(known) ?? unknownDecision;
  const health = parts.includes('health');
  const about = {
    about: 'decision',
    decision: nothingToAppeal ? null : kind,
    sections: decision.sections,
    health,
    socialCare: parts.includes('care'),
    decisionSentOn: decision.dated ?? contactOn,
  } as const;
  const route = kind ? findRoute(about) : null;
  const isPlacement = kind && !nothingToAppeal && isPlacementOnly(kind, decision.sections, about.decisionSentOn);
  const forThemselves = writesForThemselves(screen.writer);
  const letter = { dated: decision.dated, kind: isPlacement ? ('placement' as const) : null };
  return {
    forThemselves,
    needsTheirWord: !forThemselves && answers['permission'] !== 'yes',
    isResolution: screen.want === 'disagreement-resolution' && !kind && !screen.dated,
    certificate: route?.certificate ?? null,
    appealable: route && route.appeal !== null,
    alsoKnow: route?.alsoKnow ?? [],
    rightsPass: rightsPassOf(screen, () =>
      warningsOf(
        {
          contactOn,
          decision,
          health,
          born: bornOf(answers),
          holder: screen.writer === 'young-person' ? 'young-person' : 'parent',
          authorityKnown: true,
        },
        law,
      ),
    ),
    dates: datesOf(letter, contactOn, now, law, sendWorkingDaysBefore),
  };
}

/** Says at intake when the right to appeal is, or becomes, the young person's own (s.83(2)). */
function rightsPassOf({ writer, past }: FirstScreen, warnings: () => readonly Warning[]): RightsPass | null {
  if (writer === 'young-person') return null;
  try {
    for (const warning of warnings()) {
      if (warning.code === 'young-person-holds-the-right') return { now: true, from: warning.on ?? null };
      if (warning.code === 'becomes-a-young-person') return { now: false, from: warning.on ?? null };
    }
  } catch (error) {
    if (!(error instanceof HolidaysNotLoaded)) throw error;
  }
  return past === 'yes' ? { now: true, from: null } : null;
}
