/** Findings about messages that arrived: copies, and texts at night. And the day of the daily cap where clocks change. */
import { describe, expect, test } from 'vitest';
import { consoleLog, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, times } from '../../../fixtures/finding-rows.ts';
import { inWords, report, source } from '../../../log.ts';

const SECOND = 1_000;

const findings = async (id: string, rows: readonly MessageRow[]) =>
  (await report([source('log.csv', consoleLog(rows))])).findings.filter((finding) => finding.id === id);

/** Different texts to different people, one every some minutes. */
const others = (count: number, minutes = 3): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(400 + n), time: ago(n * minutes), body: `Your table ${String(n)} is booked.` }));

/** The same text to some people twice. */
const twice = (people: number, gapMs: number, row: MessageRow = {}): readonly MessageRow[] =>
  times(people, (n) =>
    times(2, (copy) => ({ to: usNumber(n), time: ago(62 + n * 2) + copy * gapMs, body: 'We open at nine.', ...row })),
  ).flat();

describe('copies', () => {
  test.for([
    ['a second apart, a fair share', 3, SECOND, 'high'],
    ['a minute apart', 0.2, 60 * SECOND, 'medium'],
    ['longer than a minute apart: a person may have asked again', 0.2, 61 * SECOND, 'low'],
    ['nine minutes apart, but a fair share', 3, 9 * MINUTE, 'high'],
  ] as const)('%s', async ([, minutes, gap, severity]) => {
    const [found, ...more] = await findings('duplicates', [...others(minutes === 3 ? 40 : 900, minutes), ...twice(6, gap)]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity, affected: 12, recoverable: 0, since: new Date(ago(72)).toISOString().replace('.000', '') });
    expect(inWords(found?.sentence ?? [])).toContain('to 6 people have such a copy');
  });

  test('three in a thousand are worth a word, one less is not', async () => {
    const copies = times(6, (n) =>
      times(2, (copy) => ({ to: usNumber(n), time: ago(300 + n * 600) + copy * SECOND, body: 'We open at nine.' })),
    ).flat();
    const of = (all: number) => findings('duplicates', [...others(all - 12, 1), ...copies]);
    expect(await of(4_000)).toMatchObject([{ affected: 12 }]);
    expect(await of(4_001)).toEqual([]);
  });

  test('how near copies lie is told in minutes, and that only the program knows', async () => {
    const [found] = await findings('duplicates', [...others(40), ...twice(6, SECOND)]);
    expect(inWords(found?.because ?? [])).toMatch(
      /^Recipient and text are the same .* less than 10 minutes lie between; only the sending program/,
    );
    expect(inWords(found?.sentence ?? [])).toMatch(
      /^The same text went to the same person twice or more within 10 minutes: 12 of \d+ messages/,
    );
  });

  test('ten minutes apart are none, one millisecond less are', async () => {
    expect(await findings('duplicates', [...others(40), ...twice(6, 10 * MINUTE)])).toEqual([]);
    expect(await findings('duplicates', [...others(40), ...twice(6, 10 * MINUTE - SECOND)])).toMatchObject([{ affected: 12 }]);
  });

  test.for([
    ['another text', (n: number) => ({ body: `We open at ${String(n)}.` })],
    ['a copy that failed', (n: number) => (n % 2 === 0 ? {} : { status: 'undelivered', code: '30008' })],
    ['no text', () => ({ body: '' })],
  ] as const)('%s is no copy', async ([, change]) => {
    const rows = twice(6, SECOND).map((row, n) => ({ ...row, ...change(n) }));
    expect(await findings('duplicates', [...others(40), ...rows])).toEqual([]);
  });

  test('a third copy counts, a message that is alone does not, whatever the order of the rows', async () => {
    const rows = [
      ...others(40),
      ...twice(6, SECOND),
      { to: usNumber(0), time: ago(62) + 2 * SECOND, body: 'We open at nine.' },
      { to: usNumber(1), time: ago(200), body: 'We open at nine.' },
    ];
    const [one] = await findings('duplicates', rows);
    expect(one?.affected).toBe(13);
    expect((await findings('duplicates', rows.toReversed()))[0]).toMatchObject({ affected: 13, key: 'duplicates', since: one?.since });
  });

  test('a sender or a quote in the text changes nothing', async () => {
    const rows = twice(6, SECOND, { body: 'We say "hello", twice.' }).map((row, n) => ({ ...row, from: `+1202555014${String(n % 2)}` }));
    expect(await findings('duplicates', [...others(40), ...rows])).toMatchObject([{ affected: 12 }]);
  });

  test('few among many are low, and too few among more are nothing', async () => {
    const spread = times(6, (n) =>
      times(2, (copy) => ({ to: usNumber(n), time: ago(n * 300) + copy * SECOND, body: 'We open at nine.' })),
    ).flat();
    const many = (count: number) => times(count, (n) => ({ to: usNumber(10 + (n % 900)), time: ago(n / 2), body: `Table ${String(n)}.` }));
    expect(await findings('duplicates', [...many(3_900), ...spread])).toMatchObject([{ severity: 'low', affected: 12 }]);
    expect(await findings('duplicates', [...many(4_100), ...spread])).toEqual([]);
  });
});

