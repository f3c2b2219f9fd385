import { parseAnyTime } from '../../message/time/any-time.ts';
import { LIKELY } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { commonNames } from './field-names.ts';

/** Names of the SID, folded, that only messages have. */
const SIDS = ['messagesid', 'smssid', 'twiliosid', 'twiliomessagesid'];

/** Tables of scripts in pandas, Apps Script and others, under headings made for people: From, To, Date, Status, MessageSID. */
export const scriptCsv = tableFormat({
  id: 'script-csv',
  name: 'Table made by an export script',
  recognise: ({ names }) =>
    names.includes('status') && SIDS.some((name) => names.includes(name)) && (names.includes('from') || names.includes('to')) ? LIKELY : 0,
  fields: commonNames,
  unread: ['API Version', 'Error Message'],
  dialect: { time: parseAnyTime },
});
