import { consoleFields, startsWith, type LogFormat } from '../format.ts';

/** The Console's CSV of 2013-14: 12 columns in another order, US numbers as ten digits, times in PST. */
export const consoleV1: LogFormat = {
  id: 'console-v1',
  bareNanp: true,
  matches: (names) => startsWith(names, ['body', 'status', 'sentdate']) && names.length === 12 && !names.includes('errorcode'),
  fields: consoleFields,
};
