import { startsWith, SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { consoleFields, consoleTrailers, consoleUnread } from './console-fields.ts';

/** The Console's CSV of 2013-14: 12 columns in another order, US numbers as ten digits, times in PST. */
export const consoleV1 = tableFormat({
  id: 'console-v1',
  name: 'Twilio Console CSV (2013-14)',
  recognise: (heading) =>
    startsWith(heading, ['body', 'status', 'sentdate']) && heading.names.length === 12 && !heading.names.includes('errorcode') ? SURE : 0,
  fields: consoleFields,
  unread: consoleUnread,
  trailers: consoleTrailers,
  dialect: { bareNanp: true },
});
