/** One message of the made-up traffic, as Twilio would keep it; times are milliseconds since 1970 in UTC. */
export interface Sent {
  readonly sid: string;
  created: number;
  /** When it was handed over; absent while it was not. */
  sent: number | undefined;
  /** When its status last changed. */
  updated: number;
  from: string;
  /** As the sender typed it where the request was refused. */
  to: string;
  body: string;
  status: string;
  /** '' for none. */
  code: string;
  segments: number;
  readonly inbound: boolean;
  /** Dollars; undefined where none is shown. */
  price: number | undefined;
  /** Number of the planted incident it is part of. */
  incident: number | undefined;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a message that failed costs: a fee for `failed`, an attempt for `undelivered`. */
export const priceOf = (status: string, segments: number): number | undefined =>
  status === 'failed' ? 0 : ['queued', 'accepted', 'sending', 'scheduled'].includes(status) ? undefined : 0.0083 * segments;

/** Ends a message with a code, as late as such an end comes. */
export function fail(message: Sent, status: 'failed' | 'undelivered', code: string, afterMs = 4_000): void {
  message.status = status;
  message.code = code;
  message.price = priceOf(status, message.segments);
  message.updated = message.created + afterMs;
  if (status === 'failed') message.sent = undefined;
}
