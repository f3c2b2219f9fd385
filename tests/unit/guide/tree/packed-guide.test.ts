import { expect, test } from 'vitest';
import { loadGuide } from '../../../../src/build/guide-data.ts';
import type { Guide } from '../../../../src/guide/tree/guide.ts';
import { packGuide, unpackGuide, type PackedGuide } from '../../../../src/guide/tree/packed-guide.ts';

const guide = loadGuide();

test('the whole guide unpacks to the same, but for the titles of outcomes', () => {
  const unpacked = unpackGuide(JSON.parse(JSON.stringify(packGuide(guide))) as PackedGuide);
  const untitled: Guide['steps'] = Object.fromEntries(
    Object.entries(guide.steps).map(([id, step]) => [id, step.kind === 'outcome' ? { ...step, title: '' } : step]),
  );
  expect(unpacked).toEqual({ steps: untitled, codes: guide.codes });
});

test('codes stand together by their step as what each adds, outcomes are where they lead', () => {
  const packed = packGuide({
    steps: { end: { kind: 'outcome', title: 'The end', next: ['start'] } },
    codes: { '30007': 'filtered', '30034': 'us', '63016': 'filtered' },
  });
  expect(packed).toEqual({ steps: { end: ['start'] }, codes: { filtered: [30007, 33009], us: [30034] } });
});
