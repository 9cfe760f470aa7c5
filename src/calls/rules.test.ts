// What a call leads to, what it still needs for that, and what stands beside it: tables over one base call.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { coreCodes } from '../advice/script.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { datesAloud, panelFor } from './panel.ts';
import { answersIn, mix } from './questions.ts';
import { chaseOf, endOf, isAnswered, listen, nextStep, planOf, type Around } from './rules.ts';
import { summaryOf, titleOf } from './summaries.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const around: Around = {
  today: day('2026-11-23'),
  nextPost: day('2026-11-23'),
  contactOn: day('2026-11-23'),
  law,
  policy: 'manager-decides',
  isManager: false,
  isAdviser: true,
};
const council = '01890000-0000-7000-8000-000000000001';

const dated = (name: string, iso: string): Answers => {
  const { year, month, day: date } = day(iso);
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
};

/** Tamsin rings on Monday 23 November about the letter of 25 September: will not assess; everything is answered, and she wants no mediation. */
const base: Answers = {
  service: 'mediation',
  firstNames: 'Tamsin',
  lastName: 'Okoye',
  who: 'parent',
  childFirstNames: 'Jude',
  childLastName: 'Okoye',
  ...dated('born', '2018-03-14'),
  authority: council,
  phone: '07700 900163',
  email: 'tamsin@family.example',
  safe: ['message', 'email'],
  ...dated('dated', '2026-09-25'),
  decision: 'refuse-to-assess',
  seen: 'yes',
  said: coreCodes,
  appeal: 'yes',
  mediate: 'no',
  readBack: ['names', 'way'],
};
const heardOf = (over: Answers = {}, at: Around = around) => listen({ ...base, ...over }, at).heard;
const missing = (over: Answers, how: 'finish' | 'record' = 'finish', at = around) => {
  const planned = planOf(heardOf(over, at), at, how);
  return 'missing' in planned ? planned.missing.map(({ field }) => field) : [];
};

describe('where a call ends', () => {
  test.each<[string, Answers, Partial<Around>, string]>([
    ['no mediation, e-mail safe', {}, {}, 'certificate-issued'],
    ['e-mail known but not safe, post safe', { safe: 'post', address: '1 Road\nCH41 0ZZ' }, {}, 'certificate-prepared'],
    ['wants mediation', { mediate: 'yes' }, {}, 'authority-told'],
    ['thinking it over', { mediate: 'thinking' }, {}, 'chase'],
    ['nothing said yet about mediation', { mediate: '' }, {}, 'contact-recorded'],
    ['somebody rings for them', { who: 'for-somebody' }, {}, 'contact-recorded'],
    ['Section I only', { decision: 'placement' }, {}, 'no-certificate-needed'],
    ['plan contents, I alone', { decision: 'plan-contents', sections: 'I' }, {}, 'no-certificate-needed'],
    ['plan contents, F and I', { decision: 'plan-contents', sections: ['F', 'I'] }, {}, 'certificate-issued'],
    ['Section I only, a certificate asked for', { decision: 'placement', wanted: 'yes' }, {}, 'certificate-issued'],
    ['health only', { decision: 'plan-made', sections: 'G' }, {}, 'no-certificate-needed'],
    ['the last day', {}, { contactOn: day('2026-11-25') }, 'certificate-issued'],
    ['a day late', {}, { contactOn: day('2026-11-26') }, 'manager-decides'],
    ['a day late, a manager on the line', {}, { contactOn: day('2026-11-26'), isManager: true }, 'certificate-issued'],
    ['a day late, the service issues', {}, { contactOn: day('2026-11-26'), policy: 'issue' }, 'certificate-issued'],
    [
      'a day late, the service does not',
      {},
      { contactOn: day('2026-11-26'), policy: 'do-not-issue' },
      'late-not-issued',
    ],
  ])('%s', (_, over, differs, outcome) => {
    const at = { ...around, ...differs };
    expect(endOf(heardOf(over, at), at)).toBe(outcome);
  });
});

