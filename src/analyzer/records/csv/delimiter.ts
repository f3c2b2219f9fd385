const candidates = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/** The first record of a text without its line end: line feeds inside quotes do not end it. */
export function firstRecord(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 34) isQuoted = !isQuoted;
    else if (!isQuoted && (unit === 10 || unit === 13)) return text.slice(0, at);
  }
  return text;
}

/** What parts the cells of a header: the candidate met most often outside quotes; a comma when there is none. */
export function detectDelimiter(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of candidates) {
    const count = bare.split(candidate).length - 1;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}

/** A line `sep=;` that Excel reads and hides. */
export const separatorLine = (text: string): string => /^"?sep=(?:[,;|]|\t)"?(?:\r?\n|\r)/i.exec(text)?.[0] ?? '';

/** Cells of one record; quotes around a cell are dropped, doubled ones inside stand for one. */
export function cellsOf(record: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < record.length; at += 1) {
    const sign = record[at] ?? '';
    if (sign === '"') {
      if (isQuoted && record[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (sign === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
