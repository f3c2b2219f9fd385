import { describe, expect, test } from 'vitest';
import { isNothing } from '../../../../src/analyzer/message/nothing.ts';
import { report, source } from '../../../log.ts';

const words = [
  'NULL',
  'null',
  '\\N',
  'None',
  'nil',
  'nan',
  'NaN',
  'NaT',
  'N/A',
  'NA',
  '#N/A',
  '-',
  '~',
  '(null)',
  '<null>',
  '<NA>',
  '[NULL]',
  'undefined',
];

test.for(words)('%j says nothing', (word) => {
  expect([word, ` ${word} `, word.toUpperCase(), word.toLowerCase()].map(isNothing)).toEqual([true, true, true, true]);
});

test.for(['0', 'no', '--', 'N', '\\n\\n', 'NULLs', 'none yet', 'Nancy', '()', 'SM0'])('%j says something', (word) => {
  expect(isNothing(word)).toBe(false);
});

describe('a word for nothing counts as an empty cell', () => {
  const sid = (n: number): string => `SM${String(n).repeat(32)}`;
  const logs = {
    'the Console': (nothing: string) =>
      `From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit
+12025550100,+13035550111,Hello,undelivered,2025-08-14T10:00:00-03:00,2010-04-01,1,30007,,${sid(1)},outbound-api,${nothing},${nothing}
+12025550100,+13035550112,None,delivered,2025-08-14T10:01:00-03:00,2010-04-01,1,${nothing},,${sid(2)},outbound-api,-0.0083,USD
${nothing},+13035550113,Wait,accepted,${nothing},2010-04-01,${nothing},${nothing},,${sid(3)},outbound-api,${nothing},${nothing}
+12025550100,${nothing},Wait,queued,${nothing},2010-04-01,${nothing},${nothing},,${nothing},${nothing},${nothing},${nothing}`,
    'a table of messages of the API': (nothing: string) =>
      `sid,from,to,body,status,date_created,date_sent,date_updated,num_segments,error_code,direction,price,price_unit,messaging_service_sid
${sid(1)},+12025550100,+13035550111,Hello,undelivered,2025-08-14T10:00:00Z,2025-08-14T10:00:01Z,2025-08-14T10:00:05Z,1,30007,outbound-api,${nothing},${nothing},${nothing}
${sid(2)},${nothing},+13035550112,Hi,accepted,2025-08-14T10:01:00Z,${nothing},2025-08-14T10:01:00Z,0,${nothing},outbound-api,${nothing},${nothing},MG${'a'.repeat(32)}
${sid(3)},+12025550100,+13035550113,Hi,delivered,2025-08-14T10:02:00Z,2025-08-14T10:02:01Z,${nothing},1,${nothing},outbound-api,-0.0083,USD,${nothing}`,
    'an application': (nothing: string) =>
      `recipient,sender,state,sent_at,twilio_error,cost
+13035550111,+12025550100,undelivered,2025-08-14 10:00:00Z,30007,${nothing}
+13035550112,${nothing},delivered,2025-08-14 10:01:00Z,${nothing},0.0083
+13035550113,+12025550100,queued,${nothing},${nothing},${nothing}`,
  } as const;

  test.for(Object.keys(logs).flatMap((who) => words.map((word) => [who as keyof typeof logs, word] as const)))(
    'in a log of %s: %j',
    async ([who, word]) => {
      const {
        sources: [read],
        ...said
      } = await report([source('log.csv', logs[who](word))]);
      const {
        sources: [empty],
        ...same
      } = await report([source('log.csv', logs[who](''))]);
      expect(said).toEqual(same);
      expect({ ...read, bytes: 0 }).toEqual({ ...empty, bytes: 0 });
    },
  );
});
