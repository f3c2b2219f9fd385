import type { Kind } from '../message/kind.ts';

/** One message as the tables see it. The same object is filled again for every row: keep values, never the object. */
export interface CountedMessage {
  readonly kind: Kind;
  /** Milliseconds since 1970 in UTC; NaN where the log does not say. */
  readonly time: number;
  /** Who sent it, normalised; '' where the log does not say. */
  readonly sender: string;
  /** The person: recipient of an outbound, sender of an inbound message; key of address.ts, 0 where unknown. */
  readonly personKey: number;
  /** The person's number in digits, whatever the channel; 0 where it is none. */
  readonly phoneKey: number;
  /** ISO 3166-1 alpha-2 of the recipient of an outbound message, or `unknown`. */
  readonly country: string;
  /** Millionths of `priceUnit`; -1 where it is not priced. */
  readonly price: number;
  readonly priceUnit: string;
  /** The person's address, normalised. */
  personText(): string;
  sid(): string;
  body(): string;
}
