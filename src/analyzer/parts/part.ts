import type { SavedIndex } from '../index/log-index.ts';
import type { SeenMessages } from '../index/states.ts';
import type { Declined } from '../report/declined.ts';
import type { SourceReport } from '../report/report.ts';

/** A log, or a part of one, counted: all that a report is made of, without a row of it. */
export interface Part {
  readonly index: SavedIndex;
  readonly sources: readonly SourceReport[];
  readonly declined: readonly Declined[];
  /** What it knows of its messages one by one; absent where it was made without. */
  readonly sids?: SeenMessages | undefined;
}

/** The form of part-v1: JSON lines. The first says what it is; then a line a table, then fingerprints of SIDs in lines of some thousand. */
export const partVersion = 1;

interface FirstLine {
  readonly undelivered: 'part';
  readonly version: number;
  readonly sources: readonly SourceReport[];
  readonly declined: readonly Declined[];
  readonly tables: number;
  /** Messages whose fingerprints follow; absent where they do not. */
  readonly sids?: number;
}
type TableLine = { readonly table: string } & SavedIndex[string];
/** Fingerprint and state, fingerprint and state, …; `latest`: of messages that stand in the part in several states. */
interface SidLine {
  readonly sids: readonly number[];
  readonly latest?: true;
}

const SIDS_A_LINE = 20_000;

function* sidLines(pairs: Iterable<readonly [number, number]>, more: Pick<SidLine, 'latest'>): Generator<SidLine> {
  let sids: number[] = [];
  for (const pair of pairs) {
    sids.push(...pair);
    if (sids.length < 2 * SIDS_A_LINE) continue;
    yield { sids, ...more };
    sids = [];
  }
  if (sids.length > 0) yield { sids, ...more };
}

/** Numbers two by two. */
const inPairs = (numbers: readonly number[]): Iterable<readonly [number, number]> => ({
  *[Symbol.iterator]() {
    for (let at = 0; at + 1 < numbers.length; at += 2) yield [numbers[at] ?? 0, numbers[at + 1] ?? 0] as const;
  },
});

/** A part as lines of a file, each with its line feed. It holds whole numbers of people, and texts as templates. */
export function* writePart({ index, sources, declined, sids }: Part): Generator<string> {
  const line = (value: FirstLine | TableLine | SidLine): string => `${JSON.stringify(value)}\n`;
  const tables = Object.entries(index);
  const pairs = sids === undefined ? undefined : [...sids.pairs];
  yield line({
    undelivered: 'part',
    version: partVersion,
    sources,
    declined,
    tables: tables.length,
    ...(pairs === undefined ? {} : { sids: pairs.length }),
  });
  for (const [table, saved] of tables) yield line({ table, ...saved });
  if (sids === undefined || pairs === undefined) return;
  for (const some of sidLines(pairs, {})) yield line(some);
  for (const some of sidLines(sids.plan.winners, { latest: true })) yield line(some);
}

/** Whether a value can be the first line of a part of any version. */
const isFirst = (value: unknown): value is Pick<FirstLine, 'undelivered' | 'version'> & Partial<FirstLine> =>
  typeof value === 'object' && value !== null && 'undelivered' in value && value.undelivered === 'part' && 'version' in value;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads a part that `writePart` wrote.
 *
 * @param lines of the file, without their line feeds
 * @returns the part, or why it is none: a clause that goes on after the name of the file
 */
export async function readPart(lines: AsyncIterable<string> | Iterable<string>): Promise<Part | string> {
  let first: FirstLine | undefined;
  const index: Record<string, SavedIndex[string]> = {};
  const pairs: number[] = [];
  const winners: number[] = [];
  let count = 0;
  for await (const text of lines) {
    if (text === '') continue;
    count += 1;
    const value = parsed(text);
    if (first === undefined) {
      if (!isFirst(value)) return 'is no part: its first line is not that of a file that "undelivered index" writes';
      if (value.version !== partVersion || !Array.isArray(value.sources) || !Array.isArray(value.declined))
        return `is a part of version ${String(value.version)}, and this program reads version ${String(partVersion)}; make it again with "undelivered index"`;
      first = value as FirstLine;
    } else if (typeof value !== 'object' || value === null) {
      return `is damaged: line ${String(count)} is no JSON`;
    } else if ('table' in value) {
      const { table, ...saved } = value as TableLine;
      index[table] = saved;
    } else if ('sids' in value) {
      const { sids, latest } = value as SidLine;
      const to = latest === true ? winners : pairs;
      for (const sid of sids) to.push(sid);
    }
  }
  if (first === undefined) return 'is empty';
  if (Object.keys(index).length !== first.tables || (first.sids !== undefined && pairs.length !== 2 * first.sids))
    return 'was cut: tables or messages are missing at its end';
  const { sources, declined } = first;
  return {
    index,
    sources,
    declined,
    ...(first.sids === undefined ? {} : { sids: { pairs: inPairs(pairs), plan: { winners: inPairs(winners) } } }),
  };
}
