import { parseUtcTime } from '../../message/time/utc-time.ts';
import { SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { commonNames } from './field-names.ts';

/** The export scripts in PHP that are copied from one another: every cell in quotes, quotes inside not doubled, the text last, times in UTC without the letters. */
export const scriptPhp = tableFormat({
  id: 'script-php',
  name: 'Table made by a PHP export script',
  recognise: ({ names }) => (names.includes('smsmessagesid') && names.includes('status') ? SURE : 0),
  fields: commonNames,
  unread: ['API Version', 'Error Message'],
  dialect: { time: parseUtcTime },
});
