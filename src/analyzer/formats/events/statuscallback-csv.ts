import { parseAnyTime } from '../../message/time/any-time.ts';
import { LIKELY } from '../format.ts';
import { eventNames, unreadEventNames } from './event-names.ts';
import { tableFormat } from '../table-format.ts';

/** A table of status callbacks, one row each, under the names of the callback however they are spelled: a sheet, a program's own table. */
export const statuscallbackCsv = tableFormat({
  id: 'statuscallback-csv',
  name: 'Status callbacks of Twilio as a table',
  rows: 'events',
  // Event Streams are surer of their own names.
  recognise: ({ names }) =>
    (names.includes('messagesid') || names.includes('smssid')) && (names.includes('messagestatus') || names.includes('smsstatus'))
      ? LIKELY + 10
      : 0,
  fields: eventNames,
  unread: unreadEventNames,
  dialect: { time: parseAnyTime },
});
