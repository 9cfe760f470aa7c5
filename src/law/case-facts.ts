// What the law needs to know of one case to give all its dates; days and codes only, no names.
import type { Temporal } from 'temporal-polyfill';
import type { ClauseOwner } from './agreement.ts';
import type { CertificateLimb } from './certificate.ts';
import type { KindOrUnknown, Section } from './decisions.ts';
import type { LapsePolicy } from './lapse.ts';
import type { LateContactPolicy } from './late-contact.ts';
import type { ClauseClass, HealthScope } from './versions.ts';

type Day = Temporal.PlainDate;

export interface CaseFacts {
  /** The decision in the letter, null while none is known. A plan disputed on health or social care alone is `plan-contents` with those sections: nothing to appeal. */
  readonly decision: {
    readonly kind: KindOrUnknown;
    readonly sections: readonly Section[];
    readonly datedOn: Day | null;
    readonly sentOn: Day | null;
  } | null;
  readonly healthScope: HealthScope;
  /** The day the contact reached the service, whatever day somebody read it. */
  readonly contactOn: Day | null;
  readonly informationGivenOn: Day | null;
  readonly wish: {
    readonly answer: 'yes' | 'no' | 'thinking';
    readonly on: Day;
    readonly thinkingSince?: Day | null;
    readonly chaseOn?: Day | null;
  } | null;
  /** The day a family that had wanted mediation said that it no longer does. */
  readonly changedMindOn: Day | null;
  /** When the child was born whose right this person holds as a parent; null where it is the young person’s own, or not known. */
  readonly childBornOn?: Day | null;
  /** A certificate was asked for although none is needed (Section I only). */
  readonly certificateWanted?: boolean;
  readonly familyToldAuthorityOn: Day | null;
  /** The day the service told the council for the family. */
  readonly authorityToldOn: Day | null;
  readonly icbToldOn: Day | null;
  /** The day the council gave notice that it cannot arrange in time. */
  readonly unableNoticeOn: Day | null;
  readonly meeting: {
    readonly on: Day;
    readonly noticeGivenOn: Day | null;
    readonly shorterNoticeConsented: boolean;
  } | null;
  readonly concludedOn: Day | null;
  readonly agreement: {
    readonly agreedOn: Day;
    /** The day the health body told the council, in a mediation the council was not part of. */
    readonly authorityToldOn?: Day | null;
    readonly clauses: readonly {
      readonly id: string;
      readonly action: ClauseClass;
      readonly owner: ClauseOwner;
      readonly writtenDate: Day | null;
      readonly doneOn: Day | null;
    }[];
  } | null;
  /** Certificates this appellant holds for this decision, withdrawn ones left out. */
  readonly certificates: readonly { readonly limb: CertificateLimb; readonly issuedOn: Day }[];
  readonly appealRegisteredOn: Day | null;
  /** What the service has set. */
  readonly settings: { readonly lapse: LapsePolicy; readonly lateContact: LateContactPolicy };
  /** Only to say what is past, what has lapsed and what is awaited; no date is counted from it. */
  readonly asOf: Day;
}
