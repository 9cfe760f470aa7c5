// Says that a date cannot be worked out because nobody has loaded the bank holidays of its year. Nothing is guessed, and nothing was saved.
import type { FormError } from '../../kit/forms/answers.ts';
import { HolidaysNotLoaded } from '../../law/calendar.ts';

/** Gives the error to show at a field; null for any other error, which is the caller's to throw on. */
export function yearMissingAt(field: Pick<FormError, 'field' | 'part'>, error: unknown): FormError | null {
  if (!(error instanceof HolidaysNotLoaded)) return null;
  return {
    ...field,
    message: `The bank holidays of ${error.year} are not loaded, so a date here cannot be worked out. Check the year; if it is right, a manager loads them under Settings, Bank holidays. Nothing was saved.`,
  };
}
