// Every clock of a case: one base case, and each row says only what differs.
import { describe, expect, test } from 'vitest';
import { caseDates } from './case-dates.ts';
import type { CaseFacts } from './case-facts.ts';
import { day, iso, seededLaw as law } from './for-tests.ts';

const BASE: CaseFacts = {
  decision: { kind: 'refuse-to-assess', sections: [], datedOn: day('2026-09-10'), sentOn: day('2026-09-10') },
  healthScope: 'none',
  contactOn: day('2026-09-21'),
  informationGivenOn: day('2026-09-21'),
  wish: null,
  changedMindOn: null,
  familyToldAuthorityOn: null,
  authorityToldOn: null,
  icbToldOn: null,
  unableNoticeOn: null,
  meeting: null,
  concludedOn: null,
  agreement: null,
  certificates: [],
  appealRegisteredOn: null,
  settings: { lapse: 'lapse-is-trigger', lateContact: 'manager-decides' },
  asOf: day('2026-09-22'),
};
const WANTS: Partial<CaseFacts> = {
  wish: { answer: 'yes', on: day('2026-09-21') },
  authorityToldOn: day('2026-09-21'),
};

const clocksOf = (changes: Partial<CaseFacts>) =>
  caseDates({ ...BASE, ...changes }, law).map((clock) => [
    clock.key,
    clock.owner,
    clock.late ? `${clock.state}, late` : clock.state,
    iso(clock.answer?.deadline ?? null),
  ]);
const clock = (key: string, changes: Partial<CaseFacts>) =>
  caseDates({ ...BASE, ...changes }, law).find((one) => one.key === key);

const CONTACT = ['contact-adviser', 'family', 'met', '2026-11-10'];
const APPEAL = ['appeal', 'family', 'running', '2026-11-10'];

test('a contact, and no decision yet', () => {
  expect(clocksOf({})).toEqual([CONTACT, APPEAL]);
});

describe('a letter whose date is known and whose decision is not', () => {
  const unknown = { ...BASE.decision, kind: 'unknown', sections: [] } as CaseFacts['decision'];
  const note = 'Which decision the letter holds is not recorded yet.';
  test('counts as one that needs a certificate, and every date says so', () => {
    expect(clocksOf({ decision: unknown, wish: { answer: 'no', on: day('2026-09-21') } })).toEqual([
      CONTACT,
      ['issue-certificate:information', 'service', 'running', '2026-09-24'],
      APPEAL,
    ]);
    for (const { answer } of caseDates({ ...BASE, decision: unknown }, law)) {
      expect(answer?.notes.join(' ')).toContain(note);
      expect(answer?.explain().inShort).toMatch(/2 months, kind of decision not recorded yet$/);
      expect(answer?.explain().steps.at(-1)?.words).toContain(note);
    }
  });
  test('after the two months it warns that Section I alone waits for no certificate', () => {
    const appeal = clock('appeal', { decision: unknown, asOf: day('2026-11-11') });
    expect(appeal?.state).toBe('not-started');
    expect(appeal?.answer?.notes.at(-1)).toContain('only about the school or college in Section I');
  });
  test('a decision that is known says nothing of it', () => {
    expect(clock('appeal', {})?.answer?.explain().inShort).not.toContain('not recorded');
  });
});

describe('declined', () => {
  const declined: Partial<CaseFacts> = { wish: { answer: 'no', on: day('2026-09-21') } };
  test('the certificate is due in three working days', () => {
    expect(clocksOf(declined)).toEqual([
      CONTACT,
      ['issue-certificate:information', 'service', 'running', '2026-09-24'],
      APPEAL,
    ]);
  });
  test.each([
    ['2026-09-24', 'met', false],
    ['2026-09-25', 'met', true],
  ])('issued on %s', (issuedOn, state, late) => {
    const found = clock('issue-certificate:information', {
      ...declined,
      certificates: [{ limb: 'information', issuedOn: day(issuedOn) }],
    });
    expect([found?.state, found?.late]).toEqual([state, late]);
  });
  test('information first: no clock runs before it, and it counts from the later of the two', () => {
    const waiting = clock('issue-certificate:information', { ...declined, informationGivenOn: null });
    expect([waiting?.state, waiting?.why]).toEqual([
      'not-started',
      'Information and advice about mediation come first (s.55(4)).',
    ]);
    const later = clock('issue-certificate:information', { ...declined, informationGivenOn: day('2026-09-23') });
    expect(iso(later?.answer?.deadline ?? null)).toBe('2026-09-28');
  });
});

