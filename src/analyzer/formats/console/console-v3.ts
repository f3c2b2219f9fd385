import { startsWith, SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { consoleFields, consoleStart, consoleTrailers, consoleUnread } from './console-fields.ts';

/** Console > Monitor > Logs > Messaging, 2025-26: 15 columns, times with the exporter's offset, ErrorCode 0 = none. */
export const consoleV3 = tableFormat({
  id: 'console-v3',
  name: 'Twilio Console CSV (2025)',
  recognise: (heading) => (startsWith(heading, consoleStart) && heading.names.includes('shortenedlinkenabled') ? SURE : 0),
  fields: consoleFields,
  unread: consoleUnread,
  trailers: consoleTrailers,
});
