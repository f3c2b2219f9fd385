import { START } from './console-v3.ts';
import { consoleFields, startsWith, type LogFormat } from '../format.ts';

/** The Console's CSV of about 2018-22: the first 13 columns of console-v3. */
export const consoleV2: LogFormat = {
  id: 'console-v2',
  bareNanp: false,
  matches: (names) => startsWith(names, START) && names.length === 13 && names.at(-1) === 'priceunit',
  fields: consoleFields,
};
