import type { AddressStyle } from '../message/address.ts';
import type { Field } from '../message/fields.ts';

/** One kind of log: how to recognise it by its header, how to read a record of it. */
export interface LogFormat extends AddressStyle {
  /** Public name, part of the report. */
  readonly id: string;
  /** @param names header cells as `headerName` gives them, without empty ones at the end */
  matches(names: readonly string[]): boolean;
  /** Header name -> field; names not listed are ignored. */
  readonly fields: ReadonlyMap<string, Field>;
}

/** A header cell without byte order marks, zero-width characters, quotes, spaces, underscores and hyphens, in lower case (research/field-map.json). */
export const headerName = (cell: string): string => cell.replace(/[\ufeff\u200b-\u200f\u2060"'\s_-]/g, '').toLowerCase();

/** The header cells that count: trailing commas make empty ones. */
export function headerNames(row: readonly string[]): readonly string[] {
  const names = row.map(headerName);
  while (names.at(-1) === '') names.pop();
  return names;
}

/** Every column of the Console's exports; source: research/field-map.json, aliases C1, C2, C3. */
export const consoleFields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['from', 'from'],
  ['to', 'to'],
  ['body', 'body'],
  ['status', 'status'],
  ['sentdate', 'sent'],
  ['numsegments', 'segments'],
  ['errorcode', 'errorCode'],
  ['accountsid', 'accountSid'],
  ['sid', 'sid'],
  ['direction', 'direction'],
  ['price', 'price'],
  ['priceunit', 'priceUnit'],
]);

export const startsWith = (names: readonly string[], start: readonly string[]): boolean =>
  start.every((name, place) => names[place] === name);
