import { expect, test } from 'vitest';
import { kinds } from '../../../../src/analyzer/index/tables/kinds.ts';
import { recipients } from '../../../../src/analyzer/index/tables/recipients.ts';
import { consoleRow, sidOf, type MessageRow } from '../../../fixtures/console-row.ts';
import { indexOf } from '../laws/counting.ts';
import { States } from '../../../../src/analyzer/index/states.ts';
import { countInto } from '../laws/counting.ts';

/** The code of the row that a log of these rows of one message keeps, whatever their order. */
function codeKept(...rows: readonly MessageRow[]): string {
  const codes = [rows, [...rows].reverse()].map((order) => {
    const lines = order.map((row, n) => consoleRow(n, { status: 'undelivered', ...row, sid: sidOf(1) }));
    const states = countInto({ add: () => undefined }, lines, new States());
    const index = indexOf(lines, new States(states.plan));
    return Array.from(index.get(kinds), ({ kind }) => kind.code ?? '').join();
  });
  expect(codes[1]).toBe(codes[0]);
  return codes[0] ?? '';
}

test('of two rows of one message in the same state the one stands that a warehouse keeps: seven times the code and three times the price', () => {
  const price = (micros: number) => ({ price: `-0.0083${String(micros).padStart(2, '0')}` });
  expect(codeKept({ code: '30003' }, { code: '30008' })).toBe('30008');
  // 5 x 7 is 35: twelve millionths more weigh 36, eleven 33.
  expect(codeKept({ code: '30003', ...price(12) }, { code: '30008', ...price(0) })).toBe('30003');
  expect(codeKept({ code: '30003', ...price(11) }, { code: '30008', ...price(0) })).toBe('30008');
});

test('an address is told apart by its first 120 characters', () => {
  const people = ['a', 'b', 'c'].map((last, n) => ({
    to: `${'x'.repeat(n === 2 ? 119 : 120)}${last}`,
    code: '30003',
    status: 'undelivered',
  }));
  const index = indexOf(people.map((row, n) => consoleRow(n, row)));
  expect(index.get(recipients).of('30003')).toBe(2);
});

test('then the number of the person and the length of the word for the state decide', () => {
  const to = (n: number) => ({ to: `+130355501${String(n)}` });
  expect(codeKept({ code: '30003', ...to(46) }, { code: '30008', ...to(10) })).toBe('30003');
  expect(codeKept({ code: '30003', ...to(44) }, { code: '30008', ...to(10) })).toBe('30008');
  // "undelivered" is five letters longer than "failed".
  const failed = { code: '30004', status: 'failed', price: '-0.0083', ...to(10) };
  expect(codeKept(failed, { code: '30003', ...to(13) })).toBe('30003');
  expect(codeKept(failed, { code: '30003', ...to(11) })).toBe('30004');
});
