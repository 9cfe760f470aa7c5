// The dates command: a file, one line, help, and what it says to what it does not understand.
import { describe, expect, test } from 'vitest';
import { datesCommand } from './command.ts';

async function run(line: string, files: Readonly<Record<string, string>> = {}) {
  let [out, err] = ['', ''];
  const code = await datesCommand(line.split(' ').filter(Boolean), {
    out: (text) => (out += text),
    err: (text) => (err += text),
    readFile: async (path) => files[path] ?? Promise.reject(new Error('ENOENT')),
  });
  return { code, out, err };
}

describe('a file', () => {
  const entries = [
    { id: 'a', kind: 'contact_adviser_deadline', inputs: { decisionSent: '2026-09-14' } },
    { id: 'b', kind: 'contact_adviser_deadline', inputs: { decisionSent: '2026-02-30' } },
  ];
  test.each(['--file x.json', '--file=x.json'])(
    '%s prints one answer for each entry, faults beside results',
    async (line) => {
      const { code, out, err } = await run(line, { 'x.json': JSON.stringify(entries) });
      expect([code, err]).toEqual([0, '']);
      expect(JSON.parse(out)).toEqual([
        { id: 'a', result: expect.objectContaining({ deadline: '2026-11-14', safeBy: '2026-11-13' }) },
        { id: 'b', error: expect.stringContaining('not a real date') },
      ]);
    },
  );

  test('an empty list is an empty list', async () => {
    expect(JSON.parse((await run('--file x.json', { 'x.json': '[]' })).out)).toEqual([]);
  });

  test.each([
    ['--file', {}, 'Give one file'],
    ['--file x.json more', { 'x.json': '[]' }, 'Give one file'],
    ['--file x.json', {}, 'cannot be read'],
    ['--file x.json', { 'x.json': '[' }, 'is not JSON'],
    ['--file x.json', { 'x.json': '{}' }, 'has to hold a list'],
  ])('%s with %o is not understood', async (line, files, words) => {
    const { code, out, err } = await run(line, files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});

describe('one line', () => {
  test.each([
    [
      'appeal --sent 2026-06-10 --certificate 2026-07-20',
      ['Send it by: Monday 24 August 2026', 'Received by 5pm on: Tuesday 1 September 2026', 'Why send it sooner:'],
    ],
    [
      'appeal --sent 2026-09-01 --certificate 2026-10-20 --certificate 2026-11-10',
      ['Received by 5pm on: Friday 20 November 2026', 'Another reading would give: Thursday 10 December 2026'],
    ],
    [
      'appeal --sent 2026-09-10 --section-i-only',
      ['Received by 5pm on: Tuesday 10 November 2026', 'no certificate is needed'],
    ],
    ['contact --sent 2026-09-14', ['The last day: Saturday 14 November 2026', 'Safe by: Friday 13 November 2026']],
    ['certificate --trigger declined --on 2026-12-23', ['The last day: Wednesday 30 December 2026']],
    [
      'arrange --told 2026-09-07 --icb-told 2026-09-10 --health health_only',
      ['The last day: Saturday 10 October 2026'],
    ],
    ['icb --told 2026-05-01', ['The last day: Thursday 7 May 2026']],
    [
      'notice --meeting 2026-09-14',
      ['The last day to tell the family: Monday 7 September 2026', 'Safe by: Friday 4 September 2026'],
    ],
    ['notice --meeting 2026-09-14 --shorter-agreed', ['There is no date.', 'You agreed to shorter notice']],
    ['received --deadline 2026-11-10 --at 2026-11-10T17:01', ['Late.']],
    [
      'agreement --agreed 2026-10-12 --action amend_plan --written 2026-11-30',
      ['The last day: Monday 30 November 2026'],
    ],
    [
      'agreement --recommendation 2026-10-12 --action respond_to_recommendation',
      ['The last day: Monday 16 November 2026'],
    ],
    ['young-person --born 2010-08-31', ['The young person holds the right from: Saturday 27 June 2026']],
  ])('%s', async (line, said) => {
    const { code, out, err } = await run(line);
    expect([code, err]).toEqual([0, '']);
    for (const words of said) expect(out).toContain(words);
    expect(out).toContain('Why:\n  1. ');
    expect(out).toContain('\nRule: ');
  });

  test.each([
    ['contact --sent 2026-02-30', 1, '--sent is not a real date'],
    ['contact', 1, '--sent is needed.'],
    ['contact --sent 2031-06-10', 1, 'The bank holidays of 2031 are not loaded'],
    ['contact --foo 1', 2, "Unknown option '--foo'"],
    ['contact 2026-06-10', 2, 'Unexpected argument'],
    ['moon', 2, 'There is no question called moon.'],
    ['toString', 2, 'There is no question called toString.'],
  ])('%s: exit %i', async (line, code, words) => {
    const answer = await run(line);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(words);
  });
});

test('help names every question, and each question its options', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const name of [
    '--file',
    'contact',
    'certificate',
    'arrange',
    'icb',
    'notice',
    'appeal',
    'received',
    'agreement',
    'young-person',
  ])
    expect(out).toContain(name);
  expect((await run('appeal --help')).out).toContain('--section-i-only');
  expect((await run('')).code).toBe(2);
});
