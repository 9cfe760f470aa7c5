// A journey of questions: which comes next, what may be opened, how far along, and that a changed answer changes the road.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addressOf, type Answers } from './answers.ts';
import { dayFields } from './day-fields.ts';
import { choice, choices, words } from './fields.ts';
import { ASKED, defineJourney, END, type Question } from './journey.ts';

interface Values {
  letter: 'yes' | 'no';
  decision: 'assess' | 'contents' | 'stop';
  sections: ('B' | 'F' | 'I')[];
  sent: { toString(): string };
  more: string;
}

const view = () => null;
const QUESTIONS: readonly Question<Values>[] = [
  {
    slug: 'letter',
    title: 'Have you had a letter?',
    schema: z.object({ letter: choice(['yes', 'no'], { asks: 'Yes or no?' }) }),
    view,
    next: ({ letter }) => (letter === 'no' ? END : undefined),
    says: ({ letter }) => letter,
  },
  {
    slug: 'decision',
    title: 'What did it say?',
    part: 'your letter',
    schema: z.object({ decision: choice(['assess', 'contents', 'stop'], { asks: 'Which?' }) }),
    view,
    says: ({ decision }) => decision,
  },
  {
    slug: 'sections',
    title: 'Which sections?',
    part: 'your letter',
    schema: z.object({ sections: choices(['B', 'F', 'I']) }),
    view,
    show: ({ decision }) => decision === 'contents',
    says: ({ sections }) => sections?.join(', '),
  },
  {
    slug: 'sent',
    title: 'When was it sent?',
    schema: z.object({ sent: dayFields({ asks: 'When?' }) }),
    view,
    next: ({ decision }) => (decision === 'stop' ? END : 'more'),
    says: ({ sent }) => String(sent),
  },
  { slug: 'more', title: 'Anything else?', schema: z.object({ more: words(100) }), view },
];
const journey = defineJourney<Values>({ id: 'test', questions: QUESTIONS });
const SENT = { 'sent-day': '10', 'sent-month': '6', 'sent-year': '2026' };

describe('walking', () => {
  it.each<[string, Answers, string | null]>([
    ['asks the first question of nobody yet', {}, 'letter'],
    ['goes on after an answer', { letter: 'yes' }, 'decision'],
    ['ends early when the answer says so', { letter: 'no' }, null],
    ['stops at an answer that is not one', { letter: 'perhaps' }, 'letter'],
    ['passes by a question that is not asked', { letter: 'yes', decision: 'assess' }, 'sent'],
    ['asks a further question when it is', { letter: 'yes', decision: 'contents' }, 'sections'],
    ['does not skip a question that may be left', { letter: 'yes', decision: 'assess', ...SENT }, 'more'],
    ['is complete when that question was left', { letter: 'yes', decision: 'assess', ...SENT, more: '' }, null],
    ['is complete where a later answer ends it', { letter: 'yes', decision: 'stop', ...SENT }, null],
    ['believes no answer beyond a gap', { letter: 'yes', ...SENT, more: 'x' }, 'decision'],
  ])('%s', (_, answers, open) => {
    expect(journey.walk(answers).open?.slug ?? null).toBe(open);
  });

  it('gives the values of what was answered, and no others', () => {
    const { values, answered } = journey.walk({ letter: 'yes', decision: 'assess', sections: ['B'], more: 'x' });
    expect(values).toEqual({ letter: 'yes', decision: 'assess' });
    expect(answered.map(({ slug }) => slug)).toEqual(['letter', 'decision']);
  });
});

describe('answering', () => {
  it('replaces that question’s answers and no others', () => {
    const read = journey.answer({ letter: 'yes', decision: 'stop', ...SENT }, 'sent', {
      'sent-day': '1',
      'sent-month': '2',
      'sent-year': '2026',
      letter: 'no',
    });
    expect(read.ok).toBe(true);
    expect(read.answers).toEqual({
      letter: 'yes',
      decision: 'stop',
      'sent-day': '1',
      'sent-month': '2',
      'sent-year': '2026',
    });
  });

  it('keeps a wrong answer to show it, and does not count it', () => {
    const read = journey.answer({ letter: 'yes', decision: 'stop' }, 'sent', {
      'sent-day': '31',
      'sent-month': '6',
      'sent-year': '2026',
    });
    expect(!read.ok && read.errors[0]!.message).toBe('June has only 30 days. Look at the day again.');
    expect(read.answers).toMatchObject({ 'sent-day': '31' });
    expect(journey.walk(read.answers).open?.slug).toBe('sent');
  });

  it('remembers that a question was answered by leaving it', () => {
    const before = { letter: 'yes', decision: 'contents' };
    expect(journey.walk(before).open?.slug).toBe('sections');
    const left = journey.answer(before, 'sections', {});
    expect(left.answers).toEqual({ ...before, [ASKED]: ['sections'] });
    expect(journey.walk(left.answers).open?.slug).toBe('sent');
    const chosen = journey.answer(left.answers, 'sections', { sections: 'F' });
    expect(chosen.answers).toEqual({ ...before, sections: 'F' });
  });

  it('lets a changed answer change the road, and forgets nothing until it is stored', () => {
    const full = { letter: 'yes', decision: 'contents', sections: ['B', 'F'], ...SENT, more: 'x' };
    const changed = journey.answer(full, 'decision', { decision: 'stop' }).answers;
    expect(changed).toMatchObject({ sections: ['B', 'F'], more: 'x' });
    expect(journey.kept(changed)).toEqual({ letter: 'yes', decision: 'stop', ...SENT });
    expect(journey.walk(journey.answer(changed, 'decision', { decision: 'contents' }).answers).open).toBeNull();
  });
});

