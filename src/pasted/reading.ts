import type { Status } from '../catalog/status.ts';

/** Where a reading leads. Made of codes, statuses, steps and answers that the site knows, so that an address can be made of it. */
export type Lead =
  | { readonly to: 'error'; readonly code: string; readonly status?: Status | undefined }
  | { readonly to: 'guide'; readonly step: string; readonly answers?: Readonly<Record<string, string>> }
  /** Twilio's own page of a code that has none here. */
  | { readonly to: 'twilio'; readonly code: string }
  /** The index; the words, if any, travel beside the address. */
  | { readonly to: 'errors'; readonly search?: string }
  /** The text itself is handed over, or what `log` says in its place. */
  | { readonly to: 'analyzer'; readonly log?: string };

/** A line of the answer below the box. */
export interface Note {
  readonly text: string;
  readonly lead?: Lead;
  /** A command to copy, shown as code. */
  readonly command?: string;
}

export type ReadingKind =
  | 'log'
  | 'messages'
  | 'callback'
  | 'code'
  | 'codes'
  | 'other-code'
  | 'unknown-code'
  | 'sentence'
  | 'status'
  | 'sid'
  | 'phone'
  | 'secret'
  | 'twiml'
  | 'request'
  | 'complaint'
  | 'text'
  | 'search'
  | 'number'
  | 'nothing';

/** One thing that a text may be. */
export interface Reading {
  readonly kind: ReadingKind;
  /** What it was read as, for the live line and the list: "Status callback · undelivered · 30007 Message filtered". */
  readonly says: string;
  /** Whether it may open at once when it is the only sure one. */
  readonly sure: boolean;
  /** Where Enter leads; absent where all there is to say stands in the notes. */
  readonly lead?: Lead;
  readonly notes?: readonly Note[];
  /** For the page that opens: kind, status and codes, nothing else of the text. */
  readonly receipt?: string;
}
