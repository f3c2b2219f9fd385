import type { Analysis, Progress } from '../analyzer/analyze.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Readings } from '../analyzer/write/json.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Slice } from './slices.ts';

/** The one message the page sends. A `File` crosses as a handle: its bytes are read in the worker, never copied. */
export interface Request {
  readonly files: readonly File[];
  readonly knowledge: Knowledge;
  /** What the pages of the findings add to the JSON form. */
  readonly words: Readings;
  /** What the reader says of columns and times. */
  readonly told: Told;
}

/** A report without the plan, which stays where the sources are, and with its JSON form, made where the page does not wait for it; the `Blob` crosses as a handle. */
type WithJson<Result> = Result extends { readonly kind: 'report' } ? Omit<Result, 'plan' | 'kept'> & { readonly json: Blob } : Result;

/** What reading gives, as it crosses to the page. */
export type Answer = WithJson<Analysis>;

/**
 * What the worker says: any number of `alive` and `progress`, then either `failed`, or the long lists of the answer in slices
 * and then the answer without them.
 */
export type Response =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'slice'; readonly slice: Slice }
  | { readonly kind: 'answer'; readonly trunk: Answer }
  | { readonly kind: 'failed'; readonly reason: string };
