// Why a date is that date, in one line: "Said no Tue 17 Nov 2026 + 3 working days · reg 34(1)", the citation leading to its working.
import type { ClockAnswer } from '../../deadlines/clock-rows.ts';
import { safeHref } from '../../kit/html/link.tsx';

/** Shortens a citation for a list, to the regulation or the section; the whole one stands with the working. */
export function shortCitation(citation: string): string {
  const [found] =
    /\bregs? \d[\w()-]*/.exec(citation) ?? /\bss?\.\d[\w()]*/.exec(citation) ?? /\br\.\d[\w()]*/.exec(citation) ?? [];
  if (citation.startsWith('This service')) return 'our promise';
  return found ?? 'why';
}

/** The line. */
export function Because({ answer, href }: { answer: Pick<ClockAnswer, 'inShort' | 'citation'>; href: string }) {
  return (
    <>
      {answer.inShort} ·{' '}
      <a class="nowrap" href={safeHref(href)}>
        {shortCitation(answer.citation)}
        <span class="govuk-visually-hidden">: the working of this date</span>
      </a>
    </>
  );
}
