/** How much is done for text that is no row: counted, not timed. */
import { afterEach, expect, test, vi } from 'vitest';
import { formats } from '../../../../../src/analyzer/formats/index.ts';
import { formatOfHeading } from '../../../../../src/analyzer/formats/recognise.ts';
import { declined, source } from '../../../../log.ts';

const HEADING = 'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit';

afterEach(() => {
  vi.restoreAllMocks();
});

test.for(['",\n', 'a,b\n', '"\n', ',,,\n'])('%j in every line: formats are asked for the heading, not for the lines', async (line) => {
  const asked = formats.map((format) => vi.spyOn(format, 'recognise'));
  const questions = async (lines: number): Promise<number> => {
    asked.forEach((spy) => spy.mockClear());
    await declined(source('x', `${HEADING}\n${line.repeat(lines)}`));
    return asked.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  };
  const few = await questions(10);
  expect(few).toBeGreaterThan(0);
  expect(await questions(4_000)).toBe(few);
});

test('every heading of a table names a status: a row that names none is asked of no format', () => {
  const headings = [
    'Sid,Status,To,From,DateSent,NumMedia',
    'message_sid,message_status',
    'SMS Message SID,From,To,STATUS',
    'SmsSid,SmsStatus',
  ];
  expect(headings.map((heading) => formatOfHeading(heading.split(','), ',')?.id)).toEqual([
    'rest-csv',
    'statuscallback-csv',
    'script-php',
    'statuscallback-csv',
  ]);
  expect(formatOfHeading(['Sid', 'Stat', 'To'], ',')).toBeUndefined();
});
