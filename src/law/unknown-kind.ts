// What a date says while a letter's date is known and its kind of decision is not: it is counted as for a decision that needs a certificate.
import type { KindOrUnknown } from './decisions.ts';
import { step, type Answer } from './explain.ts';

/** Every decision but a dispute about Section I alone needs the certificate (s.55(3)), and both have the same two months; so this reading is never too late. */
const COUNTED_AS =
  'Which decision the letter holds is not recorded yet. Until it is, the dates are counted as for a decision that needs a certificate.';
/** Section I alone gets no month from a certificate, so after the two months the safe reading is to wait for nothing. */
const WITHOUT_A_MONTH =
  'If the letter turns out to be only about the school or college in Section I, no month is added: ask the Tribunal at once.';

/** Says in an answer's working and notes that the kind of decision is not known. Leaves the answer of a known kind as it is. */
export function onAnyKind<A extends Answer>(decision: { readonly kind: KindOrUnknown } | null, answer: A): A {
  if (decision?.kind !== 'unknown') return answer;
  const isOpen = answer.rule === 'appeal' && answer.deadline === null;
  return {
    ...answer,
    notes: [...answer.notes, COUNTED_AS, ...(isOpen ? [WITHOUT_A_MONTH] : [])],
    explain: () => {
      const { inShort, steps, picture } = answer.explain();
      return {
        inShort: `${inShort}, kind of decision not recorded yet`,
        steps: [...steps, step`${COUNTED_AS}`],
        picture,
      };
    },
  };
}
