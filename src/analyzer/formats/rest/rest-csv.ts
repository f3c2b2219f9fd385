import { SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { restTime } from './rest-time.ts';

/** Headings that the list of messages has and no other list of the API. */
const OWN = ['MessagingServiceSid', 'NumMedia', 'NumSegments'];

/** `/Messages.csv` of the REST API: the names of its XML, in an order that Twilio does not promise; times as RFC 2822. */
export const restCsv = tableFormat({
  id: 'rest-csv',
  name: 'Twilio REST API, messages as CSV',
  // Spelled as the API spells them: "date_sent" is a column of somebody's own program.
  recognise: ({ cells }) =>
    cells.includes('Sid') && cells.includes('Status') && cells.includes('DateSent') && OWN.some((name) => cells.includes(name)) ? SURE : 0,
  fields: {
    Sid: 'sid',
    DateCreated: 'created',
    DateUpdated: 'updated',
    DateSent: 'sent',
    AccountSid: 'accountSid',
    To: 'to',
    From: 'from',
    MessagingServiceSid: 'messagingServiceSid',
    Body: 'body',
    Status: 'status',
    NumSegments: 'segments',
    NumMedia: 'media',
    Direction: 'direction',
    Price: 'price',
    PriceUnit: 'priceUnit',
    ErrorCode: 'errorCode',
  },
  unread: ['ApiVersion', 'ErrorMessage', 'Uri', 'SubresourceUris'],
  dialect: { time: restTime },
});
