import { expect, test } from 'vitest';
import { rateInterval } from '../../../../src/analyzer/findings/shared/rate-interval.ts';
import { percent } from '../../../../src/analyzer/words/figure.ts';
import { consoleLog, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { inWords, report, source } from '../../../log.ts';

const texts = (count: number, filtered: number, body: string): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({
    to: usNumber(n),
    body,
    time: NOON - n * MINUTE,
    ...(n < filtered ? { status: 'undelivered', code: '30007' } : {}),
  }));

test('a few filtered messages of a large and healthy text are noise, though other texts had none', async () => {
  const log = consoleLog([...texts(1_000, 6, 'Your code is 1.'), ...texts(20, 0, 'Your parcel is here.')]);
  expect((await report([source('log.csv', log)])).findings).toEqual([]);
});

test('a text is compared with the same sender only: one that has no other text is filtered as a sender', async () => {
  const other = texts(50, 0, 'Your parcel is here.').map((row) => ({ ...row, from: '+12025550101' }));
  const { findings } = await report([source('log.csv', consoleLog([...texts(20, 20, 'Win big now'), ...other]))]);
  expect(findings.map(({ id }) => id)).toEqual(['sender-filtered']);
});

test('one text that several senders write is one finding, which names them', async () => {
  const from = (sender: string, rows: readonly MessageRow[]) => rows.map((row) => ({ ...row, from: sender }));
  const both = ['+12025550101', '+12025550102'].flatMap((sender) => [
    ...from(sender, texts(8, 6, sender.endsWith('1') ? 'Win big now' : 'WIN big  now')),
    ...from(sender, texts(30, 0, 'Your parcel is here.')),
  ]);
  // Both write to the same people: that these get everything twice is a finding of its own.
  const findings = (await report([source('log.csv', consoleLog(both))])).findings.filter(({ id }) => id !== 'duplicates');
  expect(findings).toMatchObject([{ id: 'template-filtered', affected: 12, subject: { senders: '2' } }]);
  expect(inWords(findings[0]?.sentence ?? [])).toMatch(
    /from 2 senders \(\+12025550101 and \+12025550102\) is filtered: 12 of 16 .* 0 of 60 with their other texts/,
  );
});

test.for([
  [1, 4, 5],
  [2, 5, 6],
  [3, 6, 7],
] as const)(
  'a text of %i senders: one filtered message of each but one is no proof, so that %i are too few and %i are enough',
  async ([senders, few, enough]) => {
    const affected = async (filtered: number): Promise<readonly number[]> => {
      const rows = times(senders, (place) => {
        const from = `+1202555010${String(place)}`;
        const stopped = times(filtered, (n) => ({ from, to: usNumber(n), body: 'Win big now', status: 'undelivered', code: '30007' }));
        return [
          ...stopped.filter((_, n) => n % senders === place),
          ...times(30, (n) => ({ from, to: usNumber(100 * (place + 1) + n), body: 'Your parcel is here.' })),
        ];
      }).flat();
      const log = consoleLog(rows.map((row, n) => ({ ...row, time: NOON - n * 7 * MINUTE })));
      const { findings } = await report([source('log.csv', log)]);
      return findings.filter(({ id }) => id === 'template-filtered').map((finding) => finding.affected);
    };
    expect([await affected(few), await affected(enough)]).toEqual([[], [enough]]);
  },
);

test('characters that turn the direction of writing stay out of sentences, and in the data', async () => {
  const from = '\u202eKNAB';
  const bad = texts(20, 20, '\u202eevil \u202b مرحبا 5').map((row) => ({ ...row, from }));
  const [finding] = (await report([source('log.csv', consoleLog([...bad, ...texts(60, 0, 'x y').map((row) => ({ ...row, from }))]))]))
    .findings;
  expect(inWords(finding?.sentence ?? [])).toMatch(/^The text “\u2068evil +مرحبا #\u2069” from KNAB is filtered: 20 of 20 /);
  expect(finding?.subject).toMatchObject({ sender: from });
});

test('the interval of a rate is wide for few messages and holds the rate', () => {
  expect(rateInterval(0, 0)).toEqual({ low: 0, high: 1 });
  expect(rateInterval(5, 6).low).toBeCloseTo(0.436, 2);
  expect(rateInterval(0, 12).high).toBeCloseTo(0.2425, 3);
  expect(rateInterval(500, 1000).high - rateInterval(500, 1000).low).toBeLessThan(0.07);
});

test('a share above nothing never reads as nothing, one below all never as all', () => {
  expect([0, 1, 420, 9_999, 10_000].map((part) => percent(part, 10_000))).toEqual([
    '0.0 %',
    'under 0.1 %',
    '4.2 %',
    'over 99.9 %',
    '100.0 %',
  ]);
  expect(percent(1, 0)).toBe('–');
});
