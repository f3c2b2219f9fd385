import { SURE } from '../format.ts';
import { namedFormat } from '../named-format.ts';
import { areCamel } from './camel-keys.ts';

/** Messages as `console.log` of Node prints them: no JSON, and a list of more than 100 is cut. */
export const nodeInspect = namedFormat({
  id: 'node-inspect',
  name: 'Messages printed by console.log of Node',
  recognise: ({ keys }) => (keys?.isJson === false && areCamel(keys) ? SURE : 0),
});
