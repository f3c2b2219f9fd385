import { expect, test } from 'vitest';
import { declinedAs } from '../../../../src/analyzer/report/declined.ts';
import { say } from '../../../../src/analyzer/report/sentence.ts';
import { noticeLine, toldNotices, type ToldNotice } from '../../../../src/islands/report/told-notices.ts';
import { inWords } from '../../../log.ts';
import { troubled } from '../report-fixture.ts';

const declined = declinedAs('x.csv', 'calls', 'is a call log', 'Export messages.');
const spoken = (list: readonly ToldNotice[]) => list.map(({ text, ...rest }) => ({ ...rest, text: inWords(text) }));

test('a notice names its source and the lines, and says when there are more', () => {
  expect(spoken(toldNotices(troubled, []))).toEqual([
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
    notices: [{ id: 'source-declined', source: 'x.csv', count: 1, lines: [1], text: say`${declined.text} It is not in the figures.` }],
  };
  expect(spoken(toldNotices(report, [declined]))).toEqual([{ text: 'x.csv is a call log. Export messages.', where: '' }]);
  // A saved report that is opened again has nothing but its notice.
  expect(spoken(toldNotices(report, []))).toEqual([{ text: 'x.csv is a call log. It is not in the figures.', where: 'line 1' }]);
});

test('the line above counts them; above none there is none, nor above one that says itself what it means', () => {
  const list = toldNotices(troubled, []);
  expect([noticeLine(troubled, list), noticeLine(troubled, []), noticeLine({}, [])]).toEqual([undefined, undefined, undefined]);
  expect(noticeLine(troubled, [...list, ...list])).toBe('2 things skipped, repaired or assumed while reading');
  expect(noticeLine({}, list)).toBe('No times could be read: no chart, no “since”. 1 thing skipped, repaired or assumed while reading');
  expect(noticeLine({}, [...list, ...list])).toBe(
    'No times could be read: no chart, no “since”. 2 things skipped, repaired or assumed while reading',
  );
});
