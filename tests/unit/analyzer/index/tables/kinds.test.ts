import { expect, test } from 'vitest';
import type { CountedMessage } from '../../../../../src/analyzer/index/counted-message.ts';
import { kinds } from '../../../../../src/analyzer/index/tables/kinds.ts';
import { kindOf } from '../../../../../src/analyzer/message/kind.ts';
import { inWords } from '../../../../log.ts';

type Made = readonly [status: string, direction: string, code: string];

function counted(most: number, ...messages: readonly Made[]) {
  const table = kinds.make({ limits: { kinds: most } });
  for (const made of messages) table.add({ kind: kindOf(...made) } as CountedMessage);
  return table;
}
const told = (table: ReturnType<typeof counted>): readonly string[] =>
  Array.from(table, ({ kind, count }) => `${kind.isInbound ? 'in' : 'out'} ${kind.word} ${kind.code ?? '-'}: ${String(count)}`);
const left = (table: ReturnType<typeof counted>): number => table.caps[0]?.count ?? NaN;

const OUT = 'outbound-api';

test('status, direction and code are told apart, each with its messages', () => {
  const table = counted(
    9,
    ['failed', OUT, '30007'],
    ['failed', 'inbound', '30007'],
    ['failed', OUT, '30008'],
    ['undelivered', OUT, '30007'],
    ['failed', OUT, ''],
    ['failed', OUT, '30007'],
  );
  expect(told(table)).toEqual([
    'out failed 30007: 2',
    'in failed 30007: 1',
    'out failed 30008: 1',
    'out undelivered 30007: 1',
    'out failed -: 1',
  ]);
  expect(left(table)).toBe(0);
});

test('a kind that does not fit is counted without its code, and each of its messages is told', () => {
  const made: readonly Made[] = [
    ['failed', OUT, '30007'],
    ['failed', OUT, '30008'],
    ['failed', OUT, '30008'],
    ['failed', OUT, '30009'],
  ];
  expect(told(counted(3, ...made))).toEqual(['out failed 30007: 1', 'out failed 30008: 2', 'out failed 30009: 1']);
  const full = counted(1, ...made);
  expect(full.caps.map(({ id, text }) => `${id}: ${inWords(text)}`)).toEqual([
    'codes-capped: More kinds of status and code than are kept apart: the rarest are counted without their code.',
  ]);
  expect(told(full)).toEqual(['out failed 30007: 1', 'out failed -: 3']);
  expect(left(full)).toBe(3);
  const one = kindOf('failed', OUT, '30008');
  const again = counted(1, ['failed', OUT, '30007']);
  for (let n = 0; n < 3; n += 1) again.add({ kind: one } as CountedMessage);
  expect([told(again), left(again)]).toEqual([['out failed 30007: 1', 'out failed -: 3'], 3]);
});

test('a status that nobody knows is counted as unknown where there is no room for its word', () => {
  const full = counted(1, ['failed', OUT, '30007'], ['pondering', OUT, '']);
  expect([told(full), left(full)]).toEqual([['out failed 30007: 1', 'out unknown -: 1'], 1]);
});

test('two halves of a log as one are the whole log', () => {
  const one: readonly Made[] = [
    ['failed', OUT, '30007'],
    ['received', 'inbound', ''],
  ];
  const other: readonly Made[] = [
    ['failed', OUT, '30007'],
    ['failed', OUT, '30008'],
    ['received', 'inbound', ''],
  ];
  const merged = counted(2, ...one);
  merged.merge(counted(2, ...other).save());
  expect(merged.save()).toEqual(counted(2, ...one, ...other).save());
  expect(told(merged)).toEqual(['out failed 30007: 2', 'in received -: 2', 'out failed -: 1']);
  expect(left(merged)).toBe(1);
  merged.merge(counted(1, ...other).save());
  expect(left(merged)).toBe(2);
});
