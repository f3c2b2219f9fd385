/** What became of a message, as colour and glyph show it everywhere. */
export const outcomes = ['delivered', 'no-receipt', 'in-flight', 'undelivered', 'failed', 'inbound', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

/** Place of an outcome in `outcomes`: what is counted by outcome is an array with such places. */
export const outcomeNumber = Object.fromEntries(outcomes.map((outcome, place) => [outcome, place])) as Readonly<Record<Outcome, number>>;

/** Kinds of trouble; an error code has one, a failed message has the one of its code. */
export const errorCategories = [
  'recipient-unreachable',
  'recipient-invalid',
  'recipient-opted-out',
  'content-filtered',
  'content-rejected',
  'sender-unregistered',
  'sender-configuration',
  'rate-limited',
  'expired',
  'geo-permission',
  'fraud-protection',
  'account',
  'authentication',
  'request-invalid',
  'media',
  'channel',
  'carrier',
  'twilio-internal',
  'webhook',
  'registration',
  'configuration',
  'unknown',
] as const;
export type ErrorCategory = (typeof errorCategories)[number];

/** What a message without a failure is filed under. */
export const healthyCategories = ['delivered', 'no-receipt', 'in-flight', 'scheduled', 'canceled', 'inbound'] as const;

export type MessageCategory = ErrorCategory | (typeof healthyCategories)[number];

/** The words a reader sees for each category. */
export const categoryLabels: Readonly<Record<MessageCategory, string>> = {
  'recipient-unreachable': 'Recipient unreachable',
  'recipient-invalid': 'Number cannot receive',
  'recipient-opted-out': 'Recipient opted out',
  'content-filtered': 'Filtered as unwanted',
  'content-rejected': 'Content rejected',
  'sender-unregistered': 'Sender not registered',
  'sender-configuration': 'Sender set-up',
  'rate-limited': 'Too fast or too much',
  expired: 'Expired in the queue',
  'geo-permission': 'Country not enabled',
  'fraud-protection': 'Fraud protection',
  account: 'Account stopped or limited',
  authentication: 'Credentials',
  'request-invalid': 'Invalid request',
  media: 'Media',
  channel: 'Channel (WhatsApp, RCS, …)',
  carrier: 'Carrier',
  'twilio-internal': 'Twilio internal',
  webhook: 'Webhook',
  registration: 'Registration',
  configuration: 'Configuration',
  unknown: 'Unknown',
  delivered: 'Delivered',
  'no-receipt': 'No receipt',
  'in-flight': 'In flight',
  scheduled: 'Scheduled',
  canceled: 'Canceled',
  inbound: 'Inbound',
};
