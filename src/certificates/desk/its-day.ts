// What the day that a prepared certificate bears asks of somebody at the desk: it must be the day on which the pack is really posted.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DoneCode } from '../../cases/desk/done-words.ts';
import { shortDay } from '../../law/day-words.ts';
import type { PostDays } from '../posting-day.ts';

/** The form that dates a certificate again. */
export const dateAgainSchema = z.object({ goesToday: z.enum(['yes', '']).catch('') });

export interface ItsDay {
  /** `missed`: it bears today, and no more post goes today. */
  readonly stands: 'passed' | 'missed' | 'today' | 'ahead';
  /** What to do, after "It bears …". Empty where it simply goes today. */
  readonly says: string;
  /** The button that dates it again; null where it simply goes today. `goesToday` dates it today although the next post is later. */
  readonly again: { readonly words: string; readonly goesToday: boolean } | null;
}

/** Says how the day stands. `dated` is ISO. */
export function itsDay(dated: string, { today, nextPost }: PostDays): ItsDay {
  const order = Temporal.PlainDate.compare(dated, today);
  const isOpen = nextPost.equals(today);
  const forNext = { words: `Date it ${isOpen ? 'today' : shortDay(nextPost)}`, goesToday: false };
  if (order < 0)
    return {
      stands: 'passed',
      says: `That day has passed: date it again ${isOpen ? 'today' : `for the next post, on ${shortDay(nextPost)}`}, and print it again.`,
      again: forNext,
    };
  if (order > 0)
    return {
      stands: 'ahead',
      says: 'It is for the post of that day, and is marked as posted then. If it goes today all the same, date it today and print it again.',
      again: { words: 'Date it today', goesToday: true },
    };
  if (isOpen) return { stands: 'today', says: '', again: null };
  return {
    stands: 'missed',
    says: `No more post goes today. If this has not gone already, date it ${shortDay(nextPost)} and print it again.`,
    again: forNext,
  };
}

/** Says what dating again did, by the day that it bore before. */
export function datedAgain(before: string, goesToday: boolean, { today, nextPost }: PostDays): DoneCode {
  const on = goesToday ? today : nextPost;
  if (on.toString() === before) return 'made-again';
  return on.equals(today) ? 'dated-again' : 'dated-for-post';
}
