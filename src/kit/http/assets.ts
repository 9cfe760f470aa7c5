// Serves style sheets, scripts, fonts and pictures from one folder, kept by browsers for good where the name has a hash.
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS_PATH } from '../html/assets.ts';
import { NotFound } from './problems.ts';

const A_YEAR = 'public, max-age=31536000, immutable';
/** `public.AB12CD34.css`: eight symbols of base 32 before the ending, as the build writes them. */
const HASHED_NAME = /[.-][A-Za-z0-9]{8}\.\w+(\.(br|gz))?$/;

/** Serves `folder`. A `.br` or `.gz` beside a file, made by the build, is sent to browsers that take it; nothing is compressed per request. */
export async function serveAssets(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(async (assets) => {
    // The plug-in tells a forbidden path from a missing one; an address that names no asset is simply not found.
    assets.setErrorHandler((error: Error & { statusCode?: number }) => {
      throw (error.statusCode ?? 500) < 500 ? new NotFound() : error;
    });
    await assets.register(staticFiles, {
      root: folder,
      prefix: ASSETS_PATH,
      index: false,
      dotfiles: 'ignore',
      decorateReply: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', HASHED_NAME.test(path) ? A_YEAR : 'no-cache');
      },
    });
  });
}
