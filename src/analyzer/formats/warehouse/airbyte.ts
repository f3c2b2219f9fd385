import { parseAnyTime } from '../../message/time/any-time.ts';
import { isMadeBy, SURE } from '../format.ts';
import { fieldNames, unreadNames } from '../programs/field-names.ts';
import { tableFormat } from '../table-format.ts';

/** The table `messages` that Airbyte copies: the names of the API among columns of its own. */
export const airbyte = tableFormat({
  id: 'airbyte',
  name: 'Message table copied by Airbyte',
  recognise: (heading) => (isMadeBy(heading, 'airbyte') && ['sid', 'status'].every((name) => heading.names.includes(name)) ? SURE : 0),
  fields: fieldNames,
  unread: [
    ...unreadNames,
    '_airbyte_raw_id',
    '_airbyte_extracted_at',
    '_airbyte_meta',
    '_airbyte_generation_id',
    '_airbyte_ab_id',
    '_airbyte_emitted_at',
  ],
  dialect: { time: parseAnyTime },
});
