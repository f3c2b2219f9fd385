import { parseUtcTime } from '../../message/time/utc-time.ts';
import { SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';

/**
 * `twilio__message_enhanced` of dbt: one number a message, of the person outside. For what was sent that is the recipient; the
 * sender of an inbound message is not told apart from it. Times in UTC without the letters.
 */
export const dbtEnhanced = tableFormat({
  id: 'dbt-enhanced',
  name: 'Message table of dbt (twilio__message_enhanced)',
  recognise: ({ names }) => (['messageid', 'timestampsent', 'status'].every((name) => names.includes(name)) ? SURE : 0),
  fields: {
    message_id: 'sid',
    messaging_service_id: 'messagingServiceSid',
    timestamp_sent: 'sent',
    account_id: 'accountSid',
    created_at: 'created',
    updated_at: 'updated',
    phone_number: 'to',
    body: 'body',
    status: 'status',
    direction: 'direction',
    error_code: 'errorCode',
    num_segments: 'segments',
    num_media: 'media',
    price: 'price',
    price_unit: 'priceUnit',
  },
  unread: ['source_relation', 'date_day', 'date_week', 'date_month', 'num_characters', 'num_words', 'error_message', 'friendly_name'],
  dialect: { time: parseUtcTime },
});
