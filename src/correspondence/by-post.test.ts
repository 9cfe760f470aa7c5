// A letter of the house on paper: the same words, and nothing that only an e-mail can do.
import { expect, test } from 'vitest';
import { fromText, onPaper } from './by-post.ts';
import { orReply, writeLetter, type HouseLetter } from './house-letter.tsx';

const service = {
  name: 'Harbour Mediation Service',
  line: 'Independent, free and confidential',
  telephone: '01632 960 990',
  email: 'mediation@harbour.example',
};
const letter: HouseLetter = {
  subject: 'Information from us, in writing',
  preview: 'To read when it suits you.',
  heading: 'About mediation, in writing',
  blocks: [
    { kind: 'words', words: 'Dear Agnieszka' },
    { kind: 'heading', words: 'What next?' },
    { kind: 'list', items: ['It is free.', `Ring us ${orReply}.`] },
    { kind: 'date', what: 'Tell us by', day: 'Friday 4 December 2026' },
    { kind: 'link', words: 'Read more', url: 'https://service.example.org/mediation' },
    { kind: 'words', words: `Ring us on 01632 960 990 ${orReply}.` },
  ],
  signedBy: ['Dana Whitfield', 'Mediation adviser'],
};

test('nothing on paper speaks of an e-mail, and a link is an address to type', () => {
  const { text } = writeLetter(onPaper(letter, true), service, 'post');
  expect(text).toContain('or write to us at the address at the end of this letter.');
  expect(text).toContain('Read more: https://service.example.org/mediation');
  expect(text).toContain('Please ring us on 01632 960 990 and send it back unread.');
  expect(text).not.toMatch(/e-mail|reply/);
});

test('a service without a postal address asks nobody to write to it', () => {
  const { text } = writeLetter(onPaper(letter, false), service, 'post');
  expect(text).toContain('Ring us on 01632 960 990.');
  expect(text).not.toMatch(/e-mail|reply|write to us/);
});

test('the text of an e-mail is read back as the letter it was', () => {
  expect(fromText(letter.subject, writeLetter(letter, service).text)).toEqual({
    subject: letter.subject,
    preview: '',
    heading: 'About mediation, in writing',
    blocks: [
      { kind: 'words', words: 'Dear Agnieszka' },
      { kind: 'heading', words: 'What next?' },
      { kind: 'list', items: ['It is free.', `Ring us ${orReply}.`] },
      { kind: 'words', words: 'Tell us by: Friday 4 December 2026' },
      { kind: 'words', words: 'Read more: https://service.example.org/mediation' },
      { kind: 'words', words: `Ring us on 01632 960 990 ${orReply}.` },
    ],
    signedBy: ['Dana Whitfield', 'Mediation adviser'],
  });
});

test('a letter that nobody signed is read back unsigned, and one without an end does not break', () => {
  const { signedBy: _, ...unsigned } = letter;
  expect(fromText('A letter', writeLetter(unsigned, service).text).signedBy).toEqual([]);
  expect(fromText('A letter', 'Only a line')).toMatchObject({ heading: 'Only a line', blocks: [] });
});
