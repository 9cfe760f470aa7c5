// What somebody reads about where they stand once they have contacted us: no surer than what they have told us allows.
import { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../law/day-words.ts';
import { headlineOf, type Headline } from '../public-site/my-dates/words.ts';
import type { WorkedOut } from '../public-site/my-dates/worked-out.ts';
import { headlineForHelper } from './helper-words.ts';
import type { Standing } from './standing.ts';

const LATE =
  'send it now all the same, say that it is late, ask the Tribunal’s permission, and give the reasons. Ring us too: we turn nobody away.';

/** Says what the dates rest on, and what is still open. */
export function headlineOfStanding(standing: Standing, dates: WorkedOut): Headline {
  if (!standing.forThemselves) return headlineForHelper(standing, dates);
  const eyebrow = 'If you want to appeal';
  const { certificate, appealable } = standing;
  if (certificate === null) return { eyebrow, ...notKnownYet(dates) };
  if (appealable === false)
    return {
      eyebrow: 'If there may also be an appeal about education',
      title: 'Two months from the letter',
      says: `${certificate.why} For an appeal about education, these dates are running.`,
    };
  if (!certificate.needed && dates.time === 'ahead')
    return {
      eyebrow,
      title: 'Two months from the letter decide',
      says: `${certificate.why} Mediation does not move this date.`,
    };
  return { ...headlineOf(dates), eyebrow };
}

/** For a letter of which nobody has said what it decides. */
function notKnownYet({ time, contactStanding, contactLastDay }: WorkedOut): Omit<Headline, 'eyebrow'> {
  const unknown = 'You have not told us yet what the council decided.';
  const isLate = contactStanding === 'late';
  if (time === 'awaiting-certificate')
    return {
      title: 'What the council decided sets the date',
      says: `${unknown} You contacted us in time: if you need a certificate, your date is set when it is issued. If it is only about the school or college in the plan, the time for an appeal is over: ${LATE}`,
    };
  if (time === 'passed') return { title: 'The last day is over', says: `If you want to appeal, ${LATE}` };
  if (isLate)
    return {
      title: 'Two months from the letter decide',
      says: `${unknown} The two months for contacting an adviser ended on ${dayInWords(contactLastDay)}. If you need a certificate, send the appeal now, with your reasons, and ask the Tribunal’s permission. If it is only about the school or college in the plan, you need none, and the date below counts.`,
    };
  return {
    title: 'Two months from the letter decide',
    says: `${unknown} For every decision that can be appealed, these are the two months. If you need a certificate, the date on it can make this later, never earlier.`,
  };
}

/** Says that the contact was in time; null where it was late, or where nothing hangs on it. */
export function contactInTime(
  { forThemselves, needsTheirWord }: Standing,
  { contactStanding, contactLastDay, today }: WorkedOut,
): { readonly done: string; readonly lastDay: string; readonly theirWord: string | null } | null {
  if (contactStanding !== 'in-time') return null;
  const isAhead = Temporal.PlainDate.compare(contactLastDay, today) >= 0;
  return {
    done: forThemselves ? 'You contacted us in time.' : 'This reached us in time.',
    lastDay: `The last day ${isAhead ? 'is' : 'was'} ${dayInWords(contactLastDay)}.`,
    theirWord:
      needsTheirWord && isAhead
        ? 'The law asks the parent or young person to contact us, or somebody who does it for them. If they do not know about this yet, please ask them to contact us too by then, here or by telephone.'
        : null,
  };
}

/** Says what will be said about the certificate when they talk, as far as it is known. */
export function certificateStep(standing: Standing): string {
  const { certificate, isResolution, appealable, dates, forThemselves } = standing;
  if (!forThemselves) return certificateStepForHelper(standing);
  if (isResolution)
    return 'Everybody takes part of their own free will, so we ask each of them. It needs no certificate, and it moves no date for an appeal.';
  if (certificate === null)
    return 'Most appeals need a mediation certificate; one about only the school or college in the plan does not. Once we know what the council decided, we tell you which yours is. If you need one, you get it whether you mediate or not.';
  if (!certificate.needed) return `${certificate.why}${appealable ? '' : ' You can ask for mediation about them.'}`;
  if (dates?.contactStanding === 'late')
    return 'An appeal needs a mediation certificate. The two months for contacting us are over, so we look at it with you first. Please do not wait for that before you send an appeal.';
  return 'An appeal needs a mediation certificate, and you get it whether you mediate or not: within three working days of the day you tell us that you do not want mediation, or after the mediation ends.';
}

/** The same, to somebody who helps: the certificate is the family's, and so is the choice. */
function certificateStepForHelper({ certificate, isResolution, dates }: Standing): string {
  if (isResolution)
    return 'Everybody takes part of their own free will, so we ask each of them. It needs no certificate, and it moves no date for an appeal.';
  if (certificate === null)
    return 'Most appeals need a mediation certificate; one about only the school or college in the plan does not. Whoever needs one gets it, whether they mediate or not.';
  if (!certificate.needed) return `For the parent or young person: ${certificate.why}`;
  if (dates?.contactStanding === 'late')
    return 'An appeal needs a mediation certificate. The two months for contacting us are over, so we look at it with the parent or young person first. They should not wait for that before they send an appeal.';
  return 'An appeal needs a mediation certificate. The parent or young person gets it whether they mediate or not: within three working days of the day they tell us that they do not want mediation, or after the mediation ends.';
}

/** Says who holds the right to appeal, where the writer may not know; null otherwise. */
export function rightsPassWords({ rightsPass }: Standing): string | null {
  if (!rightsPass) return null;
  const { now, from } = rightsPass;
  if (now)
    return 'After Year 11 the right to appeal is the young person’s own. We would like to hear from them, or from somebody who acts for them. Your adviser explains how you can help.';
  return from
    ? `From ${dayInWords(from)} the right to appeal is the young person’s own. If an appeal is not made before that day, they make it. Your adviser explains what that means for you.`
    : null;
}
