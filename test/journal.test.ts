// Keeps docs/journal.md as the sources have it: each command with the facts it may write. `npx vitest run test/journal -u` writes it anew.
import path from 'node:path';
import { expect, test } from 'vitest';
import { sentences } from '../src/journal.ts';
import { factsOfCommands } from './support/journal-of.ts';

const codes = Object.keys(sentences) as (keyof typeof sentences)[];
const commands = factsOfCommands(path.resolve(import.meta.dirname, '../src'), new Set(codes));
const writersOf = (code: string) =>
  [...commands].flatMap(([command, facts]) => (facts.includes(code) ? [command] : []));

test('every fact is written by some command', () => {
  // The door itself writes this one, whenever an act moves a date.
  expect(codes.filter((code) => writersOf(code).length === 0 && code !== 'clock-moved')).toEqual([]);
});

test('what is known of a few commands is what the sources say', () => {
  expect(commands.get('issue-certificate')).toEqual(['certificate-issued', 'letter-queued']);
  expect(commands.get('changeDecision')).toEqual([
    'decision-changed',
    'decision-recorded',
    'letter-queued',
    'road-taken',
  ]);
  expect(commands.get('takeCase')).toEqual(['owner-changed']);
  expect(commands.get('send-sign-in-link')).toEqual([]);
});

test('docs/journal.md is current', async () => {
  const rows = [...commands].map(([command, facts]) => `| ${command} | ${facts.join(', ') || 'none of its own'} |`);
  const facts = codes.toSorted().map((code) => `| ${code} | ${sentences[code].family ? 'yes' : 'no'} |`);
  const page = [
    '# The journal',
    '',
    'Made from the sources by `test/journal.test.ts`; do not edit. A command leaves an act; its facts say what the act made true. Each command may write the facts beside it, and may leave some of them out; besides, the door adds `clock-moved` for each date that the act moves.',
    '',
    '| command | facts it may write |',
    '|---|---|',
    ...rows,
    '',
    'The desk has a sentence for every fact. A family has one for these, and reads it only where it is named as a reader:',
    '',
    '| fact | has a sentence for families |',
    '|---|---|',
    ...facts,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../docs/journal.md');
});