describe('thinking it over', () => {
  const thinking = (on: string, chaseOn: string | null = null): Partial<CaseFacts> => ({
    wish: { answer: 'thinking', on: day(on), chaseOn: chaseOn ? day(chaseOn) : null },
    asOf: day(on),
  });
  test.each([
    ['five working days', '2026-09-21', null, '2026-09-28'],
    ['the agreed day', '2026-09-21', '2026-10-07', '2026-10-07'],
    ['an agreed Sunday becomes Monday', '2026-09-21', '2026-10-04', '2026-10-05'],
    ['an agreed day too near the end comes forward', '2026-10-21', '2026-11-09', '2026-11-03'],
    ['little time left', '2026-11-02', null, '2026-11-03'],
    ['the last days', '2026-11-06', null, '2026-11-09'],
    ['the last day of all: today', '2026-11-10', null, '2026-11-10'],
  ])('%s', (_, on, chaseOn, due) => {
    expect(iso(clock('chase-decision', thinking(on, chaseOn))?.answer?.deadline ?? null)).toBe(due);
  });
  test('is met by a decision', () => {
    const found = clock('chase-decision', {
      wish: { answer: 'no', on: day('2026-09-25'), thinkingSince: day('2026-09-21') },
    });
    expect([found?.state, iso(found?.metOn ?? null)]).toEqual(['met', '2026-09-25']);
  });
});

describe('wants to mediate', () => {
  test('the council is told, day 30 runs', () => {
    expect(clocksOf(WANTS)).toEqual([
      CONTACT,
      ['tell-authority', 'service', 'met', '2026-09-21'],
      ['arrange-mediation', 'authority', 'running', '2026-10-21'],
      ['ask-after-day-30', 'service', 'not-started', '2026-10-22'],
      APPEAL,
    ]);
  });
  test('the council not told yet: our own clock runs, day 30 waits', () => {
    expect(clocksOf({ ...WANTS, authorityToldOn: null })).toEqual([
      CONTACT,
      ['tell-authority', 'service', 'running, late', '2026-09-21'],
      ['arrange-mediation', 'authority', 'not-started', null],
      APPEAL,
    ]);
  });
  test('the family told it first: counted from then', () => {
    expect(
      iso(clock('arrange-mediation', { ...WANTS, familyToldAuthorityOn: day('2026-09-18') })?.answer?.deadline ?? null),
    ).toBe('2026-10-18');
  });
  test('health alone: the ICB arranges, from its own notice', () => {
    const health: Partial<CaseFacts> = {
      ...WANTS,
      healthScope: 'health-only',
      decision: { kind: 'plan-contents', sections: ['G'], datedOn: null, sentOn: day('2026-09-10') },
    };
    expect(clocksOf(health)).toEqual([
      ['tell-authority', 'service', 'met', '2026-09-21'],
      ['tell-icb', 'authority', 'running', '2026-09-24'],
      ['arrange-mediation', 'icb', 'not-started', null],
    ]);
    expect(clocksOf({ ...health, icbToldOn: day('2026-09-24') })[2]).toEqual([
      'arrange-mediation',
      'icb',
      'running',
      '2026-10-24',
    ]);
  });
  test.each([
    ['2026-10-21', 'not-started', undefined],
    ['2026-10-22', 'running', '2026-10-26'],
  ])('day 30 is 21 October, and today is %s', (asOf, asking, certificate) => {
    const lapsed = { ...WANTS, asOf: day(asOf) };
    expect(clock('ask-after-day-30', lapsed)?.state).toBe(asking);
    expect(clock('issue-certificate:authority-unable', lapsed)?.answer?.deadline?.toString()).toBe(certificate);
  });
  test('a lapse starts nothing where the service waits for the council', () => {
    const waits = {
      ...WANTS,
      asOf: day('2026-10-22'),
      settings: { ...BASE.settings, lapse: 'wait-for-notice' as const },
    };
    expect(clock('issue-certificate:authority-unable', waits)).toBeUndefined();
  });
  test('the council cannot: certificate in three days, day 30 ends', () => {
    const unable = { ...WANTS, unableNoticeOn: day('2026-10-06'), asOf: day('2026-10-07') };
    expect(clock('issue-certificate:authority-unable', unable)?.answer?.deadline?.toString()).toBe('2026-10-09');
    expect(clock('arrange-mediation', unable)?.state).toBe('void');
  });
  test('changed their mind: certificate in three days, day 30 ends', () => {
    const changed = { ...WANTS, changedMindOn: day('2026-10-01'), asOf: day('2026-10-01') };
    expect(clock('issue-certificate:information', changed)?.answer?.deadline?.toString()).toBe('2026-10-06');
    expect(clock('arrange-mediation', changed)).toMatchObject({
      state: 'void',
      why: 'The family does not want to mediate.',
    });
  });
  test('a meeting needs notice, unless the family agreed to less', () => {
    const meeting = { on: day('2026-10-14'), noticeGivenOn: null, shorterNoticeConsented: false };
    expect(clock('notice-of-meeting', { ...WANTS, meeting })).toMatchObject({ state: 'running', owner: 'authority' });
    expect(
      clock('notice-of-meeting', { ...WANTS, meeting: { ...meeting, noticeGivenOn: day('2026-10-07') } }),
    ).toMatchObject({ state: 'met', late: false });
    expect(
      clock('notice-of-meeting', { ...WANTS, meeting: { ...meeting, noticeGivenOn: day('2026-10-08') } }),
    ).toMatchObject({ state: 'met', late: true });
    expect(
      clock('notice-of-meeting', { ...WANTS, meeting: { ...meeting, shorterNoticeConsented: true } }),
    ).toMatchObject({ state: 'void' });
  });
});

