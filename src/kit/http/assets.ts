// Serves style sheets, scripts, fonts and pictures from one folder, kept by browsers for good where the name has a hash.
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where assets live in addresses. */
export const ASSETS = '/assets/';
const A_YEAR = 'public, max-age=31536000, immutable';
/** `look-5f3c9a1e.css`: eight or more hexadecimal or base 32 characters before the ending, as the build writes them. */
const HASHED_NAME = /-[0-9A-Za-z]{8,}\.\w+(\.(br|gz))?$/;

/** Serves `folder`. A `.br` or `.gz` beside a file, made by the build, is sent to browsers that take it; nothing is compressed per request. */
export async function serveAssets(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(staticFiles, {
    root: folder,
    prefix: ASSETS,
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED_NAME.test(path) ? A_YEAR : 'no-cache');
    },
  });
}
