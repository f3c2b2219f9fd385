/** One small log in blocks of every size: what stands across the end of a block, and who holds the rest of a record there. */
import { expect, test } from 'vitest';
import { consoleLog, MINUTE, NOON } from '../../../../fixtures/console-row.ts';
import { times } from '../../../../fixtures/finding-rows.ts';
import { rowsIn } from './two-ways.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const log = consoleLog(times(12, (n) => ({ body: `é 漢 🙂 ${String(n)}`, time: NOON - n * MINUTE })));
const read = async (text: string, blockBytes: number, isAllText = false) => rowsIn({ blockBytes, isAllText }, bytesOf(text));

test('wherever a block ends, also within a character, each row is read once and as it stands', async () => {
  const { rows } = await read(log, 100_000, true);
  expect(rows).toHaveLength(12);
  // Blocks of these sizes end at each byte of the second record and of the third.
  const first = bytesOf(log.split('\n').slice(0, 2).join('\n')).length;
  for (let blockBytes = first; blockBytes < first + 260; blockBytes += 1) {
    const found = await read(log, blockBytes);
    expect([blockBytes, found.rows]).toEqual([blockBytes, rows]);
    expect(found.read?.blocks?.asBytes).toBeGreaterThan(0);
  }
});

test('a block that is no plain one goes to the readers of text with what was held, and the next is read as bytes again', async () => {
  const lines = log.split('\n');
  const stray = [...lines.slice(0, 5), (lines[5] ?? '').replace('é', 'a "b" é'), ...lines.slice(6)].join('\n');
  const { rows } = await read(stray, 100_000, true);
  expect(rows).toHaveLength(12);
  for (let blockBytes = 250; blockBytes < 500; blockBytes += 3)
    expect([blockBytes, (await read(stray, blockBytes)).rows]).toEqual([blockBytes, rows]);
});
