// Reading a form: what is taken, what is refused and in which words, and that what was typed is never lost.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerOf, answersOf, summaryOf } from './answers.ts';
import { email, ukPhone } from './contact-fields.ts';
import { dayFields } from './day-fields.ts';
import { choice, choices, tick, words, type Field } from './fields.ts';
import { personName } from './person-name.ts';
import { readForm } from './read-form.ts';

/** Reads one field; gives its value, or its message in an object. */
function read<Value>(field: Field<Value>, body: Record<string, unknown>): Value | { says: string; part?: string } {
  const result = readForm(z.object({ it: field }), body);
  if (result.ok) return result.values.it;
  expect(result.errors).toHaveLength(1);
  return { says: result.errors[0]!.message, ...(result.errors[0]!.part && { part: result.errors[0]!.part }) };
}

const day = (iso: string) => Temporal.PlainDate.from(iso);
const parts = (d: string, m: string, y: string) => ({ 'it-day': d, 'it-month': m, 'it-year': y });

describe('a day', () => {
  const field = dayFields({
    asks: 'What date is printed on the letter?',
    notBefore: { day: day('2014-09-01'), says: 'That is before this law began.' },
    notAfter: { day: day('2026-11-23'), says: 'That day has not come yet.' },
  });

  it.each([
    ['10', '6', '2026', '2026-06-10'],
    [' 01 ', '06', '2026', '2026-06-01'],
    ['10', 'June', '2026', '2026-06-10'],
    ['10', 'sept', '2026', '2026-09-10'],
    ['29', '2', '2024', '2024-02-29'],
    ['１０', '６', '２０２６', '2026-06-10'],
    ['1', '9', '2014', '2014-09-01'],
    ['23', '11', '2026', '2026-11-23'],
  ])('takes %s %s %s', (d, m, y, iso) => {
    expect(String(read(field, parts(d, m, y)))).toBe(iso);
  });

  it('takes an ISO date in one field', () => {
    expect(String(read(field, { it: '2026-06-10' }))).toBe('2026-06-10');
  });

  it.each([
    ['31', '6', '2026', 'June has only 30 days. Look at the day again.', 'day'],
    ['29', '2', '2026', '2026 has no 29 February. Look at the day again.', 'day'],
    ['30', '2', '2024', 'February has only 29 days. Look at the day again.', 'day'],
    ['29', '2', '2100', '2100 has no 29 February. Look at the day again.', 'day'],
    ['0', '6', '2026', 'The day is a number from 1 to 31.', 'day'],
    ['-1', '6', '2026', 'The day is a number from 1 to 31.', 'day'],
    ['1e1', '6', '2026', 'The day is a number from 1 to 31.', 'day'],
    ['ten', '6', '2026', 'The day is a number from 1 to 31.', 'day'],
    ['10', '13', '2026', 'The month is a number from 1 to 12, or its name.', 'month'],
    ['10', 'ju', '2026', 'The month is a number from 1 to 12, or its name.', 'month'],
    ['10', '6', '26', 'Please write all four figures of the year, for example 2026.', 'year'],
    ['10', '6', '0026', 'Please look at the year again.', 'year'],
    ['10', '6', '', 'Please add the year.', 'year'],
    ['10', '', '2026', 'Please add the month.', 'month'],
    ['', '6', '2026', 'Please add the day.', 'day'],
    ['', '', '', 'What date is printed on the letter?', 'day'],
    ['24', '11', '2026', 'That day has not come yet.', 'day'],
    ['31', '8', '2014', 'That is before this law began.', 'day'],
  ])('refuses %s %s %s', (d, m, y, says, part) => {
    expect(read(field, parts(d, m, y))).toEqual({ says, part });
  });

  it.each(['10/06/2026', '2026-6-10', 'yesterday', '2026-06-10T00:00:00Z'])('refuses %s in one field', (it) => {
    expect(read(field, { it })).toEqual({ says: 'Please write the date as day, month and year.' });
  });

  it('may be left when nothing asks for it', () => {
    expect(read(dayFields(), parts('', '', ''))).toBeUndefined();
    expect(read(dayFields(), {})).toBeUndefined();
  });

  it('takes every real day as typed and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1900, max: 2200 }),
        (d, m, y) => {
          const exists = d <= Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth;
          const result = read(dayFields(), parts(String(d), String(m), String(y)));
          if (exists) expect(String(result)).toBe(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
          else expect(result).toHaveProperty('part', 'day');
        },
      ),
    );
  });
});

