import type { AvoidableWidth, Encoding } from '../message/avoidable-width.ts';
import type { Kind } from '../message/kind.ts';
import type { Batch } from '../records/batch.ts';

/**
 * One message as tables and filters see it, whether it is being read or was kept of an earlier reading (kept/): of its text it has what
 * counting asks for, not the text itself. The same object is filled again for every row: keep values,
 * never the object.
 */
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
  /** Whom an inbound message was sent to, normalised: the sender of ours that the person answered. Of a message that was kept it is known where there is a keyword. */
  addressee(): string;
  sid(): string;
  /** Writes the SID as five numbers (message/sid.ts), the first of which is 0 where there is none of Twilio's form. */
  sidWords(into: Uint32Array, at: number): void;
  /** A text so short that it may be a keyword ("STOP"), in capitals and without blanks around; '' for any other. */
  keyword(): string;
  /** Its text with what was filled in masked, as message/template.ts shows it; at most `limit` characters, 120 where absent. */
  templateText(limit?: number): string;
  /** What characters with a plain twin cost its text; `undefined` where they cost nothing. */
  width(): AvoidableWidth | undefined;
  /** Alphabet of its text. */
  encoding(): Encoding;
  /** SID of the Messaging Service it was sent through; '' where the log does not say. */
  service(): string;
  /** Segments as the log says; 0 where it does not, or not yet: a message that waits in a Messaging Service has none. */
  segments(): number;
  /** Milliseconds from creation to the last change; NaN where the log lacks one of the two times. Of a message that was kept it is known where the first counting asked. */
  lifetime(): number;
  /** Whole seconds from creation until it was sent, at most LONGEST_SECONDS (cells/durations.ts); -1 where the log lacks one of the two times. */
  readonly queueSeconds: number;
  /** The same from when it was sent until its last change, which of a settled message is its receipt, or a price that came later. */
  readonly carrierSeconds: number;
  /** Fingerprint of sender and template of the text; 0 for an empty text. Worked out once a message, when asked first. */
  templateKey(): number;
  /** Fingerprint of its text to the last character, 32 bits; 0 for an empty one. */
  textHash(): number;
  /** Hosts of the links in its text, in lower case, each once. */
  linkHosts(): readonly string[];
}

/** A message that is being read: it has everything. */
export interface ReadMessage extends CountedMessage {
  /** Fingerprint of its SID (message/sid.ts), 0 where it has none of Twilio's form. */
  readonly sidKey: number;
  /** Whether the person is a number that is written as "+" and the digits of its key. */
  isPlainPerson(): boolean;
  /** The batch it stands in, and its row there: until the next message only. */
  readonly batch: Batch | undefined;
  readonly row: number;
  body(): string;
  /** What counting asked of this message beyond what is kept of each; `undefined` for nothing. */
  asked(): Asked | undefined;
}

/** What counting asks of few messages. */
export interface Asked {
  /** The whole template. */
  readonly template?: string;
  readonly width?: AvoidableWidth;
  readonly lifetime?: number;
}
