import { openAsBlob } from 'node:fs';
import { analyze } from '../../src/analyzer/analyze.ts';
import { figuresUnder, listedAt, placesUnder, reportUnder, standIns, withSids } from '../../src/analyzer/ask-kept.ts';
import type { Source } from '../../src/analyzer/bytes/source.ts';
import { findTexts } from '../../src/analyzer/kept/find-texts.ts';
import { knowledge } from '../knowledge.ts';
import type { Bar } from './bars.ts';
import { median } from './median.ts';

const ROUNDS = 5;
/** What a brush over the chart moves, and the whole report under a filter, at a million messages; milliseconds. */
const BRUSH_MS = 50;
const REPORT_MS = 700;
/** Bytes of memory that a message may be kept in. */
const KEPT_BYTES = 36;

/** Runs something some times. @returns its median, in milliseconds by the clock */
async function timed(what: string, run: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  const middle = median(taken);
  console.log(`${what.padEnd(40)} ${middle.toFixed(0).padStart(6)} ms`);
  return middle;
}

/**
 * Counts a log again from what was kept of it, in Node: under filters, rows of a finding, a page of them. Prints the medians.
 *
 * @param path of a log
 * @returns the bars for a brush and for the report under a filter that leaves 60 % of the hours, and for what a message is kept in
 */
export async function keptBars(path: string): Promise<readonly Bar[]> {
  const file = await openAsBlob(path);
  const source: Source = {
    name: path,
    size: file.size,
    stream: () => file.stream(),
    slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
  const analysis = await analyze([source], { knowledge, keeps: true });
  if (analysis.kind !== 'report' || analysis.kept === undefined) throw new Error(`nothing was kept of ${path}`);
  const { kept, report, declined } = analysis;
  const reading = { knowledge, report, declined, kept };
  const { byHour } = report;
  const hourAt = (share: number): number => Date.parse(byHour[Math.floor(byHour.length * share)]?.hour ?? '');
  const window = { time: { from: hourAt(0.2), to: hourAt(0.8) } };
  const brush = await timed('a filter: what a brush moves', () => figuresUnder(reading, window));
  const whole = await timed('a filter: the whole report', () => reportUnder(reading, window));
  const under = await reportUnder(reading, window);
  if (under === undefined) throw new Error('no report under a filter');
  const wanted = standIns(under);
  await timed(`its ${String(wanted.length)} SIDs`, async () => withSids(under, (await findTexts(kept, wanted)).texts));
  const key = report.findings[0]?.key ?? '';
  await timed('rows of one finding', () => placesUnder(reading, { finding: key }));
  const page = Array.from((await placesUnder(reading, { finding: key }))?.slice(0, 100) ?? []);
  await timed('a page of them', async () => listedAt(kept, page, await findTexts(kept, page)));
  return [
    { what: 'a filter, what a brush moves, ms', is: brush, most: BRUSH_MS },
    { what: 'a filter, the whole report, ms', is: whole, most: REPORT_MS },
    { what: 'bytes kept of a message', is: kept.bytes / kept.size, most: KEPT_BYTES },
  ];
}
