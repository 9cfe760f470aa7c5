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

  test('a mark that Windows editors put before the list is passed over', async () => {
    const { code, out } = await run('--file x.json', { 'x.json': `\uFEFF${JSON.stringify(entries)}` });
    expect([code, JSON.parse(out).length]).toEqual([0, 2]);
  });

  test('a long list goes out piece by piece, in order and as one list', async () => {
    const many = Array.from({ length: 1001 }, (_, id) => ({ ...entries[0], id }));
    const pieces: string[] = [];
    const io = {
      out: (text: string) => void pieces.push(text),
      err: () => {},
      readFile: async () => JSON.stringify(many),
    };
    expect(await datesCommand(['--file', 'x.json'], io)).toBe(0);
    expect(pieces.length).toBeGreaterThan(5); // one string of everything has a limit: half a gigabyte
    expect(JSON.parse(pieces.join('')).map(({ id }: { id: number }) => id)).toEqual(many.map(({ id }) => id));
  });

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
    [
      'young-person --born 2008-02-29',
      [
        'The young person holds the right from: Saturday 29 June 2024',
        'the 25th birthday, which is Tuesday 1 March 2033',
      ],
    ],
    ['response --appeal-sent 2026-07-13', ['The last day: Tuesday 22 September 2026', 'No day in August counts.']],
    ['arrange --told 2026-09-07 --sent 2026-09-01', ['The last day: Wednesday 7 October 2026']],
    [
      'appeal --sent 2026-09-10 --contact 2026-11-11 --certificate 2026-11-16',
      ['Send the appeal now, and ask the Tribunal for permission', 'Received by 5pm on: Tuesday 10 November 2026'],
    ],
    [
      'appeal --sent 2026-09-10 --contact 2026-10-01 --certificate-pending --as-of 2026-11-20',
      ['There is no date.', 'Your date is set when the certificate is issued'],
    ],
    [
      'appeal --sent 2022-11-05',
      ['Received by 5pm on: Thursday 5 January 2023', 'left out: the bank holidays of 2022 are not loaded'],
    ],
    ['appeal --sent 2027-05-31', ['Safer, Friday 30 July 2027:', 'Another reading, Wednesday 1 September 2027:']],
  ])('%s', async (line, said) => {
    const { code, out, err } = await run(line);
    expect([code, err]).toEqual([0, '']);
    for (const words of said) expect(out).toContain(words);
    expect(out).toContain('Why:\n  1. ');
    expect(out).toContain('\nRule: ');
  });

  test.each([
    ['holder --born 2010-08-31 --on 2026-06-27', 'The young person holds the right on that day.'],
    ['road --about decision --decision refuse-to-assess', 'You need a mediation certificate before you can appeal.'],
    ['road --about decision --section G --section H1', 'It cannot be appealed on its own.'],
    ['in-time --sent 2026-09-10 --contact 2026-11-11', 'Late.'],
    ['gates --informed 2026-09-14 --not-wished 2026-09-16', 'The certificate cannot be issued yet.'],
    ['gates --informed 2026-09-14 --not-wished 2026-09-16 --independent', 'The last day: Monday 21 September 2026'],
    ['attend --who child --agreed parent --agreed mediator', 'They may come.'],
    ['attend --who school', 'They may not come yet.'],
    ['council', 'The council is not there. The family chooses what happens.'],
    ['recommend --decision placement --education-settled', 'The Tribunal cannot:'],
  ])('%s begins with the answer', async (line, first) => {
    const { code, out, err } = await run(line);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toContain(first);
    expect(out).toContain('\nRule: ');
  });

  test('what follows a silent day 30 has both days, each with its reasons', async () => {
    const { out } = await run('after-day-30 --day 2026-10-14');
    expect(out).toContain('Ring the family, and ask the council, on: Thursday 15 October 2026');
    expect(out).toContain('The certificate is due by: Monday 19 October 2026');
    expect(out.match(/^Why “/gm)).toHaveLength(2);
  });

  test('after a late contact there is no day to send it by: that is now', async () => {
    expect((await run('appeal --sent 2026-09-10 --contact 2026-11-11')).out).not.toContain('Send it by');
  });

  test('a timeline gives every date, each with its own steps and rule', async () => {
    const { code, out } = await run(
      'timeline --sent 2026-10-05 --told 2026-10-19 --mediation-ended 2026-11-16 --certificate 2026-11-19',
    );
    expect(code).toBe(0);
    expect(out.split('\n\n')[0]?.split('\n')).toEqual([
      'Contact an adviser by: Saturday 5 December 2026',
      'Contact an adviser, to be safe, by: Friday 4 December 2026',
      'The meeting has to be arranged by: Wednesday 18 November 2026',
      'The certificate is due by: Thursday 19 November 2026',
      'Send it by: Monday 14 December 2026',
      'Received by 5pm on: Monday 21 December 2026',
    ]);
    expect(out.match(/^Why “/gm)).toHaveLength(4);
    expect(out.match(/^Rule: /gm)).toHaveLength(4);
  });

  test('a timeline of Section I alone says that no contact is needed', async () => {
    expect((await run('timeline --sent 2026-10-05 --section-i-only')).out).toContain('the law asks for no contact');
  });

  test.each([
    ['contact --sent 2026-02-30', 1, '--sent is not a real date'],
    ['contact', 1, '--sent is needed.'],
    ['young-person --born 0210-08-31', 1, '--born is not a birth date there can be.'],
    ['young-person --born 2210-08-31', 1, '--born is not a birth date there can be.'],
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
    'holder',
    'road',
    'in-time',
    'gates',
    'response',
    'after-day-30',
    'attend',
    'council',
    'recommend',
    'timeline',
  ]) {
    expect(out).toContain(name);
    if (!name.startsWith('--')) expect((await run(`${name} --help`)).out).not.toMatch(/--[\w-]+ *$/m); // each option has its meaning
  }
  expect((await run('agreement --help')).out).toMatch(/--action .*amend_named_school_only/);
  const silent = await run('');
  expect([silent.code, silent.out, silent.err]).toEqual([2, '', out]);
});
