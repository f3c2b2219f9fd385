import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { consoleV3Log } from '../../bench/generate.ts';
import { report, source } from '../../log.ts';

const log = (seed: number): string => [...consoleV3Log({ rows: 2_500, seed })].join('');

test('the same seed gives the same bytes, another seed others', () => {
  expect(log(1)).toBe(log(1));
  expect(log(1)).not.toBe(log(2));
  expect(createHash('sha256').update(log(1)).digest('hex')).toMatchInlineSnapshot(
    `"4b2b8eace3db4727a03696bcb740a79d7099783e681ec280c1af89ee9239a207"`,
  );
});

test('the log is console-v3 without anything odd', async () => {
  const { sources, totals } = await report([source('log.csv', log(1))]);
  expect(sources[0]).toMatchObject({ format: 'console-v3', records: 2_500, notices: [] });
  expect(totals.delivered / totals.outbound).toBeGreaterThan(0.8);
});
