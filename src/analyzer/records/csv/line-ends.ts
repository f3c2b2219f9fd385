const LF = 10;
const CR = 13;

export const isLineEnd = (unit: number): boolean => unit === LF || unit === CR;

/**
 * Where the text goes on behind the line end at a place: LF, CR LF or bare CR, as text editors count lines.
 *
 * @returns -1 when a CR is the last character of a text that goes on: an LF may follow
 */
export function afterLineEnd(text: string, at: number, isLast: boolean): number {
  if (text.charCodeAt(at) === LF) return at + 1;
  if (at + 1 === text.length) return isLast ? at + 1 : -1;
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** Place of the first line end from a place on; the length of the text when there is none. */
export function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isLineEnd(text.charCodeAt(at))) return at;
  return text.length;
}

/** How often a character stands between two places. */
export function countOf(text: string, sign: string, from = 0, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf(sign, from); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** The lines of a text of one kind of line ends up to a place: how many, and the length of the longest. */
export function measureLines(text: string, lineEnd: string, end: number): { readonly count: number; readonly longest: number } {
  let count = 0;
  let longest = 0;
  let from = 0;
  for (let at = text.indexOf(lineEnd); at >= 0 && at < end; at = text.indexOf(lineEnd, from)) {
    if (at - from > longest) longest = at - from;
    from = at + 1;
    count += 1;
  }
  return { count, longest };
}

/** Line ends between two places; CR LF is one. What stands behind them is not looked at: a text without a CR is asked for every record. */
export function countLineEnds(text: string, from = 0, end = text.length): number {
  const part = text.slice(from, end);
  let count = countOf(part, '\n');
  for (let at = part.indexOf('\r'); at >= 0; at = part.indexOf('\r', at + 1)) if (part.charCodeAt(at + 1) !== LF) count += 1;
  return count;
}

export type LineEnds = '\n' | '\r' | 'mixed';

/**
 * The line ends of a text: LF (with or without a CR before it), bare CR only, or both. A CR at the end of a text that
 * goes on is no bare one yet.
 */
export function lineEndsOf(text: string, isLast: boolean): LineEnds {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === LF || (at + 1 === text.length && !isLast)) continue;
    return text.includes('\n') ? 'mixed' : '\r';
  }
  return '\n';
}
