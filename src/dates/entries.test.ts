// The examples of the law as the dates questions give them, impossible inputs, and the same answers in any time zone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, seededLaw as law } from '../law/for-tests.ts';
import { answerEntries, answerEntry } from './entries.ts';
import { CHOICES, ENTRY_KINDS, INPUTS } from './shapes.ts';

interface Example {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly why: string;
}
const examplesFile = new URL('../law/examples.json', import.meta.url);
const examples = JSON.parse(readFileSync(examplesFile, 'utf8')) as readonly Example[];

test.each(examples.map((example) => [example.id, example.why, example] as const))('%s: %s', (_, __, example) => {
  const answer = answerEntry(example, law);
  if ('error' in answer) return expect.unreachable(answer.error);
  const { explanation, ...fields } = answer.result;
  expect(fields).toEqual(example.expected);
  expect(answer.id).toBe(example.id);
  expect(JSON.parse(JSON.stringify(explanation))).toBeTruthy();
});

describe('every example is explained', () => {
  test.each(examples.filter(({ kind }) => kind !== 'case_timeline').map((example) => [example.id, example] as const))(
    '%s',
    (_, example) => {
      const answer = answerEntry(example, law);
      expect(answer).toMatchObject({
        result: {
          explanation: {
            citation: expect.stringMatching(/.{10}/),
            evidence: expect.stringMatching(/^Grade/),
            ruleVersion: 'england-2014',
          },
        },
      });
      if ('result' in answer) expect(answer.result.explanation.steps).not.toHaveLength(0);
    },
  );

  test('a timeline explains each of its dates', () => {
    const answer = answerEntry(
      {
        id: 't',
        kind: 'case_timeline',
        inputs: { decisionSent: '2026-10-05', laInformed: '2026-10-19', declined: '2026-11-02' },
      },
      law,
    );
    expect('result' in answer && Object.keys(answer.result.explanation)).toEqual([
      'contactAdviserBy',
      'mediationArrangedBy',
      'certificateBy',
      'appealBy',
    ]);
  });
});

test.each([
  [{}, '2026-10-26'],
  [{ doneBy: null }, '2026-10-26'],
  [{ doneBy: 'icb' }, '2026-10-26'],
  [{ doneBy: 'school' }, null],
  [{ doneBy: 'school', agreedInWriting: '2026-11-30' }, '2026-11-30'],
])('what was agreed, with %o, has to be done by %s', (more, deadline) => {
  const inputs = { agreementDate: '2026-10-12', action: 'non_appealable_action', ...more };
  expect(answerEntry({ id: 1, kind: 'agreement_compliance_deadline', inputs }, law)).toMatchObject({
    result: { deadline },
  });
});

describe('impossible input', () => {
  const decision = { decisionSent: '2026-09-10' };
  test.each([
    [
      'a date that does not exist',
      'contact_adviser_deadline',
      { decisionSent: '2026-02-30' },
      'decisionSent is not a real date',
    ],
    [
      '29 February in a common year',
      'contact_adviser_deadline',
      { decisionSent: '2026-02-29' },
      'decisionSent is not a real date',
    ],
    ['an English date', 'contact_adviser_deadline', { decisionSent: '10/06/2026' }, 'decisionSent is not a real date'],
    ['a number', 'contact_adviser_deadline', { decisionSent: 20260610 }, 'decisionSent has to be a date'],
    ['nothing', 'contact_adviser_deadline', {}, 'decisionSent is needed.'],
    ['null', 'contact_adviser_deadline', { decisionSent: null }, 'decisionSent is needed.'],
    [
      'a year without bank holidays',
      'contact_adviser_deadline',
      { decisionSent: '2031-06-10' },
      'The bank holidays of 2031 are not loaded',
    ],
    ['inputs that are a list', 'contact_adviser_deadline', [], 'inputs has to be an object'],
    [
      'a trigger nobody knows',
      'certificate_issue_deadline',
      { trigger: 'tired', triggerDate: '2026-09-14' },
      'trigger has to be one of declined',
    ],
    ['two faults at once', 'certificate_issue_deadline', {}, 'trigger is needed. triggerDate is needed.'],
    ['nobody told the council', 'arrange_mediation_deadline', { healthScope: 'none' }, 'laInformed is needed'],
    [
      'the ICB told before the council',
      'arrange_mediation_deadline',
      { laInformed: '2026-09-10', icbNotified: '2026-09-09', healthScope: 'health_only' },
      'icbNotified is before',
    ],
    [
      'a certificate before its decision',
      'tribunal_appeal_deadline',
      { ...decision, certificateIssued: '2026-09-09' },
      'The certificate was issued before the decision',
    ],
    [
      'a certificate before an adviser was contacted',
      'tribunal_appeal_deadline',
      { ...decision, contactAt: '2026-10-02', certificateIssued: '2026-10-01' },
      'before an adviser was contacted',
    ],
    [
      'contact before the decision',
      'tribunal_appeal_deadline',
      { ...decision, contactAt: '2026-09-09' },
      'contactAt is before the decision',
    ],
    [
      'yes instead of true',
      'tribunal_appeal_deadline',
      { ...decision, sectionIOnly: 'yes' },
      'sectionIOnly has to be true or false',
    ],
    [
      'a moment with a zone',
      'tribunal_received_check',
      { deadline: '2026-11-10', receivedAtLocal: '2026-11-10T17:00Z' },
      'receivedAtLocal is not a real date and time',
    ],
    [
      'a 25 o’clock',
      'tribunal_received_check',
      { deadline: '2026-11-10', receivedAtLocal: '2026-11-10T25:00' },
      'receivedAtLocal is not a real date and time',
    ],
    [
      'a written date before the agreement',
      'agreement_compliance_deadline',
      { action: 'amend_plan', agreementDate: '2026-10-12', agreedInWriting: '2026-10-11' },
      'before the agreement',
    ],
    ['no agreement', 'agreement_compliance_deadline', { action: 'amend_plan' }, 'agreementDate is needed.'],
    [
      'no recommendation',
      'agreement_compliance_deadline',
      { action: 'respond_to_recommendation' },
      'recommendationSent is needed.',
    ],
    ['declined before the decision', 'case_timeline', { ...decision, declined: '2026-09-01' }, 'before the decision'],
    ['a kind nobody knows', 'full_moon', {}, 'There is no kind of date called full_moon.'],
    ['a kind that is inherited', 'toString', {}, 'There is no kind of date called toString.'],
  ])('%s', (_, kind, inputs, words) => {
    const answer = answerEntry({ id: 7, kind, inputs }, law);
    expect(answer).toEqual({ id: 7, error: expect.stringContaining(words) });
  });

  test('spoils no other entry', () => {
    const good = { id: 'b', kind: 'young_person_from', inputs: { dob: '2010-09-01' } };
    const answers = answerEntries([{ id: 'a', kind: 'contact_adviser_deadline', inputs: {} }, 5, null, good], law);
    expect(answers.map((answer) => ('error' in answer ? 'error' : answer.id))).toEqual([
      'error',
      'error',
      'error',
      'b',
    ]);
  });

  test('never repeats a birth date', () => {
    const answer = answerEntry({ id: 1, kind: 'young_person_from', inputs: { dob: '2010-13-01' } }, law);
    expect(JSON.stringify(answer)).not.toContain('2010');
  });
});

