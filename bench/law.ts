// Measures how long the law takes: every date of one case, alone, with its steps, and with its pictures too. Run: node bench/law.ts
import { Temporal } from 'temporal-polyfill';
import { seededHolidays } from '../src/law/bank-holidays.ts';
import { caseDates } from '../src/law/case-dates.ts';
import type { CaseFacts } from '../src/law/case-facts.ts';
import { displayDates } from '../src/law/display-dates.ts';
import { tribunalAppeal } from '../src/law/tribunal-appeal.ts';
import { RULE_BOOK, type Law } from '../src/law/versions.ts';

const law: Law = { holidays: seededHolidays(), rules: RULE_BOOK };
const day = (text: string) => Temporal.PlainDate.from(text);

/** A full case: joint health and education, mediated, agreed in part, two clauses, a certificate. */
function caseNumber(index: number): CaseFacts {
  const sent = day('2026-01-05').add({ days: index % 500 });
  const after = (days: number) => sent.add({ days });
  return {
    decision: { kind: 'plan-contents', sections: ['B', 'F', 'I'], datedOn: sent, sentOn: after(1) },
    healthScope: 'mixed',
    contactOn: after(20),
    informationGivenOn: after(20),
    wish: { answer: 'yes', on: after(25), thinkingSince: after(20) },
    changedMindOn: null,
    familyToldAuthorityOn: null,
    authorityToldOn: after(25),
    icbToldOn: after(27),
    unableNoticeOn: null,
    meeting: { on: after(50), noticeGivenOn: after(40), shorterNoticeConsented: false },
    concludedOn: after(50),
    agreement: {
      agreedOn: after(50),
      clauses: [
        { id: '1', action: 'amend-plan', owner: 'authority', writtenDate: null, doneOn: null },
        { id: '2', action: 'non-appealable-action', owner: 'icb', writtenDate: null, doneOn: null },
      ],
    },
    certificates: [{ limb: 'participation', issuedOn: after(51) }],
    appealRegisteredOn: null,
    settings: { lapse: 'lapse-is-trigger', lateContact: 'manager-decides' },
    asOf: after(55),
  };
}

const cases = Array.from({ length: 500 }, (_, index) => caseNumber(index));

/** Prints the median and the 99th percentile in milliseconds for one case. */
function measure(name: string, work: (facts: CaseFacts) => number): void {
  const took: number[] = [];
  let kept = 0;
  for (let round = 0; round < 40; round += 1) {
    for (const facts of cases) {
      const start = performance.now();
      kept += work(facts);
      if (round >= 10) took.push(performance.now() - start); // the first rounds warm the compiler
    }
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(4);
  process.stdout.write(`${name.padEnd(52)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   (${kept} parts)\n`);
}

const datesOf = (facts: CaseFacts) => caseDates(facts, law);
measure('all dates of one case', (facts) => datesOf(facts).length);
measure('all dates of one case with steps and pictures', (facts) =>
  datesOf(facts).reduce((sum, { answer }) => sum + (answer?.explain().steps.length ?? 0), 0),
);
measure('the two appeal dates with steps and pictures', ({ decision }) => {
  const sentOn = decision?.sentOn ?? null;
  const shown = displayDates(tribunalAppeal({ sentOn, certificatesIssuedOn: [], placementOnly: false }, law), law);
  return (shown?.sendBy.explain().steps.length ?? 0) + (shown?.receivedBy.explain().steps.length ?? 0);
});
const start = performance.now();
for (let index = 0; index < 20_000; index += 1) datesOf(cases[index % 500] ?? caseNumber(0));
process.stdout.write(
  `all dates of 20,000 cases, no explanation: ${((performance.now() - start) / 1000).toFixed(2)} s\n`,
);
