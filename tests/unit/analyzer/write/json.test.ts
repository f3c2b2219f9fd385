import { expect, test } from 'vitest';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { reportJson, reportJsonPieces } from '../../../../src/analyzer/write/json.ts';
import { masked } from '../../../../src/analyzer/write/masked.ts';
import { troubled } from '../../islands/report-fixture.ts';

const [hour] = troubled.byHour;
if (hour === undefined) throw new Error('the fixture has hours');

/** A report with so many hours. */
const wide = (hours: number): Report => ({
  ...troubled,
  byHour: Array.from({ length: hours }, (_, n) => ({ ...hour, start: `+1202555${String(n).padStart(4, '0')} "a\\nb"\n` })),
});

test.each([0, 1, 499, 500, 501, 1_000, 1_001, 2_200])('with %i hours the pieces of a report are its JSON, as it is and masked', (hours) => {
  const report = wide(hours);
  expect([...reportJsonPieces(report, {})].join('')).toBe(reportJson(report));
  expect([...reportJsonPieces(report, {}, masked)].join('')).toBe(reportJson(masked(report)));
});

test('no piece of a long list holds more than 500 of its entries', () => {
  const counts = Array.from(reportJsonPieces(wide(2_200), {}, masked), (piece) => piece.split('"start"').length - 1);
  expect(Math.max(...counts)).toBe(500);
  expect(counts.filter((count) => count > 0)).toEqual([500, 500, 500, 500, 200]);
});
