import { parseAnyTime } from '../../message/time/any-time.ts';
import { SURE } from '../format.ts';
import { eventNames, unreadEventNames } from './event-names.ts';
import { tableFormat } from '../table-format.ts';

/** The data of Event Streams as a table, one row an event. */
export const eventstreamsCsv = tableFormat({
  id: 'eventstreams-csv',
  name: 'Twilio Event Streams as a table',
  rows: 'events',
  recognise: ({ names }) => (['messagesid', 'messagestatus', 'eventname'].every((name) => names.includes(name)) ? SURE : 0),
  fields: eventNames,
  unread: unreadEventNames,
  dialect: { time: parseAnyTime },
});
