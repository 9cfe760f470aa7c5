// The open API: dates and roads for other programs. It keeps nothing and logs nothing of what is asked.
import { answerEntries, answerEntry } from '../../dates/entries.ts';
import { answerRoute } from '../../dates/route-entry.ts';
import { json, type Answer } from '../../kit/http/answer.ts';
import type { RateLimit } from '../../kit/http/limits.ts';
import type { OpenRoute } from '../../kit/http/open-api.ts';
import { publicPaths } from '../paths.ts';
import type { PublicProgram } from '../view.ts';
import { inputsOfQuery, KINDS_BY_ADDRESS } from './asked-by-address.ts';
import { MOST_ENTRIES, openApiDocument } from './document.ts';

/** Enough for a page that asks at every key press; a list of a hundred is one request. */
const LIMIT: RateLimit = { max: 120, windowSeconds: 60 };
/** Only a new bank holiday or a new rule changes an answer. */
const CACHE = 'public, max-age=3600';

/** Makes the routes of the API. */
export function openApiRoutes(program: Pick<PublicProgram, 'law' | 'address'>): OpenRoute[] {
  let document: Answer | null = null;
  return [
    {
      method: 'POST',
      path: '/api/v1/dates',
      rateLimit: LIMIT,
      handle: ({ body }) => {
        if (!Array.isArray(body))
          return refused('not-a-list', 'Send a list of questions: [{ "id", "kind", "inputs" }].');
        if (body.length > MOST_ENTRIES)
          return refused('too-many-entries', `Send at most ${MOST_ENTRIES} questions at once.`);
        return json(answerEntries(body, program.law()));
      },
    },
    {
      method: 'GET',
      path: '/api/v1/dates/:kind',
      rateLimit: LIMIT,
      handle: ({ params, query }) => {
        const kind = KINDS_BY_ADDRESS.find((one) => one === params['kind']);
        if (!kind)
          return refused('not-by-address', `Ask this by POST. By address there are ${KINDS_BY_ADDRESS.join(', ')}.`);
        const answer = answerEntry({ id: null, kind, inputs: inputsOfQuery(kind, query) }, program.law());
        return 'error' in answer ? refused('not-a-question', answer.error) : withCache(json({ result: answer.result }));
      },
    },
    {
      method: 'POST',
      path: '/api/v1/route',
      rateLimit: LIMIT,
      handle: ({ body }) => {
        const answer = answerRoute(body);
        return 'error' in answer ? refused('not-a-question', answer.error) : json(answer);
      },
    },
    {
      method: 'GET',
      path: publicPaths.apiDocument,
      handle: () => {
        document ??= withCache(json(openApiDocument(program.address)));
        return document;
      },
    },
  ];
}

const refused = (code: string, message: string) => json({ error: { code, message } }, 422);

function withCache(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': CACHE } };
}
