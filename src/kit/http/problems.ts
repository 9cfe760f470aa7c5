// The ways a request can end badly, as errors that carry a status and never a word of the request.

/** What the error page says. 404 carries no id, so that every one of them is the same bytes. */
export interface Problem {
  readonly status: number;
  readonly code: ProblemCode;
  /** What a person can read out on the telephone; only where somebody can look it up in the log. */
  readonly requestId?: string;
  /** Seconds until it is worth trying again (429, 503). */
  readonly retryAfterSeconds?: number;
}

export type ProblemCode = keyof typeof statuses;

const statuses = {
  'bad-request': 400,
  'cross-site': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  'used-before': 409,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-host': 421,
  'cannot-accept': 422,
  'year-missing': 422,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
} as const;

/** The same for a program that asked, in a sentence. */
export const problemWords: Record<ProblemCode, string> = {
  'bad-request': 'This was not understood: it is not what its content type says.',
  'cross-site': 'This cannot be asked from another site.',
  'not-found': 'There is nothing here.',
  'changed-meanwhile': 'This was changed by somebody else meanwhile.',
  'used-before': 'This form was used before, for something else.',
  'too-large': 'This is too large.',
  'wrong-type': 'This content type is not taken here.',
  'wrong-host': 'This address is not served here.',
  'cannot-accept': 'This cannot be accepted as it is.',
  'year-missing': 'A date falls in a year whose bank holidays are not loaded.',
  'too-many': 'Too many requests. Retry-After says when to try again.',
  broken: 'Something went wrong here. It is noted.',
  unavailable: 'Not available at the moment. Try again soon.',
};

/** An expected bad end. Throw it from anywhere below a page; the server turns it into the right page or JSON. */
export class RequestProblem extends Error {
  readonly problem: ProblemCode;
  readonly statusCode: number;
  readonly retryAfterSeconds: number | undefined;
  constructor(problem: ProblemCode, retryAfterSeconds?: number) {
    super(problem);
    this.name = 'RequestProblem';
    this.problem = problem;
    this.statusCode = statuses[problem];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What `getX` throws. Not there and not yours are told apart by nobody. */
export class NotFound extends RequestProblem {
  constructor() {
    super('not-found');
    this.name = 'NotFound';
  }
}

/** Turns anything thrown into what is shown. Only a status below 500 given by the framework itself is believed. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof RequestProblem) {
    const { problem: code, statusCode: status, retryAfterSeconds } = error;
    return { status, code, retryAfterSeconds, ...(status >= 500 ? { requestId } : {}) };
  }
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number' && statusCode < 500) {
    const found = fromFramework(statusCode);
    return { status: statuses[found], code: found };
  }
  if (code === 'FST_ERR_HANDLER_TIMEOUT' || statusCode === 503) return { status: 503, code: 'unavailable', requestId };
  return { status: 500, code: 'broken', requestId };
}

function fromFramework(status: number): ProblemCode {
  if (status === 404 || status === 405) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 415 || status === 406) return 'wrong-type';
  return 'bad-request';
}
