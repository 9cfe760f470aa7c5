// What the page after the contact says, as a table over one letter: never surer than what is known, and by later answers too.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Answers } from '../kit/forms/answers.ts';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { readFirstScreen } from './first-screen.ts';
import { standingOf } from './standing.ts';
import { certificateStep, contactInTime, headlineOfStanding, rightsPassWords } from './standing-words.ts';

const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const day = (iso: string) => Temporal.PlainDate.from(iso);
const first = { writer: 'parent', name: 'A B', reach: 'a@example.org', appeal: 'yes', mediation: 'unsure' };

/** A letter of Thursday 5 March 2026: the two months end on Tuesday 5 May 2026. */
function stand(
  more: Answers,
  { on = '2026-03-31', today = on, at = '10:15' }: { on?: string; today?: string; at?: string } = {},
) {
  const answers: Answers = { ...first, dated: '2026-03-05', ...more };
  const read = readFirstScreen(answers, day(today));
  if (!read.ok) throw new Error('refused');
  return standingOf(
    { screen: read.values, answers, contactOn: day(on) },
    day(today).toPlainDateTime(Temporal.PlainTime.from(at)),
    law,
    5,
  );
}
function said(more: Answers, when?: { on?: string; today?: string; at?: string }) {
  const standing = stand(more, when);
  const headline = standing.dates && headlineOfStanding(standing, standing.dates);
  return { step: certificateStep(standing), title: headline?.title, says: headline?.says, eyebrow: headline?.eyebrow };
}

test.each<[string, Answers, string]>([
  ['nothing said of the decision', {}, 'Most appeals need a mediation certificate; one about only the school'],
  ['a decision carried in', { kind: 'refuse-to-assess' }, 'An appeal needs a mediation certificate'],
  ['a decision answered later', { decision: 'cease-to-maintain' }, 'An appeal needs a mediation certificate'],
  ['a later answer that differs', { kind: 'refuse-to-assess', decision: 'placement' }, 'you need no certificate'],
  ['only section I, answered later', { decision: 'plan-contents', sections: ['I'] }, 'you need no certificate'],
  ['section I with B', { decision: 'plan-contents', sections: ['B', 'I'] }, 'An appeal needs a mediation certificate'],
  ['no change of section I', { decision: 'refuse-to-amend', sections: ['I'] }, 'probably not needed'],
  [
    'sections of a decision no longer chosen',
    { decision: 'refuse-to-issue', sections: ['I'] },
    'An appeal needs a mediation certificate',
  ],
  ['health alone', { decision: 'plan-contents', sections: ['health'] }, 'cannot be appealed'],
  ['a placement with health', { kind: 'placement', parts: ['I', 'health'] }, 'you need no certificate'],
])('%s: the certificate', (_, more, words) => {
  expect(said(more).step).toContain(words);
});

test('a dispute about Section I only is told to look at B and F, and that mediation moves nothing', () => {
  const standing = stand({ decision: 'placement' });
  expect(standing.alsoKnow.join(' ')).toContain('Sections B and F');
  expect(standing.dates?.contactStanding).toBe('not-needed');
  expect(said({ decision: 'placement' }).says).toContain('Mediation does not move this date');
  expect(said({ decision: 'placement' }).says).not.toMatch(/You need a mediation certificate/);
});

test('while the decision is not known the two months stand, and nothing is said to be needed', () => {
  const { title, says } = said({});
  expect(title).toBe('Two months from the letter decide');
  expect(says).toContain('You have not told us yet what the council decided.');
  expect(says).not.toMatch(/^You need/);
  expect(stand({}).dates?.appeal.deadline?.toString()).toBe('2026-05-05');
});

test.each<[string, Answers, { on?: string; today?: string }, string, string]>([
  [
    'in time, two months over, decision not known',
    {},
    { today: '2026-05-06' },
    'What the council decided sets the date',
    'the time for an appeal is over',
  ],
  [
    'in time, two months over, certificate needed',
    { decision: 'refuse-to-assess' },
    { today: '2026-05-06' },
    'Your certificate will set the date',
    'You contacted us in time',
  ],
  [
    'Section I only, two months over',
    { decision: 'placement' },
    { today: '2026-05-06' },
    'The last day is over',
    'late',
  ],
  ['late, decision not known', {}, { on: '2026-05-06' }, 'The last day is over', 'we turn nobody away'],
  [
    'late, certificate needed',
    { decision: 'refuse-to-assess' },
    { on: '2026-05-06' },
    'Send your appeal now, and ask for permission',
    'Tuesday 5 May 2026',
  ],
  ['health alone', { decision: 'plan-contents', sections: ['health'] }, {}, 'Two months from the letter', 'education'],
])('%s: the headline', (_, more, when, title, says) => {
  const headline = said(more, when);
  expect(headline.title).toBe(title);
  expect(headline.says).toContain(says);
});

test('a late contact is not promised a certificate as if nothing had happened', () => {
  expect(said({ decision: 'refuse-to-assess' }, { on: '2026-05-06' }).step).toContain('Please do not wait for that');
});

test('a late contact while August keeps the appeal open: the date below counts if no certificate is needed', () => {
  const headline = said({ dated: '2026-06-10' }, { on: '2026-08-20' });
  expect(headline.says).toContain('ended on Monday 10 August 2026');
  expect(headline.says).toContain('you need none, and the date below counts');
});

