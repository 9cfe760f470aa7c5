import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isLate, mayCorrect, mayDateAgain, mayIssue, mayMarkPosted, mayWithdraw, type Standing } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

/** Story: letter of 5 March 2026, contact and decline on 31 March, certificate on 1 April. */
const base: Standing = {
  today: day('2026-04-01'),
  limb: 'information',
  adviser: { isAdviser: true, isManager: false, independent: true, from: day('2020-01-01'), until: null },
  appellantHoldsTheRight: true,
  authorityKnown: true,
  decision: {
    kind: 'refuse-to-assess',
    sections: [],
    dated: day('2026-03-05'),
    sent: day('2026-03-05'),
    letterSeen: true,
  },
  birthDateKnown: true,
  rightHasPassed: false,
  informationGivenOn: day('2026-03-31'),
  scriptFinished: true,
  mediation: { answer: 'no', on: day('2026-03-31') },
  appeal: 'yes',
  contactOn: day('2026-03-31'),
  contactBy: day('2026-05-05'),
  latePolicy: 'manager-decides',
  managerSaysIssue: null,
  concludedOn: null,
  authorityNoticeOn: null,
  lapseConfirmedOn: null,
  existing: [],
};

const decision = (changes: Partial<NonNullable<Standing['decision']>>): Partial<Standing> => ({
  decision: { ...base.decision!, ...changes },
});
const adviser = (changes: Partial<Standing['adviser']>): Partial<Standing> => ({
  adviser: { ...base.adviser, ...changes },
});
const late = { contactOn: day('2026-05-06') };
const issued = (limb: Standing['limb']) => ({ id: 'first', state: 'issued' as const, limb });

test('everything in order: issued, with nothing to warn of', () => {
  expect(mayIssue(base)).toEqual({ warnings: [], earlierId: null });
});

describe('refuses', () => {
  const rows: [string, Partial<Standing>, string][] = [
    ['gate 1: no information was given', { informationGivenOn: null }, 'information-not-given'],
    ['gate 2: nothing was said about mediation', { mediation: null }, 'wish-not-stated'],
    ['gate 2: mediation is wished', { mediation: { answer: 'yes', on: day('2026-03-31') } }, 'wish-not-stated'],
    ['gate 2: still thinking', { mediation: { answer: 'thinking', on: day('2026-03-31') } }, 'wish-not-stated'],
    ['gate 3: the adviser is not independent', adviser({ independent: false }), 'adviser-not-independent'],
    ['gate 3: the adviser begins tomorrow', adviser({ from: day('2026-04-02') }), 'adviser-not-independent'],
    ['gate 3: the adviser left yesterday', adviser({ until: day('2026-03-31') }), 'adviser-not-independent'],
    [
      'an administrator or a manager who is no adviser',
      adviser({ isAdviser: false, isManager: true }),
      'not-an-adviser',
    ],
    ['somebody without the right of appeal', { appellantHoldsTheRight: false }, 'not-a-right-holder'],
    ['no decision', { decision: null }, 'decision-not-recorded'],
    ['a decision not known yet', decision({ kind: 'unknown' }), 'decision-not-recorded'],
    ['a letter without any date', decision({ dated: null, sent: null }), 'letter-date-missing'],
    ['no council', { authorityKnown: false }, 'authority-missing'],
    ['health alone', decision({ kind: 'plan-made', sections: ['C', 'G'] }), 'health-only'],
    ['social care alone', decision({ kind: 'plan-made', sections: ['D', 'H1', 'H2'] }), 'social-care-only'],
    ['health alone, recorded as contents', decision({ kind: 'plan-contents', sections: ['G'] }), 'health-only'],
    ['health and social care', decision({ kind: 'plan-made', sections: ['G', 'H1'] }), 'nothing-to-appeal'],
    ['late by a day, nobody decided', late, 'late-manager-decides'],
    ['late, the manager said no', { ...late, managerSaysIssue: false }, 'late-not-issued'],
    [
      'late, the service issues none',
      { ...late, latePolicy: 'do-not-issue', managerSaysIssue: true },
      'late-not-issued',
    ],
    ['a second one', { existing: [issued('information')] }, 'already-issued'],
    [
      'a second one while the first waits for the post',
      { existing: [{ id: 'first', state: 'prepared', limb: 'information' }] },
      'already-prepared',
    ],
    ['an information certificate after a participation one', { existing: [issued('participation')] }, 'already-issued'],
    ['participation before the mediation concluded', { limb: 'participation' }, 'mediation-not-concluded'],
    [
      'participation without information given',
      { limb: 'participation', concludedOn: day('2026-03-31'), informationGivenOn: null },
      'information-not-given',
    ],
    ['not arranged, without notice', { limb: 'not-arranged-notice' }, 'no-notice-from-authority'],
    ['not arranged, lapse not confirmed', { limb: 'not-arranged-lapse' }, 'lapse-not-confirmed'],
  ];
  test.each(rows)('%s', (_, changes, refused) => {
    expect(mayIssue({ ...base, ...changes })).toEqual({ refused });
  });
});

