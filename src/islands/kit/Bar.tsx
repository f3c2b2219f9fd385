import type { Piece } from '../report/breakdown-tables.ts';

/** A bar in a cell; the figures beside it say the same, so it is silent to screen readers. */
export function Bar({ pieces, longest }: { readonly pieces: readonly Piece[]; readonly longest: number }) {
  const starts = pieces.map((_, i) => pieces.slice(0, i).reduce((sum, { value }) => sum + value, 0));
  const wide = (value: number): string => `${String(longest === 0 ? 0 : (100 * value) / longest)}%`;
  return (
    <svg class="cell-bar" aria-hidden="true" width="100%" height="10">
      {pieces.map(({ outcome, value }, i) =>
        value === 0 ? null : <rect key={outcome} class={`piece ${outcome}`} x={wide(starts[i] ?? 0)} width={wide(value)} height="10" />,
      )}
    </svg>
  );
}