test.each<[string, Answers, { on?: string; today?: string }, object | null]>([
  ['with days to spare', {}, {}, { done: 'You contacted us in time.', lastDay: 'The last day is Tuesday 5 May 2026.' }],
  ['looked at later', {}, { today: '2026-05-06' }, { lastDay: 'The last day was Tuesday 5 May 2026.' }],
  ['late', {}, { on: '2026-05-06' }, null],
  ['where no certificate is needed', { kind: 'placement' }, {}, null],
])('the contact, %s', (_, more, when, expected) => {
  const standing = stand(more, when);
  const inTime = standing.dates && contactInTime(standing, standing.dates);
  if (expected) expect(inTime).toMatchObject(expected);
  else expect(inTime).toBeNull();
});

test('at night on the last day the contact is in time, and the Tribunal’s hour is over', () => {
  const night = { on: '2026-05-05', at: '23:40' };
  const standing = stand({ decision: 'refuse-to-assess' }, night);
  expect(contactInTime(standing, standing.dates!)?.lastDay).toBe('The last day is Tuesday 5 May 2026.');
  expect(said({ decision: 'refuse-to-assess' }, night).title).toBe('Your certificate will set the date');
  expect(said({ decision: 'placement' }, night).title).toBe('The last day is over');
  expect(said({ decision: 'placement' }, { ...night, at: '16:59' }).title).toBe('Two months from the letter decide');
});

test('somebody who helps is asked to have the family say it themselves, until they say that it is agreed', () => {
  const inTime = (more: Answers) => {
    const standing = stand({ writer: 'helper', ...more });
    return standing.dates && contactInTime(standing, standing.dates);
  };
  expect(inTime({})).toMatchObject({ done: 'This reached us in time.' });
  expect(inTime({})?.theirWord).toContain('ask them to contact us too by then');
  expect(inTime({ permission: 'yes' })?.theirWord).toBeNull();
  expect(said({ writer: 'helper' }).eyebrow).toBe('If the family wants to appeal');
});

test('somebody who helps is never told that the certificate, or the choice, is theirs', () => {
  const known: Answers[] = [{}, { decision: 'refuse-to-assess' }, { want: 'disagreement-resolution', dated: '' }];
  for (const more of known) expect(said({ writer: 'helper', ...more }).step).not.toMatch(/\byou\b|\byours\b/i);
  expect(said({ writer: 'helper', decision: 'placement' }).step).toMatch(/^For the parent or young person: /);
});

test.each<[string, Answers, { on?: string; today?: string; at?: string }, string]>([
  ['in time', { decision: 'refuse-to-assess' }, {}, 'The family needs a mediation certificate to appeal.'],
  ['nothing known', {}, {}, 'If the family needs a certificate'],
  ['two months over, in time', { decision: 'refuse-to-assess' }, { today: '2026-05-06' }, 'this reached us in time'],
  ['two months over, not known', {}, { today: '2026-05-06' }, 'their date is set when it is issued'],
  ['late and over', { decision: 'refuse-to-assess' }, { on: '2026-05-06' }, 'The family can send it now'],
  ['late, not known', { dated: '2026-06-10' }, { on: '2026-08-20' }, 'they need none, and the date below counts'],
  [
    'late, needed',
    { dated: '2026-06-10', kind: 'refuse-to-assess' },
    { on: '2026-08-20' },
    'gives no month as of right',
  ],
  ['late and over, not known', {}, { on: '2026-05-06' }, 'If the family wants to appeal, they can send it now'],
  ['placement', { decision: 'placement' }, {}, 'Mediation does not move this date'],
  ['placement, over', { decision: 'placement' }, { today: '2026-05-06' }, 'The family can send it now'],
  ['health alone', { decision: 'plan-contents', sections: ['health'] }, {}, 'For the parent or young person: '],
])('the card of dates speaks of the family to somebody who helps: %s', (_, more, when, words) => {
  const { title, says, eyebrow } = said({ writer: 'helper', ...more }, when);
  expect(says).toContain(words);
  expect(`${title} ${says} ${eyebrow}`.replace(/For the parent or young person: .*/, '')).not.toMatch(
    /\byour\b|you need|you want|you contacted/i,
  );
});

test('a wish for disagreement resolution without a letter hears nothing of certificates it might need', () => {
  const { step, title } = said({ dated: '', want: 'disagreement-resolution' });
  expect(step).toContain('It needs no certificate');
  expect(title).toBeUndefined();
});

test.each<[string, Answers, string | null]>([
  ['a child', { born: '2016-09-14' }, null],
  ['somebody past Year 11', { born: '2009-08-14' }, 'is the young person’s own. We would like to hear from them'],
  ['somebody of whom only that is known', { past: 'yes' }, 'We would like to hear from them'],
  ['a child who comes of age after the last possible appeal', { born: '2009-09-14' }, null],
  ['the young person', { writer: 'young-person', born: '2009-08-14' }, null],
])('who holds the right, for %s', (_, more, words) => {
  const says = rightsPassWords(stand(more));
  if (words) expect(says).toContain(words);
  else expect(says).toBeNull();
});

test('a child who comes of age before an appeal is made is named the day', () => {
  const says = rightsPassWords(stand({ born: '2010-03-14', dated: '2026-05-20' }, { on: '2026-06-10' }));
  expect(says).toContain('From Saturday 27 June 2026');
});

test('a year without bank holidays gives no dates, and everything else still stands', () => {
  const standing = stand({ dated: '2019-09-23', kind: 'placement' });
  expect(standing.dates).toBeNull();
  expect(certificateStep(standing)).toContain('you need no certificate');
});