describe('what is missing at the end', () => {
  test.each<[string, Answers, readonly string[]]>([
    ['nothing', {}, []],
    ['the letter was not seen: it never holds a certificate back', { seen: '' }, []],
    [
      'the birth date, the wish to appeal, the read-back and half the script: none holds it back',
      {
        ...dated('born', '2018-03-14'),
        'born-day': '',
        'born-month': '',
        'born-year': '',
        appeal: '',
        readBack: '',
        said: 'confidential',
      },
      [],
    ],
    ['who is calling', { who: '' }, ['who']],
    ['a word about mediation', { mediate: '' }, ['mediate']],
    ['the information', { said: '' }, ['said']],
    ['the decision', { decision: '' }, ['decision']],
    ['the date on the letter', { 'dated-day': '', 'dated-month': '', 'dated-year': '' }, ['dated']],
    [
      'only the day it was sent is known',
      { 'dated-day': '', 'dated-month': '', 'dated-year': '', ...dated('sent', '2026-09-25') },
      [],
    ],
    ['the council', { authority: '' }, ['authority']],
    ['a way for the certificate to go', { safe: 'message' }, ['email']],
    ['names', { lastName: '', childLastName: '' }, ['lastName', 'childLastName']],
    ['a young person is named once', { who: 'young-person', childLastName: '', childFirstNames: '' }, []],
    ['a basis', { who: 'alternative-person' }, ['basis']],
    ['words and permission for the council', { mediate: 'yes' }, ['issues', 'agreed']],
    ['the health care wanted', { mediate: 'yes', issues: 'x', agreed: 'yes', health: 'yes' }, ['provision']],
    ['for whom somebody rings', { who: 'for-somebody' }, ['helper', 'holderIs']],
  ])('%s', (_, over, fields) => expect(missing(over)).toEqual(fields));

  it('lets a call be recorded with next to nothing', () => {
    const bare = { ...base, said: '', mediate: '', decision: '', authority: '', lastName: '', safe: '' };
    expect(missing(bare, 'record')).toEqual([]);
    expect(planOf(heardOf(bare), around, 'record')).toMatchObject({
      plan: { inform: false, outcome: 'contact-recorded' },
    });
    expect(missing({ firstNames: '', lastName: '', phone: '', email: '' }, 'record')).toEqual(['firstNames']);
  });

  it('records no information from somebody who is no adviser, but the contact', () => {
    expect(planOf(heardOf(), { ...around, isAdviser: false }, 'record')).toMatchObject({ plan: { inform: false } });
  });

  it('takes no wish from somebody who rings for another', () => {
    const plan = planOf(heardOf({ who: 'for-somebody', helper: 'school', holderIs: 'parent' }), around, 'finish');
    expect(plan).toEqual({ plan: { inform: false, wishes: null, outcome: 'contact-recorded' } });
  });
});

describe('the steps', () => {
  it('asks one after the other, and passes what is not asked on this road', () => {
    const order = [
      [{ service: '' }, 1],
      [{ authority: '' }, 2],
      [{ phone: '', email: '' }, 3],
      [{ decision: '' }, 4],
      [{ decision: 'plan-contents' }, 4],
      [{ said: coreCodes.slice(1) }, 5],
      [{ appeal: '' }, 6],
      [{ mediate: '' }, 7],
      [{ mediate: 'yes' }, 8],
      [{ readBack: 'names' }, 9],
      [{}, null],
    ] as const;
    expect(order.map(([over]) => nextStep(heardOf(over), new Set()))).toEqual(order.map(([, step]) => step));
  });

  it('stays on a step in which something is wrong', () => {
    expect(nextStep(heardOf(), new Set([3]))).toBe(3);
  });

  it('asks nobody but the right-holder for information and wishes', () => {
    const heard = heardOf({ who: 'for-somebody', said: '', appeal: '', mediate: '' });
    expect([5, 6, 7, 8].map((step) => isAnswered(step as 5, heard))).toEqual([true, true, true, true]);
  });

  it('ends at the first for SENDIASS', () => {
    expect(nextStep(heardOf({ service: 'sendiass' }), new Set())).toBeNull();
  });
});

describe('a letter from which nothing can be counted', () => {
  test.each([
    ['after the call', '2026-11-24', 'A newer letter is a new decision'],
    ['in a year without bank holidays', '2006-09-25', 'Check the year'],
  ])('%s is an error at its field, and the panel stands without it', (_, iso, words) => {
    const { heard, errors } = listen({ ...base, ...dated('dated', iso) }, around);
    expect(errors).toMatchObject([{ field: 'dated', message: expect.stringContaining(words) as string }]);
    expect(panelFor(heard, around).dates).toEqual([]);
  });
});

describe('the day to ring again', () => {
  test.each([
    ['five working days on', '2026-11-02', '2026-11-23', '2026-11-30'],
    ['the next working day when the two months end soon', '2026-09-25', '2026-11-23', '2026-11-24'],
    ['the same day when they end tomorrow', '2026-09-24', '2026-11-23', '2026-11-23'],
    ['the next working day when they are over', '2026-08-25', '2026-11-23', '2026-11-24'],
  ])('%s', (_, letter, today, on) => {
    expect(chaseOf(heardOf(dated('dated', letter)), { today: day(today), law }).toString()).toBe(on);
  });
  it('is the one they agreed to', () => {
    expect(chaseOf(heardOf(dated('chase', '2026-11-25')), around).toString()).toBe('2026-11-25');
  });
});

