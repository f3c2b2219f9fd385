import type { Named, Taken } from '../../records/records.ts';
import { SURE } from '../format.ts';
import { isNamed, itself, namedFormat } from '../named-format.ts';
import { isMessageStream } from './stream.ts';

function take({ type, stream, record }: Named): Taken {
  if (type !== 'RECORD') return { kind: 'bookkeeping' };
  return isMessageStream(stream) && isNamed(record) ? itself(record) : { kind: 'other' };
}

/** Records as a Singer tap writes them (Stitch, Meltano), among lines of schemas and states: those of messages are read. */
export const singer = namedFormat({
  id: 'singer',
  name: 'Messages copied by a Singer tap, a record a line',
  recognise: ({ keys, text }) =>
    keys?.isJson === true && keys.spelled.has('stream') && !keys.spelled.has('data') && /"type"\s*:\s*"(?:RECORD|SCHEMA)"/.test(text)
      ? SURE
      : 0,
  take,
});
