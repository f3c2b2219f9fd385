import { isNothing } from '../../message/nothing.ts';
import { parseLiteral } from '../objects/literal.ts';
import type { PairNotation } from './notation.ts';

/** `string(34) "SM…"`: nothing in it is escaped, its length in bytes tells where it ends. */
const COUNTED = /^\s*string\((\d{1,9})\) "/;
/** A moment inside what PHP prints of a DateTime, and its zone. */
const PHP_DATE =
  /\bdate["']?\]?\s*=>\s*(?:string\(\d+\) )?["']?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[^]*?\btimezone["']?\]?\s*=>\s*(?:string\(\d+\) )?["']?([\w/+:-]+)/;
/** Laravel's way to print a text of several lines. */
const TRIPLE = /^"""\n([^]*?)\n?\s*"""/;

function phpValue(text: string): unknown {
  const counted = COUNTED.exec(text);
  if (counted !== null) {
    const bytes = new TextEncoder().encode(text.slice(counted[0].length)).subarray(0, Number(counted[1]));
    return new TextDecoder().decode(bytes);
  }
  const plain = /^\s*(?:int|float|bool)\(([^)\n]*)\)/.exec(text)?.[1];
  if (plain !== undefined) return plain;
  if (/^\s*(?:[\w\\]+ )?[Oo]bject\b|^\s*[\w\\]*DateTime\w*(?:::| )/.test(text)) {
    const [, time, zone] = PHP_DATE.exec(text) ?? [];
    return time === undefined ? null : `${time}${/^(?:UTC|Z|[+-]\d\d:\d\d)$/.test(zone ?? '') ? ` ${zone ?? ''}` : ''}`;
  }
  const triple = TRIPLE.exec(text)?.[1];
  if (triple !== undefined) return triple.replace(/^ +/gm, '').replace(/\\n$/gm, '');
  const alone = text.replace(/,\s*$/, '');
  return /^["']/.test(text) ? parseLiteral(alone) : alone;
}

/** The rows of a cell that psql breaks: "+" ends each but the last, a bar stands before each but the first. */
const psqlValue = (lines: readonly string[]): string =>
  lines
    .map((line, place) => (place === 0 ? line : line.replace(/^[\s|│]*[|│] ?/, '')).replace(/\s*[|│]$/, ''))
    .map((line, place) => (place < lines.length - 1 ? line.replace(/ *\+$/, '') : line))
    .join('\n');

/** A value of YAML, or of a program that prints less carefully. */
function plainValue([first = '', ...more]: readonly string[], column: number): unknown {
  const isDeeper = more.some((line) => line.trim() !== '') && more.every((line) => line.slice(0, column + 1).trim() === '');
  const block = /^([|>])[-+\d]*$/.exec(first.trim())?.[1];
  if (block !== undefined && isDeeper) {
    const indent = /^ */.exec(more[0] ?? '')?.[0].length ?? 0;
    return more.map((line) => line.slice(indent)).join(block === '|' ? '\n' : ' ');
  }
  // YAML goes on with a long text in deeper lines; a blank one stands for a line feed.
  const text = isDeeper
    ? more
        .reduce((all, line) => (line.trim() === '' ? `${all}\n` : `${all}${all.endsWith('\n') ? '' : ' '}${line.trim()}`), first)
        .trimEnd()
    : [first, ...more].join('\n').trimEnd();
  if (/^'[^]*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return /^"[^]*"$/.test(text) ? parseLiteral(text) : text;
}

/**
 * The value of a name as its lines hold it.
 *
 * @param lines what stands behind the name, and the lines up to the next name
 * @param column where the names begin, 0 where they do not begin in one place
 */
export function valueOf(lines: readonly string[], notation: PairNotation, column: number): unknown {
  const value =
    notation === 'php' ? phpValue(lines.join('\n').trimEnd()) : notation === 'psql' ? psqlValue(lines) : plainValue(lines, column);
  return typeof value === 'string' && isNothing(value) ? null : value;
}