describe('a name', () => {
  it.each([
    "Siân O'Neill-Łukasz",
    'Nguyễn Thị Minh Khai',
    'محمد عبد الله',
    'אברהם בן־דוד',
    'ג׳ורג׳',
    'Αλέξανδρος Παπαδόπουλος',
    '李小龍',
    'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
    'Ngũgĩ wa Thiong’o',
    'D. J. Smith (Jr.)',
    'Zoë',
    'می‌خواهم',
  ])('takes %s', (name) => {
    expect(read(personName(), { it: name })).toBe(name.normalize('NFC'));
  });

  it.each(['Sam 😀', 'R2D2', '<script>', 'x\u202Egnp.exe', 'a\u2066b', '---', 'name@example.org', 'a\u200bb'])(
    'refuses %j',
    (name) => {
      expect(read(personName(), { it: name })).toEqual({ says: 'Please use the spelling on the letter.' });
    },
  );

  it('puts letters and marks together, and spaces right', () => {
    expect(read(personName(), { it: '  Zoe\u0308   \t Ó\u00a0Brien\u200f ' })).toBe('Zoë Ó Brien');
  });

  it('takes 200 characters and no more', () => {
    expect(read(personName(), { it: 'a'.repeat(200) })).toHaveLength(200);
    expect(read(personName(), { it: 'a'.repeat(201) })).toEqual({
      says: 'This name is longer than 200 characters. Please shorten it.',
    });
  });

  it('asks, when it is asked for', () => {
    expect(read(personName({ asks: 'What is your name?' }), { it: '\u200f ' })).toEqual({ says: 'What is your name?' });
    expect(read(personName(), {})).toBe('');
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Name@Example.ORG', 'Name@example.org'],
    [" o'neill+send@mail.example.co.uk ", "o'neill+send@mail.example.co.uk"],
    ['mailto:a@b.org', 'a@b.org'],
    ['josé@correo.example', 'josé@correo.example'],
    ['a@bücher.example', 'a@bücher.example'],
  ])('takes %s', (typed, kept) => {
    expect(read(email(), { it: typed })).toBe(kept);
  });

  it.each([
    'name',
    'name@',
    '@example.org',
    'name@example',
    'a b@example.org',
    'a@b@example.org',
    'a..b@example.org',
    '.a@example.org',
    'a@-b.org',
    'a,b@example.org',
    'a@example.org, c@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(130)}org`,
  ])('refuses %s', (typed) => {
    expect(read(email(), { it: typed })).toEqual({
      says: 'Please write the whole e-mail address, like name@example.org.',
    });
  });

  it('never lets a second header through', () => {
    expect(read(email(), { it: 'a@example.org\nBcc: c@example.org' })).toHaveProperty('says');
  });
});

describe('a telephone number', () => {
  it.each([
    ['07700 900142', '+447700900142'],
    ['0151 496 0123', '+441514960123'],
    ['(0151) 496-0123', '+441514960123'],
    ['+44 (0)151 496 0123', '+441514960123'],
    ['0044 151 496 0123', '+441514960123'],
    ['01632 960147 ext 12', '+441632960147;ext=12'],
    ['016977 2345', '+44169772345'],
    ['+48 22 555 01 23', '+48225550123'],
  ])('takes %s', (typed, dials) => {
    expect(read(ukPhone(), { it: typed })).toEqual({ typed, dials });
  });

  it.each([
    '496 0123',
    '7700900142',
    '0000000000',
    'ring my mum',
    '07700 90014',
    '+44 07',
    '077009001421234',
    '07700 900142 or 0151 496 0123',
  ])('refuses %s', (typed) => {
    expect(read(ukPhone(), { it: typed })).toEqual({
      says: 'Please write the whole telephone number with its area code, like 0151 496 0000.',
    });
  });

  it('may be left', () => {
    expect(read(ukPhone(), { it: ' ' })).toBeUndefined();
  });
});

describe('choices', () => {
  const one = choice(['yes', 'no'], { asks: 'Choose yes or no.' });
  const many = choices(['post', 'email', 'text']);

  it.each([
    [{ it: 'yes' }, 'yes'],
    [{}, { says: 'Choose yes or no.' }],
    [{ it: 'maybe' }, { says: 'Choose yes or no.' }],
    [{ it: ['yes', 'no'] }, { says: 'Please give one answer here.' }],
    [{ it: { $gt: '' } }, { says: 'Choose yes or no.' }],
  ])('one of %j', (body, result) => {
    expect(read(one, body)).toEqual(result);
  });

  it.each([
    [{}, []],
    [{ it: 'text' }, ['text']],
    [{ it: ['text', 'post', 'text'] }, ['post', 'text']],
    [{ it: ['text', 'fax'] }, { says: 'Please choose among the answers on the page.' }],
    [
      { it: Array.from({ length: 101 }, () => 'text') },
      { says: 'There are too many answers here. Please choose fewer.' },
    ],
  ])('several of %j', (body, result) => {
    expect(read(many, body)).toEqual(result);
  });

  it('a tick is yes or no, and may have to be yes', () => {
    expect(read(tick(), {})).toBe(false);
    expect(read(tick(), { it: 'yes' })).toBe(true);
    expect(read(tick({ asks: 'Tick the box.' }), {})).toEqual({ says: 'Tick the box.' });
  });
});

