// Asks a scanner as clamd answers, over loopback: clean, harmful, and every way of not getting an answer.
import net from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { scan } from './scan.ts';

const open: net.Server[] = [];
afterAll(() => open.forEach((server) => server.close()));

/** A scanner that reads a whole stream and then says this; it keeps what it was sent. */
async function scanner(says: string): Promise<{ address: string; got: () => Buffer }> {
  let got = Buffer.alloc(0);
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk]);
      if (got.subarray(-4).equals(Buffer.alloc(4))) socket.end(says);
    });
  });
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `127.0.0.1:${(server.address() as net.AddressInfo).port}`, got: () => got };
}

test.each([
  ['stream: OK\0', 'clean'],
  ['stream: Win.Test.EICAR_HDB-1 FOUND\0', 'harmful'],
  ['INSTREAM size limit exceeded. ERROR\0', 'cannot-check'],
  ['stream: OK\0 but FOUND later', 'cannot-check'],
  ['', 'cannot-check'],
])('%j means %s', async (says, verdict) => {
  const { address } = await scanner(says);
  expect(await scan(address, Buffer.from('a letter'))).toBe(verdict);
});

test('every byte is sent, in pieces with their length before them', async () => {
  const { address, got } = await scanner('stream: OK\0');
  const bytes = Buffer.alloc(200_000, 7);
  await scan(address, bytes);
  const pieces = Math.ceil(bytes.length / (64 * 1024));
  expect(got().length).toBe('zINSTREAM\0'.length + bytes.length + 4 * pieces + 4);
});

test('no scanner, no answer: the file is not clean', async () => {
  expect(await scan('127.0.0.1:1', Buffer.from('a letter'))).toBe('cannot-check');
  expect(await scan('/nowhere/clamd.sock', Buffer.from('a letter'))).toBe('cannot-check');
});
