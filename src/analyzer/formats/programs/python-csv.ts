import { parseAnyTime } from '../../message/time/any-time.ts';
import { SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { fieldNames, unreadNames } from './field-names.ts';

/** Messages of the Python library through its csv module or through pandas: only there the sender is called "from_". */
export const pythonCsv = tableFormat({
  id: 'python-csv',
  name: 'Table made with the Python library (csv or pandas)',
  recognise: ({ cells, names }) => (cells.includes('from_') && names.includes('status') ? SURE : 0),
  fields: fieldNames,
  unread: unreadNames,
  dialect: { time: parseAnyTime },
});
