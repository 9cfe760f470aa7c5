// The facts of the mediation information conversation and of what was wished after it.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type AdviceFacts = {
  'information-given': { channel: string; participation: string; script: string };
  'wish-to-appeal-said': { participation: string; answer: 'yes' | 'no' | 'unsure' };
  'wish-to-mediate-said': { participation: string; answer: 'yes' | 'no' | 'thinking'; chaseOn: string | null };
  'authority-told': { on: string };
};

const mediate = { yes: 'wishes to mediate', no: 'does not wish to mediate', thinking: 'is thinking it over' };
const mediateYou = {
  yes: 'You asked for mediation',
  no: 'You said you do not want mediation',
  thinking: 'You are thinking about mediation',
};
const appeal = { yes: 'wishes to appeal', no: 'does not wish to appeal', unsure: 'is not sure about appealing' };
const appealYou = {
  yes: 'You told us you wish to appeal',
  no: 'You told us you do not wish to appeal',
  unsure: 'You are not sure about appealing',
};

const howGiven: Readonly<Record<string, string>> = {
  call: 'by telephone',
  video: 'by video',
  'in-person': 'in person',
  email: 'by e-mail',
  post: 'by post',
  'text-relay': 'by text relay',
};

export const adviceSentences: Sentences<AdviceFacts> = {
  'information-given': {
    desk: ({ channel }) => `Mediation information given ${howGiven[channel] ?? channel.replaceAll('-', ' ')}.`,
    family: () => 'We told you about mediation.',
  },
  'wish-to-appeal-said': {
    desk: ({ answer }) => `The right-holder ${appeal[answer]}.`,
    family: ({ answer }) => `${appealYou[answer]}.`,
  },
  'wish-to-mediate-said': {
    desk: ({ answer, chaseOn }) =>
      `The right-holder ${mediate[answer]}${chaseOn ? `; we ring again by ${sayDay(chaseOn)}` : ''}.`,
    family: ({ answer, chaseOn }) =>
      `${mediateYou[answer]}${chaseOn ? `. We will ring you by ${sayDay(chaseOn)}` : ''}.`,
  },
  'authority-told': {
    desk: ({ on }) => `The authority was told on ${sayDay(on)}. The 30 days run from then.`,
    family: ({ on }) => `We told the council on ${sayDay(on)} that you want mediation.`,
  },
};
