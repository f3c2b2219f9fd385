import type { Field } from '../../message/fields.ts';
import { commonNames } from '../programs/field-names.ts';

/** Names that callbacks and events have for what a message calls otherwise; source: the format study, 2026-11-26. */
const ownNames: Readonly<Record<string, Field>> = {
  message_sid: 'sid',
  sms_message_sid: 'sid',
  sms_sid: 'sid',
  message_status: 'status',
  sms_status: 'status',
  number_of_segments: 'segments',
  number_segments: 'segments',
};

/**
 * Names of the time of an event: when the state changed, else when a program received it. It stands in the place of the time of
 * sending, which events do not tell.
 */
const times: Readonly<Record<string, Field>> = {
  timestamp: 'sent',
  date_updated: 'sent',
  event_time: 'created',
  received_at: 'created',
  received: 'created',
  time_received: 'created',
  arrived_at: 'created',
  callback_at: 'created',
  logged_at: 'created',
  time: 'created',
  datetime: 'created',
  date: 'created',
  at: 'created',
  ts: 'created',
  created_at: 'created',
  date_created: 'created',
};

/** Names of the fields of an event; of several names of one field the first counts. */
export const eventNames: Readonly<Record<string, Field>> = { ...ownNames, ...times, ...commonNames, ...times };

/** Names of tables of events that are known and not read. */
export const unreadEventNames = [
  'eventName',
  'EventType',
  'apiVersion',
  'RawDlrDoneDate',
  'mnc',
  'mcc',
  'tags',
  'statusCallBackUrl',
  'ErrorMessage',
  'ChannelPrefix',
  'ChannelInstallSid',
  'ChannelStatusMessage',
  'ChannelToAddress',
];
