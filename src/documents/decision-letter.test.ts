// What is read from a letter's words, as a table: many ways to write a day, many days in one letter, and when nothing is suggested.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDecisionLetter } from './decision-letter.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const read = (text: string) => readDecisionLetter(text, today);
const letter = (head: string, body = 'We have decided not to secure an EHC needs assessment.') =>
  `Northshore Council\nCivic Centre\n\n${head}\n\nDear Parent\n\n${body}\n\nYours sincerely`;

describe('the date printed on the letter', () => {
  test.each([
    ['10 June 2026'],
    ['10th June 2026'],
    ['Wednesday, 10 June 2026'],
    ['Date: 10 June 2026'],
    ['Date: 10/06/2026'],
    ['10.06.2026'],
    ['10-06-26'],
    ['10 / 06 / 2026'],
    ['2026-06-10'],
    ['June 10, 2026'],
    ['10 Jun 2026'],
    ['10 JUNE 2026'],
    ['10June 2026'],
    ['1O June 2O26'],
    ['l0 June 2026'],
    ['this 10th day of June 2026'],
    ['Our ref: SEN/10482    Date: 10 June 2026'],
    ['Our ref: SEN/12/34\nYour ref: 05\n10 June 2026'],
  ])('%s', (head) => {
    expect(read(letter(head)).dated?.toString()).toBe('2026-06-10');
  });

  test.each([
    ['a birth date above the letter', 'Date of birth: 14/09/2018\n10 June 2026', undefined],
    ['a birth date beside the name', 'Tobi Okafor, born 14 September 2018\n10 June 2026', undefined],
    ['d.o.b.', 'Re: Tobi Okafor d.o.b. 14.9.18\n10 June 2026', undefined],
    [
      'the day of the request',
      '10 June 2026',
      'Thank you for your request of 4 May 2026. We have decided not to assess.',
    ],
    ['the day of a panel', '10 June 2026', 'The panel met on 3 June 2026 and read your letter dated 4 May 2026.'],
    ['a day to come', '10 June 2026', 'Please reply by 10 August 2027.'],
    ['a limit', '10 June 2026', 'You must contact a mediation adviser by 10 August 2026.'],
  ])('with %s besides', (_, head, body) => {
    expect(read(letter(head, body)).dated?.toString()).toBe('2026-06-10');
  });

  test.each([
    ['two days in the head', '10 June 2026\n12 June 2026', undefined],
    ['no day at all', 'Our ref: 10482', undefined],
    ['only a birth date', 'Date of birth: 14/09/2018', undefined],
    ['only a day in the body', '', 'You asked us on 4 May 2026.'],
    ['a day that does not exist', '31 June 2026', undefined],
    ['a day to come', '10 June 2027', undefined],
    ['an American date', '06/25/2026', undefined],
  ])('nothing is suggested for %s', (_, head, body) => {
    expect(read(letter(head, body)).dated).toBeNull();
  });
});

describe('who sent it', () => {
  test.each([
    ['Wirral Council', 'Wirral Council\n10 June 2026\nDear Parent'],
    [
      'Northshore Metropolitan Borough Council',
      'Northshore Metropolitan Borough Council\nDear Parent\nNorthshore Council decided',
    ],
    ['London Borough of Barking and Dagenham', 'London Borough of Barking and Dagenham\nDear Parent'],
    ['Cheshire West and Chester Council', 'Cheshire West and Chester Council\nDear Parent'],
    [null, 'Wirral Council\nLiverpool City Council\nDear Parent'],
    [null, 'Dear Parent, we decided.'],
  ])('%s', (council, text) => {
    expect(read(text).council).toBe(council);
  });
});

describe('what was decided', () => {
  test.each([
    ['refuse-to-assess', 'We have decided not to secure an EHC needs assessment for Tobi.'],
    [
      'refuse-to-assess',
      'I am writing to inform you that the Local Authority has decided not to carry out an Education, Health and Care needs assessment.',
    ],
    ['refuse-to-assess', 'The panel has agreed not to proceed with a statutory\nneeds assess-\nment.'],
    ['refuse-to-issue', 'Following the assessment we have decided not to issue an EHC plan.'],
    [
      'refuse-to-issue',
      'The panel has concluded that it is not necessary to issue an Education, Health and Care Plan.',
    ],
    ['plan-contents', 'Please find enclosed the final EHC plan for Tobi.'],
    ['plan-contents', 'The final amended EHC plan is attached.'],
    ['refuse-to-amend', 'After the annual review we have decided not to amend the EHC plan.'],
    ['refuse-to-reassess', 'We have decided not to carry out a re-assessment of his needs.'],
    ['cease-to-maintain', 'We have decided to cease to maintain the EHC plan.'],
    [null, 'You can appeal against a decision not to assess, not to issue a plan or not to amend a plan.'],
    [null, 'We have decided not to amend the EHC plan. We have decided to cease to maintain the EHC plan.'],
    [null, 'Thank you for your telephone call.'],
  ])('%s: %s', (decision, body) => {
    expect(read(letter('10 June 2026', body)).decision).toBe(decision);
  });
});

test('a long or hostile text is read in no time', () => {
  const text = `${'10 June 2026 Council Council Council of of of '.repeat(20_000)}`;
  const started = performance.now();
  read(text);
  expect(performance.now() - started).toBeLessThan(3_000);
});
