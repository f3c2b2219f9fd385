import type { Answer, Progress } from '../analyzer/analyze.ts';
import type { Knowledge } from '../catalog/knowledge.ts';

/** The one message the page sends. A `File` crosses as a handle: its bytes are read in the worker, never copied. */
export interface Request {
  readonly files: readonly File[];
  readonly knowledge: Knowledge;
}

/** What the worker says: any number of `progress`, then exactly one of the others. */
export type Response =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly analysis: Answer }
  | { readonly kind: 'failed'; readonly reason: string };
