import { expect, test } from 'vitest';
import { brought } from '../../../../src/analyzer/findings/index.ts';
import type { Takes } from '../../../../src/analyzer/index/counter.ts';
import { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { noPlan } from '../../../../src/analyzer/index/states.ts';
import { readLog } from '../../../../src/analyzer/read-log.ts';
import { fixture, logPaths, source } from '../../../log.ts';
import { knowledge } from '../../../knowledge.ts';

/** What the tables hold after a log. @param cut bytes of a piece, so that batches are small */
async function counted(path: string, give: (index: LogIndex) => Takes, cut?: number) {
  const index = new LogIndex(knowledge, brought);
  const reading = await readLog([source(path, fixture(path), cut)], give(index), { plan: noPlan });
  return { tables: index.save(), messages: reading?.reports[0]?.messages ?? 0 };
}

const oneByOne = (index: LogIndex): Takes => ({
  add(message) {
    index.add(message);
  },
});

const logs = logPaths.filter((path) => path.startsWith('formats/'));

test('there are logs of many formats', () => {
  expect(logs.length).toBeGreaterThan(40);
});

test.for(logs)('%s: the tables hold the same, message by message or table by table', async (path) => {
  const single = await counted(path, oneByOne);
  const whole = await counted(path, (index) => index);
  const inPieces = await counted(path, (index) => index, 777);
  expect(whole).toEqual(single);
  expect(inPieces.tables).toEqual(single.tables);
});
