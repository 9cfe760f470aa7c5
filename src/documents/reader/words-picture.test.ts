// Words of one line are joined again, however a PDF gives them; what stands apart stays apart.
import { expect, test } from 'vitest';
import { joined } from './words-picture.ts';

const run = (text: string, x: number, width: number, y = 100) => ({ text, x, y, width, size: 10 });

test.each([
  ['word by word', [run('10', 0, 10), run('June', 13, 20)], ['10 June']],
  ['in the middle of a word', [run('asse', 0, 20), run('ssment', 20, 30)], ['assessment']],
  ['in two columns', [run('Our ref', 0, 35), run('10 June', 300, 35)], ['Our ref', '10 June']],
  ['on two lines', [run('Dear', 0, 20), run('Parent', 22, 30, 120)], ['Dear', 'Parent']],
])('%s', (_, runs, lines) => {
  expect(joined(runs).map(({ text }) => text)).toEqual(lines);
});
