import { SURE } from '../format.ts';
import { eventNames } from './event-names.ts';
import { namedFormat } from '../named-format.ts';
import { takeCallback } from './callback.ts';

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
    return /(?:Message|Sms)Sid=[^&\s]*&/.test(text) && /(?:Message|Sms)Status=\w/.test(text) ? SURE : 0;
  },
  fields: eventNames,
  rare: ['errorCode'],
  take: takeCallback,
});