describe('held', () => {
  const held: Partial<CaseFacts> = { ...WANTS, concludedOn: day('2026-10-14'), asOf: day('2026-10-15') };
  test('a participation certificate is due, whether or not anything was agreed', () => {
    expect(clocksOf(held)).toEqual([
      CONTACT,
      ['issue-certificate:participation', 'service', 'running', '2026-10-19'],
      ['tell-authority', 'service', 'met', '2026-09-21'],
      ['arrange-mediation', 'authority', 'met', '2026-10-21'],
      APPEAL,
    ]);
  });
  test('after an earlier certificate a second one is due, and the first governs the appeal', () => {
    const late: Partial<CaseFacts> = {
      ...WANTS,
      unableNoticeOn: day('2026-10-15'),
      concludedOn: day('2026-11-04'),
      certificates: [{ limb: 'authority-unable', issuedOn: day('2026-10-16') }],
      asOf: day('2026-11-05'),
    };
    expect(clock('issue-certificate:authority-unable', late)?.state).toBe('met');
    expect(clock('issue-certificate:participation', late)).toMatchObject({ state: 'running' });
    const both = {
      ...late,
      certificates: [...(late.certificates ?? []), { limb: 'participation' as const, issuedOn: day('2026-11-06') }],
    };
    expect(clock('issue-certificate:participation', both)?.state).toBe('met');
    expect(iso(clock('appeal', both)?.answer?.deadline ?? null)).toBe('2026-11-16');
  });
  test('one clock for each clause, and the health body’s week only in a health-only case', () => {
    const agreement: CaseFacts['agreement'] = {
      agreedOn: day('2026-10-14'),
      clauses: [
        { id: 'a', action: 'assess-notify', owner: 'authority', writtenDate: null, doneOn: day('2026-10-29') },
        { id: 'b', action: 'non-appealable-action', owner: 'school', writtenDate: day('2026-11-20'), doneOn: null },
        { id: 'c', action: 'non-appealable-action', owner: 'family', writtenDate: null, doneOn: null },
      ],
    };
    expect(clocksOf({ ...held, agreement }).filter(([key]) => key?.includes('agreement'))).toEqual([
      ['agreement-clause:a', 'authority', 'met, late', '2026-10-28'],
      ['agreement-clause:b', 'other', 'running', '2026-11-20'],
      ['agreement-clause:c', 'family', 'not-started', null],
    ]);
    const health = clock('tell-authority-of-agreement', { ...held, healthScope: 'health-only', agreement });
    expect(iso(health?.answer?.deadline ?? null)).toBe('2026-10-21');
  });
});

