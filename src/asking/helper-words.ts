// What somebody who helps reads about the dates: the certificate, the appeal and the choice are the family's, and nothing is said of them as theirs.
import { dayInWords } from '../law/day-words.ts';
import type { Headline } from '../public-site/my-dates/words.ts';
import type { WorkedOut } from '../public-site/my-dates/worked-out.ts';
import type { Standing } from './standing.ts';

const LETTER_DECIDES = 'Two months from the letter decide';
const FAMILY_LATE =
  'can send it now all the same, say that it is late, ask the Tribunal’s permission, and give the reasons. Ring us too: we turn nobody away.';

/** Says what the dates rest on, and what is still open. */
export function headlineForHelper(standing: Standing, dates: WorkedOut): Headline {
  const eyebrow = 'If the family wants to appeal';
  const { certificate, appealable } = standing;
  const { time, contactStanding, contactLastDay } = dates;
  const ended = `The two months for contacting an adviser ended on ${dayInWords(contactLastDay)}.`;
  if (certificate === null) return { eyebrow, ...notKnownYet(dates, ended) };
  const why = `For the parent or young person: ${certificate.why}`;
  if (appealable === false)
    return {
      eyebrow: 'If there may also be an appeal about education',
      title: 'Two months from the letter',
      says: `${why} For an appeal about education, these dates are running.`,
    };
  if (time === 'awaiting-certificate')
    return {
      eyebrow,
      title: 'The family’s certificate will set the date',
      says: 'The two months are over, and this reached us in time. The date for an appeal is set when the certificate is issued.',
    };
  if (certificate.needed && contactStanding === 'late')
    return time === 'passed'
      ? { eyebrow, title: 'An appeal now needs permission', says: `${ended} The family ${FAMILY_LATE}` }
      : {
          eyebrow,
          title: LETTER_DECIDES,
          says: `${ended} So a certificate gives no month as of right. The family should send an appeal now, with the reasons, and ask the Tribunal’s permission. Ring us too: we turn nobody away.`,
        };
  if (time === 'passed') return { eyebrow, title: 'The last day is over', says: `The family ${FAMILY_LATE}` };
  return {
    eyebrow,
    title: LETTER_DECIDES,
    says: certificate.needed
      ? 'The family needs a mediation certificate to appeal. The date on it can make their date later, never earlier.'
      : `${why} Mediation does not move this date.`,
  };
}

/** For a letter of which nobody has said what it decides. */
function notKnownYet({ time, contactStanding }: WorkedOut, ended: string): Omit<Headline, 'eyebrow'> {
  const unknown = 'You have not told us yet what the council decided.';
  if (time === 'awaiting-certificate')
    return {
      title: 'What the council decided sets the date',
      says: `${unknown} This reached us in time: if the family needs a certificate, their date is set when it is issued. If it is only about the school or college in the plan, the time for an appeal is over: the family ${FAMILY_LATE}`,
    };
  if (time === 'passed')
    return { title: 'The last day is over', says: `If the family wants to appeal, they ${FAMILY_LATE}` };
  if (contactStanding === 'late')
    return {
      title: LETTER_DECIDES,
      says: `${unknown} ${ended} If the family needs a certificate, they should send the appeal now, with the reasons, and ask the Tribunal’s permission. If it is only about the school or college in the plan, they need none, and the date below counts.`,
    };
  return {
    title: LETTER_DECIDES,
    says: `${unknown} For every decision that can be appealed, these are the two months. If the family needs a certificate, the date on it can make this later, never earlier.`,
  };
}
