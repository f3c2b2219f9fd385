import { SURE } from '../format.ts';
import { jsonFormat, keysIn } from '../json-format.ts';
import { restTime } from './rest-time.ts';

/** Keys that a message of the REST API has besides its SID, its status and those it shares with exports in bulk. */
const OWN = ['api_version', 'uri', 'subresource_uris'];
const SHARED = ['account_sid', 'date_created', 'date_sent', 'num_segments', 'error_code', 'messaging_service_sid'];
/** Envelopes of other programs around the same records. */
const ENVELOPES = ['specversion', 'record', '_airbyte_data'];

/** Messages of the REST API as JSON: pages (`messages`), one page, or the bare list; times as RFC 2822. Known by its keys: SIDs may be masked. */
export const restJson = jsonFormat({
  id: 'rest-json',
  name: 'Twilio REST API, messages as JSON',
  recognise: (text) =>
    keysIn(text, ['sid', 'status']) === 2 && keysIn(text, OWN) > 0 && keysIn(text, SHARED) >= 3 && keysIn(text, ENVELOPES) === 0 ? SURE : 0,
  list: 'messages',
  fields: {
    sid: 'sid',
    date_created: 'created',
    date_updated: 'updated',
    date_sent: 'sent',
    account_sid: 'accountSid',
    to: 'to',
    from: 'from',
    messaging_service_sid: 'messagingServiceSid',
    body: 'body',
    status: 'status',
    num_segments: 'segments',
    num_media: 'media',
    direction: 'direction',
    price: 'price',
    price_unit: 'priceUnit',
    error_code: 'errorCode',
  },
  dialect: { time: restTime },
});
