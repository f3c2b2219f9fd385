import { expect, test } from 'vitest';
import { PlainRows } from '../../../../../src/analyzer/records/csv/plain-rows.ts';

const rowsOf = (text: string, cut = Infinity, skip = 0): readonly (readonly string[])[] => {
  const rows = new PlainRows(',', skip);
  const found: (readonly string[])[] = [];
  for (let at = 0; at < text.length; at += cut) found.push(...rows.read(text.slice(at, at + cut), false));
  return [...found, ...rows.read('', true)];
};

test.for([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,"x\r\ny"\r\n',
    [
      ['a', 'b'],
      ['1', 'x\r\ny'],
    ],
  ],
  ['a\n\n1\n \n', [['a'], ['1'], [' ']]],
  [
    'a,b\n,\n\r\n1,\n',
    [
      ['a', 'b'],
      ['', ''],
      ['1', ''],
    ],
  ],
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['', []],
] as const)('%j, whatever the pieces', ([text, expected]) => {
  for (const cut of [Infinity, 1, 2, 3]) expect(rowsOf(text, cut)).toEqual(expected);
});

test('what stands before the heading is left out, also where it comes in pieces', () => {
  const text = 'sep=,\na,b\n1,2\n';
  for (const cut of [Infinity, 1, 4, 6, 7])
    expect(rowsOf(text, cut, 6)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
});
