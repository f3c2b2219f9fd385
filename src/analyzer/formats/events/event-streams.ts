import type { Named, Taken } from '../../records/records.ts';
import { isNamed, itself } from '../named-format.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text that may hold an object, as queues and gateways hand one on. */
function objectIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*\{/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The names under which a CloudEvent stands in the envelopes of queues and buses. */
const ENVELOPES = ['detail', 'event', 'body', 'payload', 'message', 'Message', 'value'];

/** The CloudEvent that a record is or holds. */
function eventIn(record: Named): Named {
  if (record.specversion !== undefined || record.data !== undefined) return record;
  for (const name of ENVELOPES) {
    const inner = objectIn(record[name]);
    if (isNamed(inner) && inner.data !== undefined) return inner;
  }
  return record;
}

const MESSAGING = /^com\.twilio\.messaging\.(?:message|inbound-message)\.(\w+)$/;

/**
 * The message of an event: the data of a CloudEvent, or the bare data. What happened stands in its status, else in its type, whose
 * last word it is. Events about anything else are other records.
 */
export function takeEvent(record: Named): Taken {
  const event = eventIn(record);
  const inner = objectIn(event.data);
  const data = isNamed(inner) ? inner : event;
  const type = text(event.type) || text(data.eventName);
  const word = MESSAGING.exec(type)?.[1];
  if (type.startsWith('com.twilio.') && word === undefined && data.messageStatus === undefined && data.message_status === undefined)
    return { kind: 'other' };
  if (data === event && word === undefined) return itself(data);
  return itself({ time: event.time, ...(word === undefined ? {} : { smsStatus: word }), ...data });
}
