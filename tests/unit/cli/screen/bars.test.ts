import { describe, expect, test } from 'vitest';
import { bar, barTable, condensed, spark, stacked } from '../../../../src/cli/screen/bars.ts';

const part = (value: number, glyph: string) => ({ value, glyph, style: 'bad' as const });
const drawn = (values: readonly [string, number][], cells: number): string =>
  stacked(
    values.map(([glyph, value]) => part(value, glyph)),
    cells,
  )
    .map(({ text }) => text)
    .join('');

describe('a stacked bar', () => {
  test('is as long as it may be, each part by its share', () => {
    expect(
      drawn(
        [
          ['#', 1],
          ['.', 3],
        ],
        8,
      ),
    ).toBe('##......');
    expect(
      drawn(
        [
          ['#', 1],
          ['+', 1],
          ['.', 1],
        ],
        10,
      ),
    ).toHaveLength(10);
  });

  test('shows a part above 0 at least once, and none of 0', () => {
    expect(
      drawn(
        [
          ['#', 1],
          ['+', 0],
          ['.', 9_999],
        ],
        10,
      ),
    ).toBe('#.........');
    expect(
      drawn(
        [
          ['#', 9_999],
          ['.', 1],
        ],
        10,
      ),
    ).toBe('#########.');
    expect(drawn([['#', 0]], 10)).toBe('');
  });
});

describe('a bar', () => {
  test.each([
    [4, 4, 4, '████'],
    [2, 4, 4, '██'],
    [1, 8, 4, '▌'],
    [5, 8, 4, '██▌'],
    [1, 10_000, 4, '▏'],
    [0, 4, 4, ''],
    [0, 0, 4, ''],
  ])('of %i of %i in %i cells is %j', (value, most, cells, text) => {
    expect(bar(value, most, cells)).toBe(text);
  });
});

test('a course is drawn by the tallest; anything above 0 is seen', () => {
  expect(spark([0, 1, 4, 8])).toBe(' ▂▅█');
  expect(spark([1, 1_000_000])).toBe('▁█');
  expect(spark([])).toBe('');
});

test('figures are summed up to a number of columns, and nothing is lost', () => {
  expect(condensed([1, 2, 3, 4, 5], 3)).toEqual({ sums: [3, 7, 5], each: 2 });
  expect(condensed([1, 2, 3], 3)).toEqual({ sums: [1, 2, 3], each: 1 });
});

describe('a table of bars', () => {
  const row = (label: string, count: number, note?: string) => ({
    label,
    count,
    draw: (cells: number) => '#'.repeat(cells),
    share: '1.0 %',
    ...(note === undefined ? {} : { note }),
  });
  const screen = (columns: number) => ({ columns, colours: false });

  test('aligns labels, counts and shares', () => {
    expect(barTable([row('a', 1), row('bcd', 1_234)], 2, screen(40))).toEqual([
      `  a        1  ${'#'.repeat(17)}  1.0 %`,
      `  bcd  1,234  ${'#'.repeat(17)}  1.0 %`,
    ]);
  });

  test('says how many rows it leaves out', () => {
    expect(barTable([row('a', 1)], 3, screen(40)).at(-1)).toBe('  … and 2 more');
    expect(barTable([row('a', 1)], 1, screen(40))).toHaveLength(1);
  });

  test('makes bars shorter before it cuts a note, and puts notes below where there is no room', () => {
    const note = 'n'.repeat(30);
    expect(barTable([row('a', 1, note)], 1, screen(80))).toEqual([`  a  1  ${'#'.repeat(24)}  1.0 %  ${note}`]);
    expect(barTable([row('a', 1, note)], 1, screen(57))).toEqual([`  a  1  ${'#'.repeat(10)}  1.0 %  ${note}`]);
    expect(barTable([row('a', 1, note)], 1, screen(50))).toEqual([`  a  1  ${'#'.repeat(8)}  1.0 %  ${'n'.repeat(24)}…`]);
    expect(barTable([row('a', 1, note)], 1, screen(36))).toEqual([`  a  1  ${'#'.repeat(8)}  1.0 %`, `    ${note}`]);
  });

  test('cuts a label that would take more than a third of a line', () => {
    expect(barTable([row('L'.repeat(40), 1)], 1, screen(42))[0]).toMatch(/^ {2}L{13}… {2}1 {2}#+ {2}1\.0 %$/);
  });
});
