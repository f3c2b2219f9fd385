import { expect, test } from 'vitest';
import { FILTERED, filteredTexts } from '../../../../src/analyzer/findings/template-filtered/texts-table.ts';
import type { CountedMessage } from '../../../../src/analyzer/index/counted-message.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';

interface Made {
  /** Fingerprint of sender and template; 0 for an empty text. */
  readonly key?: number;
  readonly text?: string;
  readonly status?: string;
  readonly code?: string;
  readonly sender?: string;
  readonly time?: number;
}
const filtered: Made = { status: 'undelivered', code: FILTERED };

const { codes } = filteredTexts.options(knowledge);
function counted(limits: { templates: number; texts: number }, ...messages: readonly Made[]) {
  const table = filteredTexts.make({ codes, limits });
  for (const { key = 1, text = 'Sale', status = 'delivered', code = '', sender = 'A', time = 7 } of messages)
    table.add({
      kind: kindOf(status, 'outbound', code),
      time,
      sender,
      templateKey: () => key,
      templateText: () => text,
      sid: () => '',
    } as CountedMessage);
  return table;
}
const enough = { templates: 50, texts: 50 };
const kept = (table: ReturnType<typeof counted>): readonly string[] =>
  [...table.filtered].map(([key, { sender, text, count }]) => `${String(key)} ${sender}: ${String(count)} "${text}"`);
const left = (table: ReturnType<typeof counted>): number => table.caps[0]?.count ?? NaN;

test('every text is counted, and only of filtered messages it is kept', () => {
  const table = counted(
    enough,
    filtered,
    {},
    { key: 2, status: 'undelivered', code: '30003' },
    { key: 2, status: 'undelivered' },
    { key: 2, status: 'delivered', code: FILTERED },
    { ...filtered, key: 3, sender: 'B', text: 'Offer' },
    { ...filtered, key: 3, sender: 'B', text: 'OFFER' },
    { ...filtered, key: 3, sender: 'B', text: 'offer' },
    { ...filtered, key: 0 },
  );
  expect(kept(table)).toEqual(['1 A: 1 "Sale"', '3 B: 3 "OFFER"']);
  expect([0, 1, 2, 3, 4].map((key) => table.total(key))).toEqual([0, 2, 3, 3, 0]);
  expect(left(table)).toBe(0);
});

test('a text that does not fit is counted without its words, and each of its messages is told', () => {
  const table = counted({ templates: 50, texts: 1 }, filtered, { ...filtered, key: 2 }, { ...filtered, key: 2 }, filtered);
  expect(kept(table)).toEqual(['1 A: 2 "Sale"']);
  expect([table.total(2), left(table)]).toEqual([2, 2]);
});

test('a full table forgets the texts seen once, but none that was filtered', () => {
  const once = times(30, (n): Made => ({ key: 100 + n }));
  const table = counted({ templates: 10, texts: 9 }, filtered, { key: 2 }, { key: 2 }, ...once);
  expect([table.total(1), table.total(2), table.total(100)]).toEqual([1, 2, 0]);
  expect(left(table)).toBeGreaterThan(0);
});

test('two halves of a log as one are the whole log', () => {
  const one: readonly Made[] = [filtered, {}, { key: 2 }];
  const other: readonly Made[] = [{ ...filtered, time: 9 }, { ...filtered, key: 3 }, { key: 2 }];
  const merged = counted(enough, ...one);
  merged.merge(counted(enough, ...other).save());
  expect(merged.save()).toEqual(counted(enough, ...one, ...other).save());
  const full = counted({ templates: 50, texts: 1 }, ...one);
  full.merge(counted(enough, ...other, { ...filtered, key: 3 }).save());
  expect([kept(full), left(full)]).toEqual([['1 A: 2 "Sale"'], 2]);
});