describe('the panel', () => {
  it('shows the road, both dates with their sums, and what each answer does', () => {
    const panel = panelFor(heardOf({ seen: '' }), around);
    expect(panel.road?.title).toBe('Mediation, certificate needed to appeal');
    expect(panel.dates.map(({ day: on, tag, inTime }) => [on, tag, inTime])).toEqual([
      ['Wed 25 Nov 2026', '2 days left', true],
      ['Wed 25 Nov 2026, 5pm', undefined, undefined],
    ]);
    expect(panel.watch.map(({ strong }) => strong)).toEqual(['Letter not seen.']);
    expect(panel.forks?.yes).toContainEqual({ before: 'Day 30:', day: 'Wed 23 Dec 2026' });
    expect(panel.forks?.no).toEqual([
      { before: 'Dated', day: 'Mon 23 Nov 2026' },
      { before: 'Limit: Thu 26 Nov 2026' },
      { before: 'Appeal by', day: 'Wed 23 Dec 2026', after: ', 5pm. Send by Wed 16 Dec 2026' },
    ]);
  });

  it('counts a certificate by post from the day of the next post', () => {
    const byPost = { email: '', safe: 'post', address: '1 Road\nCH41 0ZZ' };
    const lines = (nextPost: string) => {
      const at = { ...around, nextPost: day(nextPost) };
      return panelFor(heardOf(byPost, at), at).forks?.no.map((line) => `${line.before} ${line.day ?? ''}`);
    };
    expect(lines('2026-11-23')).toContain('If posted today: appeal by Wed 23 Dec 2026');
    expect(lines('2026-11-24')).toContain('If posted Tue 24 Nov 2026: appeal by Thu 24 Dec 2026');
  });

  it('says nothing before anything is known', () => {
    const { heard } = listen({}, around);
    expect(panelFor(heard, around)).toEqual({ road: null, dates: [], watch: [], forks: null });
  });

  it('gives no month as of right after a late contact, and turns nobody away', () => {
    const late = { ...around, contactOn: day('2026-11-26'), today: day('2026-11-26') };
    const panel = panelFor(heardOf({}, late), late);
    expect(panel.dates[0]).toMatchObject({ inTime: false, tag: '1 day late' });
    expect(panel.watch[0]).toMatchObject({ strong: 'Contact is late:' });
    expect(panel.forks?.no.map(({ before }) => before)).toEqual([
      'A manager decides about the certificate',
      'Limit: Tue 1 Dec 2026',
      'Late: no extra month as of right. Appeal now, and ask permission',
    ]);
    expect(panel.forks?.yes.at(-1)?.before).toContain('no extra month as of right');
    expect(panel.dates[1]?.what).toBe('The time to appeal ended');
    expect(datesAloud(heardOf({}, late), late)).toContain('Appeal now');
    const never = { ...late, policy: 'do-not-issue' } as const;
    expect(panelFor(heardOf({}, never), never).forks?.no[0]?.before).toBe('No certificate.');
  });

  it('in time, the two months over: the date is set when the certificate is issued', () => {
    const later = { ...around, today: day('2026-11-27') };
    expect(panelFor(heardOf({}, later), later).dates[1]?.day).toBe('Set when the certificate is issued');
    expect(datesAloud(heardOf({}, later), later)).toBe('set when the certificate is issued');
  });

  it('says when the right passes to the young person', () => {
    const summer = { ...around, contactOn: day('2026-06-22'), today: day('2026-06-22') };
    const heard = heardOf({ ...dated('born', '2010-01-10'), ...dated('dated', '2026-05-20') }, summer);
    expect(panelFor(heard, summer).watch.map(({ strong }) => strong)).toContain(
      'The right passes to the young person on Sat 27 Jun 2026,',
    );
  });
});

it('says each step in one line', () => {
  const known = { ...around, councilName: 'Northshore Council' };
  const heard = heardOf();
  expect([1, 2, 3, 4, 5, 7, 8].map((step) => summaryOf(step as 1, heard, known))).toEqual([
    'Mediation or certificate',
    'Tamsin Okoye, parent of Jude Okoye, born 14 March 2018. Northshore Council',
    '07700 900163, tamsin@family.example, voicemail and e-mail are safe',
    'Will not assess, dated Fri 25 Sep 2026. Seen',
    '8 of 8 said',
    'No, certificate',
    'Not needed: only if they mediate',
  ]);
  expect(titleOf(heard)).toBe('Tamsin Okoye, for Jude');
  expect(summaryOf(3, { ...heard, language: 'Arabic', dialect: 'Sudanese', formats: ['large-print'] }, known)).toBe(
    '07700 900163, tamsin@family.example, voicemail and e-mail are safe. Interpreter: Arabic, Sudanese. 16 point print',
  );
  expect(summaryOf(2, { ...heard, who: 'other-parental-responsibility' }, known)).toContain(
    'Tamsin Okoye, with parental responsibility for Jude Okoye, born',
  );
  expect(summaryOf(2, { ...heard, who: 'corporate-parent', childFirstNames: '', childLastName: '' }, known)).toContain(
    'Tamsin Okoye, social worker of a looked-after child, born',
  );
  expect(summaryOf(2, { ...heard, who: 'for-somebody', holderFirstNames: 'Ann' }, known)).toContain(
    'for Ann, about Jude',
  );
});

it('keeps only what the page asks, and settles the first steps apart from the rest', () => {
  const sent = { ...base, _csrf: 'x', how: 'finish', service: 'mediation' };
  expect(answersIn(sent)).not.toHaveProperty('_csrf');
  const mixed = mix(
    (step) => step > 4,
    { firstNames: 'New', mediate: 'yes', 'chase-day': '1' },
    { firstNames: 'Old', mediate: 'no' },
  );
  expect(mixed).toEqual({ firstNames: 'Old', mediate: 'yes', 'chase-day': '1' });
});
