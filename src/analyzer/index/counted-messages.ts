import type { Encoding } from '../message/avoidable-width.ts';
import type { Kind } from '../message/kind.ts';
import type { CountedMessage } from './counted-message.ts';

/** Who sent a message, through what, and to where. */
export interface Route {
  readonly sender: string;
  readonly country: string;
  /** SID of the Messaging Service; '' where the log does not say. */
  readonly service: string;
}

export interface Charge {
  readonly price: number;
  readonly unit: string;
  readonly segments: number;
  readonly encoding: Encoding;
}

/**
 * Many messages at hand at once, as tables see them that count column by column: values that many messages share stand in lists, and a
 * column says for each message which of them is its own.
 */
export interface CountedMessages {
  readonly kinds: readonly Kind[];
  /** Those of inbound messages say nothing. */
  readonly routes: readonly Route[];
  readonly charges: readonly Charge[];
  /** Hosts of the links of a message. */
  readonly links: readonly (readonly string[])[];
  /** By place of a message: a number of `kinds`, `routes`, `charges` or `links`; its time as CountedMessage has it. */
  column(name: 'kind' | 'route' | 'charge' | 'links' | 'time'): Float64Array;
  /** The message at a place; the same object is moved on: keep values, never the object. */
  message(place: number): CountedMessage;
}
