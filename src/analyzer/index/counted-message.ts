import type { Kind } from '../message/kind.ts';

/** One message as tables and filters see it. The same object is filled again for every row: keep values, never the object. */
export interface CountedMessage {
  readonly kind: Kind;
  /** When it was sent, or created where it was not: milliseconds since 1970 in UTC; NaN where the log does not say. */
  readonly time: number;
  /** Who sent it, normalised; '' where the log does not say, and for inbound messages, whose sender is the person. */
  readonly sender: string;
  /** The person: recipient of an outbound, sender of an inbound message; key of message/address.ts, 0 where unknown. */
  readonly personKey: number;
  /** The person's number in digits, whatever the channel; 0 where it is none. */
  readonly phoneKey: number;
  /** ISO 3166-1 alpha-2 of the person's number, or `unknown`. */
  readonly country: string;
  /** Millionths of `priceUnit`; -1 where it is not priced. */
  readonly price: number;
  readonly priceUnit: string;
  /** The person's address, normalised. */
  personText(): string;
  /** Whom an inbound message was sent to, normalised: the sender of ours that the person answered. */
  addressee(): string;
  sid(): string;
  body(): string;
  /** At least the length of the body, at most four times as much; told without making a string of it. */
  bodySize(): number;
  /** Segments as the log says; 0 where it does not, or not yet: a message that waits in a Messaging Service has none. */
  segments(): number;
  /** Milliseconds from creation to hand-over; NaN where the log lacks one of the two times. */
  queueTime(): number;
  /** Milliseconds from creation to the last change; NaN where the log lacks one of the two times. */
  lifetime(): number;
  /** Fingerprint of sender and template of the text; 0 for an empty text. Worked out once a message, when asked first. */
  templateKey(): number;
  /** Hosts of the links in its text, in lower case, each once. */
  linkHosts(): readonly string[];
}
