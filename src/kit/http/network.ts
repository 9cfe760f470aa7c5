// Where a request comes from, as coarse as limiting needs: an IPv4 address, or an IPv6 /64 (one household or office).
import { createHmac, randomBytes } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** Names the network of a request. Personal data: for limits in memory, never for logs or rows. */
export function networkOf(request: FastifyRequest): string {
  return normalizeIP(request.ip, 64);
}

/**
 * Makes the hash under which logs may name a network: the salt lives in memory and is thrown away each day, so that
 * today's lines can be put together and yesterday's cannot be traced. `time` gives an ISO instant.
 */
export function dailyNetworkHash(time: () => string): (request: FastifyRequest) => string {
  let day = '';
  let salt = randomBytes(32);
  return (request) => {
    const today = time().slice(0, 10);
    if (today !== day) [day, salt] = [today, randomBytes(32)];
    return createHmac('sha256', salt).update(networkOf(request)).digest('base64url').slice(0, 10);
  };
}
