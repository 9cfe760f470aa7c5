// Ids: UUID version 7, in the order they were made.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { derivedId, isId, newId } from './ids.ts';

const nine = Temporal.Instant.from('2026-09-01T08:00:00.000Z');

test('an id is a UUID of version 7 and the standard variant', () => {
  for (let time = 0; time < 100; time += 1)
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('it carries the millisecond it was made, as the standard writes it', () => {
  // The example of RFC 9562, A.6.
  expect(newId(Temporal.Instant.from('2022-02-22T19:22:22.000Z')).slice(0, 15)).toBe('017f22e2-79b0-7');
});

test('later ids sort after earlier ones, those of one moment too, whatever was made in between', () => {
  const ids = [newId(nine), newId(nine), newId(nine.add({ milliseconds: 1 }))];
  expect(ids.toSorted()).toEqual(ids);
  const thousands = Array.from({ length: 5000 }, () => (newId(), newId(nine)));
  expect(thousands.toSorted()).toEqual(thousands);
  expect(new Set(thousands).size).toBe(5000);
});

test('an id made of another is the same for the same deed, and another for another', () => {
  const key = newId();
  const id = derivedId(key, 'issue', ['by post']);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId(key, 'issue', ['by post'])).toBe(id);
  expect(new Set([id, derivedId(key, 'issue'), derivedId(key, 'tell'), derivedId(newId(), 'issue')]).size).toBe(4);
});

test.each<[unknown, boolean]>([
  [newId(), true],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false],
  [`${newId()}\n`, false],
  ['017f22e279b07cc398c4dc0c0c07398f', false],
  ['', false],
  [null, false],
  [7, false],
])('%j is an id: %s', (value, answer) => {
  expect(isId(value)).toBe(answer);
});
