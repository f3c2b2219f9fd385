/** What a reader is shown of a table whose columns are unknown. */
import { expect, test } from 'vitest';
import { lookAt } from '../../../../src/analyzer/formats/own-table/look.ts';
import { headingOf } from '../../../../src/analyzer/formats/recognise.ts';
import { times } from '../../../fixtures/finding-rows.ts';

const look = (heading: readonly string[], ...rows: readonly (readonly string[])[]) =>
  lookAt(headingOf(heading, ','), [heading, ...rows].map((row) => row.join(',')).join('\n'));

test('the first three values that differ, and what the column seems to hold', () => {
  const rows = ['red', 'blue', 'red', 'green', 'brown'].map((colour, n) => [colour, `+1202555014${String(n % 2)}`]);
  expect(look(['Colour', 'Phone'], ...rows)).toEqual([
    { heading: 'Colour', samples: ['red', 'blue', 'green'] },
    { heading: 'Phone', samples: ['+12025550140', '+12025550141'], guess: 'to' },
  ]);
});

test('a heading and a value are shown to their sixtieth character', () => {
  const [short, long] = [59, 61].map((length) => 'ab'.repeat(40).slice(0, length));
  expect(look([`${short ?? ''}h`, `${long ?? ''}h`], [`${short ?? ''}v`, `${long ?? ''}v`])).toEqual([
    { heading: `${short ?? ''}h`, samples: [`${short ?? ''}v`] },
    { heading: long?.slice(0, 60), samples: [long?.slice(0, 60)] },
  ]);
});

test('two hundred columns at most, without those that have no name', () => {
  const names = times(202, (n) => (n === 1 ? '' : `x${String(n)}y`));
  expect(look(names, names).map(({ heading }) => heading)).toEqual([names[0], ...names.slice(2, 201)]);
  expect(look(names.slice(0, 201), names.slice(0, 201))).toHaveLength(200);
});
