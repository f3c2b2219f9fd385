/** What a source turned out to be, when it cannot be read as a log. */
export type DeclinedKind =
  | 'empty'
  | 'header-only'
  | 'no-messages'
  | 'binary'
  | 'compressed'
  | 'credentials'
  | 'calls'
  | 'alerts'
  | 'aggregate'
  | 'not-yet'
  | 'no-header'
  | 'not-a-log'
  | 'unreadable';

/** Why a source cannot be read: what it is instead, and what to do. Nothing of its content is in it. */
export interface Declined {
  readonly source: string;
  readonly kind: DeclinedKind;
  /** The shape it was recognised as ("rest-json"), for kind `not-yet`. */
  readonly format?: string;
  /** What it is, one sentence that begins with the name of the source. */
  readonly text: string;
  /** What to do instead; before it, what was met while reading, where that explains it. */
  readonly advice: string;
  /** The line (1 = first) that decided it, where there is one. */
  readonly line?: number;
}
