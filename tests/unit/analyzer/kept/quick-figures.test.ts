import { expect, test } from 'vitest';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { KeptLog } from '../../../../src/analyzer/kept/kept-log.ts';
import { QuickFigures, quickTables } from '../../../../src/analyzer/kept/quick-figures.ts';
import { Selection } from '../../../../src/analyzer/kept/selection.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import { consoleRow, frenchNumber, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { countInto, inOneOrder } from '../laws/counting.ts';

const rows: readonly MessageRow[] = [
  {},
  { time: NOON + MINUTE },
  { time: NOON - MINUTE, to: frenchNumber(1) },
  { time: NOON - 200 * MINUTE, from: 'ACME', to: frenchNumber(2), status: 'undelivered', code: '30007' },
  { time: NOON - 199 * MINUTE, from: 'ACME', to: frenchNumber(2), status: 'failed', code: '30008' },
  { status: 'sent', to: usNumber(3) },
  { status: 'queued', to: usNumber(4) },
  { status: 'pondering', to: usNumber(4) },
  { from: usNumber(5), to: '+12025550100', direction: 'inbound', status: 'received', time: NOON + 61 * MINUTE },
  { time: Date.UTC(2024, 11, 31, 23, 59) },
];

function kept(): KeptLog {
  const log = new KeptLog(new Set(['STOP']));
  countInto(
    log,
    rows.map((row, n) => consoleRow(n, row)),
  );
  log.end();
  return log;
}

/** What two ways of counting save: by the numbers of columns, and message after message. */
function both(filter?: Filter) {
  const log = kept();
  const selection = filter === undefined ? undefined : new Selection(log, filter, {} as ConstructorParameters<typeof Selection>[2]);
  const [quick, slow] = [new LogIndex(knowledge, [], quickTables), new LogIndex(knowledge, [], quickTables)];
  const figures = new QuickFigures(log, quick);
  for (const rest of figures.count(selection)) expect(rest).toBeUndefined();
  figures.end();
  for (const rest of log.messages(selection, (message) => {
    slow.add(message);
  }))
    expect(rest).toBeUndefined();
  return { quick, slow };
}

/** What the tables hold, but for the codes and last times of routes, which no figure of a brush shows. */
const shown = (index: LogIndex): unknown =>
  inOneOrder(
    JSON.parse(
      JSON.stringify(index.save(), (name, value: unknown) => (name === 'lastAccepted' || name === 'failures' ? undefined : value)),
    ) as unknown,
  );

test.for<readonly [string, Filter | undefined]>([
  ['all messages', undefined],
  ['those that failed', { outcomes: ['failed', 'undelivered'] }],
  ['those that came in', { direction: 'inbound' }],
  ['those of an hour', { time: { from: NOON, to: NOON + 60 * MINUTE } }],
  ['those of one sender', { senders: ['ACME'] }],
  ['none', { statuses: ['scheduled'] }],
])('figures of %s are those of counting one after another', ([, filter]) => {
  const { quick, slow } = both(filter);
  expect(shown(quick)).toEqual(shown(slow));
});
