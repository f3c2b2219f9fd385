import type { Knowledge } from '../catalog/knowledge.ts';
import type { Declined } from './declined.ts';
import type { Report, Totals } from './report.ts';
import type { Source } from './source.ts';

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
  /** IANA zone in which sentences of findings print times; UTC when absent. No figure depends on it. */
  readonly timeZone?: string;
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
export function analyze(sources: readonly Source[], options: Options): Promise<Analysis> {
  if (options.signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
  return Promise.resolve({
    kind: 'declined',
    declined: sources.map(({ name }) => ({
      source: name,
      kind: 'not-yet',
      text: `${name} was not read.`,
      advice: 'The reader is being built.',
    })),
  });
}
