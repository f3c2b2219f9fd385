import { expect, test } from 'vitest';
import { noticeLine, toldNotices } from '../../../../src/islands/report/told-notices.ts';
import { troubled } from '../report-fixture.ts';

const declined = { source: 'x.csv', kind: 'calls', text: 'x.csv is a call log.', advice: 'Export messages.' } as const;

test('a notice names its source and the lines, and says when there are more', () => {
  expect(toldNotices(troubled, [])).toEqual([
    {
      source: 'sms-log.csv',
      text: '4 rows repeat a message that was already counted; the latest state was kept.',
      where: 'lines 12, 40, …',
    },
  ]);
});

test('a file that was left out is told once, with what to do', () => {
  const report = {
    ...troubled,
    sources: [],
    notices: [{ id: 'declined', count: 1, lines: [], text: `${declined.text} It is not in the figures.` }],
  };
  expect(toldNotices(report, [declined])).toEqual([{ source: 'x.csv', text: 'x.csv is a call log. Export messages.', where: '' }]);
});

test('the line above counts them', () => {
  expect(noticeLine(toldNotices(troubled, []))).toBe('1 thing skipped, repaired or assumed while reading');
});
