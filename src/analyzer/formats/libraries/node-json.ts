import { SURE } from '../format.ts';
import { messagesIn } from '../messages-in.ts';
import { namedFormat } from '../named-format.ts';
import { areCamel } from './camel-keys.ts';

/** Messages as the library for Node and the CLI's `-o json` write them, in one list or object after object; nothing tells the two apart. */
export const nodeJson = namedFormat({
  id: 'node-json',
  name: 'Twilio CLI or Node library, messages as JSON',
  recognise: ({ keys }) => (keys?.isJson === true && areCamel(keys) ? SURE : 0),
  take: messagesIn,
});
