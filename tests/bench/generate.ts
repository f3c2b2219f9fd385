/**
 * A made-up message log of any size: `node tests/bench/generate.ts --rows 1000000 --seed 1 > log.csv`.
 *
 * Console-v3 as the Console writes it today (src/analyzer/formats/console/console-v3.ts): fixed quoting a column, ErrorCode 0 = none, line feeds in bodies,
 * newest first, no line feed at the end. The same seed gives the same bytes. About 240 bytes a row; memory stays flat.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Random } from './random.ts';

export const HEADER =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const ROWS_PER_CHUNK = 2_000;
/** 2025-08-14T17:22:00Z: the newest message. */
const NEWEST = Date.UTC(2025, 7, 14, 17, 22);

const areas = ['202', '212', '303', '312', '404', '415', '512', '617', '702', '713', '786', '801', '917', '971'] as const;
const names = ['Dana', 'Sam', 'Priya', 'Zoé', 'Jürgen', 'Ana', 'Lee', 'Omar', 'Yuki', 'Noa'] as const;

/** Bodies with their shares of the traffic, by the figures of real logs: most are short, nearly half hold a line feed. */
const bodies: readonly (readonly [number, (random: Random) => string])[] = [
  [0.3, (r) => `Your Acme code is ${r.digits(6)}. It expires in 10 minutes.\nDo not share it with anyone.`],
  [0.25, (r) => `Hi ${r.pick(names)}, your order ${r.digits(7)} has shipped. Track it here: https://acme.example/t/${r.digits(8)}`],
  [
    0.15,
    (r) => `Reminder: ${r.pick(names)}, your appointment is on Monday at ${String(8 + r.below(9))}:30.\nReply C to confirm or call us.`,
  ],
  [0.1, (r) => `Last chance, ${r.pick(names)}! 20% off everything, today only 🎉 Use ${r.digits(4)} at https://acme.example/sale`],
  [0.1, (r) => `Thank you for your payment of $${r.digits(2)}.${r.digits(2)}. Your balance is ""in order"".`],
  [0.1, () => 'We tried to call you and will try again, or you can answer here.\n\nThe Acme team'],
];

/** Status, error code and share of outbound messages. */
const fates: readonly (readonly [number, string, string])[] = [
  [0.9, 'delivered', '0'],
  [0.03, 'sent', '0'],
  [0.012, 'undelivered', '30003'],
  [0.01, 'undelivered', '30005'],
  [0.008, 'undelivered', '30006'],
  [0.012, 'undelivered', '30007'],
  [0.008, 'undelivered', '30008'],
  [0.008, 'undelivered', '30034'],
  [0.006, 'failed', '21610'],
  [0.004, 'failed', '21211'],
  [0.002, 'failed', '30001'],
];

function choose<Item extends readonly [number, ...unknown[]]>(random: Random, items: readonly Item[]): Item {
  let left = random.next();
  for (const item of items) {
    left -= item[0];
    if (left < 0) return item;
  }
  const [first] = items;
  if (first === undefined) throw new Error('nothing to choose from');
  return first;
}

/** Numbers of the ranges kept for fiction: +1 area 555 01xx, and for the sake of many recipients the whole of 555. */
function recipient(random: Random): string {
  const country = random.next();
  if (country < 0.9) return `+1${random.pick(areas)}555${random.digits(4)}`;
  if (country < 0.95) return `+447700900${random.digits(3)}`;
  if (country < 0.98) return `+3363998${random.digits(4)}`;
  return `+61491570${random.digits(3)}`;
}

function row(random: Random, time: number): string {
  const date = `${new Date(time - 3 * 3_600_000).toISOString().slice(0, 19)}-03:00`;
  const sid = `SM${random.hex32()}`;
  const sender = `+1202555${String(100 + random.below(40)).padStart(4, '0')}`;
  const other = recipient(random);
  if (random.next() < 0.08) {
    const reply = random.next() < 0.05 ? 'STOP' : 'Thanks, see you then';
    return `"${other}","${sender}","${reply}",received,${date},"2010-04-01",1,0,${ACCOUNT},${sid},"inbound",-0.0083,USD,"FALSE",`;
  }
  const [, write] = choose(random, bodies);
  const [, status, code] = choose(random, fates);
  const price = status === 'failed' ? '-0.001' : '-0.0083';
  return `"${sender}","${other}","${write(random)}",${status},${date},"2010-04-01",1,${code},${ACCOUNT},${sid},"outbound-api",${price},USD,"FALSE",`;
}

/** The log in pieces of some hundred kilobytes. */
export function* consoleV3Log({ rows, seed }: { readonly rows: number; readonly seed: number }): Generator<string, void> {
  const random = new Random(seed);
  let time = NEWEST;
  let chunk = HEADER;
  for (let made = 0; made < rows; made += 1) {
    chunk += `\n${row(random, time)}`;
    time -= random.below(6) * 1000;
    if ((made + 1) % ROWS_PER_CHUNK === 0) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

/** Writes a log to a file, piece by piece. */
export async function writeLog(path: string, options: { readonly rows: number; readonly seed: number }): Promise<void> {
  await pipeline(Readable.from(consoleV3Log(options)), createWriteStream(path));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });
  for (const chunk of consoleV3Log({ rows: Number(values.rows), seed: Number(values.seed) })) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
}