describe('whatever is sent', () => {
  /** A year more than is loaded on either side, so that refusals for want of holidays are met too. */
  const anyDay = fc.integer({ min: 0, max: 2921 }).map((days) => day('2022-01-01').add({ days }).toString());
  const anyValue = fc.oneof(
    { weight: 6, arbitrary: anyDay },
    anyDay.map((date) => `${date}T17:00`),
    fc.array(anyDay, { maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom(null, undefined, '', '2026-02-30', '9999-12-31', -1, {}, []),
    fc.constantFrom(...Object.values(CHOICES).flat()),
  );
  /** Mostly something the field takes, because an entry with one wrong field is refused before any rule sees it. */
  const valueFor = (field: { safeParse: (value: unknown) => { success: boolean } }) =>
    fc.oneof(
      { weight: 40, arbitrary: anyValue.filter((value) => field.safeParse(value).success) },
      { weight: 1, arbitrary: anyValue },
    );
  const anyEntry = fc.constantFrom(...ENTRY_KINDS).chain((kind) =>
    fc.record({
      id: fc.oneof(fc.string(), fc.integer()),
      kind: fc.constant(kind),
      inputs: fc.record(
        Object.fromEntries(Object.entries(INPUTS[kind].shape).map(([name, field]) => [name, valueFor(field)])),
      ),
    }),
  );
  const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

  test('an entry has a result with its reasons, or an error in words, and never breaks', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const answer = answerEntry(entry, law);
        expect(answer.id).toBe(entry.id);
        if ('error' in answer) {
          expect(answer.error).toMatch(/^[\w].{8,}[.]$/);
          return;
        }
        answered += 1;
        const { explanation, safeBy, deadline } = answer.result;
        expect(JSON.stringify(explanation)).toContain('ruleVersion');
        if (isDay(safeBy) && isDay(deadline)) expect(String(safeBy) <= String(deadline)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(300);
  });

  test('nothing at all like an entry never breaks either', () => {
    fc.assert(
      fc.property(fc.anything(), (entry) => {
        expect(answerEntry(entry, law)).toHaveProperty('error');
      }),
      { numRuns: 500 },
    );
  });
});

test('a field no rule reads is said, not refused', () => {
  const answer = answerEntry(
    { id: 1, kind: 'contact_adviser_deadline', inputs: { decisionSent: '2026-09-10', decisonDated: '2026-09-01' } },
    law,
  );
  expect(answer).toMatchObject({
    result: { deadline: '2026-11-10', explanation: { notes: ['Not used, because no rule reads it: decisonDated.'] } },
  });
});

test.each(['America/New_York', 'Pacific/Auckland'])('every example is the same in %s', (zone) => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { seededHolidays } from '${new URL('../law/bank-holidays.ts', import.meta.url).href}';
    import { RULE_BOOK } from '${new URL('../law/versions.ts', import.meta.url).href}';
    import { answerEntries } from '${new URL('./entries.ts', import.meta.url).href}';
    const examples = JSON.parse(readFileSync(new URL('${examplesFile.href}'), 'utf8'));
    console.log(JSON.stringify(answerEntries(examples, { holidays: seededHolidays(), rules: RULE_BOOK })));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual(JSON.parse(JSON.stringify(answerEntries(examples, law))));
});
