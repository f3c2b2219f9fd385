import type { Dialect } from './dialects.ts';

/** Longest part of a body that is looked at, as message/template.ts has it. */
const LOOKED_AT = 1_600;

/** Signs before which a word ends, so that a link can begin behind them. */
const BEFORE = '(^|[] \\t-\\r!"#$%&()*+,./0-9:;<=>?@[\\\\^_`{|}~\u00a0-\u00bf\u2010-\u2018\u201a-\u2bff-])';
const LINK = '([hH][tT][tT][pP][sS]?://|[wW][wW][wW]\\.)[^ \\t-\\r\u00a0]*';

/** One after another; what is put in their place keeps the template of the text (message/template.ts). */
const blanks: readonly (readonly [pattern: string, by: string])[] = [
  [`${BEFORE}${LINK}`, '\\1\\20'],
  ['[0-9]+', '0'],
  // Twice: of two names in a row the first is the sign before the second.
  ['([a-z0][,;]? )[A-Z][a-z]+', '\\1Xx'],
  ['([a-z0][,;]? )[A-Z][a-z]+', '\\1Xx'],
  ['^[A-Z][a-z]+,', 'Xx,'],
];

/** What stays of a link that was not blanked: such a text does not leave. */
const LEFT = '[hH][tT][tT][pP][sS]?://[^0 \\t-\\r]|[wW][wW][wW]\\.[^0 \\t-\\r]';

/**
 * A body without its digits, the targets of its links and the names that are written in ASCII, with the same template: the analyzer takes
 * it for the same text. One in which a link would stay is left out.
 *
 * @param body an expression: the body, not NULL
 */
export function blankSql(body: string, { replaceAll, matches }: Pick<Dialect, 'replaceAll' | 'matches'>): string {
  const blanked = blanks.reduce((value, [pattern, by]) => replaceAll(value, pattern, by), `SUBSTR(${body}, 1, ${String(LOOKED_AT)})`);
  return `CASE WHEN ${matches(blanked, LEFT)} THEN '' ELSE ${blanked} END`;
}
