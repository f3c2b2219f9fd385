import { expect, test } from 'vitest';
import { Random } from '../../../../bench/random.ts';
import { sidOf, usNumber } from '../../../../fixtures/console-row.ts';
import { bareRow, HEADER, quote, quotedRow, SID, TO } from './log-row.ts';
import { layoutOfHeading, readRows, type ReadRows } from './read-rows.ts';

/** Logs that are tried: `FUZZ_SEEDS=100000 npx vitest run …` for a long run. */
const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 500);
const layout = layoutOfHeading(HEADER);

const bodies = [
  'hi',
  'Hi, you',
  'one\ntwo',
  'a\nb, c, d',
  'she said "yes"',
  '"Sale", now',
  '"',
  'Size 7"',
  '',
  `see:\n${bareRow(1, 'hi')}`,
] as const;
const writers = [
  (n: number, body: string): string => quotedRow(n, quote(body)),
  (n: number, body: string): string => quotedRow(n, `"${body}"`),
  (n: number, body: string): string => bareRow(n, quote(body)),
  (n: number, body: string): string => bareRow(n, /[,\n]/.test(body) ? `"${body}"` : body),
  (n: number, body: string): string => bareRow(n, body),
] as const;
const lineEnds = ['\n', '\n', '\r\n', '\r'] as const;
const signs = ['"', '"', '"', '"', '""', '",', ',"', ',', '\n', '\r', '\r\n', ' ', '\0'] as const;

interface Made {
  readonly text: string;
  /** Whether rows have all their cells and line ends, and no others: then none may hold the recipient of another. */
  readonly isWhole: boolean;
}

/** A log of one kind of writer, damaged in up to five places behind its heading. */
function damagedLog(random: Random): Made {
  const write = random.pick(writers);
  // Rows of the pasted line have number 1, so that it is no other message's.
  const rows = Array.from({ length: 3 + random.below(25) }, (_, n) => write(n + 2, random.pick(bodies)));
  let text = [HEADER, ...rows].join(random.pick(lineEnds));
  if (random.below(2) === 0) text += '\n';
  let isWhole = true;
  for (let left = random.below(6); left > 0; left -= 1) {
    const at = HEADER.length + 2 + random.below(text.length - HEADER.length - 2);
    if (random.below(6) === 0) {
      text = text.slice(0, at) + (random.below(3) === 0 ? '' : text.slice(at + 1 + random.below(random.pick([3, 300] as const))));
      isWhole = false;
    } else {
      const sign = random.pick(signs);
      text = text.slice(0, at) + sign + text.slice(at);
      isWhole &&= !/[,\r\n]/.test(sign);
    }
  }
  return { text, isWhole };
}

const ends = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** How often each line of a text is accounted for, by the rows that span it and by what was told; line 1 first. */
function accounted(text: string, { rows, lines, told }: ReadRows): readonly number[] {
  const count = Array.from({ length: ends(text) + (/[\r\n]$/.test(text) ? 0 : 1) }, () => 0);
  const cover = (first: number, span: number): void => {
    for (let line = first; line < first + span; line += 1) count[line - 1] = (count[line - 1] ?? 0) + 1;
  };
  rows.forEach((row, place) => {
    cover(lines[place] ?? 0, 1 + ends(row.join(',')));
  });
  for (const [trouble, line] of told.map((one) => one.split(' '))) {
    if (trouble === 'broken-quotes' || trouble === 'overlong-lines') cover(Number(line), 1);
    if (trouble === 'truncated-end') cover(Number(line), count.length - Number(line) + 1);
  }
  return count;
}

test('damaged logs: every line is accounted for once, no row is invented, pieces change nothing', { timeout: 600_000 }, () => {
  let told = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new Random(seed);
    const { text, isWhole } = damagedLog(random);
    const result = readRows(text, [Infinity], layout);
    told += result.told.length;

    const lines = accounted(text, result);
    expect([seed, lines.findIndex((count) => count !== 1)]).toEqual([seed, -1]);

    const recipients = new Map(Array.from({ length: 30 }, (_, n) => [sidOf(n + 1), usNumber(n + 1)]));
    const numbers = new Set(recipients.values());
    const met = new Set<string>();
    result.rows.forEach((row, place) => {
      const sid = row[SID] ?? '';
      if (row.length !== layout.width || !/^SM[\da-f]{32}$/.test(sid)) return;
      expect([seed, recipients.has(sid), sid === sidOf(1) || !met.has(sid)]).toEqual([seed, true, true]);
      met.add(sid);
      const isTold = result.told.includes(`rows-in-text ${String(result.lines[place])}`);
      const to = (row[TO] ?? '').replace(/[^+\d]/g, '');
      if (isWhole && !isTold && numbers.has(to)) expect([seed, to]).toEqual([seed, recipients.get(sid)]);
    });

    const pieces = [[1], [1 + random.below(40)], [0, 1 + random.below(3_000), 0, 1 + random.below(300)]];
    for (const cut of pieces) expect(readRows(text, cut, layout)).toEqual(result);
  }
  expect(told).toBeGreaterThan(SEEDS / 10);
});
