import { parseUtcTime } from '../../message/time/utc-time.ts';
import { isMadeBy, SURE } from '../format.ts';
import { fieldNames } from '../programs/field-names.ts';
import { tableFormat } from '../table-format.ts';

/** Names that Fivetran gives, beside which an "id" is the SID of a message. */
const OWN = ['accountid', 'createdat', 'updatedat'];

/** The table `message` that Fivetran copies; times in UTC, in some warehouses without the letters. */
export const fivetran = tableFormat({
  id: 'fivetran',
  name: 'Message table copied by Fivetran',
  recognise: (heading) => {
    const { names } = heading;
    const isCopy = isMadeBy(heading, 'fivetran') || (names.includes('datesent') && OWN.some((name) => names.includes(name)));
    return names.includes('id') && names.includes('status') && isCopy ? SURE : 0;
  },
  fields: { ...fieldNames, id: 'sid', account_id: 'accountSid', created_at: 'created', updated_at: 'updated' },
  unread: ['_fivetran_synced', '_fivetran_deleted', 'error_message'],
  dialect: { time: parseUtcTime },
});
