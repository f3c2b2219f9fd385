import { parseAnyTime } from '../../message/time/any-time.ts';
import { isMadeBy, SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { isCliTable } from '../cli/cli-tsv.ts';
import { apiNames, fieldNames, unreadNames } from './field-names.ts';

/** Answers of the API made a table by json2csv, jq or a program of one's own, with the names of its JSON or of a library. */
export const apiFieldsCsv = tableFormat({
  id: 'api-fields-csv',
  name: 'Table with the field names of the REST API',
  recognise: (heading) => {
    const { cells, names } = heading;
    const isSpelledSo = cells.some((cell) => /^[a-z]+(?:_[a-z]+|[A-Z][a-z]+)/.test(cell));
    const isOther = cells.includes('from_') || isMadeBy(heading, 'fivetran', 'airbyte') || isCliTable(heading);
    return names.includes('sid') && names.includes('status') && isSpelledSo && !isOther && apiNames.some((name) => names.includes(name))
      ? SURE
      : 0;
  },
  fields: { ...fieldNames, sent_to: 'to', sent_from: 'from' },
  unread: [...unreadNames, 'sub_resource_uris'],
  dialect: { time: parseAnyTime },
});
