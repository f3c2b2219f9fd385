import { LIKELY, SURE } from '../format.ts';
import { hasEnvelope, namesOfCalls, OWN, SHARED } from './rest-keys.ts';
import { sidKey } from '../../message/sid.ts';
import { areEscaped, messagesIn } from '../messages-in.ts';
import { namedFormat } from '../named-format.ts';

/** Messages of the REST API as JSON: pages (`messages`), one message, lists, lines, or objects joined; of 2008 too, with names in capitals. Known by its keys: SIDs may be masked. */
export const restJson = namedFormat({
  id: 'rest-json',
  name: 'Twilio REST API, messages as JSON',
  recognise({ keys, text }) {
    if (keys?.isJson === true && keys.spelled.has('TwilioResponse'))
      return keys.folded.has('smsmessage') || keys.folded.has('message') ? SURE : 0;
    if (
      keys?.isJson === true &&
      !keys.spelled.has('sid') &&
      areEscaped(text, 'sid', 'status') &&
      SHARED.filter((key) => areEscaped(text, key)).length >= 3
    )
      return SURE;
    if (keys?.isJson !== true || hasEnvelope(keys) || !keys.spelled.has('status')) return 0;
    if (!keys.spelled.has('sid') && ![...keys.spelled].some((key) => sidKey(key) !== 0)) return 0;
    const shared = SHARED.filter((key) => keys.spelled.has(key)).length;
    if (OWN.some((key) => keys.spelled.has(key)) && shared >= 3) return SURE;
    return !namesOfCalls(keys) && shared > 0 ? LIKELY : 0;
  },
  take: messagesIn,
});
