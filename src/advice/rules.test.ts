// What of the conversation and of the wishes after it can be recorded.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { writeLetter } from '../correspondence/house-letter.tsx';
import { mediationInformation } from './letters/mediation-information.ts';
import {
  latestChase,
  refusalOfInformation,
  refusalOfWishes,
  warningsOfInformation,
  type WishesAsked,
} from './rules.ts';
import { coreCodes, currentScript, restCodes, writtenCode, type SaidCode } from './script.ts';

const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const day = (iso: string) => Temporal.PlainDate.from(iso);

const asked = { said: [...coreCodes], isAdviser: true, isIndependent: true, toRightHolder: true };
test.each([
  ['by an independent adviser counts', {}, null],
  ['by an administrator does not', { isAdviser: false }, 'not-an-adviser'],
  ['by an adviser whom a council employs does not', { isIndependent: false }, 'adviser-not-independent'],
  ['to a supporter does not', { toRightHolder: false }, 'not-a-right-holder'],
  ['without a word does not', { said: [] }, 'nothing-said'],
  ['cut short counts all the same', { said: ['dates'] as SaidCode[] }, null],
])('information %s', (_what, over, refused) => {
  expect(refusalOfInformation({ ...asked, ...over })).toBe(refused);
});

test.each([
  ['the whole core', [...coreCodes], []],
  ['the core but for one line', coreCodes.slice(1), ['core-unfinished']],
  ['in writing, and they had it', [writtenCode], []],
] satisfies [string, SaidCode[], string[]][])('said: %s', (_what, said, warnings) => {
  expect(warningsOfInformation(said)).toEqual(warnings);
});

test('the core is spoken in about ninety seconds', () => {
  const words = currentScript.core.map(({ say }) => say.split(/\s+/).length).reduce((sum, count) => sum + count, 0);
  const wordsAMinute = 150;
  expect((words / wordsAMinute) * 60).toBeGreaterThan(60);
  expect((words / wordsAMinute) * 60).toBeLessThan(90);
  expect(currentScript.core.map(({ code }) => code)).toEqual(coreCodes);
  expect(Object.keys(currentScript.rest)).toEqual(restCodes);
});

// The letter is dated Thursday 5 March 2026, so two months end on Tuesday 5 May; Monday 4 May is a bank holiday.
const notice = { datedOn: day('2026-03-05'), sentOn: day('2026-03-05') };
const thinking = (chaseOn: string | null): WishesAsked => ({
  mediation: 'thinking',
  chaseOn: chaseOn ? day(chaseOn) : null,
});
test.each([
  ['nothing at all', {}, '2026-03-31', 'nothing-said'],
  ['only a wish to appeal', { appeal: 'unsure' }, '2026-03-31', null],
  ['no to mediation', { mediation: 'no' }, '2026-03-31', null],
  ['thinking, with no day', thinking(null), '2026-03-31', 'chase-date-needed'],
  ['thinking until yesterday', thinking('2026-03-30'), '2026-03-31', 'chase-date-past'],
  ['thinking until later today', thinking('2026-03-31'), '2026-03-31', null],
  ['thinking until the working day before the two months end', thinking('2026-05-01'), '2026-03-31', null],
  ['thinking over the bank holiday before', thinking('2026-05-04'), '2026-03-31', 'chase-after-two-months'],
  ['thinking until the very last day', thinking('2026-05-05'), '2026-03-31', 'chase-after-two-months'],
  ['thinking until the last day, on the last day', thinking('2026-05-05'), '2026-05-05', null],
  ['thinking when the two months are over', thinking('2026-06-01'), '2026-05-06', null],
] satisfies [string, WishesAsked, string, string | null][])('wishes: %s', (_what, wishes, today, refused) => {
  expect(refusalOfWishes(wishes, { notice, today: day(today), law })).toBe(refused);
});

test('where no date is known, none bounds the day to ask again', () => {
  expect(latestChase({}, day('2026-03-31'), law)).toBeNull();
  expect(latestChase(notice, day('2026-03-31'), law)?.toString()).toBe('2026-05-01');
});

const service = {
  name: 'The service',
  line: 'Independent and free',
  telephone: '0151 496 0001',
  email: 'a@service.example.org',
};
const about = {
  script: currentScript,
  greeting: '<b>Hannah</b> O’Kafor',
  adviser: 'Leah Brennan',
  contactBy: day('2026-05-05'),
  contactOn: day('2026-03-31'),
  inTime: true,
  help: [],
};

test('the letter says the core, the rest and the date, and its subject says nothing', () => {
  const letter = writeLetter(mediationInformation(about, service), service);
  for (const code of restCodes) expect(letter.text).toContain(currentScript.rest[code]);
  expect(letter.text).toContain('Tell us if you want to mediate, by: Tuesday 5 May 2026');
  expect(letter.text).not.toMatch(/your child/i); // it goes to young people, carers and social workers too
  expect(letter.subject).toBe('Information from us, in writing');
  expect(letter.html).toContain('&lt;b>Hannah&lt;/b> O’Kafor');
  expect(letter.html).not.toContain('<b>');
});

test('the letter after a late contact never promises a month', () => {
  const letter = writeLetter(
    mediationInformation({ ...about, contactOn: day('2026-05-06'), inTime: false }, service),
    service,
  );
  expect(letter.text).toContain('The two months for that ended on Tuesday 5 May 2026');
  expect(letter.text).toContain('send your appeal now');
  expect(letter.text).not.toContain('one month');
});
