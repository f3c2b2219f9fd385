import { parseStatus } from '../../../catalog/status.ts';
import { headerName, type LogFormat } from '../../formats/format.ts';
import type { Field } from '../../message/fields.ts';
import type { Row } from './record-reader.ts';

/** Where the fields of a message are in a row, under one heading row. */
export interface Layout {
  readonly cells: ReadonlyMap<Field, number>;
  readonly width: number;
  /** A row needs this many cells to hold every field that is read. */
  readonly needed: number;
}

/** The layout that a heading row of this format gives; a heading that stands twice counts where it stands first. */
export function layoutOf(format: LogFormat, header: Row): Layout {
  const cells = new Map<Field, number>();
  header.forEach((cell, place) => {
    const field = format.fields.get(headerName(cell));
    if (field !== undefined && !cells.has(field)) cells.set(field, place);
  });
  return { cells, width: header.length, needed: Math.max(...cells.values()) + 1 };
}

/** What cells look like that cannot be mistaken for a piece of a text. */
const looks: readonly (readonly [Field, (cell: string) => boolean])[] = [
  ['sid', (cell) => /^(?:SM|MM)[\da-f]{32}$/i.test(cell)],
  ['sent', (cell) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/.test(cell)],
  ['status', (cell) => parseStatus(cell) !== undefined],
];

/** Whether a row of another width than its heading still has a SID, a time or a status where it belongs: no stray delimiter moved them. */
export const isInPlace = ({ cells }: Layout, row: Row): boolean =>
  looks.some(([field, test]) => {
    const place = cells.get(field);
    return place !== undefined && test((row[place] ?? '').trim());
  });
