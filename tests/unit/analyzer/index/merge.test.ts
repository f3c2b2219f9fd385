import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BatchCounter } from '../../../../src/analyzer/index/counter.ts';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { SeenMessages } from '../../../../src/analyzer/index/states.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import { LogReader } from '../../../../src/analyzer/records/csv/log-reader.ts';
import { recognise } from '../../../../src/analyzer/formats/recognise.ts';
import { HEADER } from '../../../bench/generate.ts';
import { consoleRow, DAY, frenchNumber, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';

/** Counts rows into an index of their own. */
function indexOf(rows: readonly string[]): LogIndex {
  const text = [HEADER, ...rows].join('\n');
  const found = recognise(text);
  if (found.kind !== 'log') throw new Error('the fixture is no log');
  const index = new LogIndex(knowledge);
  const notices = new Notices();
  const counter = new BatchCounter(index, new SeenMessages(new Map()), notices, found.format);
  for (const batch of new LogReader(found, text, notices).read(text, true)) counter.count(batch);
  return index;
}

const reportOf = (index: LogIndex) =>
  buildReport({ index, seen: new SeenMessages(new Map()), sources: [], declined: [] }, knowledge, rules, 'UTC');

/** Rows from few values each, so that every table meets the same key in several parts, and rules find something. */
const message: fc.Arbitrary<MessageRow> = fc
  .record({
    end: fc.constantFrom<MessageRow>(
      {},
      { status: 'sent' },
      { status: 'queued', price: '' },
      { status: 'undelivered', code: '30007' },
      { status: 'undelivered', code: '30034' },
      { status: 'undelivered', code: '30005' },
      { status: 'undelivered', code: '30006' },
      { status: 'failed', code: '21610' },
      { status: 'received', direction: 'inbound', body: 'STOP', from: usNumber(1), to: '+12025550100' },
    ),
    to: fc.oneof(fc.integer({ min: 0, max: 4 }).map(usNumber), fc.integer({ min: 0, max: 2 }).map(frenchNumber)),
    from: fc.constantFrom('+12025550100', '+12025550142'),
    body: fc.constantFrom('Hi Dana, 50% off', 'HI Sam, 20% off', 'Your code is 12', ''),
    minutes: fc.integer({ min: 0, max: 130 }),
    days: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ end, minutes, days, ...rest }) => ({ time: NOON - minutes * MINUTE - days * DAY, ...rest, ...end }));

test('parts counted apart and merged, in any order, equal the log counted in one go', () => {
  let findings = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(message, fc.integer({ min: 0, max: 3 }), fc.integer()), { minLength: 70, maxLength: 90 }), (messages) => {
      const rows = messages.map(([row, part, place], n) => ({ text: consoleRow(n, row), part, place }));
      const whole = reportOf(indexOf(rows.map(({ text }) => text)));
      const merged = new LogIndex(knowledge);
      for (const part of [2, 0, 3, 1]) {
        const shuffled = rows.filter((row) => row.part === part).sort((a, b) => a.place - b.place);
        merged.merge(indexOf(shuffled.map(({ text }) => text)));
      }
      expect(reportOf(merged)).toEqual(whole);
      findings += whole.findings.length;
    }),
    { numRuns: 150 },
  );
  expect(findings).toBeGreaterThan(20);
});

test('parts that are each longer than receipts are waited for keep the old messages of both', () => {
  const ago = (minutes: number): number => NOON - minutes * MINUTE;
  const rows = (part: number): readonly string[] => [
    consoleRow(part * 100 + 99, { to: usNumber(part), time: ago(part * 200 + 190) }),
    ...Array.from({ length: 12 }, (_, n) =>
      consoleRow(part * 100 + n, { to: frenchNumber(n), status: 'sent', time: ago(part * 200 + n * 15) }),
    ),
  ];
  const merged = new LogIndex(knowledge);
  merged.merge(indexOf(rows(0)));
  merged.merge(indexOf(rows(1)));
  const { findings } = reportOf(merged);
  // Of the first part 7 are more than an hour old, of the second all 12 are older than all of the first.
  expect(findings).toEqual(reportOf(indexOf([...rows(0), ...rows(1)])).findings);
  expect(findings).toEqual([]);
  merged.merge(indexOf(rows(2)));
  const [finding, ...more] = reportOf(merged).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ id: 'no-receipt-country', affected: 31 });
});
