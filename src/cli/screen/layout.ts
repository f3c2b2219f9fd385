import { printable } from '../../analyzer/write/printable.ts';

/** What a terminal can show. */
export interface Screen {
  /** Characters in a line; Infinity where lines are not to be broken. */
  readonly columns: number;
  readonly colours: boolean;
}

/** What a style says of a text; the words say it too, so that nothing is lost where there are no colours. */
export type Style = 'strong' | 'soft' | 'grave' | 'bad' | 'warn' | 'good';

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** Texts side by side, as one runs into the next. */
export type Line = string | Span | readonly (string | Span)[];

/** Numbers of "Select Graphic Rendition" (ECMA-48, 8.3.117): weight, then one of the eight colours every terminal has. */
const codes: Readonly<Record<Style, string>> = { strong: '1', soft: '2', grave: '1;31', bad: '31', warn: '33', good: '32' };

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Places that a character takes in a line: two for an ideogram or an emoji, none for an accent. */
const placesOf = (character: string): number => (NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1);

/** Places that a text takes in a line. */
export const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + placesOf(character), 0);

const spansOf = (line: Line): readonly Span[] =>
  (Array.isArray(line) ? (line as readonly (string | Span)[]) : [line as string | Span]).map((one) =>
    typeof one === 'string' ? { text: printable(one) } : { ...one, text: printable(one.text) },
  );

const plainOf = (line: Line): string =>
  spansOf(line)
    .map(({ text }) => text)
    .join('');

/** The text with its style, where the terminal shows colours. Nothing in it acts on the terminal. */
const painted = ({ text, style }: Span, { colours }: Pick<Screen, 'colours'>): string =>
  style === undefined || !colours || text.trim() === '' ? text : `\u001b[${codes[style]}m${text}\u001b[0m`;

/** A line as it is printed, not broken. */
export const paint = (line: Line, screen: Pick<Screen, 'colours'>): string =>
  spansOf(line)
    .map((span) => painted(span, screen))
    .join('');

/** The beginning of a text, with "…" where something was cut off; at least the "…". */
export function cut(text: string, places: number): string {
  if (widthOf(text) <= places) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += placesOf(character);
    if (used > places) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text with spaces up to a width. */
export const padded = (text: string, places: number): string => `${text}${' '.repeat(Math.max(0, places - widthOf(text)))}`;

/** A word, or the spaces before one, with its style. A figure and its per cent sign are one word. */
function* wordsOf(line: Line): Generator<Span> {
  for (const { text, style } of spansOf(line))
    for (const [word] of text.matchAll(/[^ ]+(?: %)?| +/g)) yield style === undefined ? { text: word } : { text: word, style };
}

/** A word that is longer than a line, in pieces that are not. */
function piecesOf(word: Span, places: number): readonly Span[] {
  if (widthOf(word.text) <= places) return [word];
  const pieces = [''];
  let used = 0;
  for (const character of word.text) {
    const width = placesOf(character);
    if (used + width > places) {
      pieces.push('');
      used = 0;
    }
    pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${character}`;
    used += width;
  }
  return pieces.map((text) => ({ ...word, text }));
}

/**
 * Breaks a line between words, and within one that is longer than a line.
 *
 * @param first what stands before the first line @param hang spaces before the others
 * @returns lines that are at most as wide as the screen, without spaces at their end
 */
export function wrap(line: Line, screen: Screen, first: Line = '', hang: number = widthOf(plainOf(first))): readonly string[] {
  const room = Math.max(8, screen.columns - hang);
  const lines: Span[][] = [[]];
  // What stands before the first line may be wider than what stands before the others.
  let used = widthOf(plainOf(first)) - hang;
  let spaces: Span | undefined;
  for (const word of wordsOf(line)) {
    if (word.text.startsWith(' ')) {
      spaces = word;
      continue;
    }
    for (const piece of piecesOf(word, room)) {
      const gap = spaces?.text.length ?? 0;
      const width = widthOf(piece.text);
      if (used > 0 && used + gap + width > room) {
        lines.push([]);
        used = 0;
      } else if (spaces !== undefined) {
        lines.at(-1)?.push(spaces);
        used += gap;
      }
      lines.at(-1)?.push(piece);
      used += width;
      spaces = undefined;
    }
  }
  return lines.map((spans, place) =>
    `${place === 0 ? paint(first, screen) : ' '.repeat(hang)}${joined(spans)
      .map((span) => painted(span, screen))
      .join('')}`.trimEnd(),
  );
}

/** Words of one style as one text, so that the style is switched once. */
function joined(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last?.style === span.style && last !== undefined) runs[runs.length - 1] = { ...last, text: last.text + span.text };
    else runs.push(span);
  }
  return runs;
}

/** Texts with a name each, the names in a column of their own; below each other on a narrow screen. */
export function labelled(
  rows: readonly (readonly [label: string, text: Line])[],
  screen: Screen,
  indent = '',
  most = 16,
): readonly string[] {
  const width = Math.min(most, Math.max(0, ...rows.map(([label]) => widthOf(label))));
  const hang = indent.length + width + 2;
  const isNarrow = screen.columns < hang + 24;
  return rows.flatMap(([label, text]) => {
    const name: Span = { text: label, style: 'soft' };
    if (isNarrow || widthOf(label) > width) {
      const inner = isNarrow ? indent.length + 2 : hang;
      return [...wrap(name, screen, indent), ...wrap(text, screen, ' '.repeat(inner))];
    }
    return wrap(text, screen, [indent, { ...name, text: padded(label, width) }, '  ']);
  });
}
