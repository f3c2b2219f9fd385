import type { Named, Taken } from '../../records/records.ts';
import { SURE } from '../format.ts';
import { isNamed, itself, namedFormat } from '../named-format.ts';
import { isMessageStream } from './stream.ts';

/** Lines of the copy that hold no row: states, logs, the catalog. */
const isBookkeeping = ({ type }: Named): boolean => typeof type === 'string' && type !== 'RECORD';

/** The data of a line, whichever of Airbyte's envelopes is around it; old destinations keep them under one key, perhaps as text. */
function take(record: Named): Taken {
  const raw = record._airbyte_data;
  if (raw !== undefined) {
    try {
      const data = typeof raw === 'string' ? (JSON.parse(raw) as unknown) : raw;
      return isNamed(data) ? itself(data) : { kind: 'other' };
    } catch {
      return { kind: 'other' };
    }
  }
  if (isBookkeeping(record)) return { kind: 'bookkeeping' };
  const row = isNamed(record.record) ? record.record : record;
  return isMessageStream(row.stream) && isNamed(row.data) ? itself(row.data) : { kind: 'other' };
}

/** Records as Airbyte writes them, of several streams in one file: those of messages are read. */
export const airbyteJsonl = namedFormat({
  id: 'airbyte-jsonl',
  name: 'Messages copied by Airbyte, a record a line',
  recognise({ keys }) {
    if (keys?.isJson !== true) return 0;
    const has = (name: string): boolean => keys.spelled.has(name);
    return has('_airbyte_data') || (has('stream') && has('data') && has('emitted_at')) ? SURE : 0;
  },
  take,
});
