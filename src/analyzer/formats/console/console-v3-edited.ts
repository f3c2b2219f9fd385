import { consoleFields, type LogFormat } from '../format.ts';

/** Names that only mean something together with a status and a time. */
const SUBJECTS = ['sid', 'from', 'to', 'body', 'errorcode'];

/** A Console export whose columns someone removed or moved; "SentDate" is a name that only the Console uses. */
export const consoleV3Edited: LogFormat = {
  id: 'console-v3-edited',
  bareNanp: false,
  matches: (names) => names.includes('sentdate') && names.includes('status') && SUBJECTS.some((name) => names.includes(name)),
  fields: consoleFields,
};
