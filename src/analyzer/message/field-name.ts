/** A name of a field without byte order marks, zero-width characters, quotes, spaces, underscores and hyphens, in lower case. */
export const foldedName = (cell: string): string => cell.replace(/[\ufeff\u200b-\u200f\u2060"'\s_-]/g, '').toLowerCase();

/** Folded names of a heading row that count: trailing commas make empty ones. */
export function foldedNames(row: readonly string[]): readonly string[] {
  const names = row.map(foldedName);
  while (names.at(-1) === '') names.pop();
  return names;
}
