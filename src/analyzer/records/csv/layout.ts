import { parseStatus } from '../../../catalog/status.ts';

import type { Field } from '../../message/fields.ts';
import { foldedName } from '../../message/field-name.ts';
import type { FieldNames } from '../records.ts';
import type { Row } from '../row.ts';

/** Where the fields of a message are in a row, under one heading row. */
export interface Layout {
  readonly cells: ReadonlyMap<Field, number>;
  /** Place of the status, -1 without one. */
  readonly status: number;
  readonly width: number;
  /** A row needs this many cells to hold every field that is read. */
  readonly needed: number;
  /** Fields whose heading stands more than once: the first is read, the others are not. */
  readonly twice: readonly Field[];
  /** Headings of no field, as they are spelled. */
  readonly ignored: readonly string[];
}

/**
 * The layout that a heading row gives; a heading that stands twice counts where it stands first, and of several names of one field
 * the one that the format names first.
 */
export function layoutOf(fields: FieldNames, header: Row): Layout {
  const cells = new Map<Field, number>();
  const twice = new Set<Field>();
  const names = header.map(foldedName);
  for (const [name, field] of fields) {
    const place = names.indexOf(name);
    if (place < 0) continue;
    if (names.lastIndexOf(name) > place) twice.add(field);
    if (!cells.has(field)) cells.set(field, place);
  }
  const used = new Set(cells.values());
  const ignored = header.map((cell) => cell.trim()).filter((cell, place) => cell !== '' && !used.has(place));
  return {
    cells,
    status: cells.get('status') ?? -1,
    width: header.length,
    needed: Math.max(-1, ...cells.values()) + 1,
    twice: [...twice],
    ignored,
  };
}

/** `2025-08-14`, also before a `T`, `8/14/2025`, `14.08.2025`, and `Thu, 14 Aug 2025` as RFC 2822 has it. */
const isTime = (cell: string): boolean =>
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:\b|T)/.test(cell) || /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}\b/.test(cell);

/** What cells look like that cannot be mistaken for a piece of a text. */
const looks: readonly (readonly [Field, (cell: string) => boolean])[] = [
  ['sid', (cell) => /^(?:SM|MM)[\da-f]{32}$/i.test(cell)],
  ['sent', isTime],
  ['status', (cell) => parseStatus(cell) !== undefined],
];

const cellOf = (row: Row, place: number): string => (row[place] ?? '').trim();

/** Whether a row of another width than its heading still has a SID, a time or a status where it belongs: no stray delimiter moved them. */
export const isInPlace = ({ cells }: Layout, row: Row): boolean =>
  looks.some(([field, test]) => {
    const place = cells.get(field);
    return place !== undefined && test(cellOf(row, place));
  });

/** Whether a row has a cell for every field that is read: as wide as the heading, or different from it by blank cells at the end only. */
export function isComplete({ width, needed }: Layout, row: Row): boolean {
  if (row.length === width) return true;
  if (row.length < needed) return false;
  for (let place = width; place < row.length; place += 1) if (cellOf(row, place) !== '') return false;
  return true;
}

/** Cells of SID, time and status that are what they should be, and cells that are something else; blank ones are neither. */
interface Anchors {
  readonly known: number;
  readonly right: number;
  readonly wrong: number;
  readonly isSid: boolean;
  readonly isOtherSid: boolean;
}

/** @param cell the cell at a place, or `undefined` where it cannot be told */
function anchorsOf({ cells }: Layout, cell: (place: number) => string | undefined): Anchors {
  let known = 0;
  let right = 0;
  let wrong = 0;
  let isSid = false;
  let isOtherSid = false;
  for (const [field, test] of looks) {
    const place = cells.get(field);
    const text = place === undefined ? undefined : cell(place)?.trim();
    if (text === undefined) continue;
    known += 1;
    const isRight = test(text);
    if (isRight) right += 1;
    else if (text !== '') wrong += 1;
    if (field === 'sid') {
      isSid = isRight;
      isOtherSid = !isRight && text !== '';
    }
  }
  return { known, right, wrong, isSid, isOtherSid };
}

/**
 * Whether a row whose quotes are in doubt is a message: complete, and with a SID where the SID belongs or, where that cell
 * is blank or missing, with more of time and status in their places than with something else there. Under a heading with
 * none of the three the width must do.
 */
export function isMessage(layout: Layout, row: Row): boolean {
  if (!isComplete(layout, row)) return false;
  const { known, right, wrong, isSid, isOtherSid } = anchorsOf(layout, (place) => row[place] ?? '');
  return known === 0 || isSid || (!isOtherSid && right > wrong);
}

/**
 * Whether a line that is parted at every delimiter ends as rows end, or begins as rows begin, whatever delimiters stand in
 * its text: a SID, or time and status, in their places counted from the end (columns behind the text) or from the beginning
 * (columns before it).
 */
export function isSideOfRow(layout: Layout, line: Row, side: 'begin' | 'end'): boolean {
  const body = layout.cells.get('body') ?? -1;
  const shift = line.length - layout.width;
  const { right, wrong, isSid } = anchorsOf(layout, (place) =>
    place === body || place > body !== (side === 'end') ? undefined : line[side === 'end' ? place + shift : place],
  );
  return isSid || (right > 1 && wrong === 0);
}
