import { parseErrorCode } from '../catalog/error-code.ts';
import { statusOf, type Told } from './records.ts';

const DELIMITERS = ['\t', '|', ';', ','] as const;

/** The cells of a line without a heading; quotes around a cell fall away, a delimiter inside them does not part. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

const isSid = (cell: string): boolean => /^(?:SM|MM)(?:[0-9a-f]{32}|[0-9a-fA-FxX*•.…]{4,32})$/.test(cell);

function rowOf(line: string, known: ReadonlySet<string>): Told | undefined {
  const delimiter = DELIMITERS.find((candidate) => line.split(candidate).length > 2);
  if (delimiter === undefined) return undefined;
  const cells = cellsOf(line, delimiter);
  const statuses = cells.flatMap((cell) => statusOf(cell) ?? []);
  const sid = cells.find(isSid);
  const code = cells
    .flatMap((cell) => (/^\d{5,6}(?:\.0)?$/.test(cell) ? (parseErrorCode(cell) ?? []) : []))
    .find((cell) => known.has(cell));
  const status = new Set(statuses).size === 1 ? statuses[0] : undefined;
  if (status === undefined && (sid === undefined || code === undefined)) return undefined;
  return {
    ...(sid === undefined ? {} : { sid }),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    isTwilio: sid !== undefined || code !== undefined,
  };
}

/**
 * Rows of a log or of a spreadsheet without their heading: lines of at least three cells, one of which is a status or a message SID
 * beside a code.
 *
 * @param known codes that exist; other numbers are no codes
 */
export const rowsIn = (text: string, known: ReadonlySet<string>): readonly Told[] =>
  text.split(/\r?\n/, 2_000).flatMap((line) => rowOf(line, known) ?? []);
