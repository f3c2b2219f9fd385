/** Lines out of pieces, whatever ends them and wherever the text is cut. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter, type Line } from '../../../../../src/analyzer/records/form/line-splitter.ts';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';

function linesOf(pieces: readonly string[]): readonly Line[] {
  const splitter = new LineSplitter();
  return [...pieces.flatMap((piece) => splitter.read(piece, false)), ...splitter.read('', true)];
}

test('line feeds, carriage returns and both end a line; an end of line behind the last begins no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', ''), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (parts, size) => {
        const text = parts.join('');
        const expected = text.split(/\r\n|\r|\n/);
        if (expected.at(-1) === '') expected.pop();
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size));
        expect(linesOf(pieces)).toEqual(expected.map((line, n) => ({ text: line, number: n + 1 })));
      },
    ),
    { numRuns: 500 },
  );
});

test('the last line may come with the end of the text', () => {
  expect(new LineSplitter().read('a\nb', true)).toEqual([
    { text: 'a', number: 1 },
    { text: 'b', number: 2 },
  ]);
  expect(new LineSplitter().read('a\r', true)).toEqual([{ text: 'a', number: 1 }]);
});

test('a line as long as a record is read, one longer is told as a number only, and those behind it are read', () => {
  const fits = 'x'.repeat(LONGEST_RECORD);
  for (const size of [LONGEST_RECORD / 4, 3 * LONGEST_RECORD]) {
    const lengthsOf = (text: string) =>
      linesOf(Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size))).map(
        ({ text: line, number }) => [number, line?.length],
      );
    expect(lengthsOf(`${fits}\na\n`)).toEqual([
      [1, LONGEST_RECORD],
      [2, 1],
    ]);
    expect(lengthsOf(`${fits}y\na\n`)).toEqual([
      [1, undefined],
      [2, 1],
    ]);
    expect(lengthsOf(`a\n${fits}y`)).toEqual([
      [1, 1],
      [2, undefined],
    ]);
  }
});
