import { expect, test } from 'vitest';
import { KeptLog } from '../../../../src/analyzer/kept/kept-log.ts';
import { Selection } from '../../../../src/analyzer/kept/selection.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import { consoleRow, MINUTE, NOON, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { countInto } from '../laws/counting.ts';

const context = { knowledge, rowsOf: () => undefined, listOf: () => undefined, numbersOn: () => undefined };
/** From eleven to one, as far as is said. */
const hour: readonly MessageRow[] = [{ time: NOON - 60 * MINUTE }, { time: NOON }, { time: NOON + 60 * MINUTE }];
const withoutTime: MessageRow = {};

function shares(rows: readonly MessageRow[], filter: Filter) {
  const log = new KeptLog(new Set());
  countInto(
    log,
    rows.map((row, n) => (row === withoutTime ? consoleRow(n, row).replace(/\d{4}-\d\d-\d\dT[^,]+/, '') : consoleRow(n, row))),
  );
  log.end();
  const selection = new Selection(log, filter, context);
  return { shares: log.chunks.map((chunk) => selection.shareOf(chunk)), taken: [...log.chunksOf(selection)].length };
}

const window = (from: number, to: number): Filter => ({ time: { from: NOON + from * MINUTE, to: NOON + to * MINUTE } });

test.for<readonly [string, readonly MessageRow[], Filter, 'all' | 'some' | 'none']>([
  ['a window around all', hour, window(-60, 61), 'all'],
  ['one that ends with the last message', hour, window(-60, 60), 'some'],
  ['one that begins after the first', hour, window(-59, 61), 'some'],
  ['one that ends with the first', hour, window(-90, -60), 'none'],
  ['one a moment longer', hour, window(-90, -59), 'some'],
  ['one that begins with the last', hour, window(60, 90), 'some'],
  ['one that begins after the last', hour, window(61, 90), 'none'],
  ['one around all that are timed, where one is not', [...hour, withoutTime], window(-60, 61), 'some'],
  ['one where no message is timed', [withoutTime], window(-60, 61), 'none'],
  ['no question', [withoutTime], {}, 'all'],
  ['a window around all and a sender', hour, { ...window(-60, 61), senders: ['ACME'] }, 'some'],
  ['outcomes', hour, { outcomes: ['delivered'] }, 'some'],
  ['a link', hour, { linkHost: 'go.example' }, 'some'],
  ['a prefix', hour, { prefix: '1303' }, 'some'],
  ['a finding that is not there', hour, { finding: 'landline' }, 'none'],
])('what passes of a chunk is told without a look at its messages: %s', ([, rows, filter, share]) => {
  expect(shares(rows, filter)).toEqual({ shares: [share], taken: share === 'none' ? 0 : 1 });
});
