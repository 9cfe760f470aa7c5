// What the forms of the information conversation ask: what was said, what is wished, what the council is told.
import { z } from 'zod';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { choice, choices, words } from '../../kit/forms/fields.ts';
import type { AdviceChannel } from '../commands.ts';
import type { WishChannel } from '../commands-wishes.ts';
import { coreCodes, restCodes, writtenCode, type SaidCode } from '../script.ts';

/** How the information can be given; each counts. */
export const adviceChannels = [
  'call',
  'video',
  'in-person',
  'email',
  'post',
  'text-relay',
] as const satisfies readonly AdviceChannel[];

export const adviceChannelWords: Record<AdviceChannel, string> = {
  call: 'By telephone',
  video: 'By video',
  'in-person': 'In person',
  email: 'By e-mail',
  post: 'By post',
  'text-relay': 'By text relay',
};

/** How a wish can be said. */
export const wishChannels = [
  'call',
  'video',
  'in-person',
  'email',
  'post',
  'text',
] as const satisfies readonly WishChannel[];

export const wishChannelWords: Record<(typeof wishChannels)[number], string> = {
  call: 'By telephone',
  video: 'By video',
  'in-person': 'In person',
  email: 'By e-mail',
  post: 'By letter',
  text: 'By text',
};

const said = [...coreCodes, ...restCodes, writtenCode] as const satisfies readonly SaidCode[];

/** What was said, and how. */
export const informationSchema = z.object({
  channel: choice(adviceChannels, { asks: 'Choose how the information was given.' }),
  said: choices(said, { asks: 'Tick what was said.' }),
});

/** What is wished: to appeal, and to mediate. */
export function wishSchema(asks: { readonly mediation?: string } = {}) {
  return z.object({
    channel: choice(wishChannels, { asks: 'Choose how they said it.' }),
    appeal: choice(['yes', 'no', 'unsure']),
    mediation: asks.mediation
      ? choice(['yes', 'no', 'thinking'], { asks: asks.mediation })
      : choice(['yes', 'no', 'thinking']),
    chaseOn: dayFields(),
  });
}

/** What is asked before the council is told. */
export const tellSchema = z.object({
  issues: words(5000, { asks: 'Write down in one or two sentences what they disagree with.' }),
  healthProvision: words(5000),
  agreed: choice(['yes'], {
    asks: 'The council is told only when they agree. Read the words to them and tick when they do.',
  }),
  channel: choice(wishChannels, { asks: 'Choose how they agreed.' }),
  officers: words(500),
});

/** Splits addresses typed on one line or several. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** The words with which a right-holder permits that the council is told, kept with the permission. */
export const permissionWords =
  'You may tell the council that I wish to mediate and what I disagree with, in the words that were read to me.';
