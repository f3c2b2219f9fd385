import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A log that has much of one thing. */
export interface WideLog {
  readonly name: string;
  readonly rows: () => Iterable<string>;
}

const HEADER =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked\n';

interface Cells {
  readonly from: string;
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
}

const DELIVERED = '0';
const GONE = '30005';

const row = (place: number, { from, to, at, code }: Cells): string => {
  const sid = `SM${place.toString(16).padStart(32, '0')}`;
  const date = new Date(at).toISOString().replace('.000Z', '+00:00');
  const status = code === DELIVERED ? 'delivered' : 'undelivered';
  return `"${from}","${to}","Your code is 1",${status},${date},"2010-04-01",1,${code},AC${'a'.repeat(32)},${sid},"outbound-api",-0.0083,USD,"FALSE",\n`;
};

const areas = '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 301 302 303 304'.split(' ');

/** The whole of exchange 555, of which 01xx is kept for fiction: so many different numbers nothing smaller holds. */
const phone = (place: number): string => `+1${areas[Math.floor(place / 10_000)] ?? ''}555${String(place % 10_000).padStart(4, '0')}`;

function* log(count: number, cells: (place: number) => Cells): Generator<string, void, void> {
  yield HEADER;
  for (let place = 0; place < count; place += 1) yield row(place, cells(place));
}

const oneInMany = (place: number): string => (place % 25 === 0 ? GONE : DELIVERED);

/** 99,000 messages, each in an hour of its own: more than eleven years. */
export const hours: WideLog = {
  name: 'hours',
  rows: () => log(99_000, (i) => ({ from: '+12025550100', to: phone(i % 900), at: Date.UTC(2014, 0, 1, i), code: oneInMany(i) })),
};

/** 100,000 messages of 50,000 senders. */
export const senders: WideLog = {
  name: 'senders',
  rows: () =>
    log(100_000, (i) => ({
      from: phone(i % 50_000),
      to: phone(100_000 + (i % 900)),
      at: Date.UTC(2025, 7, 1, 0, 0, 10 * i),
      code: oneInMany(i),
    })),
};

/** 190,000 numbers that are dead on two days, so that a finding lists them all. */
export const numbers: WideLog = {
  name: 'numbers',
  rows: () =>
    log(380_000, (i) => ({
      from: '+12025550100',
      to: phone(i >> 1),
      at: Date.UTC(2025, 7, 1 + 8 * (i % 2), 0, 0, (i >> 1) % 86_400),
      code: GONE,
    })),
};

/** Writes a log, once; the path of the file. */
export function written(folder: string, { name, rows }: WideLog): string {
  const path = join(folder, `wide-${name}.csv`);
  if (!existsSync(path)) writeFileSync(path, [...rows()].join(''));
  return path;
}
