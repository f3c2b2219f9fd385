import { expect, test } from 'vitest';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import type { PairLayout } from '../../../../../src/analyzer/records/pairs/notation.ts';
import { readNamed } from '../read-named.ts';

const pairs: PairLayout = { notation: 'plain', align: 'start', column: 0, first: 'sid' };
const read = (lines: readonly string[], sizes: readonly number[] = [1, 7]) => readNamed(lines.join('\n'), { kind: 'pairs', pairs }, sizes);

test('a record begins with its first name and ends before the next', () => {
  expect(read(['sid: SM1', 'status: sent', '', 'sid: SM2', 'body: a', 'status: failed'])).toMatchObject({
    rows: ['1: SM1|||sent||', '4: SM2||a|failed||'],
    skipped: [],
  });
});

test('a line without a name, and a name that comes again, go on with the value above', () => {
  expect(read(['sid: SM1', 'status: sent', 'body: a', ' second', 'status: is what I said']).rows).toEqual([
    '1: SM1||a\n second\nstatus: is what I said|sent||',
  ]);
});

test('what stands before the first record is no record', () => {
  expect(read(['rows of a table', 'sid: SM1', 'status: sent'])).toMatchObject({ rows: ['2: SM1|||sent||'], skipped: [] });
});

test('a record is as long as a record may be, each line behind a name counted with its end', () => {
  const head = ['sid: SM1', 'status: sent', 'body: a'];
  const rest = LONGEST_RECORD - head.join('').length;
  const made = (more: number) => read([...head, 'x'.repeat(rest - 12 + more), 'y'.repeat(10), 'sid: SM2', 'status: failed'], [300_000]);
  expect(made(0).skipped).toEqual([]);
  expect(made(0).rows).toHaveLength(2);
  expect(made(1)).toMatchObject({ rows: ['6: SM2|||failed||'], skipped: ['1 broken-records'] });
});
