import { startsWith, SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { consoleFields, consoleStart, consoleTrailers, consoleUnread } from './console-fields.ts';

/** The Console's CSV of about 2018-22: the first 13 columns of console-v3. */
export const consoleV2 = tableFormat({
  id: 'console-v2',
  name: 'Twilio Console CSV (2018-22)',
  recognise: (heading) =>
    startsWith(heading, consoleStart) && heading.names.length === 13 && heading.names.at(-1) === 'priceunit' ? SURE : 0,
  fields: consoleFields,
  unread: consoleUnread,
  trailers: consoleTrailers,
});
