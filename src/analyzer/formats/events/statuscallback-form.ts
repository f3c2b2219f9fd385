import { LIKELY } from '../format.ts';
import { eventNames } from './event-names.ts';
import { namedFormat } from '../named-format.ts';
import { takeCallback } from './callback.ts';

/** Status callbacks as they are sent, a form a line, or their values behind their names as programs log them; what a server writes around them is passed over. */
export const statuscallbackForm = namedFormat({
  id: 'statuscallback-form',
  name: 'Status callbacks of Twilio, one form a line',
  rows: 'events',
  kind: 'form',
  // A table may hold such a form in a text.
  recognise: ({ keys, text }) =>
    keys === undefined &&
    /(?:^|[&\s"'?])(?:Message|Sms)Sid(?:=[^&\s]*(?:[&\s]|$)|', ?')/m.test(text) &&
    /(?:^|[&\s"'?])(?:Message|Sms)Status(?:=["']?|', ?')\w/m.test(text)
      ? LIKELY - 10
      : 0,
  fields: eventNames,
  rare: ['errorCode'],
  take: takeCallback,
});
