import { expect, test } from 'vitest';
import type { ListedMessage } from '../../../../src/analyzer/report/listed-message.ts';
import { rowsHead, rowsText } from '../../../../src/analyzer/write/rows.ts';

const unsent: ListedMessage = {
  sid: `SM${'1'.repeat(32)}`,
  time: '2025-08-14T17:00:00Z',
  direction: 'outbound',
  status: 'undelivered',
  code: '30007',
  sender: '+12025550100',
  person: '+13035550101',
  country: 'US',
  price: 0.0083,
  priceUnit: 'USD',
  body: 'Your code is 482913.',
  segments: 2,
  service: `MG${'2'.repeat(32)}`,
};
const message: ListedMessage = { ...unsent, sent: '2025-08-14T17:00:00Z' };

test('a CSV has the names of the API and whole numbers', () => {
  expect(rowsHead('csv')).toBe(
    '"sid","date_sent","date_created","date_updated","direction","status","error_code","from","to","country","messaging_service_sid","num_segments","price","price_unit","body"\r\n',
  );
  expect(rowsText('csv', [message])).toBe(
    `"SM${'1'.repeat(32)}","2025-08-14T17:00:00Z","","","outbound","undelivered",30007,+12025550100,+13035550101,"US","MG${'2'.repeat(32)}",2,"0.0083","USD","Your code is 482913."\r\n`,
  );
});

test('JSON lines have no heading and leave out what the log does not say', () => {
  expect(rowsHead('jsonl')).toBe('');
  const line = rowsText('jsonl', [{ direction: 'inbound', status: 'received', country: 'FR', person: '+33612345678', to: '+12025550100' }]);
  expect(line.endsWith('\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({
    direction: 'inbound',
    status: 'received',
    from: '+33612345678',
    to: '+12025550100',
    country: 'FR',
  });
  expect(JSON.parse(rowsText('jsonl', [message]))).toMatchObject({ error_code: 30007, num_segments: 2, price: 0.0083 });
});

test('the time is that of sending, or of making where it was not sent; a row without its texts has the one that is kept', () => {
  const times = (given: Partial<ListedMessage>) => {
    const { date_sent, date_created } = JSON.parse(rowsText('jsonl', [{ ...unsent, ...given }])) as Record<string, unknown>;
    return [date_sent, date_created];
  };
  expect(times({})).toEqual(['2025-08-14T17:00:00Z', undefined]);
  expect(times({ created: '2025-08-14T17:00:00Z' })).toEqual([undefined, '2025-08-14T17:00:00Z']);
  expect(times({ created: '2025-08-14T16:59:59Z', sent: '2025-08-14T17:00:00Z' })).toEqual([
    '2025-08-14T17:00:00Z',
    '2025-08-14T16:59:59Z',
  ]);
});

test('prices are plain numbers', () => {
  const price = (value: number) => rowsText('csv', [{ ...message, price: value }]).split(',')[12];
  expect([0, 0.000001, 12, 1.5].map(price)).toEqual(['0', '"0.000001"', '12', '"1.5"']);
});

test('hostile cells stay inert', () => {
  const body = '=HYPERLINK("https://example.org")';
  const sender = '＝1+1';
  const csv = rowsText('csv', [{ ...message, body, sender, status: '\u001b[2J' }]);
  expect(csv).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  expect(csv).toContain(`"'＝1+1"`);
  expect(csv).not.toContain('\u001b');
  const line = rowsText('jsonl', [{ ...message, body: 'a\u202eb\u009b2J\u2028c\u{e0001}d\n<b>' }]);
  expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  expect(JSON.parse(line)).toMatchObject({ body: 'a\u202eb\u009b2J\u2028c\u{e0001}d\n<b>' });
});
