// What the drawn lanes share: a meeting's mark, and lengths as shares of the whole.
import { listed } from '../parts.ts';

/** The letter in a meeting's mark: Proposed, Told, Fixed. */
export type Stop = 'proposed' | 'told' | 'fixed';
const STOP_LETTER = { proposed: 'P', told: 'T', fixed: 'F' } as const;
/** A share of the whole, 0 to 1, as an SVG length. */
export const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** A meeting's mark, centred where it is put. */
export function StopMark({ kind, size = 22 }: { kind: Stop; size?: number }) {
  const half = size / 2;
  return (
    <>
      {kind === 'fixed' ? (
        <rect class="stop stop--fixed" x={-half} y={-half} width={size} height={size} rx="4" />
      ) : (
        <circle class={`stop stop--${kind}`} r={half} />
      )}
      <text class={listed('stop__letter', kind === 'fixed' && 'stop__letter--on-fill')} y="5">
        {STOP_LETTER[kind]}
      </text>
    </>
  );
}
