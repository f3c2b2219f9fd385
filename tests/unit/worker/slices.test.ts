import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, Joining, SLICE_ROWS, type Slice } from '../../../src/worker/slices.ts';
import { troubled } from '../islands/report-fixture.ts';

function join<Value>(trunk: Value, slices: readonly Slice[]): Value {
  const joining = new Joining();
  for (const slice of slices) joining.add(slice);
  return joining.end(trunk);
}

/** How many values an unpacking would make: every list, object and plain value. */
const weight = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 1 : Object.values(value).reduce<number>((sum, inner) => sum + weight(inner), 1);

test('a report with much of everything crosses in bounded pieces and is the same afterwards', () => {
  const [hour] = troubled.byHour;
  const [sender] = troubled.bySender;
  const [finding] = troubled.findings;
  if (hour === undefined || sender === undefined || finding === undefined) throw new Error('the fixture has one of each');
  const list = Array.from({ length: 19_000 }, (_, i) => `+1202${String(i).padStart(7, '0')}`);
  const report = {
    ...troubled,
    byHour: Array.from({ length: 9_900 }, () => ({ ...hour })),
    bySender: Array.from({ length: 5_000 }, () => ({ ...sender })),
    findings: [{ ...finding, action: { kind: 'suppress' as const, list } }],
  };
  const { trunk, slices } = cut(report);
  expect(slices).toHaveLength(10 + 5 + 19);
  for (const slice of slices) {
    expect(slice.rows.length).toBeLessThanOrEqual(SLICE_ROWS);
    expect(weight(slice)).toBeLessThanOrEqual(10 * SLICE_ROWS + 10);
  }
  expect(weight(trunk)).toBeLessThan(SLICE_ROWS);
  // As text, because it is the JSON form that must not change, and comparing so much value by value takes seconds.
  expect(JSON.stringify(join(structuredClone(trunk), structuredClone(slices))) === JSON.stringify(report)).toBe(true);
});

test('any plain data is the same after cutting and joining', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { trunk, slices } = cut(value);
      expect(join(trunk, slices)).toEqual(value);
    }),
  );
});

test('a value that is a long list itself, and lists side by side whose slices come by turns', () => {
  const long = Array.from({ length: 2 * SLICE_ROWS + 1 }, (_, i) => i);
  for (const value of [long, { a: long, b: [{ c: long }] }]) {
    const { trunk, slices } = cut<unknown>(value);
    const ofList = (path: string): readonly Slice[] => slices.filter((slice) => slice.path.join('.') === path);
    const [ones, others] = [ofList('a'), ofList('b.0.c')];
    const byTurns = ones.flatMap((slice, i) => [slice, ...others.slice(i, i + 1)]);
    expect(join(trunk, byTurns.length > 0 ? byTurns : slices)).toEqual(value);
  }
});

test('what is no plain data crosses as it is', () => {
  const json = new Blob(['{}']);
  expect(cut({ json }).trunk.json).toBe(json);
});

test('a slice that leads nowhere is a bug', () => {
  expect(() => join({ a: 1 }, [{ path: ['a'], rows: [1] }])).toThrow('no list at a');
});
