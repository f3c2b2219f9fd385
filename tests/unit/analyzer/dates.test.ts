import { expect, test } from 'vitest';
import { analyze } from '../../../src/analyzer/analyze.ts';
import { listRows } from '../../../src/analyzer/ask.ts';
import { knowledge } from '../../knowledge.ts';
import { noticeIds, report, source } from '../../log.ts';

const heading = 'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit';
const log = (...dates: readonly string[]): string =>
  [
    heading,
    ...dates.map((date, n) => `+12025550100,+13035550116,x,sent,${date},,1,0,,SM${String(n).padStart(32, '0')},outbound-api,,`),
  ].join('\n');

test('dates of one order are read in it, also where it shows only at the end', async () => {
  const many = Array.from({ length: 3_000 }, () => '8/9/2025 10:00');
  const found = await report([source('x.csv', log(...many, '13/9/2025 10:00'))]);
  expect([found.oldest, found.clock]).toEqual(['2025-09-08T10:00:00Z', '2025-09-13T10:00:00Z']);
  expect(noticeIds(found)).toEqual(['assumed-utc']);
});

test('the month comes first where nothing tells, and that is said', async () => {
  const found = await report([source('x.csv', log('8/9/2025 10:00'))]);
  expect(found.clock).toBe('2025-08-09T10:00:00Z');
  expect(noticeIds(found)).toEqual(['assumed-utc', 'month-first']);
});

test('a choice holds over what the log shows, and is said', async () => {
  const told = { order: 'day-first', zone: 'America/New_York' } as const;
  const found = await report([source('x.csv', log('8/9/2025 10:00'))], { told });
  expect(found.clock).toBe('2025-09-08T14:00:00Z');
  expect(noticeIds(found)).toEqual(['assumed-zone', 'day-first']);
});

test('dates of both orders are told', async () => {
  expect(noticeIds(await report([source('x.csv', log('13/9/2025 10:00', '9/13/2025 10:00', '8/9/2025 10:00'))]))).toContain('mixed-dates');
});

test('each source has an order of its own, and rows asked for later are read in it', async () => {
  const sources = [
    source('us.csv', log('8/9/2025 10:00', '8/30/2025 10:00')),
    source('eu.csv', log('8/9/2025 11:00', '30/9/2025 10:00').replaceAll('SM0', 'MM0')),
  ];
  const analysis = await analyze(sources, { knowledge });
  if (analysis.kind !== 'report') expect.fail('no report');
  const rows = await listRows(sources, {}, { from: 0, count: 10 }, { knowledge, report: analysis.report, plan: analysis.plan });
  expect(rows?.rows.map(({ time }) => time).sort()).toEqual([
    '2025-08-09T10:00:00Z',
    '2025-08-30T10:00:00Z',
    '2025-09-08T11:00:00Z',
    '2025-09-30T10:00:00Z',
  ]);
});
