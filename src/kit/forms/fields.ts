// What a field may hold, in plain words: each builder checks one kind of answer and says kindly what is wrong.
import { z } from 'zod';

/** A schema for one field. Its input is what `readForm` took from the body. */
export type Field<Value> = z.ZodType<Value>;

/** Tells what is wrong; `part` names the part of a date. */
export type Refuse = (message: string, part?: string) => void;

const ONE_ANSWER = 'Please give one answer here.';

/** Builds a field from a function that returns the value, or refuses and returns undefined. */
export function fieldOf<Value>(read: (typed: unknown, refuse: Refuse) => Value | undefined): Field<Value> {
  return z.unknown().transform((typed, context): Value => {
    let refused = false;
    const value = read(typed, (message, part) => {
      refused = true;
      context.addIssue({ code: 'custom', message, ...(part && { path: [part] }) });
    });
    return refused ? z.NEVER : (value as Value);
  });
}

/** One trimmed string in composed form; '' when nothing was typed; undefined (refused) when several answers came. */
export function oneString(typed: unknown, refuse: Refuse): string | undefined {
  if (typed === undefined) return '';
  if (typeof typed === 'string') return typed.normalize('NFC').trim();
  refuse(ONE_ANSWER);
  return undefined;
}

/** The length as people count it: characters, not the halves some are stored in. */
export function lengthOf(text: string): number {
  return [...text].length;
}

interface Asked {
  /** What to say when there is no answer. Leave it out for a question that may be left. */
  asks?: string;
}

/** One of a list of answers. Without `asks` it may be left, and is then undefined. */
export function choice<const Option extends string>(options: readonly Option[], asked: { asks: string }): Field<Option>;
export function choice<const Option extends string>(
  options: readonly Option[],
  asked?: Asked,
): Field<Option | undefined>;
export function choice<const Option extends string>(
  options: readonly Option[],
  { asks }: Asked = {},
): Field<Option | undefined> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse);
    if (text === undefined) return undefined;
    const found = options.find((option) => option === text);
    if (found === undefined && (text !== '' || asks)) refuse(asks ?? 'Please choose one of the answers on the page.');
    return found;
  });
}

/** Any number of a list of answers, in the list's order and each once. With `asks` there must be at least one. */
export function choices<const Option extends string>(
  options: readonly Option[],
  { asks }: Asked = {},
): Field<Option[]> {
  return fieldOf((typed, refuse) => {
    const given = typed === undefined ? [] : typeof typed === 'string' ? [typed] : (typed as string[]);
    const unknown = given.some((one) => one !== '' && !options.includes(one as Option));
    const chosen = options.filter((option) => given.includes(option));
    if (unknown) refuse('Please choose among the answers on the page.');
    else if (asks && chosen.length === 0) refuse(asks);
    return chosen;
  });
}

/** One box to tick: true or false. With `asks` it must be ticked. */
export function tick({ asks }: Asked = {}): Field<boolean> {
  return fieldOf((typed, refuse) => {
    const ticked = typeof typed === 'string' ? typed !== '' : Array.isArray(typed) && typed.length > 0;
    if (!ticked && asks) refuse(asks);
    return ticked;
  });
}

/** Free words of at most `most` characters, line ends kept. Without `asks` they may be left, and are then ''. */
export function words(most: number, { asks }: Asked = {}): Field<string> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse);
    if (text === undefined) return undefined;
    const over = lengthOf(text) - most;
    if (text === '' && asks) refuse(asks);
    else if (over > 0)
      refuse(`This is ${over} ${over === 1 ? 'character' : 'characters'} too long. Please use ${most} or fewer.`);
    return text;
  });
}
