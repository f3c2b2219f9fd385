import { expect, test } from 'vitest';
import type { CountedMessage } from '../../../../../src/analyzer/index/counted-message.ts';
import { money } from '../../../../../src/analyzer/index/tables/money.ts';
import { kindOf } from '../../../../../src/analyzer/message/kind.ts';
import { inWords } from '../../../../log.ts';

interface Made {
  readonly status?: string;
  readonly code?: string;
  /** Millionths; -1 for none. */
  readonly price?: number;
  readonly unit?: string;
}

function counted(limits: { units: number; codes: number }, ...messages: readonly Made[]) {
  const table = money.make({ limits });
  for (const { status = 'delivered', code = '', price = -1, unit = 'USD' } of messages)
    table.add({ kind: kindOf(status, 'outbound-api', code), price, priceUnit: unit } as CountedMessage);
  return table;
}
const enough = { units: 9, codes: 9 };
const left = (table: ReturnType<typeof counted>): readonly number[] => table.caps.map(({ count }) => count);

test('a sum for each unit, what failures cost in it, and how many have no price', () => {
  const table = counted(
    enough,
    { price: 8_300 },
    { price: 0 },
    { status: 'undelivered', price: 700 },
    { status: 'failed', price: 50 },
    {},
    { price: 7, unit: 'EUR' },
  );
  expect(table.save().units).toEqual([
    ['USD', { billed: 9_050, onFailures: 750, unknown: 1 }],
    ['EUR', { billed: 7, onFailures: 0, unknown: 0 }],
  ]);
});

test('failed messages without a price are counted by code, since a fee may be due for them', () => {
  const table = counted(
    enough,
    { status: 'failed', code: '30007' },
    { status: 'failed', code: '30007' },
    { status: 'failed' },
    { status: 'failed', code: '30008', price: 0 },
    { status: 'undelivered', code: '30008' },
  );
  expect(table.save().unpricedFailed).toEqual([
    ['30007', 2],
    ['', 1],
  ]);
});

test('units and codes beyond the limit stand together, and are told', () => {
  const one = counted({ units: 1, codes: 1 }, { price: 1 }, { price: 2, unit: 'EUR' }, { price: 3, unit: '' }, { price: 4, unit: 'GBP' });
  expect(one.save().units).toEqual([
    ['USD', { billed: 1, onFailures: 0, unknown: 0 }],
    ['', { billed: 9, onFailures: 0, unknown: 0 }],
  ]);
  expect(left(one)).toEqual([2, 0]);
  expect(one.caps.map(({ id, text }) => `${id}: ${inWords(text).split(':')[0] ?? ''}`)).toEqual([
    'units-capped: More units of price than are kept apart',
    'fees-capped: More error codes than are kept apart for fees',
  ]);
  const codes = ['30007', '30008', '', '30007', '30009'].map((code) => ({ status: 'failed', code }));
  const other = counted({ units: 1, codes: 1 }, ...codes);
  expect(other.save().unpricedFailed).toEqual([
    ['30007', 2],
    ['', 3],
  ]);
  expect(left(other)).toEqual([0, 2]);
});

test('two halves of a log as one are the whole log', () => {
  const first = [{ price: 5 }, { status: 'failed', code: '30007' }];
  const second = [{ price: 6 }, { price: 7, unit: 'EUR' }, { status: 'undelivered', price: 8 }, { status: 'failed', code: '30008' }];
  for (const limits of [enough, { units: 1, codes: 1 }]) {
    const merged = counted(limits, ...first);
    merged.merge(counted(limits, ...second).save());
    const whole = counted(limits, ...first, ...second);
    expect(merged.save().units).toEqual(whole.save().units);
    expect(merged.save().unpricedFailed).toEqual(whole.save().unpricedFailed);
  }
  const few = { units: 1, codes: 1 };
  const full = counted(few, ...first);
  full.merge(counted(few, ...second, { status: 'failed', code: '30009' }, { status: 'failed', code: '30010' }).save());
  // 30008 is one more for the full table; 30009 and 30010 were too many for the other already, as was the one message in EUR.
  expect(left(full)).toEqual([1, 3]);
  full.merge(counted(enough, { price: 1, unit: 'GBP' }).save());
  expect(left(full)).toEqual([2, 3]);
});
