import { codedFields, textFields, type Field } from '../../message/fields.ts';

/** The fields of a message that the script reads. */
export const sqlFields = [...codedFields, ...textFields].filter((field) => field !== 'accountSid' && field !== 'media');
/** Field -> its column in the table. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** The names of the API. */
const rest = {
  sid: 'sid',
  from: 'from',
  to: 'to',
  body: 'body',
  status: 'status',
  direction: 'direction',
  errorCode: 'error_code',
  sent: 'date_sent',
  created: 'date_created',
  updated: 'date_updated',
  segments: 'num_segments',
  price: 'price',
  priceUnit: 'price_unit',
  messagingServiceSid: 'messaging_service_sid',
} as const satisfies Columns;

/** The columns of tables that many have; which column is which is what the formats of the same names say (formats/). */
export const presets = {
  rest,
  airbyte: rest,
  fivetran: { ...rest, sid: 'id', created: 'created_at', updated: 'updated_at' },
  dbt_twilio: {
    sid: 'message_id',
    messagingServiceSid: 'messaging_service_id',
    sent: 'timestamp_sent',
    created: 'created_at',
    updated: 'updated_at',
    to: 'phone_number',
    body: 'body',
    status: 'status',
    direction: 'direction',
    errorCode: 'error_code',
    segments: 'num_segments',
    price: 'price',
    priceUnit: 'price_unit',
  },
  console: {
    sid: 'Sid',
    from: 'From',
    to: 'To',
    body: 'Body',
    status: 'Status',
    direction: 'Direction',
    errorCode: 'ErrorCode',
    sent: 'SentDate',
    segments: 'NumSegments',
    price: 'Price',
    priceUnit: 'PriceUnit',
  },
} as const satisfies Readonly<Record<string, Columns>>;

export type PresetId = keyof typeof presets;
export const presetIds = Object.keys(presets) as readonly PresetId[];
