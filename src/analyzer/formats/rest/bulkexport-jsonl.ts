import { SURE } from '../format.ts';
import { messagesIn } from '../messages-in.ts';
import { namedFormat } from '../named-format.ts';
import { hasEnvelope, namesOfCalls, OWN, SHARED } from './rest-keys.ts';

/** A day of the API's export in bulk, in the Console "Log archives": a message a line, without price unit, error message and addresses. */
export const bulkexportJsonl = namedFormat({
  id: 'bulkexport-jsonl',
  name: 'Twilio export in bulk (Log archives), a day of messages',
  recognise({ keys }) {
    if (keys?.isJson !== true || hasEnvelope(keys) || namesOfCalls(keys) || OWN.some((key) => keys.spelled.has(key))) return 0;
    return keys.spelled.has('sid') && keys.spelled.has('status') && SHARED.filter((key) => keys.spelled.has(key)).length >= 4 ? SURE : 0;
  },
  take: messagesIn,
});
