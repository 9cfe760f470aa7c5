// Answers whether a certificate is genuine, to anybody, without a sign-in: its state, date, limb and version, and nothing personal.
import { sql } from 'kysely';
import { readCode } from '../kit/reference.ts';
import { reading, type Program } from '../program.ts';
import type { Visitor } from '../sign-in/who.ts';
import type { Limb } from './documents/data.ts';
import { codeLength, readCertificateNumber } from './number.ts';

export type Verified =
  | { readonly known: false }
  | {
      readonly known: true;
      /** `replaced`: a corrected version stands in its place. */
      readonly state: 'genuine' | 'replaced' | 'withdrawn';
      readonly dated: string;
      readonly limb: Limb;
      readonly version: number;
    };

type Answer = Omit<Extract<Verified, { known: true }>, 'known'>;

/** Never a number or a code: what is written wrongly is asked for all the same, so that it takes the time of any other question. */
const NONE = '-';

/** Checks a number with its code, as a person typed them. A wrong number, a wrong code and an unknown certificate answer alike. */
export async function verifyByNumber(
  program: Pick<Program, 'database'>,
  visitor: Pick<Visitor, 'serviceId'>,
  typed: { readonly number: string; readonly code: string },
): Promise<Verified> {
  const number = readCertificateNumber(typed.number) ?? NONE;
  const code = readCode(typed.code);
  const asked = code?.length === codeLength ? code : NONE;
  return ask(program, visitor, sql<Answer>`select * from verify_certificate(${number}, ${asked})`);
}

/** Checks a document by the hash of its bytes, in hexadecimal. One changed byte, or a copy saved anew, is unknown. */
export async function verifyBySeal(
  program: Pick<Program, 'database'>,
  visitor: Pick<Visitor, 'serviceId'>,
  sha256: string,
): Promise<Verified> {
  return ask(program, visitor, sql<Answer>`select * from verify_seal(${sha256})`);
}

async function ask(
  program: Pick<Program, 'database'>,
  { serviceId }: Pick<Visitor, 'serviceId'>,
  question: ReturnType<typeof sql<Answer>>,
): Promise<Verified> {
  const { rows } = await reading(program, { kind: 'visitor', serviceId }, (tx) => question.execute(tx));
  const [answer] = rows;
  return answer ? { known: true, ...answer } : { known: false };
}
