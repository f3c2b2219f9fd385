import type { Keys } from '../format.ts';

/** Keys of a message as libraries for JavaScript and the CLI spell them, besides `sid` and `status`. */
const CAMEL = [
  'accountSid',
  'numSegments',
  'numMedia',
  'dateCreated',
  'dateSent',
  'errorCode',
  'priceUnit',
  'messagingServiceSid',
  'subresourceUris',
];

/** Whether the keys are those of a message of such a library; old versions left the API's own beside them. */
export const areCamel = ({ spelled }: Keys): boolean =>
  spelled.has('sid') && spelled.has('status') && CAMEL.filter((key) => spelled.has(key)).length >= 3 && !spelled.has('date_created');
