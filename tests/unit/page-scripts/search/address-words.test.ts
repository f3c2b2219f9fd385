import { expect, test } from 'vitest';
import { addressWords } from '../../../../src/page-scripts/search/address-words.ts';

const titles = new Set(['landline', 'or', 'unreachable', 'carrier', 'code', 'your', 'is', '24']);
const codes = new Set(['30006']);
const of = (search: string): string | undefined => addressWords(search, titles, codes);

test('words of titles and codes that exist may stand in the address', () => {
  expect(of('  Landline, carrier! ')).toBe('landline carrier');
  expect(of('30006 carrier')).toBe('30006 carrier');
});

test('one other word or number keeps all of it out', () => {
  for (const search of ['landline Ottilie', 'your code is 482913', '30007', '+1 202 555 0143', '24', 'land', '', '…'])
    expect(of(search), search).toBeUndefined();
});

test('a long search stays out, whatever it says', () => {
  expect(of('landline '.repeat(8))).toBeUndefined();
});
