import { consoleFields, startsWith, type LogFormat } from '../format.ts';

/** First columns of the Console's CSV since about 2018; research/field-map.json, signatures. */
export const START = ['from', 'to', 'body', 'status', 'sentdate', 'apiversion', 'numsegments', 'errorcode'];

/** Console > Monitor > Logs > Messaging, 2025-26: 15 columns, times with the exporter's offset, ErrorCode 0 = none. */
export const consoleV3: LogFormat = {
  id: 'console-v3',
  bareNanp: false,
  matches: (names) => startsWith(names, START) && names.includes('shortenedlinkenabled'),
  fields: consoleFields,
};
