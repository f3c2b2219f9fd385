import { expect, test } from 'vitest';
import { countLogs } from '../../../../src/analyzer/analyze.ts';
import { sample } from '../../../../src/analyzer/index/tables/sample.ts';
import { troubles } from '../../../../src/analyzer/index/tables/troubles.ts';
import { sidOfWords, sidWords } from '../../../../src/analyzer/message/sid.ts';
import { consoleRow, frenchNumber, MINUTE, NOON, sidOf, usNumber } from '../../../fixtures/console-row.ts';
import { restLog } from '../../../fixtures/rest-log.ts';
import { knowledge } from '../../../knowledge.ts';
import { source } from '../../../log.ts';
import { countInto, indexOf } from '../laws/counting.ts';

test('a message that failed keeps through which service it went, and how long it waited', async () => {
  const failed = { created: NOON, status: 'failed', code: '30003' };
  const log = restLog([
    { ...failed, queue: 4, carrier: 9, service: `MG${'1'.repeat(32)}` },
    { ...failed, queue: 0, service: `MG${'2'.repeat(32)}` },
    { ...failed, queue: 7, carrier: 1 },
  ]);
  const counted = (await countLogs([source('log.json', log)], { knowledge })) ?? expect.fail('cancelled');
  const kept = Array.from(counted.index.get(troubles), (message) => [message.service(), message.queueSeconds]);
  expect(kept).toEqual([
    [`MG${'1'.repeat(32)}`, 4],
    [`MG${'2'.repeat(32)}`, 0],
    ['', 7],
  ]);
});

test('a message that failed keeps what filters ask for', () => {
  const time = NOON - 7 * MINUTE;
  const index = indexOf([
    consoleRow(1, {}),
    consoleRow(2, {
      to: frenchNumber(7),
      from: 'ACME',
      status: 'undelivered',
      code: '30007',
      time,
      body: 'Sale at https://www.Acme.example/x and http://bit.ly/2',
    }),
    consoleRow(3, { status: 'failed', code: '' }),
  ]);
  const kept = Array.from(index.get(troubles), (message) => ({
    code: message.kind.code,
    outcome: message.kind.outcome,
    sender: message.sender,
    country: message.country,
    time: message.time,
    phone: message.phoneKey,
    links: message.linkHosts(),
    price: message.price,
    unit: message.priceUnit,
    segments: message.segments(),
    sid: message.sid(),
    place: message.place,
  }));
  expect(kept).toEqual([
    {
      code: '30007',
      outcome: 'undelivered',
      sender: 'ACME',
      country: 'FR',
      time,
      phone: Number(frenchNumber(7)),
      links: ['acme.example', 'bit.ly'],
      price: 8_300,
      unit: 'USD',
      segments: 1,
      sid: sidOf(2),
      place: 0,
    },
    expect.objectContaining({ code: undefined, outcome: 'failed', price: -1, links: [], sid: sidOf(3), place: 1 }),
  ]);
});

test('a SID goes through five words, also one of capitals and one of a picture message; what is none is none', () => {
  const words = new Uint32Array(7).fill(9);
  const through = (cell: string): string => {
    sidWords(cell, words, 1);
    return sidOfWords(words, 1);
  };
  expect(through(sidOf(5))).toBe(sidOf(5));
  expect(through(`MM${'0A'.repeat(16)}`)).toBe(`MM${'0a'.repeat(16)}`);
  expect(through(` ${sidOf(6)} `)).toBe(sidOf(6));
  expect(through('SMxxxxxx')).toBe('');
  expect(through('')).toBe('');
  expect([words[0], words[6]]).toEqual([9, 9]);
});

test('the sample is everything while it is small, and then a fair part that does not depend on parts and order', () => {
  const rows = Array.from({ length: 600 }, (_, n) =>
    consoleRow(n, { to: usNumber(n), time: NOON - n * 1_000, ...(n % 10 === 0 ? { status: 'undelivered', code: '30008' } : {}) }),
  );
  const counted = (some: readonly string[], size: number) => {
    const table = sample.make({ size, limits: {} });
    countInto(
      {
        add: (message) => {
          table.add(message);
        },
      },
      some,
    );
    return table;
  };
  const sids = (table: ReturnType<typeof counted>): readonly string[] => Array.from(table, (message) => message.sid()).sort();
  const all = counted(rows, 1_000);
  expect([all.weight, sids(all).length]).toEqual([1, 540]);
  const part = counted(rows, 100);
  expect(part.weight).toBe(8);
  expect(sids(part).length).toBeGreaterThan(45);
  expect(sids(part).length).toBeLessThanOrEqual(100);
  expect(sids(counted([...rows].reverse(), 100))).toEqual(sids(part));
  const merged = counted(rows.slice(0, 50), 100);
  merged.merge(counted(rows.slice(50), 100).save());
  expect(merged.weight).toBe(8);
  expect(sids(merged)).toEqual(sids(part));
  expect(sample.options(knowledge).size).toBe(16_384);
});
