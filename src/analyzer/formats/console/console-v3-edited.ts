import { LIKELY } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { consoleFields, consoleTrailers, consoleUnread } from './console-fields.ts';

/** Names that only mean something together with a status and a time. */
const SUBJECTS = ['sid', 'from', 'to', 'body', 'errorcode'];

/** A Console export whose columns someone removed or moved; "SentDate" is a name that only the Console uses. */
export const consoleV3Edited = tableFormat({
  id: 'console-v3-edited',
  name: 'Twilio Console CSV, columns changed',
  recognise: ({ names }) =>
    names.includes('sentdate') && names.includes('status') && SUBJECTS.some((name) => names.includes(name)) ? LIKELY : 0,
  fields: consoleFields,
  unread: consoleUnread,
  trailers: consoleTrailers,
});