describe('Section I alone', () => {
  const placement: Partial<CaseFacts> = {
    decision: { kind: 'plan-contents', sections: ['I'], datedOn: null, sentOn: day('2026-09-10') },
  };
  test('needs no contact in law and no certificate; two months decide', () => {
    const facts = { ...placement, contactOn: null, wish: { answer: 'no' as const, on: day('2026-09-21') } };
    expect(clocksOf(facts)).toEqual([
      ['contact-adviser', 'family', 'void', '2026-11-10'],
      ['issue-certificate:information', 'service', 'void', '2026-09-24'],
      APPEAL,
    ]);
  });
  test('a certificate asked for is due', () => {
    const asked = { ...placement, certificateWanted: true, wish: { answer: 'no' as const, on: day('2026-09-21') } };
    expect(clock('issue-certificate:information', asked)?.state).toBe('running');
  });
});

describe('late, and in time with no certificate yet', () => {
  test('two months over, contact in time: the date is set when the certificate is issued', () => {
    const found = clock('appeal', { asOf: day('2026-11-11') });
    expect([found?.state, found?.late, found?.answer?.deadline, found?.why]).toEqual([
      'not-started',
      false,
      null,
      'Two months ended on Tuesday 10 November 2026. You contacted us in time. Your date is set when the certificate is issued.',
    ]);
  });
  const late: Partial<CaseFacts> = {
    contactOn: day('2026-11-11'),
    informationGivenOn: day('2026-11-11'),
    wish: { answer: 'no', on: day('2026-11-11') },
    asOf: day('2026-11-11'),
  };
  test('a late contact is marked, the certificate clock runs, and the appeal gets no extra month', () => {
    expect(clock('contact-adviser', late)).toMatchObject({ state: 'met', late: true });
    expect(clock('issue-certificate:information', late)?.state).toBe('running');
    const issued = clock('appeal', { ...late, certificates: [{ limb: 'information', issuedOn: day('2026-11-12') }] });
    expect([iso(issued?.answer?.deadline ?? null), issued?.late]).toEqual(['2026-11-10', true]);
  });
  test('a service may choose not to issue after a late contact', () => {
    const refuses = { ...late, settings: { ...BASE.settings, lateContact: 'do-not-issue' as const } };
    expect(clock('issue-certificate:information', refuses)?.state).toBe('void');
    expect(clock('issue-certificate:information', { ...refuses, contactOn: day('2026-11-10') })?.state).toBe('running');
  });
});

test('an appeal registered ends the appeal clock', () => {
  expect(clock('appeal', { appealRegisteredOn: day('2026-11-03') })).toMatchObject({ state: 'met', late: false });
});

test('a letter without a date starts nothing', () => {
  const undated = { decision: { kind: 'refuse-to-assess' as const, sections: [], datedOn: null, sentOn: null } };
  expect(clocksOf(undated)).toEqual([
    ['contact-adviser', 'family', 'met', null],
    ['appeal', 'family', 'not-started', null],
  ]);
  expect(clocksOf({ decision: null })).toEqual([]);
});

test('keys are unique, and every running clock has an explanation', () => {
  const clocks = caseDates({ ...BASE, ...WANTS, asOf: day('2026-10-22') }, law);
  expect(new Set(clocks.map(({ key }) => key)).size).toBe(clocks.length);
  for (const { state, answer } of clocks)
    if (state === 'running') expect(answer?.explain().steps.length).toBeGreaterThan(0);
});
