/** `node tests/bench/kept.ts LOG.csv`: what keeping every message costs while a log is read, and what counting again costs, in Node. */
import { openAsBlob } from 'node:fs';
import { analyze } from '../../src/analyzer/analyze.ts';
import { figuresUnder, listedAt, placesUnder, reportUnder, standIns, withSids } from '../../src/analyzer/ask-kept.ts';
import type { Source } from '../../src/analyzer/bytes/source.ts';
import { findTexts } from '../../src/analyzer/kept/find-texts.ts';
import { knowledge } from '../knowledge.ts';

const [path = ''] = process.argv.slice(2);
const file = await openAsBlob(path);
const source: Source = {
  name: path,
  size: file.size,
  stream: () => file.stream(),
  slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
};
const timed = async <Value>(what: string, run: () => Promise<Value>): Promise<Value> => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(cpu);
  console.log(what.padEnd(36), `${(performance.now() - start).toFixed(0)} ms, processor ${((user + system) / 1000).toFixed(0)}`);
  return value;
};

for (let round = 0; round < 4; round += 1) {
  await timed('report', () => analyze([source], { knowledge }));
  await timed('report, keeping', () => analyze([source], { knowledge, keeps: true }));
}
const analysis = await analyze([source], { knowledge, keeps: true });
if (analysis.kind !== 'report' || analysis.kept === undefined) throw new Error('nothing was kept');
const { kept, report, declined } = analysis;
const reading = { knowledge, report, declined, kept };
console.log(`${String(kept.size)} messages, ${(kept.bytes / kept.size).toFixed(1)} bytes each`);
const hours = report.byHour;
const brush = {
  time: {
    from: Date.parse(hours[Math.floor(hours.length * 0.2)]?.hour ?? ''),
    to: Date.parse(hours[Math.floor(hours.length * 0.8)]?.hour ?? ''),
  },
};
for (let round = 0; round < 3; round += 1) {
  await timed('filter, what a brush moves: all', () => figuresUnder(reading, {}));
  await timed('filter, what a brush moves: 60 %', () => figuresUnder(reading, brush));
  await timed('filter, whole report: all', () => reportUnder(reading, {}));
  await timed('filter, whole report: 60 %', () => reportUnder(reading, brush));
  await timed('filter, whole report: one code', () => reportUnder(reading, { codes: ['30007'] }));
}
const under = await reportUnder(reading, brush);
if (under !== undefined)
  await timed(`${String(standIns(under).length)} SIDs`, async () => withSids(under, (await findTexts(kept, standIns(under))).texts));
const key = report.findings[0]?.key ?? '';
const places = await timed('rows of one finding', () => placesUnder(reading, { finding: key }));
const page = Array.from(places?.slice(0, 100) ?? []);
await timed('a page of them', async () => listedAt(kept, page, await findTexts(kept, page)));
