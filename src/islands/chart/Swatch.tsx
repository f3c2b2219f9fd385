import { outcomeOfStack, STROKE, strokes, TILE, washOf } from './chart-paint.ts';
import type { Stacked } from './time-series.ts';

const WIDE = 22;
const TALL = 14;

/** The strokes of a pattern on tile beside tile, as a path. */
function pathOf(lines: readonly (readonly [number, number, number, number])[]): string {
  const tiles = Array.from({ length: Math.ceil(WIDE / TILE) * Math.ceil(TALL / TILE) }, (_, place) => [
    (place % Math.ceil(WIDE / TILE)) * TILE,
    Math.floor(place / Math.ceil(WIDE / TILE)) * TILE,
  ]);
  return tiles
    .flatMap(([x = 0, y = 0]) =>
      lines.map(([x1, y1, x2, y2]) => `M${String(x + x1)} ${String(y + y1)}L${String(x + x2)} ${String(y + y2)}`),
    )
    .join('');
}

/** A piece of an outcome's pattern, as in the chart; the stylesheet gives its colours. */
export function Swatch({ name }: { readonly name: Stacked }) {
  const lines = strokes[name];
  return (
    <svg
      class="swatch"
      viewBox={`0 0 ${String(WIDE)} ${String(TALL)}`}
      aria-hidden="true"
      style={{ color: `var(--${outcomeOfStack[name]})`, forcedColorAdjust: 'none' }}
    >
      <rect width={WIDE} height={TALL} style={{ fill: 'var(--paper)' }} />
      <rect width={WIDE} height={TALL} fill="currentColor" fill-opacity={lines === undefined ? 1 : washOf(lines)} />
      {lines === undefined ? null : <path d={pathOf(lines)} stroke="currentColor" stroke-width={STROKE} />}
      <rect width={WIDE} height={TALL} fill="none" stroke="currentColor" stroke-width={2} />
    </svg>
  );
}
