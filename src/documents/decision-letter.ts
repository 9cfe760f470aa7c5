// Reads the words of a council's decision letter for three things only: its date, who sent it, and what was decided. Everything it gives is
// a suggestion for a person to confirm; where two answers compete it gives none. Pure.
import { Temporal } from 'temporal-polyfill';
import type { DecisionKind } from '../law/decisions.ts';

export interface ReadLetter {
  readonly dated: Temporal.PlainDate | null;
  readonly council: string | null;
  readonly decision: DecisionKind | null;
}

/** What stands on the first pages; whatever comes after them is no letter's date. It also bounds the time this takes. */
const MOST_CHARACTERS = 20_000;

/** Reads a letter's text, page after page. Days after `today` cannot be its date. */
export function readDecisionLetter(text: string, today: Temporal.PlainDate): ReadLetter {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .replaceAll(/[^\n]{400}/g, '$&\n');
  return { dated: dateOf(plain, today), council: councilOf(plain), decision: decisionIn(plain) };
}

// ---------------------------------------------------------------- the date

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A figure as a camera sees it: O for 0, l and I for 1. */
const F = '[0-9OolI]';
const YEAR = `(${F}{4}|${F}{2})`;

const SHAPES: readonly {
  readonly shape: RegExp;
  readonly order: readonly ['d' | 'm' | 'y', 'd' | 'm' | 'y', 'd' | 'm' | 'y'];
}[] = [
  {
    shape: new RegExp(
      `(?<![\\w/])(${F}{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?[ .,-]*${MONTH}[ .,-]+${YEAR}(?![\\w/])`,
      'gi',
    ),
    order: ['d', 'm', 'y'],
  },
  {
    shape: new RegExp(`(?<![\\w/])${MONTH}[ .]+(${F}{1,2})(?:st|nd|rd|th)?,? +${YEAR}(?![\\w/])`, 'gi'),
    order: ['m', 'd', 'y'],
  },
  { shape: /(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w-])/g, order: ['y', 'm', 'd'] },
  { shape: /(?<![\w./-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?![\w/-])/g, order: ['d', 'm', 'y'] },
];

interface FoundDay {
  readonly on: Temporal.PlainDate;
  readonly score: number;
}

/** How sure a place must be before it is suggested, and by how much it must lead the next one. */
const LEAST = 3;
const LEAD = 2;

function dateOf(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const best = new Map<string, FoundDay>();
  for (const found of daysIn(text, today)) {
    const before = best.get(found.on.toString());
    if (!before || before.score < found.score) best.set(found.on.toString(), found);
  }
  const [first, second] = [...best.values()].toSorted((a, b) => b.score - a.score);
  if (!first || first.score < LEAST) return null;
  return second && first.score - second.score < LEAD ? null : first.on;
}

function daysIn(text: string, today: Temporal.PlainDate): FoundDay[] {
  const greeting = /^\s*dear\b/im.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  return SHAPES.flatMap(({ shape, order }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const on = dayOf(match.slice(1, 4), order);
      if (!on || Temporal.PlainDate.compare(on, today) > 0) return [];
      return [{ on, score: scoreAt(text, match.index, match[0].length, greeting) }];
    }),
  ).filter(({ score }) => score > Number.NEGATIVE_INFINITY);
}

