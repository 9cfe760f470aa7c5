// What each road is called, and what can be asked for on it.
import type { Road, Route } from '../../law/route.ts';
import { publicPaths, type Wanted } from '../paths.ts';

export interface RoadWords {
  readonly title: string;
  /** What a request can be started for; the first is the filled button. */
  readonly asks: readonly { readonly want: Wanted; readonly words: string }[];
  readonly more: { readonly href: string; readonly words: string };
}

const MEDIATION = { want: 'mediation', words: 'Ask for mediation' } as const;
const CERTIFICATE = { want: 'certificate', words: 'Just the certificate' } as const;
const RING = { want: 'call-back', words: 'Ask us to ring you' } as const;

export const roadWords: Readonly<Record<Road, RoadWords>> = {
  mediation: {
    title: 'You can ask for mediation',
    asks: [MEDIATION, CERTIFICATE, RING],
    more: { href: publicPaths.mediation, words: 'More about mediation' },
  },
  'placement-only': {
    title: 'You can appeal without a certificate, or ask for mediation',
    asks: [MEDIATION, RING],
    more: { href: publicPaths.placementOnly, words: 'Only the school or college in the plan' },
  },
  'joint-education-and-health': {
    title: 'You can ask for mediation about education and health together',
    asks: [MEDIATION, CERTIFICATE, RING],
    more: { href: publicPaths.mediation, words: 'More about mediation' },
  },
  'health-or-social-care-only': {
    title: 'You can ask for mediation about health or social care',
    asks: [MEDIATION, RING],
    more: { href: publicPaths.mediation, words: 'More about mediation' },
  },
  'disagreement-resolution': {
    title: 'You can ask for disagreement resolution',
    asks: [{ want: 'disagreement-resolution', words: 'Ask for disagreement resolution' }, RING],
    more: { href: publicPaths.disagreementResolution, words: 'More about disagreement resolution' },
  },
  'early-resolution': {
    title: 'You can ask SENDIASS for early resolution',
    asks: [RING],
    more: { href: publicPaths.earlyResolution, words: 'More about early resolution' },
  },
  elsewhere: {
    title: 'Somebody else can help you with this',
    asks: [RING],
    more: { href: publicPaths.earlyResolution, words: 'Who gives free advice' },
  },
};

/** Gives what can be asked for on a road: a certificate only where one is needed, or probably not needed and issued to whoever wants to be sure. */
export function asksOn({ road, certificate }: Pick<Route, 'road' | 'certificate'>): RoadWords['asks'] {
  if (certificate.needed) return roadWords[road].asks;
  const others = roadWords[road].asks.filter(({ want }) => want !== 'certificate');
  return certificate.unsure ? [...others.slice(0, 1), CERTIFICATE, ...others.slice(1)] : others;
}

/** Gives the road its name; where the law is not settled, the name says so too. */
export function titleOf({ road, certificate }: Pick<Route, 'road' | 'certificate'>): string {
  return road === 'placement-only' && certificate.unsure
    ? 'You can probably appeal without a certificate, or ask for mediation'
    : roadWords[road].title;
}
