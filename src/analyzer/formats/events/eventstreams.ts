import { textInBase64 } from '../../message/base64.ts';
import { SURE } from '../format.ts';
import { eventNames } from './event-names.ts';
import { namedFormat } from '../named-format.ts';
import { takeEvent } from './event-streams.ts';

/** A value in base64, as a stream of a cloud hands events on. */
const BASE64 = /"data"\s*:\s*"([A-Za-z0-9+/_-]{80,}={0,2})"/gi;

/** Event Streams: CloudEvents, one after another or in lists, or their bare data; several of one message, in any order. */
export const eventstreams = namedFormat({
  id: 'eventstreams',
  name: 'Twilio Event Streams, a log of events',
  rows: 'events',
  recognise({ keys, text }) {
    if (keys === undefined) return 0;
    const isCloudEvent = /\bspecversion\b/.test(text) && /["']com\.twilio\./.test(text);
    const isPacked = [...text.matchAll(BASE64)].some(([, packed = '']) => /\bspecversion\b/.test(textInBase64(packed) ?? ''));
    const isBare = keys.folded.has('messagesid') && keys.folded.has('messagestatus') && keys.spelled.has('eventName');
    return isCloudEvent || isBare || isPacked ? SURE : 0;
  },
  fields: eventNames,
  rare: ['errorCode'],
  take: takeEvent,
});
