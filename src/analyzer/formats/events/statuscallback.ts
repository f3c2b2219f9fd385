import { SURE } from '../format.ts';
import { eventNames } from './event-names.ts';
import { namedFormat } from '../named-format.ts';
import { isCallbackIn, takeCallback } from './callback.ts';

/** The first value in base64, as gateways and queues hand on what they were sent. */
const BASE64 = /"(?:body|data|raw|payload|content|value)"\s*:\s*"([A-Za-z0-9+/_-]{80,}={0,2})"/i;

/** Status callbacks kept as objects, one after another: several of one message, in the order in which they arrived. */
export const statuscallback = namedFormat({
  id: 'statuscallback',
  name: 'Status callbacks of Twilio, one object each',
  rows: 'events',
  recognise({ keys, text }) {
    if (keys === undefined || keys.spelled.has('specversion') || keys.spelled.has('eventName')) return 0;
    const has = (...names: readonly string[]): boolean => names.some((name) => keys.folded.has(name));
    if (has('messagesid', 'smssid', 'smsmessagesid') && has('messagestatus', 'smsstatus')) return SURE;
    // In a text of the objects: as JSON, or as the form that was sent.
    if (/\\"(?:Message|Sms)Sid\\"/.test(text) && /\\"(?:Message|Sms)Status\\"/.test(text)) return SURE;
    // Event Streams in base64 have the two names as well, and are surer of them.
    if (isCallbackIn(BASE64.exec(text)?.[1] ?? '')) return SURE - 1;
    return /(?:Message|Sms)Sid=[^&\s]*&/.test(text) && /(?:Message|Sms)Status=\w/.test(text) ? SURE : 0;
  },
  fields: eventNames,
  rare: ['errorCode'],
  take: takeCallback,
});
