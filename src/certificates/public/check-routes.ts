// The routes of checking a certificate. The answer takes the same time whatever it is, and shows nothing that was typed.
import { createHash } from 'node:crypto';
import { frameOf, openFrame } from '../../frame.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { RateLimit } from '../../kit/http/limits.ts';
import { sameTime } from '../../kit/http/same-time.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import type { WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { checkPaths } from '../paths.ts';
import { verifyByNumber, verifyBySeal, type Verified } from '../verify.ts';
import { AnswerPage, CheckPage } from './check-page.tsx';

/** A clerk checks a pile of papers; a guess at a 60-bit code gets nowhere at this pace. */
const perNetwork: RateLimit = { max: 30, windowSeconds: 60 };
/** Far above any certificate of ours. */
const document = { maxFiles: 1, maxFileBytes: 2_000_000 };
/** Milliseconds; the question itself takes two or three. */
const EVERY_ANSWER = 60;

/** What these pages need of the program. */
type CheckProgram = Pick<WebProgram, 'database' | 'clock' | 'law' | 'service' | 'trial'>;

/** Makes the routes. */
export function checkRoutes(program: CheckProgram): readonly Route<Who>[] {
  const form = (visit: Visit<Who>) =>
    visit.html(
      CheckPage({ frame: frameOf(program, visit), number: visit.params['number'], code: visit.params['code'] }),
    );
  const answer = async (visit: Visit<Who>, check: () => Promise<Verified>) =>
    visit.html(AnswerPage({ frame: openFrame(program), answer: await sameTime(EVERY_ANSWER, check) }));
  return [
    { method: 'GET', path: checkPaths.check, access: 'public', handle: form },
    { method: 'GET', path: checkPaths.number, access: 'public', handle: form },
    { method: 'GET', path: checkPaths.printed, access: 'public', handle: form },
    {
      method: 'POST',
      path: checkPaths.check,
      access: 'public',
      rateLimit: perNetwork,
      handle: (visit) => {
        const typed = { number: firstOf(visit.form, 'number') ?? '', code: firstOf(visit.form, 'code') ?? '' };
        return answer(visit, () => verifyByNumber(program, visit.who, typed));
      },
    },
    {
      method: 'POST',
      path: checkPaths.document,
      access: 'public',
      rateLimit: perNetwork,
      upload: document,
      // Hashed, never parsed, never kept.
      handle: (visit) => {
        const hash = createHash('sha256')
          .update(visit.files[0]?.bytes ?? new Uint8Array())
          .digest('hex');
        return answer(visit, () => verifyBySeal(program, visit.who, hash));
      },
    },
  ];
}
