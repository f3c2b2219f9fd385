import { SURE } from '../format.ts';
import { namedFormat } from '../named-format.ts';

/** Messages of the REST API as the web page that it shows people: each field stands in an element whose class is its name. Only "account-sid" is known for sure; the others are taken to be the names of its XML in the same spelling. */
export const restHtml = namedFormat({
  id: 'rest-html',
  name: 'Twilio REST API, messages as a web page',
  kind: 'html',
  recognise: ({ text, heading }) =>
    heading === undefined && ['message', 'account-sid', 'status'].every((name) => text.includes(`class="${name}"`)) ? SURE : 0,
});
