import type { Field } from '../../message/fields.ts';

/**
 * Names that programs and copies of the API give the fields of a message, in snake case; in camel case, with capitals or with
 * blanks they are the same when folded (message/field-name.ts).
 */
export const fieldNames: Readonly<Record<string, Field>> = {
  sid: 'sid',
  account_sid: 'accountSid',
  messaging_service_sid: 'messagingServiceSid',
  from: 'from',
  to: 'to',
  body: 'body',
  status: 'status',
  direction: 'direction',
  error_code: 'errorCode',
  date_sent: 'sent',
  date_created: 'created',
  date_updated: 'updated',
  num_segments: 'segments',
  num_media: 'media',
  price: 'price',
  price_unit: 'priceUnit',
};

/** Further names of the API that are known and not read. */
export const unreadNames = ['api_version', 'error_message', 'uri', 'subresource_uris'];

/** Names of fields, folded, that only the API gives: a table that has one of them beside a status was made from its answers. */
export const apiNames = [
  'accountsid',
  'datesent',
  'datecreated',
  'dateupdated',
  'numsegments',
  'nummedia',
  'messagingservicesid',
  'errorcode',
];

/** The same and what people and their programs call them besides. */
export const commonNames: Readonly<Record<string, Field>> = {
  ...fieldNames,
  message_sid: 'sid',
  sms_sid: 'sid',
  sms_message_sid: 'sid',
  message_id: 'sid',
  twilio_sid: 'sid',
  twilio_message_sid: 'sid',
  account_id: 'accountSid',
  from_number: 'from',
  sent_from: 'from',
  to_number: 'to',
  sent_to: 'to',
  message_body: 'body',
  date: 'sent',
  sent_at: 'sent',
  sent_date: 'sent',
  time_sent: 'sent',
  timestamp_sent: 'sent',
  created_at: 'created',
  updated_at: 'updated',
  message_segments: 'segments',
  segments: 'segments',
};
