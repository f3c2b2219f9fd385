/**
 * `node tests/bench/tables.ts [ROWS]`: what each table of the index costs. Reads one made-up log (generate.ts) in Node and counts every batch
 * of it with all tables, with none, with the core's alone, and with all but one, in turns, so that whatever else the machine does troubles
 * all of them alike. Prints processor seconds per million rows, and names the tables that cost more than a twentieth of the whole.
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brought } from '../../src/analyzer/findings/index.ts';
import { LogIndex } from '../../src/analyzer/index/log-index.ts';
import { Counter } from '../../src/analyzer/index/counter.ts';
import { noPlan, stateLimits, States } from '../../src/analyzer/index/states.ts';
import type { AnyTableKind } from '../../src/analyzer/index/table.ts';
import { coreTables } from '../../src/analyzer/index/tables/index.ts';
import { readSource } from '../../src/analyzer/read-source.ts';
import { Notices } from '../../src/analyzer/report/notices.ts';
import { knowledge } from '../knowledge.ts';
import { writeLog } from './generate.ts';

/** From this share of the whole on a table is dear. */
const DEAR = 0.05;

/** Times of the first batches, while the code is not compiled yet, count for nothing. */
const WARM = 0.2;

const { positionals } = parseArgs({ allowPositionals: true });
const rows = Number(positionals[0] ?? 300_000);
const folder = await mkdtemp(join(tmpdir(), 'tables-'));
const path = join(folder, 'log.csv');
await writeLog(path, { rows, seed: 1 });
const log = await openAsBlob(path);

/** One way to count the log, and what it took. */
class Way {
  readonly name: string;
  readonly counter: Counter;
  /** Processor time of each batch, microseconds a row. */
  readonly times: number[] = [];

  constructor(name: string, isCounted: (kind: AnyTableKind) => boolean) {
    this.name = name;
    const index = new LogIndex(knowledge, brought.filter(isCounted), coreTables.filter(isCounted));
    this.counter = new Counter(index, new States(noPlan, stateLimits, rows), new Notices());
  }
}

const all = [...new Set([...coreTables, ...brought])];
const whole = new Way('all tables', () => true);
const none = new Way('no table', () => false);
const core = new Way('the core alone', (kind) => coreTables.includes(kind));
const without = all.map((left) => new Way(left.id, (kind) => kind !== left));
const ways = [whole, none, core, ...without];

let seen = 0;
let turn = 0;
for await (const event of readSource({ name: 'log.csv', size: log.size, stream: () => log.stream() }, log.stream(), new Notices())) {
  if (event.kind !== 'batch') continue;
  seen += event.batch.rows;
  const isWarm = seen > WARM * rows;
  turn += 1;
  for (let place = 0; place < ways.length; place += 1) {
    // Each begins once, so that none always finds what another has warmed.
    const way = ways[(place + turn) % ways.length];
    const before = process.cpuUsage();
    way?.counter.count(event.batch);
    const { user, system } = process.cpuUsage(before);
    if (isWarm) way?.times.push((user + system) / event.batch.rows);
  }
}
await rm(folder, { recursive: true });

/** Mean of the middle half: what collects garbage or grows a table meets one way or another by chance. */
function perMillion({ times }: Way): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.floor(sorted.length / 4), Math.ceil((sorted.length * 3) / 4));
  return middle.reduce((sum, time) => sum + time, 0) / middle.length;
}

console.log(`${rows.toLocaleString('en-US')} rows, processor seconds per million`);
for (const way of [whole, none, core]) console.log(`${way.name.padEnd(40)} ${perMillion(way).toFixed(3)}`);
for (const { name, seconds } of without
  .map((way) => ({ name: way.name, seconds: perMillion(whole) - perMillion(way) }))
  .sort((a, b) => b.seconds - a.seconds)) {
  const share = seconds / perMillion(whole);
  console.log(`${name.padEnd(40)} ${seconds.toFixed(3)} ${(100 * share).toFixed(1).padStart(6)} %${share > DEAR ? '  dear' : ''}`);
}
