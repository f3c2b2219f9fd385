import { expect, test } from 'vitest';
import type { CountedMessage } from '../../../../../src/analyzer/index/counted-message.ts';
import { recipients } from '../../../../../src/analyzer/index/tables/recipients.ts';

const table = (
  limits: { readonly codes: number; readonly pairs: number },
  ...messages: readonly (readonly [code: string, person: number])[]
) => {
  const made = recipients.make({ limits });
  for (const [code, personKey] of messages) made.add({ kind: { code }, personKey } as unknown as CountedMessage);
  return made;
};

test('people are counted once a code; who is not known is nobody', () => {
  const made = table({ codes: 9, pairs: 9 }, ['30003', 1], ['30003', 1], ['30003', 2], ['30005', 1], ['30005', 0]);
  expect(['30003', '30005', '30006'].map((code) => made.of(code))).toEqual([2, 1, 0]);
  expect(made.caps.map(({ count }) => count)).toEqual([0]);
});

test('beyond its limits messages are told, and those whom it knows are not', () => {
  const pairs = table({ codes: 9, pairs: 2 }, ['30003', 1], ['30003', 2], ['30003', 3], ['30003', 3], ['30003', 1]);
  expect([pairs.of('30003'), pairs.caps[0]?.count]).toEqual([2, 2]);
  const codes = table({ codes: 1, pairs: 9 }, ['30003', 1], ['30005', 1], ['30005', 2], ['30003', 2]);
  expect([codes.of('30003'), codes.of('30005'), codes.caps[0]?.count]).toEqual([2, 0, 2]);
});
