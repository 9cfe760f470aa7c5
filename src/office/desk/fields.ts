// Fields that only the settings ask for: a time of day, a number of days, lines of an address.
import { fieldOf, oneString, type Field } from '../../kit/forms/fields.ts';

const MOST_LINES = 8;
const LONGEST_LINE = 120;

/** A time of day as people write it ("9", "9.30", "09:30", "0930", "4.30pm"), given as "09:30". Without `asks` it may be left, and is then ''. */
export function timeOfDay({ asks }: { asks?: string } = {}): Field<string> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse)?.toLowerCase().replaceAll(/\s/g, '');
    if (text === undefined) return undefined;
    if (text === '') {
      if (asks) refuse(asks);
      return text;
    }
    const [, hour = '', minute = '00', half] =
      /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text) ?? [];
    const hours =
      Number(hour) + (half === 'pm' && Number(hour) < 12 ? 12 : 0) - (half === 'am' && hour === '12' ? 12 : 0);
    if (hour === '' || hours > 23 || Number(minute) > 59) refuse('Please write a time such as 9:00 or 4.30pm.');
    return `${String(hours).padStart(2, '0')}:${minute}`;
  });
}

/** A whole number between two, both included. */
export function wholeNumber(least: number, most: number, asks: string): Field<number> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse);
    if (text === undefined) return undefined;
    const number = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) refuse(asks);
    return number;
  });
}

/** Up to eight lines, empty ones left out. */
export function lines(): Field<string[]> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse);
    if (text === undefined) return undefined;
    const found = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (found.length > MOST_LINES) refuse(`Please use ${MOST_LINES} lines or fewer.`);
    else if (found.some((line) => line.length > LONGEST_LINE))
      refuse(`Please make each line ${LONGEST_LINE} characters or shorter.`);
    return found;
  });
}