describe('words', () => {
  it('keeps line ends as one kind, and counts characters as people do', () => {
    expect(read(words(5), { it: 'a\r\nb\rc' })).toBe('a\nb\nc');
    expect(read(words(2), { it: '👩👧' })).toBe('👩👧');
    expect(read(words(2), { it: 'abc' })).toEqual({ says: 'This is 1 character too long. Please use 2 or fewer.' });
    expect(read(words(2), { it: 'abcd' })).toEqual({ says: 'This is 2 characters too long. Please use 2 or fewer.' });
  });

  it.each(['a\0b', 'a\ufffdb', 'a\ud800b', 'a\u001bb', 'a\u0007'])('refuses what no keyboard sends: %j', (typed) => {
    expect(read(words(50), { it: typed })).toEqual({
      says: 'Some letters in this answer did not arrive properly. Please type it again.',
    });
  });

  it('refuses a book', () => {
    expect(read(words(100_000), { it: 'a'.repeat(50_001) })).toEqual({
      says: 'This answer is too long for us to keep. Please make it shorter.',
    });
  });
});

describe('a form', () => {
  const schema = z.object({
    name: personName({ asks: 'Name?' }),
    born: dayFields({ asks: 'Born?' }),
    ways: choices(['post', 'text']),
  });

  it('gives the values and what was typed', () => {
    const result = readForm(schema, {
      name: ' Sam ',
      'born-day': '01',
      'born-month': '2',
      'born-year': '2018',
      ways: ['text', 'post'],
    });
    expect(result.ok && { ...result.values, born: String(result.values.born) }).toEqual({
      name: 'Sam',
      born: '2018-02-01',
      ways: ['post', 'text'],
    });
    expect(result.answers).toEqual({
      name: ' Sam ',
      'born-day': '01',
      'born-month': '2',
      'born-year': '2018',
      ways: ['text', 'post'],
    });
  });

  it('gives one error a field, in the order of the page, each with a link that exists', () => {
    const result = readForm(schema, { 'born-day': '31', 'born-month': '6', 'born-year': '2018' });
    expect(result.ok).toBe(false);
    expect(!result.ok && summaryOf(result)).toEqual([
      { text: 'Name?', href: '#name' },
      { text: 'June has only 30 days. Look at the day again.', href: '#born-day' },
    ]);
  });

  it('keeps what was typed, without what cannot be shown', () => {
    const result = readForm(schema, { name: 'a\0b\ud800', other: 'x' });
    expect(result.answers).toEqual({ name: 'ab\ufffd' });
    expect(answerOf({ answers: result.answers, errors: [] }, 'name')).toBe('ab\ufffd');
    expect(answersOf({ answers: result.answers, errors: [] }, 'constructor')).toEqual([]);
  });

  it.each([undefined, null, 'text', 7, [], { name: { toString: 'x' } }, JSON.parse('{"__proto__":{"name":"Sam"}}')])(
    'treats %j as an empty form',
    (body) => {
      const result = readForm(schema, body);
      expect(result.answers).toEqual({});
      expect(!result.ok && result.errors.map(({ message }) => message)).toEqual(['Name?', 'Born?']);
    },
  );

  it('says its own words when a schema brought none', () => {
    const result = readForm(z.object({ it: z.string() }), {});
    expect(!result.ok && result.errors).toEqual([{ field: 'it', message: 'Please look at this answer again.' }]);
  });

  it('holds rules between fields, once each field is right', () => {
    const pair = z
      .object({ a: words(9), b: words(9) })
      .refine(({ a, b }) => a !== b, { path: ['b'], message: 'These are the same.' });
    const result = readForm(pair, { a: 'x', b: 'x' });
    expect(!result.ok && result.errors).toEqual([{ field: 'b', message: 'These are the same.' }]);
  });

  it('reads again what it kept: the same values, and the same answers', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string({ unit: 'binary' }),
          'born-day': fc.string(),
          ways: fc.array(fc.string(), { minLength: 2 }),
        }),
        (body) => {
          const first = readForm(schema, body);
          expect(readForm(schema, first.answers).answers).toEqual(first.answers);
        },
      ),
    );
  });
});
