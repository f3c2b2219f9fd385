import { forget, keep, look } from './texts.ts';

/** Which column of a table is which, as somebody said it: the headings of the table, and field by field the heading of its column. */
export interface SaidColumns {
  /** What the heading row is told apart by. */
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Tables that are remembered; the one used longest ago goes first. */
const MOST = 20;

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** @returns what was kept, the latest first; nothing where a text of another form lies there */
export function saidColumns(): readonly SaidColumns[] {
  try {
    const kept: unknown = JSON.parse(look('columns') ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((one: Partial<SaidColumns> | null): one is SaidColumns => typeof one?.key === 'string' && isTexts(one.columns))
      : [];
  } catch {
    return [];
  }
}

/** Keeps what was said of a table; its cells are no part of it. */
export function keepColumns(said: SaidColumns): void {
  keep('columns', JSON.stringify([said, ...saidColumns().filter(({ key }) => key !== said.key)].slice(0, MOST)));
}

/** Forgets what was said of one table, or of all. */
export function forgetColumns(key?: string): void {
  const others = key === undefined ? [] : saidColumns().filter((one) => one.key !== key);
  if (others.length === 0) forget('columns');
  else keep('columns', JSON.stringify(others));
}
