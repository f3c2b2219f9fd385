/** Which words end a silence after STOP, and at which numbers. */
import { expect, test } from 'vitest';
import { consoleLog, NOON, MINUTE, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, ordinary, times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

const affected = async (ours: string, word: string): Promise<number> => {
  const inbound = (n: number, body: string, minutes: number): MessageRow => ({
    from: usNumber(n),
    to: ours,
    body,
    status: 'received',
    direction: 'inbound',
    time: ago(minutes),
  });
  const rows = times(4, (n) => [
    inbound(n, 'STOP', 200),
    inbound(n, word, 150),
    { from: ours, to: usNumber(n), time: ago(100), body: `Table ${String(n)} is booked.` },
  ]).flat();
  const { findings } = await report([source('log.csv', consoleLog([...ordinary, ...rows, { time: NOON + MINUTE }]))]);
  return findings.find(({ id }) => id === 'sent-after-stop')?.affected ?? 0;
};

test.for([
  ['+12025550100', 'YES', 0],
  ['+12025550100', 'unstop', 0],
  ['+12025550100', 'yes please', 4],
  ['+18335550100', 'START', 0],
  ['+18335550100', 'Unstop', 0],
  // The network takes no YES: whoever wrote it has still opted out.
  ['+18335550100', 'YES', 4],
] as const)('STOP, then to %s "%s": %d messages too many', async ([ours, word, count]) => {
  expect(await affected(ours, word)).toBe(count);
});
