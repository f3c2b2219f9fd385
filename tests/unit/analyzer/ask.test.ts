import { expect, test } from 'vitest';
import { readTexts } from '../../../src/analyzer/ask.ts';
import { noPlan } from '../../../src/analyzer/index/states.ts';
import { consoleLog, sidOf } from '../../fixtures/console-row.ts';
import { times } from '../../fixtures/finding-rows.ts';
import { source } from '../../log.ts';

const log = source('log.csv', consoleLog(times(5, (n) => ({ body: `Text ${String(n)}` }))));

test('texts of some messages are read again by their numbers', async () => {
  const texts = await readTexts([log], [3, 0, 9], { plan: noPlan });
  expect([...(texts ?? [])].map(([place, { sid, body }]) => [place, sid, body])).toEqual([
    [0, sidOf(0), 'Text 0'],
    [3, sidOf(3), 'Text 3'],
  ]);
  expect(await readTexts([log], [0], { plan: noPlan, signal: AbortSignal.abort() })).toBeUndefined();
});
