import { SURE } from '../format.ts';
import { namedFormat } from '../named-format.ts';

/** Keys of the library for Python besides `sid` and `status`; `from_`, as "from" is a word of the language. */
const SNAKE = [
  'account_sid',
  'num_segments',
  'num_media',
  'date_created',
  'date_sent',
  'error_code',
  'price_unit',
  'messaging_service_sid',
];

/** Messages as Python and Ruby print their fields (`vars(message)`, a hash): no JSON. */
export const printedFields = namedFormat({
  id: 'printed-fields',
  name: 'Messages printed by Python or Ruby',
  recognise: ({ keys }) =>
    keys?.isJson === false &&
    keys.spelled.has('sid') &&
    keys.spelled.has('status') &&
    SNAKE.filter((key) => keys.spelled.has(key)).length >= 3
      ? SURE
      : 0,
});
