import { figure } from '../../analyzer/words/figure.ts';
import { cut, padded, paint, widthOf, wrap, type Line, type Screen, type Span, type Style } from './layout.ts';

/** A part of a bar: how much, and what it is drawn with. A glyph of its own each, for who sees no colours. */
export interface Part {
  readonly value: number;
  readonly glyph: string;
  readonly style: Style;
}

/**
 * Cells of a bar: each part gets its share of them, a part above 0 at least one, and all together `cells`.
 *
 * @returns no span for a part of 0
 */
export function stacked(parts: readonly Part[], cells: number): readonly Span[] {
  const some = parts.filter(({ value }) => value > 0);
  const whole = some.reduce((sum, { value }) => sum + value, 0);
  const counts = some.map(({ value }) => Math.max(1, Math.round((cells * value) / whole)));
  const longest = counts.indexOf(Math.max(...counts));
  // What rounding gave or took is the longest part's.
  const over = counts.reduce((sum, count) => sum + count, 0) - cells;
  return some.map(({ glyph, style }, place) => ({
    text: glyph.repeat(Math.max(1, (counts[place] ?? 1) - (place === longest ? over : 0))),
    style,
  }));
}

/** A single bar whose longest is `cells` long; at least a thin line where there is anything. */
export function bar(value: number, most: number, cells: number): string {
  const eighths = most === 0 ? 0 : Math.round((8 * cells * value) / most);
  if (value > 0 && eighths === 0) return '▏';
  const rest = eighths % 8;
  return `${'█'.repeat(Math.floor(eighths / 8))}${rest === 0 ? '' : ' ▏▎▍▌▋▊▉'.charAt(rest)}`;
}

/** Figures in a row as columns of one character each: "▁▂█"; a gap for none. */
export function spark(values: readonly number[]): string {
  const most = Math.max(0, ...values);
  return values.map((value) => (value <= 0 ? ' ' : '▁▂▃▄▅▆▇█'.charAt(Math.min(7, Math.floor((8 * value) / most))))).join('');
}

/** Figures summed up to at most `most` columns, each of as many. @returns also how many went into one */
export function condensed(values: readonly number[], most: number): { readonly sums: readonly number[]; readonly each: number } {
  const each = Math.max(1, Math.ceil(values.length / most));
  const sums = Array.from({ length: Math.ceil(values.length / each) }, (_, place) =>
    values.slice(place * each, (place + 1) * each).reduce((sum, value) => sum + value, 0),
  );
  return { sums, each };
}

/** A row of a table of bars. */
export interface BarRow {
  readonly label: string;
  readonly count: number;
  /** What is drawn in a number of cells. */
  readonly draw: (cells: number) => Line;
  /** What stands behind the bar: a share, and words that may be cut off. */
  readonly share: string;
  readonly note?: string;
}

const MOST_CELLS = 24;
const LEAST_CELLS = 8;

/**
 * Rows with a bar each: label, count, bar, share, note. On a narrow screen bars are short and notes stand below.
 *
 * @param all how many rows there are, of which these are shown
 */
export function barTable(rows: readonly BarRow[], all: number, screen: Screen): readonly string[] {
  const columns = Math.min(screen.columns, 120);
  const labels = Math.min(Math.max(0, ...rows.map(({ label }) => widthOf(label))), Math.max(8, Math.floor(columns / 3)));
  const counts = Math.max(0, ...rows.map(({ count }) => figure(count).length));
  const shares = Math.max(0, ...rows.map(({ share }) => widthOf(share)));
  const notes = Math.max(0, ...rows.map(({ note = '' }) => widthOf(note)));
  // The bar gives way to the words beside it, down to what still shows a third from a half.
  const room = columns - labels - counts - shares - 8;
  const cells = Math.max(4, Math.min(MOST_CELLS, room, Math.max(LEAST_CELLS, room - notes - 2)));
  const used = labels + counts + cells + shares + 8;
  return [
    ...rows.flatMap(({ label, count, draw, share, note = '' }) => {
      const drawn = draw(cells);
      const width = [drawn].flat().reduce((sum, span) => sum + widthOf(typeof span === 'string' ? span : span.text), 0);
      const line: Line = [
        `  ${padded(cut(label, labels), labels)}  ${figure(count).padStart(counts)}  `,
        ...[drawn].flat(),
        `${' '.repeat(Math.max(0, cells - width))}  ${share.padStart(shares)}`,
      ];
      if (note === '') return [paint(line, screen).trimEnd()];
      if (columns - used >= 16)
        return [
          paint([...line, '  ', { text: screen.columns === Infinity ? note : cut(note, columns - used - 2), style: 'soft' }], screen),
        ];
      return [paint(line, screen).trimEnd(), ...wrap({ text: note, style: 'soft' }, screen, '    ')];
    }),
    ...(all > rows.length ? [paint({ text: `  … and ${figure(all - rows.length)} more`, style: 'soft' }, screen)] : []),
  ];
}
