/** Logs as strangers have them: words of a terminal above, dashes under a heading, wikis, Oracle, JSON in a text, values for nothing. */
import { describe, expect, test } from 'vitest';
import { noticeIds, report, source } from '../../../log.ts';

const sid = (number: number): string => `SM${String(number).padStart(32, '0')}`;
/** SID, who to, status, code, when. */
const rows = [
  [sid(1), '+12025550111', 'delivered', '', '2026-03-19 10:00:00'],
  [sid(2), '+12025550112', 'undelivered', '30003', '2026-03-19 11:00:00'],
  [sid(3), '+12025550113', 'failed', '21610', '2026-03-19 12:00:00'],
] as const;
const names = ['sid', 'to', 'status', 'error_code', 'date_sent'] as const;
const widths = names.map((name, place) => Math.max(name.length, ...rows.map((row) => (row[place] ?? '').length)));
const padded = (cells: readonly string[], between: string): string =>
  cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(between);
const columns = (between: string): string => [names, ...rows].map((row) => `${padded(row, between)}\n`).join('');
const ruled = (between: string): string => {
  const [heading = '', ...more] = columns(between).split('\n');
  return [heading, widths.map((width) => '-'.repeat(width)).join(between), ...more].join('\n');
};
const bars = [
  '| sid | to | status | error_code | date_sent |',
  '|---|---|---|---|---|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
].join('\n');
const rest = rows.map(([one, to, status, code, sent]) => ({
  sid: one,
  to,
  status,
  error_code: code === '' ? null : Number(code),
  date_sent: `${sent} UTC`,
  num_segments: '1',
  account_sid: `AC${'5d'.repeat(16)}`,
}));
const oracle = rows
  .map(
    (row) =>
      `Insert into SMS (${names.join(',').toUpperCase()}) values (${row.map((value, place) => (place === 4 ? `to_timestamp('${value}','YYYY-MM-DD HH24:MI:SS')` : value === '' ? 'null' : `'${value}'`)).join(',')});\n`,
  )
  .join('');

describe('three messages, one delivered', () => {
  test.for<[string, string, string, readonly string[]]>([
    ['a warning above the table of the CLI', 'cli-columns', ` ›   Warning: an update is there\n${columns('  ')}`, ['lines-before']],
    [
      'a prompt above and below it',
      'cli-columns',
      `$ twilio api:core:messages:list\n${columns('  ')}$ \n`,
      ['lines-before', 'ragged-rows'],
    ],
    ['dashes under the heading', 'cli-columns', ruled('  '), []],
    ['one blank between columns that dashes show', 'cli-columns', `${ruled(' ')}\n(3 rows affected)\n`, []],
    ['a page of a terminal after another', 'cli-columns', `${ruled(' ')}${ruled(' ')}`, ['header-repeated', 'duplicates']],
    ['words above a drawn table', 'drawn-table', `*Failed ones*\n\n${bars}`, ['lines-before']],
    ['how many rows were fetched', 'drawn-table', `${bars}Fetched 3 row(s) in 0.12s\n`, []],
    [
      'a table of Jira',
      'drawn-table',
      `||${names.join('||')}||\n${rows.map((row) => `|${row.map((cell) => cell || ' ').join('|')}|\n`).join('')}`,
      [],
    ],
    ['a dump of Oracle', 'sql-dump', `REM INSERTING into SMS\nSET DEFINE OFF;\n${oracle}`, []],
    [
      'an answer as a text in the JSON of a gateway',
      'rest-json',
      JSON.stringify({ statusCode: 200, body: JSON.stringify({ messages: rest }) }),
      [],
    ],
    [
      'a message as a text in each line of a log',
      'rest-json',
      rest.map((one) => JSON.stringify({ level: 30, msg: JSON.stringify(one) })).join('\n'),
      [],
    ],
    [
      'what databases write for nothing',
      'own-table',
      `Message Sid,Recipient,Status,Error,Sent At\n${rows.map((row) => row.map((cell) => cell || '\\N').join(',')).join('\n')}\n`,
      ['guessed-columns'],
    ],
  ])('%s', async ([, format, text, notices]) => {
    const found = await report([source('x', text)]);
    expect(found.sources[0]?.format).toBe(format);
    expect(found.byStatus).toEqual({ delivered: 1, undelivered: 1, failed: 1 });
    expect(found.byErrorCode.map(({ code }) => code).sort()).toEqual(['21610', '30003']);
    expect(found.clock).toBe('2026-03-19T12:00:00Z');
    expect(noticeIds(found).filter((id) => !['no-direction', 'no-sender', 'assumed-utc'].includes(id))).toEqual(notices);
  });
});

test('callbacks that PHP printed behind a time are read', async () => {
  const one = (status: string): string =>
    `[19-Mar-2026 14:05:09 UTC] Array\n(\n    [MessageSid] => ${sid(1)}\n    [MessageStatus] => ${status}\n    [To] => +12025550111\n)\n\n`;
  const { totals, sources } = await report([source('x', one('sent') + one('delivered'))]);
  expect(sources[0]).toMatchObject({ format: 'printed-pairs', records: 2, messages: 1 });
  expect(totals).toMatchObject({ messages: 1, delivered: 1 });
});

test('a text of a message that is JSON is a text', async () => {
  const body = JSON.stringify({ sid: sid(9), status: 'failed', to: '+12025550119' });
  const { byStatus } = await report([source('x', JSON.stringify(rest.map((one) => ({ ...one, body }))))]);
  expect(byStatus).toEqual({ delivered: 1, undelivered: 1, failed: 1 });
});
