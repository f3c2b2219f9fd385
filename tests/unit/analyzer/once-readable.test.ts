import { expect, test } from 'vitest';
import { consoleLog, NOON, sidOf } from '../../fixtures/console-row.ts';
import type { Source } from '../../../src/analyzer/bytes/source.ts';
import { report, source } from '../../log.ts';

const sid = sidOf(1);
/** One message in two states, which has the log read a second time. */
const states = consoleLog([{ sid, status: 'sent', time: NOON }, { sid, status: 'delivered', time: NOON }, { to: '+13035550102' }]);

/** A source whose bytes come once; what is there the second time is up to the test. */
function thatGives(first: string, then: () => ReadableStream<Uint8Array>): Source {
  let isRead = false;
  return {
    name: 'log.csv',
    stream() {
      if (isRead) return then();
      isRead = true;
      return source('log.csv', first).stream();
    },
  };
}

const nothing = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.close();
    },
  });
const failing = () =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });

test.for([
  ['is empty the second time, as a pipe is', nothing],
  ['has gone away between the readings', failing],
  ['is another file by then', () => source('log.csv', 'no log at all').stream() ?? nothing()],
] as const)('a log that %s keeps its good first reading', async ([, then]) => {
  const result = await report([thatGives(states, then)]);
  expect(result.totals.messages).toBe(2);
});
