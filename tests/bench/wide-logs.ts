import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked';

interface Cells {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly status: string;
  readonly code: string;
}

let made = 0;

function row({ from, to, at, status, code }: Cells): string {
  made += 1;
  const sid = `SM${made.toString(16).padStart(32, '0')}`;
  const date = at.toISOString().replace('.000Z', '+00:00');
  return `"${from}","${to}","Your code is 1",${status},${date},"2010-04-01",1,${code},AC${'a'.repeat(32)},${sid},"outbound-api",-0.0083,USD,"FALSE",\n`;
}

const phone = (place: number): string => `+1202${String(5550000000 + place).slice(-7)}`;
const fate = (i: number): Pick<Cells, 'status' | 'code'> =>
  i % 25 === 0 ? { status: 'undelivered', code: '30005' } : { status: 'delivered', code: '0' };

/** 99,000 messages, each in an hour of its own: more than eleven years. */
export function* hoursLog(): Generator<string, void> {
  yield `${HEADER}\n`;
  for (let i = 0; i < 99_000; i += 1)
    yield row({ from: '+12025550100', to: phone(i % 900), at: new Date(Date.UTC(2014, 0, 1, i)), ...fate(i) });
}

/** 100,000 messages of 50,000 senders. */
export function* sendersLog(): Generator<string, void> {
  yield `${HEADER}\n`;
  for (let i = 0; i < 100_000; i += 1)
    yield row({ from: phone(i % 50_000), to: phone(900_000 + (i % 900)), at: new Date(Date.UTC(2025, 7, 1, 0, 0, 10 * i)), ...fate(i) });
}

/** 190,000 numbers that are dead on two days. */
export function* listLog(): Generator<string, void> {
  yield `${HEADER}\n`;
  for (let i = 0; i < 190_000; i += 1)
    for (const day of [1, 9])
      yield row({
        from: '+12025550100',
        to: phone(i),
        at: new Date(Date.UTC(2025, 7, day, 0, 0, i % 86_400)),
        status: 'undelivered',
        code: '30005',
      });
}

/** Writes a log once and gives its path. */
export function dated(folder: string, name: string, log: () => Iterable<string>): Promise<string> {
  const path = join(folder, name);
  if (!existsSync(path)) writeFileSync(path, [...log()].join(''));
  return Promise.resolve(path);
}
