/** Not crying wolf: an ordinary log gives nothing grave, a few hits give nothing, and an unmistakable incident in forty rows is found. */
import { describe, expect, test } from 'vitest';
import { Random } from '../../../bench/random.ts';
import { consoleLog, frenchNumber, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { report, source } from '../../../log.ts';

const findingsOn = async (rows: readonly MessageRow[]) => (await report([source('log.csv', consoleLog(rows))])).findings;
const grave = new Set(['critical', 'high', 'medium']);
const graveOn = async (rows: readonly MessageRow[]): Promise<readonly string[]> =>
  (await findingsOn(rows)).filter(({ severity }) => grave.has(severity)).map(({ id }) => id);

/** Codes of ordinary background, each about as often as another. */
const background = ['30003', '30005', '30006', '30007', '30008', '21610', '21211'];

/** Messages of some days with 1.5 % of mixed failures, by day more than by night; one country fails at 8 %, and some people ask for a second code. */
function ordinaryLog(seed: number, count: number): readonly MessageRow[] {
  const random = new Random(seed);
  const rows: MessageRow[] = [];
  for (let n = 0; n < count; n += 1) {
    const time = NOON - Math.floor(random.next() ** 1.5 * 5 * 24 * 60) * MINUTE;
    const isFrench = random.next() < 0.06;
    const fails = random.next() < (isFrench ? 0.08 : 0.015);
    const to = isFrench ? frenchNumber(random.below(100)) : usNumber(random.below(2_000));
    const body = random.next() < 0.6 ? `Your Acme code is ${random.digits(6)}.` : `Hi, your order ${random.digits(5)} has shipped.`;
    const code = background[random.below(background.length)] ?? '';
    const end = fails ? { status: code.startsWith('2') ? 'failed' : 'undelivered', code } : random.next() < 0.03 ? { status: 'sent' } : {};
    rows.push({ to, time, body, from: `+1202555010${String(random.below(4))}`, ...end });
    if (random.next() < 0.02) rows.push({ to, time: time + MINUTE, body: `Your Acme code is ${random.digits(6)}.` });
  }
  return rows;
}

describe('an ordinary log gives nothing critical, high or medium', () => {
  test.for([
    [1, 300],
    [2, 300],
    [3, 1_500],
    [4, 1_500],
    [5, 6_000],
    [6, 20_000],
  ] as const)('seed %i, %i rows', async ([seed, count]) => {
    expect(await graveOn(ordinaryLog(seed, count))).toEqual([]);
  });

  test('also where everything is sent in one burst', async () => {
    const burst = ordinaryLog(7, 800).map((row, n) => ({ ...row, time: NOON - (n % 30) * MINUTE }));
    expect(await graveOn(burst)).toEqual([]);
  });
});

describe('a few failures prove nothing', () => {
  const few = (failures: number, code: string): readonly MessageRow[] =>
    Array.from({ length: 8 }, (_, n) => ({
      to: usNumber(n * 37),
      time: NOON - n * 40 * MINUTE,
      ...(n < failures ? { status: 'undelivered', code } : {}),
    }));

  test.for(['30007', '30008', '30019', '30003'])('two with %s', async (code) => {
    expect(await graveOn(few(2, code))).toEqual([]);
  });
});

/** Forty messages, some of which meet an incident. */
const forty = (incident: (n: number) => MessageRow | undefined): readonly MessageRow[] =>
  Array.from({ length: 40 }, (_, n) => ({ to: usNumber(n * 37), time: NOON - n * 20 * MINUTE, ...incident(n) }));

describe('an unmistakable incident in forty rows is found', () => {
  test('one range of numbers that always fails', async () => {
    const found = await findingsOn(forty((n) => (n % 3 === 0 ? { to: frenchNumber(n), status: 'undelivered', code: '30019' } : undefined)));
    expect(found[0]).toMatchObject({ id: 'shared-trait', affected: 14, explains: 14, severity: 'medium', codes: ['30019'] });
  });

  test('everything fails with one code from one hour on', async () => {
    const found = await findingsOn(forty((n) => (n < 13 ? { status: 'undelivered', code: '30019' } : undefined)));
    expect(found[0]).toMatchObject({
      id: 'sudden-change',
      affected: 13,
      since: new Date(NOON - 12 * 20 * MINUTE).toISOString().replace('.000', ''),
    });
    expect(grave.has(found[0]?.severity ?? '')).toBe(true);
  });

  test('half of everything fails with one code, all through the log', async () => {
    const found = await findingsOn(forty((n) => (n % 2 === 0 ? { status: 'undelivered', code: '30019' } : undefined)));
    expect(found).toMatchObject([{ id: 'frequent-code', affected: 20, severity: 'high' }]);
  });

  test('two incidents at once are both found', async () => {
    const found = await findingsOn(
      forty((n) =>
        n % 3 === 0
          ? { to: frenchNumber(n), status: 'undelivered', code: '30019' }
          : n % 3 === 1
            ? { from: '+12025550142', status: 'undelivered', code: '30034' }
            : undefined,
      ),
    );
    expect(found.map(({ id, explains }) => [id, explains])).toEqual([
      ['unregistered-us-sender', 13],
      ['shared-trait', 14],
    ]);
  });
});
