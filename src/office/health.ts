// For machines that watch: is the process alive, and is it ready to serve.
import { text } from '../kit/http/answer.ts';
import type { OpenRoute } from '../kit/http/open-api.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';

/** Makes `/health` (the process answers) and `/ready` (the database answers too). */
export function healthRoutes(program: Program): OpenRoute[] {
  return [
    { method: 'GET', path: '/health', handle: () => text('ok\n') },
    {
      method: 'GET',
      path: '/ready',
      handle: async () => {
        try {
          await inSeat(program.database, { role: 'worker', settings: {}, readOnly: true }, (tx) =>
            tx.selectFrom('installation').select('id').execute(),
          );
          return text('ready\n');
        } catch {
          return text('not ready\n', { status: 503 });
        }
      },
    },
  ];
}
