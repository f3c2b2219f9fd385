import { SURE } from '../format.ts';
import { namedFormat } from '../named-format.ts';

/** Messages of the REST API as XML, what it answers when no form is asked for. */
export const restXml = namedFormat({
  id: 'rest-xml',
  name: 'Twilio REST API, messages as XML',
  kind: 'xml',
  recognise: ({ text, heading }) =>
    heading === undefined && /<TwilioResponse[\s>]/.test(text) && !text.includes('<RestException>') && /<(?:SMS)?Messages?[\s>/]/.test(text)
      ? SURE
      : 0,
});
