import type { Field } from '../../message/fields.ts';

/** Every column of the Console's exports that is read, of whatever year. */
export const consoleFields: Readonly<Record<string, Field>> = {
  From: 'from',
  To: 'to',
  Body: 'body',
  Status: 'status',
  SentDate: 'sent',
  NumSegments: 'segments',
  ErrorCode: 'errorCode',
  AccountSid: 'accountSid',
  Sid: 'sid',
  Direction: 'direction',
  Price: 'price',
  PriceUnit: 'priceUnit',
};

/** Columns that nobody reads but that may be moved to the front. */
export const consoleUnread = ['ApiVersion', 'ShortenedLinkEnabled', 'ShortenedLinkFirstClicked'];

/** What the Console writes at the end of an export it gave up. */
export const consoleTrailers = ['Could not finish exporting all records.'];

/** First columns of the Console's CSV since about 2018, folded. */
export const consoleStart = ['from', 'to', 'body', 'status', 'sentdate', 'apiversion', 'numsegments', 'errorcode'];
