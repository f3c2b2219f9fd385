import { headerNames, type LogFormat } from './format.ts';
import { formats } from './index.ts';
import { detectDelimiter, firstRecord, separatorLine, type Delimiter } from '../records/csv/delimiter.ts';
import { credentials, hasSecretColumn, shapeOfMarkup, shapeOfTable, type Shape } from './shape.ts';
import Papa from 'papaparse';

export interface RecognisedLog {
  readonly kind: 'log';
  readonly format: LogFormat;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Characters and lines before the header: byte order marks, blank lines, a line `sep=;`. */
  readonly skip: { readonly characters: number; readonly lines: number };
}

export type Recognised = RecognisedLog | { readonly kind: 'other'; readonly shape: Shape } | { readonly kind: 'blank' };

/**
 * What a text is, by its beginning.
 *
 * @param head at least the whole header, with byte order marks where the file has them
 */
export function recognise(head: string): Recognised {
  const marks = /^\ufeff*/.exec(head)?.[0].length ?? 0;
  const blank = /^[\s\0]*/.exec(head.slice(marks))?.[0] ?? '';
  const start = marks + blank.length;
  const body = head.slice(start);
  if (body === '') return { kind: 'blank' };
  if (/^[{[<]/.test(body)) return { kind: 'other', shape: shapeOfMarkup(body) };
  const separator = separatorLine(body);
  const text = body.slice(separator.length);
  const record = firstRecord(text);
  const delimiter = detectDelimiter(record);
  const header = new Papa.Parser({ delimiter, newline: '\n' }).parse(record, 0, false) as { data: readonly (readonly string[])[] };
  const cells = header.data[0] ?? [];
  const names = headerNames(cells);
  const format = formats.find((candidate) => candidate.matches(names));
  if (format === undefined) return { kind: 'other', shape: shapeOfTable(names, text) };
  if (hasSecretColumn(names)) return { kind: 'other', shape: credentials };
  const skipped = head.slice(0, start + separator.length);
  return { kind: 'log', format, delimiter, header: cells, skip: { characters: skipped.length, lines: skipped.split('\n').length - 1 } };
}
