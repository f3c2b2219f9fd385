import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sidOf, usNumber } from '../../fixtures/console-row.ts';
import { declined, fixture, report, reportOn, source } from '../../log.ts';

/** Damaged logs, each with the messages that are in it and what must be said of it. */
const logs: Readonly<
  Record<
    string,
    { readonly messages: number; readonly failed: number; readonly notices: readonly (readonly [string, number, ...number[]])[] }
  >
> = {
  'swallow-five-rows.csv': { messages: 5, failed: 3, notices: [['stray-quotes', 1, 2]] },
  'swallow-sixty-rows.csv': { messages: 60, failed: 12, notices: [['stray-quotes', 1, 4]] },
  'swallow-without-another-quote.csv': { messages: 8, failed: 2, notices: [['stray-quotes', 1, 3]] },
  'cr-rows-lf-in-a-text.csv': { messages: 12, failed: 0, notices: [] },
  'lf-heading-cr-rows.csv': { messages: 12, failed: 0, notices: [] },
  'cr-heading-lf-rows.csv': { messages: 12, failed: 0, notices: [] },
  'crlf-and-lf-rows.csv': { messages: 12, failed: 0, notices: [] },
  'heading-twice.csv': {
    messages: 1,
    failed: 0,
    notices: [
      ['heading-twice', 1, 1],
      ['no-sid', 1],
      ['no-direction', 1],
      ['no-sender', 1],
      ['no-error-code', 1],
    ],
  },
  'two-sep-lines.csv': {
    messages: 2,
    failed: 0,
    notices: [
      ['ragged-rows', 1, 4],
      ['header-repeated', 1, 5],
    ],
  },
};

describe('damaged logs keep their messages', () => {
  test.for(Object.entries(logs))('%s', async ([file, expected]) => {
    const { totals, sources } = await reportOn(`repro/${file}`);
    expect([totals.messages, totals.failed]).toEqual([expected.messages, expected.failed]);
    expect(sources[0]?.notices.map(({ id, count, lines }) => [id, count, ...lines])).toEqual(expected.notices);
  });

  test.for(Object.keys(logs))('%s in pieces of one byte and of seven', async (file) => {
    const whole = await reportOn(`repro/${file}`);
    for (const cut of [1, 7]) expect(await report([source(file, fixture(`repro/${file}`), cut)])).toEqual(whole);
  });

  test('a log with an open quote in every line is declined, and the lines are told', async () => {
    const { kind, advice } = await declined(source('log.csv', fixture('repro/quote-in-every-line.csv')));
    expect(kind).toBe('no-messages');
    expect(advice).toContain('In 399 lines a quote is opened and never closed.');
  });

  test('rows are recovered under the heading that stands above them, in a file of two headings', async () => {
    const first = (n: number): string => `failed,2025-08-14T10:00:00Z,0,${usNumber(n)},${sidOf(n)}`;
    const second = (n: number, body: string): string => `${sidOf(n)},${usNumber(n)},delivered,2025-08-14T10:00:00Z,0,${body},x`;
    const log = [
      'Status,SentDate,ErrorCode,To,Sid',
      first(1),
      first(2),
      'Sid,To,Status,SentDate,ErrorCode,Body,ApiVersion',
      ...[second(3, '"Sale" today'), second(4, 'hi'), second(5, '"Hello, Ana"'), second(6, 'hi')],
    ];
    const { totals, sources } = await report([source('joined.csv', log.join('\n'))]);
    expect(totals).toMatchObject({ messages: 6, failed: 2, delivered: 4 });
    expect(sources[0]?.notices).toMatchObject([{ id: 'header-repeated' }, { id: 'stray-quotes', count: 1, lines: [5] }, {}, {}]);
  });

  test('every file is tested', () => {
    const files = readdirSync(new URL('../../fixtures/repro/', import.meta.url)).filter((file) => file !== 'quote-in-every-line.csv');
    expect(files.sort()).toEqual(Object.keys(logs).sort());
    expect(files).not.toHaveLength(0);
  });
});
