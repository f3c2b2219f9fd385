import { SURE } from '../format.ts';
import { namedFormat } from '../named-format.ts';

/** Messages as the library for Ruby prints them: values without quotes, texts may hold anything. */
export const rubyInspect = namedFormat({
  id: 'ruby-inspect',
  name: 'Messages printed by the Twilio library for Ruby',
  kind: 'printed',
  recognise: ({ text, heading }) =>
    heading === undefined && /<Twilio\.Api\.[\w.]+\.MessageInstance [^]{0,4000}?\bstatus: /.test(text) ? SURE : 0,
});
