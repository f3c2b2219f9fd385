import { parseErrorCode, type ErrorCode } from '../../catalog/error-code.ts';

/**
 * A cell that begins with its code, "30003 - Unreachable destination handset", "Error 30003: …": one expression for here and for the
 * scripts of warehouses, whose databases know no flags.
 */
export const LED_BY_CODE = '^([Ee][Rr][Rr]([Oo][Rr])?[ _-]?([Cc][Oo][Dd][Ee])? *[:#=-]? *)?[1-9][0-9]{4,5}($|[ :;,|(]|-($|[^0-9]))';
const ledByCode = new RegExp(LED_BY_CODE);

/** The code of a cell of a column of errors: alone, or what the cell begins with; `undefined` for none. */
export function codeOfCell(cell: string): ErrorCode | undefined {
  const text = cell.trim();
  return parseErrorCode(ledByCode.test(text) ? text.replaceAll(/^\D+|(?<=\d)\D.*$/gs, '') : text);
}
