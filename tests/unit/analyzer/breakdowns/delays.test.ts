import { describe, expect, test } from 'vitest';
import { Durations, LONGEST_SECONDS } from '../../../../src/analyzer/index/cells/durations.ts';
import { duration } from '../../../../src/analyzer/words/duration.ts';
import { delayLines, SENDERS_TIMED } from '../../../../src/analyzer/write/delay-lines.ts';
import { restLog, type TimedRow } from '../../../fixtures/rest-log.ts';
import { report, source } from '../../../log.ts';

const START = Date.UTC(2026, 7, 14, 12);
const records = (messages: readonly Omit<TimedRow, 'created'>[]): string =>
  restLog(messages.map((message) => ({ ...message, created: START })));
const delaysOf = async (messages: readonly Omit<TimedRow, 'created'>[]) => (await report([source('log.json', records(messages))])).delays;

test('half and nine of ten are told to the second', async () => {
  const ten = Array.from({ length: 10 }, (_, place) => ({ queue: place + 1, carrier: 2 * (place + 1) }));
  const delays = await delaysOf(ten);
  expect(delays?.queue).toEqual({ messages: 10, half: 5, nine: 9, longest: 10 });
  expect(delays?.carrier).toEqual({ messages: 10, half: 10, nine: 18, longest: 20 });
  expect(delays?.bySender).toEqual([{ sender: '+12025550100', queue: delays?.queue, carrier: delays?.carrier }]);
});

test('the carrier is timed where a receipt settled the message, the queue of all that were sent', async () => {
  const delays = await delaysOf([
    { queue: 1, carrier: 3, status: 'delivered' },
    { queue: 2, carrier: 5, status: 'undelivered' },
    { queue: 3, carrier: 700, status: 'sent' },
    { queue: 400, carrier: 800, status: 'failed' },
    { queue: 500, carrier: 900, status: 'queued' },
  ]);
  expect(delays?.queue).toEqual({ messages: 3, half: 2, nine: 3, longest: 3 });
  expect(delays?.carrier).toEqual({ messages: 2, half: 3, nine: 5, longest: 5 });
});

test('a message that was sent before it was made is not timed; a log of such, or without both times, says nothing', async () => {
  expect(await delaysOf([{ queue: -1 }])).toBeUndefined();
  expect((await delaysOf([{ queue: -1 }, { queue: 7, carrier: -1 }]))?.queue.messages).toBe(1);
  expect((await delaysOf([{ queue: 7, carrier: -1 }]))?.carrier).toBeUndefined();
  const csv = 'MessageSid,From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Direction,Price,PriceUnit\n';
  const row = `SM${'1'.repeat(32)},+12025550100,+12025550101,Hi,delivered,2026-08-14T12:00:00+00:00,2010-04-01,1,0,AC${'0'.repeat(32)},outbound-api,0,USD\n`;
  expect(await report([source('log.csv', csv + row)])).not.toHaveProperty('delays');
});

test('senders stand by how much they sent, then by name', async () => {
  const delays = await delaysOf([
    { from: '+12025550102', queue: 1 },
    { from: '+12025550101', queue: 1 },
    { from: '+12025550103', queue: 4 },
    { from: '+12025550103', queue: 8 },
  ]);
  expect(delays?.bySender.map(({ sender }) => sender)).toEqual(['+12025550103', '+12025550101', '+12025550102']);
});

describe('durations', () => {
  test.each([
    [99, 99],
    [100, 100],
    [104, 100],
    [105, 110],
    [994, 990],
    [996, 1_000],
    [1_049, 1_000],
    [1_050, 1_100],
    [9_949, 9_900],
    [9_999, 10_000],
    [10_499, 10_000],
    [10_500, 11_000],
    [LONGEST_SECONDS + 1, 43_000],
  ])('%i s are kept as %i', (seconds, kept) => {
    const durations = new Durations();
    durations.add(seconds);
    expect(durations.spread()).toEqual({ messages: 1, half: kept, nine: kept, longest: kept });
  });

  test('none have no spread', () => {
    expect(new Durations().spread()).toBeUndefined();
  });

  test.each([
    [0, '0 s'],
    [89, '89 s'],
    [90, '2 min'],
    [149, '2 min'],
    [5_399, '90 min'],
    [5_400, '1.5 h'],
    [36_000, '10 h'],
  ])('%i reads %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

test('lines tell the whole, then the senders where there are several, ten of them', () => {
  const queue = { messages: 1_200, half: 2, nine: 40, longest: 720 };
  const carrier = { messages: 1, half: 3, nine: 3, longest: 3 };
  expect(delayLines({})).toEqual([]);
  expect(delayLines({ delays: { queue, bySender: [{ sender: 'A', queue }] } })).toEqual([
    { text: 'In the queue: half within 2 s, nine of ten within 40 s, the longest 12 min (1,200 messages).' },
  ]);
  const many = Array.from({ length: SENDERS_TIMED + 1 }, (_, place) => ({ sender: `S${String(place)}`, queue, carrier }));
  const lines = delayLines({ delays: { queue, carrier, bySender: many } });
  expect(lines).toHaveLength(2 + SENDERS_TIMED);
  expect(lines[1]).toEqual({ text: 'With the carrier: 3 s (1 message).' });
  expect(lines[2]).toEqual({
    sender: 'S0',
    text: 'in the queue half within 2 s, nine of ten within 40 s; with the carrier 3 s',
  });
});
