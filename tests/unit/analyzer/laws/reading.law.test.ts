/** Law 1: reading yields, counting counts. Over every format and every log of the fixtures. */
import { describe, expect, test } from 'vitest';
import type { Source } from '../../../../src/analyzer/bytes/source.ts';
import { readSource, type ReadEvent } from '../../../../src/analyzer/read-source.ts';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import { consoleLog } from '../../../fixtures/console-row.ts';
import { fixture, logPaths, report, source } from '../../../log.ts';

const logs = logPaths.filter((path) => path.startsWith('formats/'));

const streamOf = (one: Source): ReadableStream<Uint8Array> => one.stream() ?? expect.fail('it can be read once');

/** What a reading yields, batches as their rows. */
async function eventsOf(path: string, cut?: number) {
  const one = source(path, fixture(path), cut);
  const notices = new Notices();
  const kinds: ReadEvent['kind'][] = [];
  const texts: string[] = [];
  let last: ReadEvent | undefined;
  for await (const event of readSource(one, streamOf(one), notices)) {
    kinds.push(event.kind);
    last = event;
    if (event.kind !== 'batch') continue;
    for (let row = 0; row < event.batch.rows; row += 1) {
      const { to, status, body } = event.batch.columns;
      texts.push([event.batch.line(row), to?.text(row), status?.text(row), body?.text(row)].join('|'));
    }
  }
  return { kinds, texts, last, notices };
}

test('every format has a log here', () => {
  expect(logs.length).toBeGreaterThanOrEqual(formats.length);
});

describe.each(logs)('%s', (path) => {
  test('is opened, yields its rows, and ends with what was read', async () => {
    const { kinds, texts, last } = await eventsOf(path);
    expect(kinds[0]).toBe('opened');
    expect(kinds.filter((kind) => kind === 'read' || kind === 'declined')).toEqual(['read']);
    expect(last).toMatchObject({ kind: 'read', read: { records: texts.length } });
    expect(texts.length).toBeGreaterThan(0);
  });

  test('gives the same rows and notices however its bytes come', async () => {
    const whole = await eventsOf(path);
    for (const cut of [1, 7, 1000]) {
      const again = await eventsOf(path, cut);
      expect(again.texts).toEqual(whole.texts);
      expect(again.notices.list()).toEqual(whole.notices.list());
    }
  });

  test('reconciles: rows are records and skipped ones, records are messages and repeats', async () => {
    const { sources } = await report([source(path, fixture(path))]);
    const [{ rows, records, messages, duplicates, folded, skipped }] = sources as [(typeof sources)[0]];
    expect(rows).toBe(records + skipped.length);
    expect(records).toBe(messages + duplicates + folded);
  });
});

test('whoever stops asking gives the stream back', async () => {
  const log = new TextEncoder().encode(consoleLog(Array.from({ length: 2_000 }, () => ({}))));
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(log);
    },
    cancel() {
      isCancelled = true;
    },
  });
  for await (const event of readSource(source('log.csv', log), endless, new Notices())) if (event.kind === 'batch') break;
  expect(isCancelled).toBe(true);
});