describe('moving', () => {
  const answers = { letter: 'yes', decision: 'assess' };

  it.each([
    ['letter', null, 'decision'],
    ['decision', 'letter', 'sent'],
    ['sent', 'decision', 'more'],
    ['more', 'sent', null],
    ['sections', null, null],
  ])('around %s', (slug, before, after) => {
    expect(journey.before(answers, slug)?.slug ?? null).toBe(before);
    expect(journey.nextAfter(answers, slug)?.slug ?? null).toBe(after);
  });

  it.each([
    ['letter', true],
    ['decision', true],
    ['sent', true],
    ['more', false],
    ['sections', false],
    ['nonsense', false],
  ])('%s may be opened: %s', (slug, may) => {
    expect(journey.openable(answers, slug) !== null).toBe(may);
  });

  it.each([
    ['letter', {}, { part: 1, of: 4, words: 'Have you had a letter?' }],
    ['decision', answers, { part: 2, of: 4, words: 'your letter' }],
    ['sections', { letter: 'yes', decision: 'contents' }, { part: 2, of: 4, words: 'your letter' }],
    ['sent', { letter: 'yes', decision: 'stop' }, { part: 3, of: 3, words: 'When was it sent?' }],
  ])('%s says how far along', (slug, given, progress) => {
    expect(journey.progress(given as Answers, slug)).toEqual(progress);
  });

  it('lists the answers to check, leaving out what is not repeated', () => {
    expect(journey.rows({ letter: 'yes', decision: 'contents', sections: ['F', 'B'], ...SENT, more: 'x' })).toEqual([
      { slug: 'letter', title: 'Have you had a letter?', says: 'yes' },
      { slug: 'decision', title: 'What did it say?', says: 'contents' },
      { slug: 'sections', title: 'Which sections?', says: 'B, F' },
      { slug: 'sent', title: 'When was it sent?', says: '2026-06-10' },
    ]);
  });
});

describe('answers in an address', () => {
  it('come back the same, without what is not the journey’s', () => {
    const answers = { letter: 'yes', decision: 'contents', [ASKED]: ['sections'], ...SENT };
    const address = addressOf('/what-can-i-do', answers);
    const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
    expect(address).toBe(
      '/what-can-i-do?asked=sections&decision=contents&letter=yes&sent-day=10&sent-month=6&sent-year=2026',
    );
    expect(journey.answersIn({ ...query, utm: 'x', asked: ['sections', 'nonsense'] })).toEqual(answers);
    expect(addressOf('/what-can-i-do', {})).toBe('/what-can-i-do');
  });

  it('keep an answer that was left, or it would be asked for ever', () => {
    const left = journey.answer({ letter: 'yes', decision: 'assess', ...SENT }, 'more', { more: '' }).answers;
    const query = Object.fromEntries(new URL(addressOf('/', left), 'http://localhost').searchParams);
    expect(journey.walk(journey.answersIn(query)).open).toBeNull();
  });

  it('are no answers when there is nonsense', () => {
    for (const sent of [null, 'x', [], { asked: { a: 1 }, letter: 7 }]) expect(journey.answersIn(sent)).toEqual({});
  });
});

describe('a journey that contradicts itself', () => {
  const [first, second] = QUESTIONS as [Question<Values>, Question<Values>];

  it.each([
    ['one address twice', [first, { ...second, slug: 'letter' }]],
    ['one answer twice', [first, { ...first, slug: 'again' }]],
  ])('is refused at once: %s', (_, questions) => {
    expect(() => defineJourney<Values>({ id: 'bad', questions })).toThrow(/twice/);
  });

  it.each(['letter', 'nowhere'])('cannot lead back to %s', (to) => {
    const circle = defineJourney<Values>({ id: 'circle', questions: [first, { ...second, next: () => to }] });
    expect(() => circle.walk({ letter: 'yes', decision: 'stop' })).toThrow(/does not come after/);
  });
});
