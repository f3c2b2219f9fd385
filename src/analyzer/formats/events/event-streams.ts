import { textInBase64 } from '../../message/base64.ts';
import type { Named, Taken } from '../../records/records.ts';
import { each, isNamed, itself } from '../named-format.ts';

/** Envelopes round an event are not deeper. */
const DEEPEST = 4;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text that may hold an object or a list, as queues and gateways hand one on: as JSON, or as base64 of it. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const json = /^\s*[[{]/.test(value) ? value : textInBase64(value);
  if (json === undefined) return value;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return value;
  }
}

/** Whether an object is an event, or the bare data of one. */
const isEvent = (value: Named): boolean =>
  value.specversion !== undefined ||
  value.messageStatus !== undefined ||
  value.message_status !== undefined ||
  (typeof value.type === 'string' && isNamed(opened(value.data)));

/** The events that a value is or holds, in whatever a queue, a bus or a gateway wrapped them. */
function eventsIn(value: unknown, depth: number): readonly Named[] {
  if (depth > DEEPEST) return [];
  const inner = opened(value);
  if (Array.isArray(inner)) return inner.flatMap((one) => eventsIn(one, depth + 1));
  if (!isNamed(inner)) return [];
  return isEvent(inner) ? [inner] : Object.values(inner).flatMap((one) => eventsIn(one, depth + 1));
}

const MESSAGING = /^com\.twilio\.messaging\.(?:message|inbound-message)\.(\w+)$/;

/**
 * The message of an event: the data of a CloudEvent, or the bare data. What happened stands in its status, else in its type, whose
 * last word it is. Events about anything else are other records.
 */
function messageOf(event: Named): Taken {
  const inner = opened(event.data);
  const data = isNamed(inner) ? inner : event;
  const type = text(event.type) || text(data.eventName);
  const word = MESSAGING.exec(type)?.[1];
  if (type.startsWith('com.twilio.') && word === undefined && data.messageStatus === undefined && data.message_status === undefined)
    return { kind: 'other' };
  if (data === event && word === undefined) return itself(data);
  return itself({ time: event.time, ...(word === undefined ? {} : { smsStatus: word }), ...data });
}

/** The messages of the events in a record; a record without one may be a message under the names of an event. */
export function takeEvent(record: Named): Taken {
  const events = eventsIn(record, 0);
  return events.length === 0 ? messageOf(record) : each(events.map(messageOf));
}
