import type { Filter } from './filter.ts';

/** A number with what it counts. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  /** What is counted: messages unless said. */
  readonly of?: 'messages' | 'people' | 'senders';
  /** The messages it counts, or whose people or senders it counts; absent where a filter cannot say them. */
  readonly rows?: Filter;
}
