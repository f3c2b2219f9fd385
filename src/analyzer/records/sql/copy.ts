import { cellsOf } from '../csv/delimiter.ts';

/** How the rows behind a COPY of Postgres are written. */
export interface CopyForm {
  /** Quotes around cells, doubled inside, which may hold line feeds; else escapes with a backslash. */
  readonly isCsv: boolean;
  readonly delimiter: string;
  /** What stands for nothing. */
  readonly nothing: string;
  /** Whether the first row names the columns. */
  readonly hasHeading: boolean;
}

const quoted = (word: string): RegExp => new RegExp(String.raw`\b${word}\s+(?:AS\s+)?E?'((?:[^']|'')*)'`, 'i');
const NULL = quoted('NULL');
const DELIMITER = quoted('DELIMITERS?');

/** @param options what stands between `FROM stdin` and the semicolon: `WITH (FORMAT csv, HEADER)`, `CSV DELIMITER ';'`, nothing */
export function copyForm(options: string): CopyForm {
  const isCsv = /\bCSV\b/i.test(options);
  return {
    isCsv,
    delimiter: DELIMITER.exec(options)?.[1]?.replace('\\t', '\t') ?? (isCsv ? ',' : '\t'),
    nothing: NULL.exec(options)?.[1] ?? (isCsv ? '' : '\\N'),
    hasHeading: /\bHEADER\b(?!\s+(?:false|off|0)\b)/i.test(options),
  };
}

/** Where the record that begins at a place ends: at a line end outside of quotes; -1 where the text ends before. */
export function copiedEnd(text: string, at: number, { isCsv }: CopyForm): number {
  let end = text.indexOf('\n', at);
  if (!isCsv) return end;
  let isQuoted = false;
  for (let from = at; end >= 0; end = text.indexOf('\n', end + 1)) {
    for (let quote = text.indexOf('"', from); quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) isQuoted = !isQuoted;
    if (!isQuoted) return end;
    from = end;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', v: '' };

/** The cells of a record. */
export const copiedCells = (record: string, { isCsv, delimiter, nothing }: CopyForm): readonly (string | null)[] =>
  (isCsv ? cellsOf(record, delimiter) : record.split(delimiter)).map((cell) => {
    if (cell === nothing) return null;
    return isCsv ? cell : cell.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
  });
