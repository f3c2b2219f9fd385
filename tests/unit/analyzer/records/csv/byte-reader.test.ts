/** Bytes read as they are and made text first: one report, byte for byte, on every log there is and on thousands that are damaged. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Way } from '../../../../../src/analyzer/read-source.ts';
import { HEADER, consoleV3Log } from '../../../../bench/generate.ts';
import { Random } from '../../../../bench/random.ts';
import { consoleLog, consoleRow, sidOf } from '../../../../fixtures/console-row.ts';
import { columnsIn, countedIn, otherThanText, rowsIn, toldIn } from './two-ways.ts';

/** Mutated logs that are tried: `BYTES_SEEDS=50000 npx vitest run …` for a long run. */
const SEEDS = Number(process.env['BYTES_SEEDS'] ?? 2_000);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const asBytes = (blockBytes: number): Way => ({ blockBytes, isAllText: false });
const asText = (blockBytes: number): Way => ({ blockBytes, isAllText: true });
const SMALL = 700;
const LARGE = 512 * 1024;

const folders = ['fixtures/', '../public/samples/'].map((folder) => new URL(`../../../../${folder}`, import.meta.url));
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:csv|tsv|txt)$/.test(path))
    .map((path) => [path, new URL(path, folder)] as const),
);

const generated = ({ rows, seed }: { readonly rows: number; readonly seed: number }): string => [...consoleV3Log({ rows, seed })].join('');

async function expectOneResult(bytes: Uint8Array, blockBytes: number, label: string | number, what = countedIn): Promise<void> {
  const [one, other] = [await what(asBytes(blockBytes), bytes), await what(asText(blockBytes), bytes)];
  // Told as text: the whole of an index takes the test's own comparison long.
  if (JSON.stringify(one) !== JSON.stringify(other)) expect([label, one]).toEqual([label, other]);
}

test('there are logs of every kind here', () => {
  expect(files.length).toBeGreaterThan(50);
});

describe.each(files)('%s', (_, url) => {
  test('gives one result in both ways, and each row the same cells', async () => {
    const bytes = readFileSync(url);
    // A sample of 100 kB has blocks enough of any size.
    const blocks = bytes.length < 50_000 ? [SMALL, 5_000, LARGE] : [20_000];
    for (const blockBytes of blocks) {
      await expectOneResult(bytes, blockBytes, blockBytes);
      const others: (string | undefined)[] = [];
      const { rows } = await rowsIn(asBytes(blockBytes), bytes, (batch, row) => {
        for (const column of columnsIn(batch)) others.push(otherThanText(column, row, batch.dialect));
      });
      expect(others.filter((other) => other !== undefined)).toEqual([]);
      expect(rows).toEqual((await rowsIn(asText(blockBytes), bytes)).rows);
    }
  });
});

describe('blocks that are read as bytes', () => {
  const read = async (text: string, blockBytes = 20_000) => (await rowsIn(asBytes(blockBytes), bytesOf(text))).read;

  test('all of a well-formed log behind the block with its heading', async () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const text = generated({ rows: 4_000, seed: 1 }).replaceAll('\n', lineEnd);
      const blocks = Math.ceil(bytesOf(text).length / 20_000);
      expect((await read(text))?.blocks).toEqual({ asBytes: blocks - 1, asText: 1 });
    }
  });

  test.for([';', '\t'])('cells parted by %j', async (delimiter) => {
    const text = generated({ rows: 1_000, seed: 2 })
      .split('\n')
      .map((line) => line.replaceAll(/,(?! )/g, delimiter))
      .join('\n');
    expect((await read(text))?.blocks).toMatchObject({ asText: 1 });
  });

  test.for([
    ['a stray quote', 'a "b'],
    ['a lone CR', '"a\rb"'],
    ['rows in a text', `"see\n${consoleRow(1, {}).replaceAll('"', '')}"`],
    ['a character that stands for damage', '"\ufffd"'],
  ])('all but the one with %s', async ([, body = '']) => {
    const rows = Array.from({ length: 1_000 }, (__, n) => consoleRow(n, { body: 'Hello' }));
    rows[200] = (rows[200] ?? '').replace('"Hello"', body);
    const blocks = (await read([HEADER, ...rows].join('\n'), 5_000))?.blocks;
    // The heading's, the one that is not well-formed, and those that CarefulReader wants to see behind it.
    expect(blocks?.asText).toBeGreaterThanOrEqual(2);
    expect(blocks?.asText).toBeLessThanOrEqual(12);
    expect(blocks?.asBytes).toBeGreaterThanOrEqual(25);
  });

  test('none of a log in another encoding', async () => {
    const text = consoleLog(Array.from({ length: 300 }, () => ({ body: 'Grüße' })));
    const { read: result } = await rowsIn(
      asBytes(SMALL),
      Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
    );
    expect(result).toMatchObject({ encoding: 'windows-1252' });
    // What went by before the first letter that is no ASCII was as good as UTF-8.
    expect(result?.blocks?.asBytes).toBeLessThanOrEqual(1);
  });
});

