import { ours, say, type Sentence } from './sentence.ts';

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
  | 'no-header'
  | 'report'
  | 'grouped'
  | 'not-a-log'
  | 'unreadable';

/** Why a source cannot be read: what it is instead, and what to do. Nothing of its content is in it. */
export interface Declined {
  readonly source: string;
  readonly kind: DeclinedKind;
  /** The shape it was recognised as ("rest-json"), where it has one. */
  readonly format?: string;
  /** What it is, one sentence that begins with the name of the source. */
  readonly text: Sentence;
  /** What to do instead; before it, what was met while reading, where that explains it. */
  readonly advice: Sentence;
  /** The line (1 = first) that decided it, where there is one. */
  readonly line?: number;
  /** Error codes that stand in it, which have pages of their own. */
  readonly codes?: readonly string[];
}

/**
 * Why a source cannot be read.
 *
 * @param what goes on after the name of the source, without a full stop: "is a call log"; our own words
 * @param advice one or more whole sentences; plain words may come as a string
 */
export const declinedAs = (
  source: string,
  kind: DeclinedKind,
  what: string,
  advice: string | Sentence,
  more: Pick<Declined, 'format' | 'line' | 'codes'> = {},
): Declined => ({
  source,
  kind,
  text: say`${{ name: source }} ${ours(what)}.`,
  advice: typeof advice === 'string' ? ours(advice) : advice,
  ...more,
});
