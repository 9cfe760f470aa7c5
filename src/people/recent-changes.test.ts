// What counts as a change of the last day, and which number is from before it.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { recentChanges } from './recent-changes.ts';

const now = Temporal.Instant.from('2026-04-01T10:00:00Z');
const [march, yesterday, edge, early] = [
  '2026-03-01T09:00:00Z',
  '2026-03-31T10:00:01Z',
  '2026-03-31T10:00:00Z',
  '2026-04-01T08:00:00Z',
];
const point = (kind: 'telephone' | 'email' | 'post', value: string, from: string, until: string | null = null) => ({
  kind,
  value,
  from_at: from,
  until_at: until,
});
const mail = point('email', 'h@example.org', march);

test.each([
  ['nothing held', [], null],
  ['nothing changed', [mail, point('telephone', '111', march)], null],
  [
    'a number changed within the day',
    [mail, point('telephone', '111', march, yesterday), point('telephone', '222', yesterday)],
    '111',
  ],
  [
    'changed twice: the number from before both',
    [
      mail,
      point('telephone', '111', march, yesterday),
      point('telephone', '222', yesterday, early),
      point('telephone', '333', early),
    ],
    '111',
  ],
  [
    'changed a day ago to the second',
    [mail, point('telephone', '111', march, edge), point('telephone', '222', edge)],
    null,
  ],
  [
    'recorded with the person an hour ago',
    [point('telephone', '111', early), point('email', 'h@example.org', early)],
    null,
  ],
  [
    'only whether a message is safe',
    [mail, point('telephone', '111', march, early), point('telephone', '111', early)],
    null,
  ],
])('%s', (_, points, number) => {
  expect(recentChanges(points, now)?.numberBefore ?? null).toBe(number);
});

test('an address that was changed leaves the number that stays; a first number has none before it', () => {
  const moved = [
    point('telephone', '111', march),
    { ...mail, until_at: early },
    point('email', 'new@example.org', early),
  ];
  expect(recentChanges(moved, now)).toEqual({ kinds: ['email'], at: early, numberBefore: '111' });
  expect(recentChanges([mail, point('telephone', '222', early)], now)).toEqual({
    kinds: ['telephone'],
    at: early,
    numberBefore: null,
  });
});
