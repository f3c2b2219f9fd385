import { parseStatus } from '../../../catalog/status.ts';
import type { Field } from '../../message/fields.ts';
import { foldedName, type FieldNames } from '../records.ts';
import type { Row } from '../row-batch.ts';

/** Where the fields of a message are in a row, under one heading row. */
export interface Layout {
  readonly cells: ReadonlyMap<Field, number>;
  readonly width: number;
  /** A row needs this many cells to hold every field that is read. */
  readonly needed: number;
  /** Headings that stand twice for one field, as they are spelled; the first place counts. */
  readonly repeated: readonly string[];
}

/** The layout that a heading row gives; a heading that stands twice counts where it stands first. */
export function layoutOf(fields: FieldNames, heading: Row): Layout {
  const cells = new Map<Field, number>();
  const repeated: string[] = [];
  heading.forEach((cell, place) => {
    const field = fields.get(foldedName(cell));
    if (field === undefined) return;
    if (cells.has(field)) repeated.push(cell.trim());
    else cells.set(field, place);
  });
  return { cells, width: heading.length, needed: Math.max(0, ...cells.values()) + 1, repeated };
}

/** What cells look like that cannot be mistaken for a piece of a text. */
const looks: readonly (readonly [Field, (cell: string) => boolean])[] = [
  ['sid', (cell) => /^(?:SM|MM)[\da-f]{32}$/i.test(cell)],
  ['sent', (cell) => /^(?:[a-z]{3}, )?\d{1,4}[-./ ](?:\d{1,2}|[a-z]{3})[-./ ]\d{1,4}\b/i.test(cell)],
  ['status', (cell) => parseStatus(cell) !== undefined],
];

/** Whether a row of another width than its heading still has a SID, a time or a status where it belongs: no stray delimiter moved them. */
export const isInPlace = ({ cells }: Layout, row: Row): boolean =>
  looks.some(([field, test]) => {
    const place = cells.get(field);
    return place !== undefined && test((row[place] ?? '').trim());
  });
