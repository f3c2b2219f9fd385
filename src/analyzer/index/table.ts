import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Field } from '../message/fields.ts';
import type { Kind } from '../message/kind.ts';
import type { Sentence } from '../report/sentence.ts';
import type { CountedMessage } from './counted-message.ts';
import type { CountedMessages } from './counted-messages.ts';

/** That a table was full, and what that does to the figures. */
export interface Cap {
  /** Id of the notice in the report. */
  readonly id: string;
  /** Messages it touches; 0 where the table had room. */
  readonly count: number;
  readonly text: Sentence;
}

/**
 * Something that is counted while a log is read. It is bounded, keeps no row of a message that arrived, and can take in what
 * another of its kind has saved: parts of a log counted apart and merged, in any order, equal the log counted in one go, as
 * long as nothing was full.
 *
 * `State` is plain data that survives JSON: a part of a log counted on another machine is a file.
 */
export interface Table<State> {
  /** The message object is filled again for the next row: keep values, never the object. */
  add(message: CountedMessage): void;
  /**
   * The same for many messages that are at hand at once, where there is a quicker way than one after another: the result is the same.
   *
   * @param places of the messages to count, all of kinds that the table is given
   */
  addMany?(messages: CountedMessages, places: Uint32Array): void;
  /** Takes in what another table of this kind saved; into an empty one, this is loading. */
  merge(saved: State): void;
  save(): State;
  /** One for every limit of the table, whether it was met or not. */
  readonly caps: readonly Cap[];
}

/** Outbound messages, those of them that failed, inbound ones, or all. */
export type Counts = 'outbound' | 'failures' | 'inbound' | 'all';

/** Whether a table is given messages of a kind. */
export function isCounted({ counts, wants }: Pick<AnyTableKind, 'counts' | 'wants'>, kind: Kind): boolean {
  const { isInbound, isFailure } = kind;
  const isAmong = { all: true, inbound: isInbound, outbound: !isInbound, failures: isFailure }[counts];
  return isAmong && wants?.(kind) !== false;
}

/**
 * A kind of table: core brings some, a finding brings its own in its folder. Nothing else lists them.
 *
 * `Options` is plain data too: every limit and threshold that decides what is counted. Tables with other options cannot be merged.
 */
export interface TableKind<Kept extends Table<State>, State, Options extends CountingOptions> {
  readonly id: string;
  /** Changes when `State` does. */
  readonly version: number;
  /** The messages it is given; the fewer, the quicker a log is read. */
  readonly counts: Counts;
  /** Which of these, where not all of them: asked once a kind, not for every message. */
  readonly wants?: (kind: Kind) => boolean;
  /** Fields without which it would stay empty. */
  readonly needs: readonly Field[];
  /**
   * Whether all must be in it for anything to be judged from it: it holds how often something happened at one time or in one place beside
   * another, and what a full table leaves out would look as if it had not happened there.
   */
  readonly isJudgedWhole?: true;
  options(knowledge: Knowledge): Options;
  make(options: Options): Kept;
}

export interface CountingOptions {
  /** Most of something that is kept; tests set them all to 1 to see that each is told. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Any kind of table, where only what all have in common matters. */
export type AnyTableKind = TableKind<Table<unknown>, unknown, CountingOptions>;