describe('issues, and records what was out of the ordinary', () => {
  const rows: [string, Partial<Standing>, string[]][] = [
    ['the letter was not seen', decision({ letterSeen: false }), ['letter-not-seen']],
    ['only the day of sending is known', decision({ dated: null }), ['letter-date-not-given']],
    ['no date of birth', { birthDateKnown: false }, ['birth-date-not-given']],
    ['the right passed to the young person', { rightHasPassed: true }, ['right-has-passed']],
    ['unsure about appealing', { appeal: 'unsure' }, ['unsure-about-appealing']],
    ['does not wish to appeal', { appeal: 'no' }, ['does-not-wish-to-appeal']],
    ['said nothing about appealing', { appeal: null }, ['wish-to-appeal-not-said']],
    ['section I only', decision({ kind: 'placement', sections: ['I'] }), ['section-i-only']],
    [
      'section I only, recorded as contents',
      decision({ kind: 'plan-contents', sections: ['I', 'G'] }),
      ['section-i-only'],
    ],
    ['B and I: nothing to warn of', decision({ kind: 'plan-contents', sections: ['B', 'I'] }), []],
    ['the script was not finished', { scriptFinished: false }, ['script-unfinished']],
    ['contact on the last day is in time', { contactOn: day('2026-05-05') }, []],
    ['late, and the service issues', { ...late, latePolicy: 'issue' }, ['late-contact']],
    ['late, and a manager agreed', { ...late, managerSaysIssue: true }, ['late-contact']],
    ['late, and the adviser is a manager', { ...late, ...adviser({ isManager: true }) }, ['late-contact']],
    ['the adviser leaves today', adviser({ until: day('2026-04-01') }), []],
    ['wished first, and no longer', { mediation: { answer: 'no', on: day('2026-04-01') } }, []],
    [
      'participation, though mediation was wished',
      { limb: 'participation', concludedOn: day('2026-03-31'), mediation: { answer: 'yes', on: day('2026-03-10') } },
      [],
    ],
    ['the council gave notice', { limb: 'not-arranged-notice', authorityNoticeOn: day('2026-03-31') }, []],
    ['the lapse was confirmed', { limb: 'not-arranged-lapse', lapseConfirmedOn: day('2026-03-31') }, []],
  ];
  test.each(rows)('%s', (_, changes, warnings) => {
    expect(mayIssue({ ...base, ...changes })).toEqual({ warnings, earlierId: null });
  });
});

test.each(['manager-decides', 'do-not-issue'] as const)(
  'a late contact holds back no certificate of section 55(5), where the service chose %s',
  (latePolicy) => {
    const met: Partial<Standing> = { concludedOn: day('2026-06-01'), authorityNoticeOn: day('2026-06-01') };
    for (const limb of ['participation', 'not-arranged-notice', 'not-arranged-lapse'] as const) {
      const standing = { ...base, ...late, ...met, lapseConfirmedOn: day('2026-06-01'), latePolicy, limb };
      expect(mayIssue({ ...standing, managerSaysIssue: false })).toEqual({
        warnings: ['late-contact'],
        earlierId: null,
      });
    }
  },
);

test('a certificate after a late meeting cites the first', () => {
  const after = {
    ...base,
    limb: 'participation' as const,
    concludedOn: day('2026-03-31'),
    existing: [issued('not-arranged-lapse')],
  };
  expect(mayIssue(after)).toEqual({ warnings: ['a-later-certificate'], earlierId: 'first' });
});

test('nothing is late while the letter’s date is not known', () => {
  expect(isLate({ contactOn: day('2026-05-06'), contactBy: null })).toBe(false);
});

test.each([
  ['on its day', 'prepared', '2026-04-01', '2026-04-01', null],
  ['on its day, marked the next morning', 'prepared', '2026-04-01', '2026-04-02', null],
  ['a day late', 'prepared', '2026-04-02', '2026-04-02', 'dated-another-day'],
  ['a day early', 'prepared', '2026-03-31', '2026-04-01', 'dated-another-day'],
  ['tomorrow', 'prepared', '2026-04-02', '2026-04-01', 'posted-in-the-future'],
  ['twice', 'issued', '2026-04-01', '2026-04-01', 'not-prepared'],
])('posted %s', (_, state, postedOn, today, refused) => {
  expect(mayMarkPosted({ state, dated: day('2026-04-01') }, day(postedOn), day(today))).toBe(refused);
});

test.each([
  ['prepared', '2026-04-02', null],
  ['prepared', '2026-04-01', 'dated-so-already'],
  ['issued', '2026-04-02', 'not-prepared'],
])('dated again: %s on %s', (state, today, refused) => {
  expect(mayDateAgain({ state, dated: day('2026-04-01') }, day(today))).toBe(refused);
});

test.each([
  ['an adviser', { isAdviser: true, isManager: false, steppedUp: true }, 'issued', null],
  ['a manager', { isAdviser: false, isManager: true, steppedUp: true }, 'issued', null],
  ['an administrator', { isAdviser: false, isManager: false, steppedUp: true }, 'issued', 'not-an-adviser'],
  ['without stepping up', { isAdviser: true, isManager: false, steppedUp: false }, 'issued', 'step-up-needed'],
  ['one that waits for the post', { isAdviser: true, isManager: false, steppedUp: true }, 'prepared', 'not-issued'],
  ['a withdrawn one', { isAdviser: true, isManager: false, steppedUp: true }, 'withdrawn', 'already-withdrawn'],
])('corrected by %s', (_, who, state, refused) => {
  expect(mayCorrect(who, state)).toBe(refused);
});

test.each([
  ['a manager who told the family today', true, true, 'issued', '2026-04-01', null],
  ['an adviser', false, true, 'issued', '2026-04-01', 'manager-only'],
  ['without stepping up', true, false, 'issued', '2026-04-01', 'step-up-needed'],
  ['before the family was told', true, true, 'issued', null, 'family-not-told-first'],
  ['the family will be told tomorrow', true, true, 'issued', '2026-04-02', 'family-not-told-first'],
  ['twice', true, true, 'withdrawn', '2026-04-01', 'already-withdrawn'],
  ['one that waits for the post', true, true, 'prepared', '2026-04-01', 'not-issued'],
])('withdrawn by %s', (_, isManager, steppedUp, state, told, refused) => {
  expect(mayWithdraw({ isManager, steppedUp }, state, told ? day(told) : null, base.today)).toBe(refused);
});
