// What a telephone call is while it lasts: nine steps, what was heard in each so far, and how it can end.
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { AppealWish, MediationWish } from '../advice/rules.ts';
import type { CoreCode } from '../advice/script.ts';
import type { Telephone } from '../kit/forms/contact-fields.ts';
import type { Section } from '../law/decisions.ts';
import type { HoldingCapacity } from '../people/person.ts';
import type { DecisionInCase } from '../referrals/contact.ts';

export type CallRow = Row<'calls'>;
export type Outcome = NonNullable<CallRow['outcome']>;

/** What people ring for. The charity answers for its SENDIASS on the same number, and what is said to one is not told to the other. */
export const services = ['mediation', 'disagreement', 'sendiass', 'unsure'] as const;
export type ServiceRung = (typeof services)[number];

/** Who is calling: somebody who holds the right, or somebody who rings for them. */
export const callers = [
  'parent',
  'other-parental-responsibility',
  'carer',
  'young-person',
  'alternative-person',
  'corporate-parent',
  'for-somebody',
] as const;
export type Caller = (typeof callers)[number];

/** Who rings for somebody else. */
export const helpers = ['supporter', 'school', 'referrer'] as const;
export type Helper = (typeof helpers)[number];

/** The ways in which it is safe to reach the caller. */
export const safeWays = ['message', 'email', 'post'] as const;
export type SafeWay = (typeof safeWays)[number];

export const formats = ['large-print', 'easy-read', 'audio', 'bsl'] as const;
export type FormatAsked = (typeof formats)[number];

/** What the caller confirmed when it was read back. */
export const readBackParts = ['names', 'way'] as const;

export const stepNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type StepNumber = (typeof stepNumbers)[number];

/** What was heard so far. A field that was not answered, or cannot be understood, is undefined (or empty). */
export interface Heard {
  readonly service?: ServiceRung;
  readonly who?: Caller;
  readonly firstNames: string;
  readonly lastName: string;
  readonly basis: string;
  readonly helper?: Helper;
  readonly holderIs?: HoldingCapacity;
  readonly holderFirstNames: string;
  readonly holderLastName: string;
  readonly childFirstNames: string;
  readonly childLastName: string;
  readonly born?: Temporal.PlainDate;
  readonly authority: string;
  readonly phone?: Telephone;
  readonly email: string;
  readonly address: string;
  readonly safe: readonly SafeWay[];
  readonly quiet: string;
  readonly language: string;
  readonly dialect: string;
  readonly formats: readonly FormatAsked[];
  readonly needs: string;
  readonly dated?: Temporal.PlainDate;
  readonly sent?: Temporal.PlainDate;
  readonly decision?: Exclude<DecisionInCase, 'unknown'>;
  readonly sections: readonly Section[];
  readonly seen: boolean;
  readonly health: boolean;
  readonly phase: boolean;
  readonly said: readonly CoreCode[];
  readonly appeal?: AppealWish;
  readonly mediate?: MediationWish;
  readonly chase?: Temporal.PlainDate;
  readonly issues: string;
  readonly provision: string;
  readonly agreed: boolean;
  readonly readBack: readonly (typeof readBackParts)[number][];
  readonly wanted: boolean;
}

/** Says whether whoever is on the line holds the right themselves; only they can be told and can say what they wish. */
export function speaksForThemselves({ who }: Pick<Heard, 'who'>): boolean {
  return who !== undefined && who !== 'for-somebody';
}

/** Gives the child's names: a young person who rings is the child of the case. */
export function childOf(heard: Heard): { readonly firstNames: string; readonly lastName: string } {
  return heard.who === 'young-person'
    ? { firstNames: heard.firstNames, lastName: heard.lastName }
    : { firstNames: heard.childFirstNames, lastName: heard.childLastName };
}
