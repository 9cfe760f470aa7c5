// Limits how often one network may ask, for the routes that name a limit.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestProblem } from './problems.ts';

/** A limit per network (IPv4 address or IPv6 /64). Routes that share the object share the count. */
export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

/** Makes the check of a server: it throws `too-many` once a network has passed the limit within the window. Counts live in memory. */
export function limiterOf(server: FastifyInstance): (limit: RateLimit, request: FastifyRequest) => Promise<void> {
  const counters = new Map<RateLimit, ReturnType<FastifyInstance['createRateLimit']>>();
  return async (limit, request) => {
    let count = counters.get(limit);
    if (count === undefined) {
      count = server.createRateLimit({ max: limit.max, timeWindow: limit.windowSeconds * 1000 });
      counters.set(limit, count);
    }
    const result = await count(request);
    if (!result.isAllowed && result.isExceeded) throw new RequestProblem('too-many', result.ttlInSeconds);
  };
}