describe('texts at night', () => {
  /** 02:00 in Washington, which is 06:00 UTC in August. */
  const night = NOON - 11 * 60 * MINUTE;
  const offers = (count: number, body: string, start = night) => times(count, (n) => ({ to: usNumber(n), time: start + n * MINUTE, body }));

  test('advertising to twenty people is told, marked as a guess', async () => {
    const [found] = await findings('quiet-hours', [...others(40), ...offers(20, 'Sale! 30% off everything until Sunday.')]);
    expect(found).toMatchObject({ severity: 'medium', confidence: 'low', affected: 20, subject: { case: 'night' } });
    expect(inWords(found?.sentence ?? [])).toContain('between 21:00 and 8:00 where the recipients probably are');
    expect(inWords(found?.because ?? [])).toContain('people keep their number when they move');
  });

  test('of several texts together, and low where they are few among many', async () => {
    const one = offers(10, 'Sale! 30% off everything until Sunday.');
    const other = offers(10, 'Last chance: free shipping today.').map((row, n) => ({ ...row, to: usNumber(100 + n) }));
    const many = (count: number) => times(count, (n) => ({ to: usNumber(n % 900), time: ago(n / 20), body: `Table ${String(n)}.` }));
    expect(await findings('quiet-hours', [...many(3_980), ...one, ...other])).toMatchObject([{ severity: 'medium', affected: 20 }]);
    expect(await findings('quiet-hours', [...many(3_981), ...one, ...other])).toMatchObject([{ severity: 'low', affected: 20 }]);
  });

  test('and beside texts that were stopped for the hour', async () => {
    const stopped = times(6, (n) => ({ to: usNumber(600 + n), status: 'failed', code: '30610', time: ago(20 + n) }));
    const both = await findings('quiet-hours', [...others(40), ...stopped, ...offers(20, 'Sale! 30% off everything until Sunday.')]);
    expect(both.map(({ key, affected }) => [key, affected])).toEqual([
      ['quiet-hours +12025550100', 6],
      ['quiet-hours night', 20],
    ]);
  });

  test.for([
    ['nineteen', offers(19, 'Sale! 30% off everything until Sunday.')],
    ['codes', offers(30, 'Your Acme code is 482913.')],
    ['by day', offers(30, 'Sale! 30% off everything until Sunday.', NOON - 60 * MINUTE)],
    ['abroad', offers(30, 'Sale! 30% off everything until Sunday.').map((row, n) => ({ ...row, to: `+336399800${String(10 + n)}` }))],
    ['one text to nine people at most', [...offers(9, 'Can you do a deal for Ann?'), ...offers(9, 'Shop now.'), ...offers(9, 'A coupon!')]],
    ['failed', offers(30, 'Sale! 30% off everything until Sunday.').map((row) => ({ ...row, status: 'undelivered', code: '30008' }))],
  ] as const)('%s: no such thing', async ([, rows]) => {
    expect(await findings('quiet-hours', [...others(40), ...rows])).toEqual([]);
  });
});

describe('the daily cap where clocks change', () => {
  const capped = (start: string): readonly MessageRow[] => [
    ...times(40, (n) => ({ to: usNumber(100 + n), time: Date.parse(start) - (n + 1) * 10 * MINUTE })),
    ...times(8, (n) => ({ to: usNumber(n), status: 'undelivered', code: '30023', time: Date.parse(start) + n * MINUTE })),
    ...times(40, (n) => ({ to: usNumber(200 + n), time: Date.parse(start) + DAY_AND_MORE + n * 10 * MINUTE })),
  ];
  const DAY_AND_MORE = 30 * 60 * MINUTE;

  test.for([
    ['the day before it goes forward', '2026-03-07T22:00:00Z', '14:00', '2026-03-08 08:00 UTC'],
    ['the day on which it goes forward', '2026-03-08T22:00:00Z', '15:00', '2026-03-09 07:00 UTC'],
    ['the day before it goes back', '2026-10-31T22:00:00Z', '15:00', '2026-11-01 07:00 UTC'],
    ['the day on which it goes back', '2026-11-01T22:00:00Z', '14:00', '2026-11-02 08:00 UTC'],
  ] as const)('%s', async ([, start, clock, reset]) => {
    const [found] = await findings('daily-cap', capped(start));
    const words = inWords(found?.sentence ?? []);
    expect(words).toContain(`${clock} Pacific`);
    expect(words).toContain(`began anew at midnight Pacific, ${reset}.`);
  });
});
