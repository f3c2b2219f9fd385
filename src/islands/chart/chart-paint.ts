import type { Outcome } from '../../catalog/category.ts';
import type { Stacked } from './time-series.ts';

export const outcomeOfStack: Readonly<Record<Stacked, Outcome>> = {
  failed: 'failed',
  undelivered: 'undelivered',
  noReceipt: 'no-receipt',
  inFlight: 'in-flight',
  other: 'other',
  delivered: 'delivered',
};

/** Side of a pattern's tile in CSS pixels. */
export const TILE = 6;

/** Width of a stroke in CSS pixels. */
export const STROKE = 1.6;

/** The strokes of each outcome's pattern on its tile, so that the chart can be read in grey; `undefined` is a solid fill. */
export const strokes: Readonly<Record<Stacked, readonly (readonly [x1: number, y1: number, x2: number, y2: number])[] | undefined>> = {
  failed: undefined,
  undelivered: [
    [-1, 7, 7, -1],
    [-1, 1, 1, -1],
    [5, 7, 7, 5],
  ],
  noReceipt: [[2, 3, 4, 3]],
  inFlight: [[0, 3, 6, 3]],
  other: [[3, 0, 3, 6]],
  delivered: [],
};

/** What a chart is painted with: names of tokens.css, without their dashes. */
type Token = 'ink' | 'ink-soft' | 'line' | 'paper' | Outcome;

const tokens: readonly Token[] = ['ink', 'ink-soft', 'line', 'paper', ...Object.values(outcomeOfStack)];

/** Reads the colours of the stylesheet as the browser resolves them here and now, light or dark; all at once, since each look makes it work out styles. */
export function coloursIn(inside: Element): Readonly<Record<Token, string>> {
  const probes = document.createElement('span');
  // Where the system forces its colours all outcomes would be one; a chart keeps its own.
  probes.style.forcedColorAdjust = 'none';
  for (const token of tokens) probes.append(Object.assign(document.createElement('i'), { style: `color: var(--${token})` }));
  inside.append(probes);
  const colours = [...probes.children].map((probe) => getComputedStyle(probe).color);
  probes.remove();
  return Object.fromEntries(tokens.map((token, place) => [token, colours[place] ?? ''])) as Record<Token, string>;
}

/** How much of its hue lies under a pattern. */
export const washOf = (lines: readonly unknown[]): number => (lines.length === 0 ? 0.22 : 0.16);

/** The fill of one outcome: its hue as a pattern on paper; delivered is a pale wash, because it is the ground the rest stands on. */
export function fillOf(name: Stacked, hue: string, paper: string): CanvasPattern | string {
  const lines = strokes[name];
  if (lines === undefined) return hue;
  const scale = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE * scale;
  const pen = tile.getContext('2d');
  if (pen === null) return hue;
  pen.scale(scale, scale);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, TILE, TILE);
  pen.globalAlpha = washOf(lines);
  pen.fillStyle = hue;
  pen.fillRect(0, 0, TILE, TILE);
  pen.globalAlpha = 1;
  pen.strokeStyle = hue;
  pen.lineWidth = STROKE;
  for (const [x1, y1, x2, y2] of lines) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat') ?? hue;
}
