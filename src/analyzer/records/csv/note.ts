import { parseStatus } from '../../../catalog/status.ts';
import type { Field } from '../../message/fields.ts';
import type { Row } from '../row.ts';

/** Letters of the shortest status; a shorter cell is worth a look. */
export const SHORTEST_STATUS = 4;

/** What spreadsheets and people call a line of sums, in the languages of their programs. */
const SUM = /^(?:(?:grand|sub)?\s*-?total(?:e|es|en|s)?\b|sum(?:me|ma|a)?\b|gesamt|average\b|count\b|somme\b|totaal\b)/i;

/** Fields of which a message has one. */
const SUBJECTS: readonly Field[] = ['sid', 'to', 'from', 'sent', 'created'];

/** Whether the first cell of a row that is not blank is a word for sums. */
export const isSum = (row: Row): boolean => SUM.test(row.find((cell) => cell.trim() !== '')?.trim() ?? '');

/**
 * Whether a row under a heading is a sum, a line drawn with signs or a note and no message: it has no status that Twilio knows, and nobody
 * and no time stands in it, or no letter and no digit at all, or a word for sums in front.
 *
 * @param cells field -> place of its cell
 */
export function isNote(cells: ReadonlyMap<Field, number>, row: Row): boolean {
  const status = cells.get('status');
  if (status === undefined || parseStatus(row[status] ?? '') !== undefined) return false;
  return (
    isSum(row) ||
    row.every((cell) => !/[\p{L}\p{N}]/u.test(cell)) ||
    SUBJECTS.every((field) => (row[cells.get(field) ?? -1] ?? '').trim() === '')
  );
}