const signs: readonly string[] = [
  '"',
  '"',
  '"',
  '""',
  '","',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  ' ',
  '\0',
  '\ufeff',
  'é',
  '🎉',
  '\ufffd',
  "'",
];
const damages: readonly (readonly number[])[] = [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0xaf], [0x80]];
const inserts: readonly string[] = [
  `\n${HEADER}\n`,
  HEADER,
  'Could not finish exporting all records.',
  '\nCould not finish exporting all records.\n',
  `\n${consoleRow(3, {}).replaceAll('"', '')}\n`,
  ',,,,,,,,,,,\n,',
  '1.30356E+10',
  'x'.repeat(1_700),
];

const bodies = ['Hello', 'one\ntwo', 'a\nb, c', 'say "yes"', '', 'Grüße 🎉', ' ', '"', 'STOP', '=1+1', 'a\r\nb'] as const;

/** A log of some rows in some writing, damaged in up to three places. */
function mutated(random: Random, rows: number): Uint8Array {
  const text = Array.from({ length: rows }, (_, n) =>
    consoleRow(n, {
      body: random.pick(bodies),
      sid: random.below(20) === 0 ? sidOf(random.below(4)) : sidOf(n),
      code: random.pick(['0', '30003', '30007', '']),
      status: random.pick(['delivered', 'undelivered', 'failed', 'sent', 'odd']),
      price: random.pick(['-0.0083', '', '0.0075', '-1,234.50', '.5', '1e3']),
      time: Date.UTC(2025, 7, 14, 12, random.below(60)),
    }),
  );
  const delimiter = random.pick([',', ',', ',', ';', '\t']);
  const lines = [HEADER, ...text].join(random.pick(['\n', '\n', '\n', '\r\n', '\r']));
  const whole = delimiter === ',' ? lines : lines.replaceAll(/,(?! )/g, delimiter);
  let bytes = [...bytesOf(`${random.pick(['', '', '\ufeff', 'sep=,\n'])}${whole}${random.pick(['', '\n'])}`)];
  for (let left = Math.max(0, random.below(6) - 2); left > 0; left -= 1) {
    const at = random.below(bytes.length);
    const kind = random.below(8);
    const put =
      kind === 0
        ? damages[random.below(damages.length)]
        : kind === 1
          ? bytesOf(inserts[random.below(inserts.length)] ?? '')
          : kind < 6
            ? bytesOf(signs[random.below(signs.length)] ?? '')
            : [];
    bytes = [...bytes.slice(0, at), ...(put ?? []), ...bytes.slice(kind === 7 && random.below(4) > 0 ? at + random.below(30) : at)];
    if (kind === 7 && random.below(8) === 0) bytes = bytes.slice(0, at);
  }
  return Uint8Array.from(bytes);
}

test('damaged logs give one result in both ways', { timeout: 600_000 }, async () => {
  let read = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new Random(seed);
    const bytes = mutated(random, 4 + random.below(10));
    const blockBytes = random.pick([SMALL, 300, 300, 1_500]);
    await expectOneResult(bytes, blockBytes, seed, toldIn);
    // What is told alike counts alike; an index of all tables takes as long as a dozen logs to read.
    if (seed % 10 === 0) await expectOneResult(bytes, blockBytes, seed);
    if (seed % 20 === 0) read += (await rowsIn(asBytes(300), bytes)).read?.blocks?.asBytes ?? 0;
  }
  // Of those that were looked at, one block a log at least was read as bytes.
  expect(read).toBeGreaterThan(SEEDS / 20);
});

test('damaged logs of several large blocks give one result in both ways', { timeout: 600_000 }, async () => {
  for (let seed = 1; seed <= Math.max(2, SEEDS / 500); seed += 1) {
    const random = new Random(seed);
    let bytes = bytesOf(generated({ rows: 5_000, seed }));
    for (let left = random.below(4); left > 0; left -= 1) {
      const at = random.below(bytes.length);
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytesOf(signs[random.below(signs.length)] ?? ''), ...bytes.subarray(at)]);
    }
    for (const blockBytes of [LARGE, 128 * 1024]) await expectOneResult(bytes, blockBytes, seed);
  }
});
