import type { Knowledge } from '../catalog/knowledge.ts';
import type { Declined } from './report/declined.ts';
import { buildReport } from './breakdowns/build-report.ts';
import { rules } from './findings/index.ts';
import { LogIndex } from './index/log-index.ts';
import { SeenMessages, type LatestStates } from './index/states.ts';
import { Notices } from './report/notices.ts';
import { readSource } from './read-source.ts';
import type { Report, SourceReport, Totals } from './report/report.ts';
import type { Source } from './bytes/source.ts';
import { totalsOf } from './breakdowns/totals.ts';

/** How far reading has come; `rows` and `totals` grow from one to the next within one reading. */
export interface Progress {
  /** Name of the source being read. */
  readonly source: string;
  /** Set once the source is recognised ("console-v3"). */
  readonly format?: string;
  /** Records read so far, over all sources. */
  readonly rows: number;
  /** Bytes read so far, over all sources. */
  readonly bytes: number;
  /** Sum of the sizes of all sources; absent when one has no size. */
  readonly totalBytes?: number;
  /** 2 when the log is read again because messages stand in it in several states; rows and bytes start anew. */
  readonly pass: 1 | 2;
  readonly totals: Totals;
}

export interface Options {
  readonly knowledge: Knowledge;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** At least this many milliseconds between two calls of onProgress; 100 when absent. Needs `now`. */
  readonly progressEveryMs?: number;
  /** Milliseconds of any clock (performance.now); without it progress is told at every block read. */
  readonly now?: () => number;
}

export type Analysis =
  /** `declined`: sources left out of the report; each is also told in `report.notices`. */
  | { readonly kind: 'report'; readonly report: Report; readonly declined: readonly Declined[] }
  /** Nothing could be read: one entry a source. */
  | { readonly kind: 'declined'; readonly declined: readonly Declined[] }
  | { readonly kind: 'cancelled' };

/**
 * Reads logs and says what is wrong in them.
 *
 * Several sources make one report; a message found in two of them counts once. Pure: no clock, no thread, no file, no network.
 *
 * @returns a report, or why there is none; it rejects only for a bug
 */
export async function analyze(sources: readonly Source[], options: Options): Promise<Analysis> {
  const first = await readAll(sources, options, 1, new Map());
  if (first === undefined) return { kind: 'cancelled' };
  const { latest } = first.seen;
  if (latest.size === 0) return toAnalysis(first, options);
  const again = await readAll(sources, options, 2, latest);
  if (again === undefined) return { kind: 'cancelled' };
  // A source that gives its bytes only once leaves the first reading as the best there is.
  return toAnalysis(again.isComplete ? again : first, options);
}

interface Reading {
  readonly index: LogIndex;
  readonly seen: SeenMessages;
  readonly reports: readonly SourceReport[];
  readonly declined: readonly Declined[];
  /** Whether every source gave its bytes. */
  readonly isComplete: boolean;
}

/** Reads all sources, one after another, into one index; `undefined` when cancelled. */
async function readAll(sources: readonly Source[], options: Options, pass: 1 | 2, latest: LatestStates): Promise<Reading | undefined> {
  const { knowledge, signal } = options;
  const index = new LogIndex(knowledge);
  const seen = new SeenMessages(latest);
  const reports: SourceReport[] = [];
  const declined: Declined[] = [];
  const tell = progressTeller(sources, options, index, pass);
  let bytes = 0;
  let rows = 0;
  for (const source of sources) {
    if (signal?.aborted === true) return undefined;
    const stream = source.stream();
    if (stream === undefined) return { index, seen, reports, declined, isComplete: false };
    let here = 0;
    const result = await readSource(source, stream, {
      index,
      seen,
      signal,
      onBlock: (state) => {
        here = state.records;
        tell(source.name, state.format, rows + state.records, bytes + state.bytes);
      },
    });
    switch (result.kind) {
      case 'cancelled':
        return undefined;
      case 'declined':
        declined.push(result.declined);
        break;
      case 'read':
        reports.push(result.source);
        bytes += result.source.bytes;
        rows += here;
        break;
    }
  }
  return { index, seen, reports, declined, isComplete: true };
}

/** Tells progress, not more often than asked. */
function progressTeller(sources: readonly Source[], { onProgress, now, progressEveryMs = 100 }: Options, index: LogIndex, pass: 1 | 2) {
  const sizes = sources.map(({ size }) => size);
  const totalBytes = sizes.reduce<number | undefined>((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
  let last = -Infinity;
  return (source: string, format: string, rows: number, bytes: number): void => {
    if (onProgress === undefined) return;
    const time = now?.() ?? Infinity;
    if (time - last < progressEveryMs) return;
    last = now === undefined ? -Infinity : time;
    onProgress({ source, format, rows, bytes, ...(totalBytes === undefined ? {} : { totalBytes }), pass, totals: totalsOf(index.kinds) });
  };
}

/** Tells that some messages were counted in an older state than their latest. */
function withOlderStates({ reports, seen }: Reading): readonly SourceReport[] {
  const notices = new Notices();
  notices.add('older-state-kept', undefined, seen.superseded);
  return reports.map((report, place) => (place === 0 ? { ...report, notices: [...report.notices, ...notices.list()] } : report));
}

function toAnalysis(reading: Reading, { knowledge }: Options): Analysis {
  const { index, seen, declined } = reading;
  const reports = seen.superseded > 0 ? withOlderStates(reading) : reading.reports;
  if (reports.length === 0) return { kind: 'declined', declined };
  return { kind: 'report', report: buildReport({ index, seen, sources: reports, declined }, knowledge, rules), declined };
}
