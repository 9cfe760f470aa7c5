// Says in one line what was answered in each step, for the step that folds, and what is read back letter by letter.
import { dayInWords, listInWords, shortDay } from '../law/day-words.ts';
import { forWhom, fullName } from '../people/person.ts';
import { coreCodes } from '../advice/script.ts';
import { childOf, type Heard, type StepNumber } from './call.ts';
import { chaseOf, sectionsOf, type Around } from './rules.ts';
import {
  appealWords,
  callerOfWords,
  callerWords,
  decisionShort,
  formatWords,
  mediateWords,
  safeWayWords,
  serviceWords,
} from './words.ts';

/** What a summary needs besides the answers. */
export interface Known extends Around {
  /** The name of the council that was chosen; empty while none is. */
  readonly councilName: string;
}

const theirs = 'Theirs to hear and to say. We ring them';

/** Says what was answered in a step. */
export function summaryOf(step: StepNumber, heard: Heard, known: Known): string {
  if (step >= 5 && step <= 8 && heard.who === 'for-somebody') return theirs;
  switch (step) {
    case 1:
      return heard.service ? serviceWords[heard.service] : '';
    case 2:
      return callerLine(heard, known.councilName);
    case 3:
      return reachLine(heard);
    case 4:
      return letterLine(heard);
    case 5:
      return `${heard.said.length} of ${coreCodes.length} said`;
    case 6:
      return heard.appeal ? appealWords[heard.appeal] : '';
    case 7:
      return mediationLine(heard, known);
    case 8:
      return heard.mediate === 'yes' ? 'Read back, and may be sent' : 'Not needed: only if they mediate';
    case 9:
      return 'Names, dates and the way it goes are right';
  }
}

/** Names a call: "Tamsin Okoye, for Jude". */
export function titleOf(heard: Heard): string {
  const caller = fullName(heard);
  const child = { firstNames: heard.childFirstNames, lastName: heard.childLastName };
  const isTheirOwn = heard.who === 'young-person';
  if (!caller) return child.firstNames && !isTheirOwn ? `A call about ${child.firstNames}` : 'A new call';
  return `${caller}${forWhom(heard, child, isTheirOwn)}`;
}

function callerLine(heard: Heard, councilName: string): string {
  const caller = fullName(heard);
  const born = heard.born ? `, born ${plainDay(heard.born)}` : '';
  return `${[caller, `${aboutOf(heard)}${born}`].filter(Boolean).join(', ')}.${councilName ? ` ${councilName}` : ''}`;
}

/** Says what the caller is to the child: "parent of Jude Okoye", or for whom they ring. */
function aboutOf(heard: Heard): string {
  const { who } = heard;
  const child = fullName(childOf(heard));
  if (!who) return child && `about ${child}`;
  if (who === 'young-person') return callerWords[who].toLowerCase();
  if (who === 'for-somebody') {
    const holder = fullName({ firstNames: heard.holderFirstNames, lastName: heard.holderLastName }) || 'somebody else';
    return `for ${holder}${child ? `, about ${child}` : ''}`;
  }
  return child ? `${callerOfWords[who]} ${child}` : callerWords[who].toLowerCase();
}

/** "14 March 2018": a birth date is said without its weekday. */
function plainDay(day: NonNullable<Heard['born']>): string {
  return dayInWords(day).replace(/^\w+ /, '');
}

function reachLine({ phone, email, address, safe, language, dialect, formats }: Heard): string {
  const ways = [phone?.typed, email, address.split('\n').at(-1)].filter(Boolean);
  const words = safe.map((way) => safeWayWords[way].toLowerCase());
  const safely = words.length === 0 ? 'no messages' : `${listInWords(words)} ${words.length === 1 ? 'is' : 'are'} safe`;
  const interpreter = [language, dialect].filter(Boolean).join(', ');
  const alsoNeeded = [interpreter && `Interpreter: ${interpreter}`, ...formats.map((format) => formatWords[format])];
  return [`${ways.join(', ')}, ${safely}`, ...alsoNeeded.filter(Boolean)].join('. ');
}

function letterLine(heard: Heard): string {
  const { dated, sent, seen } = heard;
  const day = dated ? `dated ${shortDay(dated)}` : sent ? `sent ${shortDay(sent)}` : '';
  return `${[decisionLine(heard), day].filter(Boolean).join(', ')}. ${seen ? 'Seen' : 'Not seen'}`;
}

/** "What the plan says: B and F" where the sections are known. */
function decisionLine({ decision, sections }: Heard): string {
  if (!decision) return '';
  const [words = ''] = decisionShort[decision].split(':');
  if (decision === 'plan-contents' && sections.length > 0) return `${words}: ${listInWords([...sections])}`;
  const parts = sectionsOf({ decision, sections });
  return parts.length > 0 ? `${decisionShort[decision]} (${listInWords([...parts])})` : decisionShort[decision];
}

function mediationLine(heard: Heard, known: Known): string {
  if (!heard.mediate) return '';
  const chase = heard.mediate === 'thinking' ? chaseOf(heard, known) : null;
  return `${mediateWords[heard.mediate]}${chase ? `. Ring again by ${shortDay(chase)}` : ''}`;
}

/** Keeps a spelt name on one line. */
const joined = '-\u2060';

/** Spells a name aloud: "Okoye, O-K-O-Y-E". */
function spelled(name: string): string {
  return `${name}, ${[...name.replaceAll(/[^\p{L}\p{M}]/gu, '').toUpperCase()].join(joined)}`;
}

/** Gives what is read back at the end, letter by letter where it matters. */
export function readBackOf(heard: Heard, known: Known): string {
  const { firstNames, lastName, born, dated } = heard;
  const child = childOf(heard);
  const own = heard.who === 'young-person';
  return [
    fullName(heard) && `${fullName(heard)}: ${[firstNames, lastName].filter(Boolean).map(spelled).join('; ')}.`,
    !own &&
      fullName(child) &&
      `${fullName(child)}: ${[child.firstNames, child.lastName].filter(Boolean).map(spelled).join('; ')}.`,
    born && `Born ${plainDay(born)}.`,
    dated &&
      `${known.councilName || 'The council'}’s letter of ${dayInWords(dated)}${heard.decision ? `: ${decisionLine(heard)}` : ''}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