function dayOf(parts: readonly string[], order: readonly ('d' | 'm' | 'y')[]): Temporal.PlainDate | null {
  const part = (wanted: 'd' | 'm' | 'y') => parts[order.indexOf(wanted)] ?? '';
  const figures = (typed: string) => Number(typed.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1'));
  const named = MONTHS.indexOf(part('m').slice(0, 3).toLowerCase()) + 1;
  const year = figures(part('y'));
  try {
    return Temporal.PlainDate.from(
      { year: year < 100 ? 2000 + year : year, month: named || figures(part('m')), day: figures(part('d')) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** Weighs the place where a day stands: the words before it on its line and the line before, and whether the letter has begun. */
function scoreAt(text: string, at: number, length: number, greeting: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at + length);
  const onLine = text.slice(lineStart, at).toLowerCase();
  const lead = `${text.slice(Math.max(0, lineStart - 60), lineStart)} ${onLine}`.toLowerCase().slice(-70);
  if (/(born|birth|d\.?\s?o\.?\s?b\.?)[^\n]{0,20}$/.test(onLine) || /(date of birth|d\.?o\.?b\.?):?\s*$/.test(lead))
    return Number.NEGATIVE_INFINITY;
  const alone = text
    .slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
    .replace(text.slice(at, at + length), '')
    .replaceAll(/\b(date|dated|our|ref|mon|tues?|wed(nes)?|thurs?|fri|sat(ur)?|sun)(day)?\b/gi, '')
    .replaceAll(/[\s:,.|-]+/g, '');
  const isLabelled =
    /(^|[\s|])(letter )?dated?( of (this )?letter)?\s*[:.]?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$/.test(
      onLine,
    );
  const isAbout =
    /(your (letter|request|e-?mail|application)|request|received|application|report|assessment|review|panel|meeting|met|plan|previous(ly)?|our letter)\b[^.\n]{0,40}$/.test(
      lead.slice(-60),
    );
  const isLimit = /\b(by|before|until|no later than|deadline|within|from|expires?|end(s|ing)?)\b[^.\n]{0,20}$/.test(
    onLine,
  );
  return (
    (isLabelled && at < greeting ? 6 : 0) +
    (at < greeting && Number.isFinite(greeting) ? 3 : 0) +
    (alone === '' ? 3 : 0) -
    (isAbout && alone !== '' ? 4 : 0) -
    (isLimit ? 4 : 0)
  );
}

// ---------------------------------------------------------------- who sent it

const WORD = "[A-Z][\\p{L}'’-]+";
const COUNCIL = new RegExp(
  `(?:(?:London|Royal) Borough of (${WORD}(?: (?:and|upon|&|${WORD})){0,4}))|((?:${WORD}|St\\.?)(?:[ -](?:and|upon|of|&|with|${WORD})){0,5}) Council\\b`,
  'gu',
);
const KINDS = /\b(Metropolitan|City|County|Borough|District|Unitary|MBC|Local|The|Education)\b/g;

function councilOf(text: string): string | null {
  const counts = new Map<string, { name: string; times: number }>();
  for (const [whole, borough, named] of text.matchAll(COUNCIL)) {
    const bare = (borough ?? named ?? '')
      .replaceAll(KINDS, ' ')
      .replaceAll(/\b(of|and|with)\s*$/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (bare.length < 3 || /^(Dear|Your|Our|This|That|Any|Each|Parish|Town)\b/.test(bare)) continue;
    const before = counts.get(bare.toLowerCase());
    counts.set(bare.toLowerCase(), {
      name: before?.name ?? whole.replaceAll(/\s+/g, ' ').replace(/^The /, ''),
      times: (before?.times ?? 0) + 1,
    });
  }
  const [first, second] = [...counts.values()].toSorted((a, b) => b.times - a.times);
  return first && first.times !== second?.times ? first.name : null;
}

// ---------------------------------------------------------------- what was decided

const NOT =
  '(?:not (?:to |be (?:able to )?|agreed? to |going to |necessary(?: for us)? to |carry(?:ing)? out )*|declined? to |refus(?:e|ed|al)(?: of| to)? |no need (?:to|for) |will not )';
const PLAN = "(?:an? |the |your |[\\w’' ]{0,30})?(?:EHC ?P|EHC plan|education,? health and care plan)";

const DECISIONS: Readonly<Record<DecisionKind, RegExp>> = {
  'refuse-to-reassess': new RegExp(`${NOT}(?:[\\w ]{0,30})re-?assess`, 'i'),
  'refuse-to-assess': new RegExp(
    `${NOT}(?:secure|undertake|conduct|make|proceed with|start|assess|carry out|do)?(?:[\\w, ’']{0,60}?)(?:needs assessment|assess (?!again))`,
    'i',
  ),
  'refuse-to-issue': new RegExp(
    `${NOT}(?:issue|make|prepare|write|produce)[\\w ]{0,20}?${PLAN}|${PLAN} (?:is|was) not (?:necessary|needed|required)`,
    'i',
  ),
  'refuse-to-amend': new RegExp(
    `${NOT}(?:amend|change|alter)[\\w ]{0,20}?${PLAN}|maintain ${PLAN} (?:as it is|unchanged|without (?:any )?(?:change|amendment))`,
    'i',
  ),
  'cease-to-maintain': new RegExp(
    `(?:cease|ceasing|stop|end|no longer)(?: to| be)? (?:maintain(?:ing)?|maintain(?:ed)?)?[\\w ]{0,20}?${PLAN}|${PLAN} (?:will|is to) (?:cease|end|be ceased)`,
    'i',
  ),
  'plan-contents': new RegExp(
    `(?:enclos|attach|issu|finalis|final(?:ised)?(?: amended)? )[\\w ]{0,40}?(?:final|amended)[\\w ]{0,20}?${PLAN}|(?:final(?: amended)?|amended final) ${PLAN} (?:is |has been |was )?(?:enclosed|attached|issued)`,
    'i',
  ),
  placement: /(?!)/,
};

/** A sentence in which the writer decides, rather than one that lists what can be appealed. */
const DECIDES =
  /\b(decided|decision (?:is|was|has been)|has (?:agreed|concluded|determined)|have (?:agreed|concluded|determined)|writing to (?:tell|inform|let|advise|confirm|notify)|will not|enclos\w+|attach\w+|final)/i;
const LISTS =
  /\b(you (?:can|may|have (?:the|a) right to)|right (?:of|to) appeal|appeal against|if you|may wish|mediation|tribunal)\b/i;

function decisionIn(text: string): DecisionKind | null {
  const sentences = text
    .replaceAll(/-\n(?=[a-z])/g, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .split(/(?<=[.!?:;])\s+/);
  const found = new Set<DecisionKind>();
  for (const sentence of sentences) {
    if (!DECIDES.test(sentence) || LISTS.test(sentence)) continue;
    // "Not to re-assess" reads like "not to assess" too, so the first kind that fits is the sentence's.
    const kind = (Object.keys(DECISIONS) as DecisionKind[]).find((one) => DECISIONS[one].test(sentence));
    if (kind) found.add(kind);
  }
  return found.size === 1 ? [...found][0]! : null;
}
