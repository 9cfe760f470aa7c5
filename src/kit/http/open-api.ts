// Routes for other programs: no cookies, no session, readable from any site, JSON in and out.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import type { Fields } from './fields.ts';
import { limiterOf, type RateLimit } from './limits.ts';
import { LONGEST_JSON_BYTES, OPEN_API, READABLE_ANYWHERE } from './server.ts';

export interface OpenVisit {
  readonly request: FastifyRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  /** The JSON that was sent, not yet believed: parse it. Undefined for GET. */
  readonly body: unknown;
}

export interface OpenRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly rateLimit?: RateLimit;
  handle(visit: OpenVisit): Answer | Promise<Answer>;
}

/** Mounts open routes, each with the preflight answer that browsers want before JSON is sent, or asked for with a header that says so. */
export function mountOpenApi(server: FastifyInstance, routes: readonly OpenRoute[]): void {
  const limit = limiterOf(server);
  void server.register(async (open) => {
    open.addContentTypeParser('application/json', { parseAs: 'string' }, open.getDefaultJsonParser('error', 'error'));
    for (const route of routes) {
      open.route({
        method: route.method,
        url: route.path,
        config: { access: OPEN_API },
        bodyLimit: LONGEST_JSON_BYTES,
        onRequest: async (request, reply) => {
          reply.headers(READABLE_ANYWHERE);
          if (route.rateLimit) await limit(route.rateLimit, request);
        },
        handler: async (request, reply) => {
          const answer = await route.handle({
            request,
            params: request.params as Record<string, string>,
            query: request.query as Fields,
            body: request.body,
          });
          return reply
            .code(answer.status)
            .headers({ 'cache-control': 'no-store', ...answer.headers })
            .send(answer.body ?? '');
        },
      });
    }
    for (const [path, same] of Map.groupBy(routes, (route) => route.path)) {
      open.options(path, { config: { access: OPEN_API } }, (_request, reply) =>
        reply
          .code(204)
          .headers({
            ...READABLE_ANYWHERE,
            'access-control-allow-methods': same.map(({ method }) => method).join(', '),
            'access-control-allow-headers': 'content-type',
            'access-control-max-age': '86400',
          })
          .send(),
      );
    }
  });
}
