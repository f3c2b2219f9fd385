/** Reads records with named values by themselves, without a format: whole, in two halves and letter by letter, which must be one. */
import { expect } from 'vitest';
import type { Field } from '../../../../src/analyzer/message/fields.ts';
import { openRecords } from '../../../../src/analyzer/records/open.ts';
import type { NamedRecords } from '../../../../src/analyzer/records/records.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';

/** Under the names of the API; a record is what it is. */
export const plainRecords: NamedRecords = {
  kind: 'objects',
  fields: new Map<string, Field>([
    ['sid', 'sid'],
    ['to', 'to'],
    ['from', 'from'],
    ['datecreated', 'created'],
    ['body', 'body'],
    ['status', 'status'],
    ['errorcode', 'errorCode'],
    ['receivedat', 'sent'],
  ]),
  rare: [],
  take: (message) => ({ kind: 'message', message }),
  dialect: { bareNanp: false, time: () => NaN, decimal: '.' },
};

const shown: readonly Field[] = ['sid', 'to', 'body', 'status', 'errorCode', 'sent'];

export interface ReadNamed {
  /** `line: cells`, parted by bars, of sid, to, body, status, errorCode and sent. */
  readonly rows: readonly string[];
  /** `line reason`. */
  readonly skipped: readonly string[];
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly ignored: readonly string[];
}

function readPieces(records: NamedRecords, text: string, size: number): ReadNamed {
  const notices = new Notices();
  const start = { text: text.slice(0, 1_000), skip: { characters: 0, lines: 0 }, tables: { headings: [], recognise: () => undefined } };
  const reader = openRecords(records, start, notices);
  const rows: string[] = [];
  for (let at = 0; at < text.length + size; at += size)
    for (const batch of reader.read(text.slice(at, at + size), at >= text.length))
      for (let row = 0; row < batch.rows; row += 1)
        rows.push(`${String(batch.line(row))}: ${shown.map((field) => batch.columns[field]?.text(row) ?? '?').join('|')}`);
  return {
    rows,
    skipped: notices.skipped.map(({ line, reason }) => `${String(line)} ${reason}`),
    columns: { ...reader.columns },
    ignored: [...reader.ignored],
  };
}

/** @param sizes lengths of the pieces, in characters */
export function readNamed(text: string, more: Partial<NamedRecords> = {}, sizes: readonly number[] = [1, 7]): ReadNamed {
  const records = { ...plainRecords, ...more };
  const whole = readPieces(records, text, Math.max(1, text.length));
  for (const size of [...sizes, Math.ceil(text.length / 2) || 1])
    expect(readPieces(records, text, size), `in pieces of ${String(size)}`).toEqual(whole);
  return whole;
}
