import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { shelved } from '../../../../src/islands/report/shelves.ts';
import { troubled } from '../report-fixture.ts';

const [sample] = troubled.findings;
const finding = (severity: Finding['severity']): Finding => {
  if (sample === undefined) throw new Error('the fixture has a finding');
  return { ...sample, severity };
};

test('five findings stand open, the rest is folded, small things are background', () => {
  const { first, more, background } = shelved([...Array.from({ length: 7 }, () => finding('high')), finding('low'), finding('info')]);
  expect([first.length, more.length, background.length]).toEqual([5, 2, 2]);
});

test('a log with small things only has nothing to fix first', () => {
  expect(shelved([finding('info')]).first).toEqual([]);
});
