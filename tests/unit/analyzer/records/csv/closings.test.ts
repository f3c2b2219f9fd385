import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Closings } from '../../../../../src/analyzer/records/csv/closings.ts';

const COMMA = 44;
const of = (text: string, isLast = true): Closings => new Closings(text, COMMA, isLast);

/** Where RFC 4180 closes the cell opened at a place, quote by quote: -1 for nowhere. Blanks may stand behind it. */
function byHand(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else if (/^[ \t]*(?:$|[,\r\n])/.test(text.slice(at + 1))) return at;
  }
  return -1;
}

test.for([
  ['"a",b', 0, 2],
  ['""', 0, 1],
  ['"",b', 0, 1],
  ['x,"",b', 2, 3],
  ['""""', 0, 3],
  ['"""a"', 0, 4],
  ['"a""",b', 0, 4],
  ['"a"" ,b" ,c', 0, 7],
  ['"a"b","c"', 0, 4],
  ['"a', 0, -1],
  ['"a"b', 0, -1],
  ['"a"\t\r\n', 0, 2],
] as const)('the cell of %s opened at %d is closed at %d', ([text, opening, closing]) => {
  expect(of(text).strict(opening)).toBe(closing);
});

test('a cell whose quotes are doubled is closed where it is by hand, whatever stands in it', () => {
  let closed = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('""', 'a', ',', ' ', '\n'), { maxLength: 8 }),
      fc.constantFrom('', ',b', '\n"x"'),
      (parts, behind) => {
        const cell = `"${parts.join('')}"`;
        const text = `${cell}${behind}`;
        const found = of(text).strict(0);
        expect(found, JSON.stringify(text)).toBe(byHand(text, 0));
        if (found === cell.length - 1) closed += 1;
      },
    ),
    { numRuns: 1_000, seed: 5 },
  );
  expect(closed).toBeGreaterThan(500);
});

test('quotes that could close a cell are told in order, doubled or not, as many as are asked for', () => {
  const text = '"a","b"" ,"c"d","e"';
  expect(of(text).following(0, 9)).toEqual([2, 7, 14, 18]);
  expect(of(text).following(2, 2)).toEqual([7, 14]);
  expect(of(text).following(18, 9)).toEqual([]);
});

test('behind a closing quote the cell goes on with what is no blank', () => {
  expect([
    of('"a" \t,b').behind(2, COMMA),
    of('"a",b').behind(2, COMMA),
    of('"a"  ').behind(2, COMMA),
    of('"a"\n').behind(2, COMMA),
  ]).toEqual([5, 3, 5, 3]);
});

test('a quote at the end of a text that goes on may close or not', () => {
  expect([of('"a"', false).pending, of('"a" ', false).pending, of('"a",', false).pending, of('"a"').pending]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([of('"a"', false).strict(0), of('"a"').strict(0)]).toEqual([-1, 2]);
});
