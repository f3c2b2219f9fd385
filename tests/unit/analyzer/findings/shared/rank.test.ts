import { expect, test } from 'vitest';
import { ranked } from '../../../../../src/analyzer/findings/shared/rank.ts';
import type { Found } from '../../../../../src/analyzer/findings/rule.ts';

const plain = { severity: 'medium', recoverable: 5, affected: 5 } as const;
const made = (key: string, more: Partial<Pick<Found, 'severity' | 'recoverable' | 'affected' | 'isRemainder'>> = {}, money?: number) => ({
  key,
  found: { ...plain, ...more },
  ...(money === undefined ? {} : { money }),
});

/** Each stands before the plain one for one reason, and behind it the other way round. */
test.for([
  ['graver', made('z', { severity: 'high' }), made('a', { severity: 'low' })],
  ['nothing left over', made('l'), made('a', { isRemainder: true })],
  ['more to win back', made('z', { recoverable: 6 }), made('a', { recoverable: 4 })],
  ['dearer', made('z', {}, 0.5), made('a', {}, -1)],
  ['larger', made('z', { affected: 6 }), made('a', { affected: 4 })],
] as const)('%s comes first', ([, before, behind]) => {
  const middle = made('m');
  expect(ranked([middle, behind, before]).at(0)).toBe(before);
  expect(ranked([before, behind, middle]).at(-1)).toBe(behind);
});

test('a reason decides before those that come behind it', () => {
  const order = [
    made('e', { severity: 'critical', isRemainder: true, recoverable: 0, affected: 0 }),
    made('d', { recoverable: 1, affected: 1 }, 0),
    made('c', { recoverable: 0, affected: 1 }, 9),
    made('b', { recoverable: 0, affected: 2 }, 1),
    made('a', { recoverable: 0, affected: 1 }, 1),
    made('aa', { recoverable: 0, affected: 1 }, 1.4),
    made('0', { isRemainder: true, recoverable: 9, affected: 9 }, 9),
  ];
  expect(ranked([...order].reverse())).toEqual(order);
  expect(ranked(order)).toEqual(order);
});
