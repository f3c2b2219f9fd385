/** Rows of a selection: on the screen a page at a time, in a file all of them. */
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/analyzer/analyze.ts';
import { orderedUnder, passAll, rowsAt } from '../../../src/analyzer/ask-rows.ts';
import { listRows } from '../../../src/analyzer/ask.ts';
import type { Source } from '../../../src/analyzer/bytes/source.ts';
import type { ListedMessage } from '../../../src/analyzer/report/listed-message.ts';
import { rowsHead, rowsText, type RowForm } from '../../../src/analyzer/write/rows.ts';
import { consoleV3Log } from '../../bench/generate.ts';
import { keptReading, troubleLog, type KeptAndSources } from '../../kept-reading.ts';
import { knowledge } from '../../knowledge.ts';
import { source } from '../../log.ts';

const trouble = await keptReading(troubleLog);
const generated = [...consoleV3Log({ rows: 4_100, seed: 9 })].join('');
const failed = { outcomes: ['failed', 'undelivered'] } as const;

async function passed(reading: KeptAndSources, ...[filter, order]: readonly [object, Parameters<typeof passAll>[1]['order']?]) {
  const rows: ListedMessage[] = [];
  const sizes: number[] = [];
  const end = await passAll(reading, { filter, order }, reading, (some) => {
    sizes.push(some.length);
    rows.push(...some);
  });
  return { rows, sizes, end };
}

const bare = (rows: readonly ListedMessage[]) => rows.map((row) => ({ ...row, place: 0 }));

test('a page has the rows in the order they are asked for', async () => {
  const { kept } = trouble;
  const { rows, withoutTexts, lost } = await rowsAt(kept, [5, 1, 3]);
  expect(rows.map(({ place }) => place)).toEqual([5, 1, 3]);
  expect([withoutTexts, lost]).toEqual([0, undefined]);
  expect(new Set(rows.map(({ sid }) => sid)).size).toBe(3);
  expect(rows[1]).toEqual((await rowsAt(kept, [1])).rows[0]);
});

test('of a source that changed the rows stand without texts, and that is said', async () => {
  const log: Source = { ...troubleLog, slice: () => Promise.resolve(new Uint8Array(10)) };
  const { kept } = await keptReading(log);
  const [place = 0] =
    Array.from(kept.at(Array(kept.size).keys()), (row) => [row.place, row.offset] as const).find(([, at]) => at > 10) ?? [];
  const { rows, lost } = await rowsAt(kept, [place]);
  expect(lost).toEqual({ source: 'trouble.csv', why: 'changed' });
  expect(rows[0]?.status).not.toBe('');
  expect([rows[0]?.sid, rows[0]?.body]).toEqual([undefined, undefined]);
});

test('the order of the log, another one, and giving up', async () => {
  const reading = trouble;
  const inLog = await orderedUnder(reading, failed);
  expect(inLog?.isSorted).toBe(false);
  expect([...(inLog?.places ?? [])]).toEqual([...(inLog?.places ?? [])].sort((a, b) => a - b));
  const byCode = await orderedUnder(reading, failed, { by: 'code', isDescending: true });
  expect(byCode?.isSorted).toBe(true);
  const { rows } = await rowsAt(reading.kept, [...(byCode?.places ?? [])]);
  expect(rows.map(({ code = '0' }) => Number(code))).toEqual(rows.map(({ code = '0' }) => Number(code)).sort((a, b) => b - a));
  expect(await orderedUnder(reading, failed, undefined, () => Promise.resolve(true))).toBeUndefined();
});

describe('all rows', () => {
  test('are those of the log read again, some thousand at a time, in the order asked for', async () => {
    const log = source('log.csv', generated);
    const reading = await keptReading(log);
    const all = await passed(reading, {});
    const again = await listRows([log], {}, { from: 0, count: 10_000 }, reading);
    expect(all.end).toEqual({ kind: 'all' });
    expect(bare(all.rows)).toEqual(bare(again?.rows ?? []));
    expect(all.sizes.slice(0, 2)).toEqual([2_000, 2_000]);
    const byPrice = await passed(reading, failed, { by: 'time', isDescending: false });
    expect(byPrice.rows.map(({ time = '' }) => time)).toEqual(byPrice.rows.map(({ time = '' }) => time).sort());
  });

  test('of a packed log are read again', async () => {
    const bytes = new TextEncoder().encode(generated);
    const packed = await keptReading({ ...source('log.csv.gz', gzipSync(bytes)) });
    packed.kept.texts.clear();
    const { rows, sizes, end } = await passed(packed, failed);
    const plain = await passed(await keptReading(source('log.csv', bytes)), failed);
    expect(end).toEqual({ kind: 'all' });
    expect(bare(rows)).toEqual(bare(plain.rows));
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect((await rowsAt(packed.kept, [0, 1])).withoutTexts).toBe(2);
    // It is another file by now.
    const other = source('log.csv.gz', gzipSync(bytes.slice(0, bytes.length >> 1)));
    expect((await passed({ ...packed, sources: [other] }, failed)).end).toEqual({
      kind: 'lost',
      lost: { source: 'log.csv.gz', why: 'changed' },
    });
  });

  test('stop when nobody waits for them', async () => {
    const reading = await keptReading(source('log.csv', generated));
    const stop = new AbortController();
    const sizes: number[] = [];
    const end = await passAll(reading, { filter: {} }, { ...reading, signal: stop.signal }, ({ length }) => {
      sizes.push(length);
      stop.abort();
    });
    expect([end, sizes]).toEqual([{ kind: 'cancelled' }, [2_000]]);
  });

  test('stop where the source is lost', async () => {
    const reading = await keptReading({ ...troubleLog, slice: () => Promise.reject(new Error('gone')) });
    expect((await passed(reading, {})).end).toEqual({ kind: 'lost', lost: { source: 'trouble.csv', why: 'unreadable' } });
  });
});

test.each(['csv', 'jsonl'] as const)('what is exported as %s is a log with the same figures', async (form: RowForm) => {
  const reading = trouble;
  const { rows } = await passed(reading, {});
  const text = `${rowsHead(form)}${rowsText(form, rows)}`;
  const analysis = await analyze([source(`rows.${form}`, text)], { knowledge });
  if (analysis.kind !== 'report') return expect.fail(JSON.stringify(analysis));
  const { totals, byStatus, byErrorCode, byCountry, bySender, byHour, cost } = analysis.report;
  const first = trouble.report;
  expect({ totals, byStatus, byErrorCode, byCountry, bySender, byHour, cost }).toEqual({
    totals: first.totals,
    byStatus: first.byStatus,
    byErrorCode: first.byErrorCode,
    byCountry: first.byCountry,
    bySender: first.bySender,
    byHour: first.byHour,
    cost: first.cost,
  });
  expect(analysis.report.findings.map(({ key }) => key)).toEqual(first.findings.map(({ key }) => key));
});
