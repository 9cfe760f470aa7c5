// Networks in logs can be put together within a day and not across days.
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { dailyNetworkHash, networkOf } from './network.ts';

const from = (ip: string) => ({ ip }) as FastifyRequest;

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
])('%s counts as %s', (ip, network) => {
  expect(networkOf(from(ip))).toBe(network);
});

test('the same network has one name a day, and another the next day', () => {
  let time = '2026-11-02T09:00:00Z';
  const hash = dailyNetworkHash(() => time);
  const monday = hash(from('192.0.2.7'));
  time = '2026-11-02T23:59:59Z';
  expect(hash(from('192.0.2.7'))).toBe(monday);
  expect(hash(from('192.0.2.8'))).not.toBe(monday);
  time = '2026-11-03T00:00:00Z';
  expect(hash(from('192.0.2.7'))).not.toBe(monday);
  expect(monday).toMatch(/^[\w-]{10}$/);
});
