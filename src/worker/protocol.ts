import type { Analysis, Progress } from '../analyzer/analyze.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Readings } from '../analyzer/write/json.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Ask, Answers } from './requests/index.ts';
import type { Slice } from './slices.ts';

/** The first message of the page: what every log is read with. */
export interface Ready {
  readonly kind: 'ready';
  readonly knowledge: Knowledge;
  /** What the pages of the findings add to the JSON form. */
  readonly words: Readings;
}

/** A log to read. A `File` crosses as a handle: its bytes are read in the worker, never copied. */
export interface Read {
  readonly kind: 'read';
  readonly id: number;
  readonly files: readonly File[];
  /** What the reader says of columns and times. */
  readonly told: Told;
  /** Whether questions about it will follow. */
  readonly keeps: boolean;
}

/** What the page says: a log to read; then questions about it, of which a new one takes the place of an older of its kind. */
export type Request =
  | Ready
  /** Nobody waits yet: the code may be run in, until something is asked. */
  | { readonly kind: 'warm-up' }
  | Read
  /** The log is not in hand any more. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  /** Nobody waits for the answer to that question any more. */
  | { readonly kind: 'drop'; readonly id: number };

/**
 * How a log can be asked under a filter: from memory; by reading its files again, since it has too many messages to keep; or not at
 * all, as a saved report, which has no messages.
 */
export type Asking = 'kept' | 'again' | 'none';

/** A report without what stays where the sources are, and with its JSON form, made where the page does not wait for it; the `Blob` crosses as a handle. */
type Crossing<Result> = Result extends { readonly kind: 'report' }
  ? Omit<Result, 'plan' | 'kept' | 'isWithoutRows'> & { readonly json: Blob; readonly asking: Asking }
  : Result;

/** What reading gives, as it crosses to the page. */
export type Answer = Crossing<Analysis>;

/**
 * What the worker says: `alive` at any time; of a message of the page, by its number, any number of `progress`, then either `failed`,
 * or the long lists of the answer in slices and then the answer without them. A question that was dropped or replaced has no answer.
 */
export type Response =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  /** The log is read again; 0 to 1. */
  | { readonly kind: 'again'; readonly id: number; readonly fraction: number }
  | { readonly kind: 'slice'; readonly id: number; readonly slice: Slice }
  | { readonly kind: 'answer'; readonly id: number; readonly trunk: Answer | Answers[Ask['kind']] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
