/** Law 2: a table is one thing. Every table there is, the core's and those of findings, keeps these laws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brought, rules } from '../../../../src/analyzer/findings/index.ts';
import { isCounted, type AnyTableKind } from '../../../../src/analyzer/index/table.ts';
import { plainPrinter } from '../../../../src/analyzer/write/plain.ts';
import { coreTables } from '../../../../src/analyzer/index/tables/index.ts';
import { consoleRow, frenchNumber, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { inWords } from '../../../log.ts';
import { countInto, indexOf, inOneOrder, newIndex, reportOf } from './counting.ts';
import { messageRow } from './random-log.ts';

const kinds: readonly AnyTableKind[] = [...coreTables, ...brought];

test('there are tables, each under a name of its own', () => {
  expect(coreTables.length).toBeGreaterThan(5);
  expect(brought.length).toBeGreaterThan(3);
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(new Set(kinds).size);
});

const throughJson = <Plain>(plain: Plain): Plain => JSON.parse(JSON.stringify(plain)) as Plain;

const parted = fc.array(fc.tuple(messageRow, fc.integer({ min: 0, max: 3 }), fc.integer()), { minLength: 70, maxLength: 90 });

test('parts counted apart, saved as JSON and merged, in any order, equal the log counted in one go: every table and the report', () => {
  let findings = 0;
  fc.assert(
    fc.property(parted, (messages) => {
      const rows = messages.map(([row, part, place], n) => ({ text: consoleRow(n, row), part, place }));
      const whole = indexOf(rows.map(({ text }) => text));
      const merged = newIndex();
      for (const part of [2, 0, 3, 1]) {
        const shuffled = rows.filter((row) => row.part === part).sort((a, b) => a.place - b.place);
        expect(merged.merge(throughJson(indexOf(shuffled.map(({ text }) => text)).save()))).toEqual([]);
      }
      expect(inOneOrder(merged.save())).toEqual(inOneOrder(whole.save()));
      expect(reportOf(merged)).toEqual(reportOf(whole));
      findings += reportOf(whole).findings.length;
    }),
    { numRuns: 100 },
  );
  expect(findings).toBeGreaterThan(20);
  // A hundred logs, each counted twice: some ten seconds, several times as many on a busy machine.
}, 120_000);

test('parts longer than the time a receipt is waited for merge without a loss', () => {
  const row = (minutes: number, n: number): string =>
    consoleRow(n, { to: frenchNumber(n % 90), status: n % 3 === 0 ? 'delivered' : 'sent', time: NOON - minutes * MINUTE });
  const old = Array.from({ length: 150 }, (_, n) => row(n + 100, n));
  const young = Array.from({ length: 150 }, (_, n) => row(n, n + 200));
  const whole = indexOf([...young, ...old]);
  for (const parts of [
    [old, young],
    [young, old],
  ]) {
    const merged = newIndex();
    for (const part of parts) merged.merge(throughJson(indexOf(part).save()));
    expect(inOneOrder(merged.save())).toEqual(inOneOrder(whole.save()));
  }
});

test('parts that are each longer than receipts are waited for keep the old messages of both', () => {
  const past = (minutes: number): number => NOON - minutes * MINUTE;
  const rows = (part: number): readonly string[] => [
    consoleRow(part * 100 + 99, { to: usNumber(part), time: past(part * 200 + 190) }),
    ...Array.from({ length: 12 }, (_, n) =>
      consoleRow(part * 100 + n, { to: frenchNumber(n), status: 'sent', time: past(part * 200 + n * 15) }),
    ),
  ];
  const merged = newIndex();
  merged.merge(indexOf(rows(0)).save());
  merged.merge(indexOf(rows(1)).save());
  // Of the first part 7 are more than an hour old, of the second all 12 are older than all of the first.
  expect(reportOf(merged).findings).toEqual([]);
  merged.merge(indexOf(rows(2)).save());
  const [finding, ...more] = reportOf(merged).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ id: 'no-receipt-country', affected: 31 });
});

test('what was counted with other options or by another version is refused by name, and nothing is taken in', () => {
  const one = indexOf([consoleRow(1, {})]);
  const saved = throughJson(one.save());
  const [first = '', second = ''] = Object.keys(saved);
  const other = { ...saved, [first]: { ...saved[first], version: 99 }, [second]: { ...saved[second], options: { limits: { moons: 1 } } } };
  const into = newIndex();
  expect(into.merge(other as typeof saved)).toEqual([first, second]);
  expect(into.save()).toEqual(newIndex().save());
});

/** The codes a table is asked about: those of the rules that bring it, some for tables of the core. */
const codesFor = (kind: AnyTableKind): readonly string[] => {
  const known = rules.filter(({ tables }) => tables.includes(kind)).flatMap(({ codes }) => codes);
  return known.length === 0 ? ['30003', '30007', '21610'] : known;
};

const REST_HEADING =
  'Sid,DateCreated,DateUpdated,DateSent,AccountSid,To,From,MessagingServiceSid,Body,Status,NumSegments,NumMedia,Direction,ApiVersion,Price,PriceUnit,ErrorCode,ErrorMessage,Uri';

/** A message that waited ten minutes, of a sender of its own. */
const restRow = (n: number): string =>
  `SM${String(n).padStart(32, '0')},"Thu, 14 Aug 2025 11:50:00 +0000","Thu, 14 Aug 2025 12:00:02 +0000","Thu, 14 Aug 2025 12:00:00 +0000",AC${'0'.repeat(32)},${usNumber(n)},+1202555015${String(n)},,Hello,delivered,1,0,outbound-api,2010-04-01,,USD,,,/`;

/** A log that has more than one of everything that a table keeps, and of every code. */
const manifold = (codes: readonly string[]): readonly MessageRow[] => [
  ...codes.flatMap((code) =>
    [0, 1, 2].map((n) => ({
      to: usNumber(60 + n),
      from: `+1202555016${String(n)}`,
      status: 'failed',
      code,
      body: `Offer ${'xyz'[n] ?? ''}`,
    })),
  ),
  ...[0, 1, 2].flatMap((n): readonly MessageRow[] => [
    {
      to: usNumber(n),
      from: `+1202555015${String(n)}`,
      body: `Text ${'ABC'[n] ?? ''} https://${'abc'[n] ?? ''}.example`,
      time: NOON - n * 90 * MINUTE,
    },
    { to: usNumber(45 + n), status: 'failed', code: `2121${String(n)}`, price: '' },
    { to: '+12025550100', from: usNumber(40 + n), body: 'STOP', direction: 'inbound', status: 'received' },
    { to: usNumber(50 + n), body: `${'ABC'[n] ?? ''} it’s ${'so '.repeat(30)}long`, segments: '2' },
    { status: `word${String(n)}` },
    { to: usNumber(30 + n), body: `Sale ${'ABC'[n] ?? ''}`, time: NOON - 11 * 60 * MINUTE },
    { status: 'queued', from: `+1202555016${String(n)}`, time: NOON - n * 90 * MINUTE },
    { status: 'sent', to: [usNumber(n), frenchNumber(n)][n % 2] ?? '', time: NOON - n * 90 * MINUTE },
  ]),
];

const withLimits = kinds.flatMap((kind) => Object.keys(kind.options(knowledge).limits).map((limit) => ({ id: kind.id, kind, limit })));

test('there are limits to look at', () => {
  expect(withLimits.length).toBeGreaterThan(8);
  expect(
    Object.fromEntries(kinds.map((kind) => [`${kind.id} ${String(kind.version)} ${kind.counts}`, kind.options(knowledge)])),
  ).toMatchSnapshot();
});

describe.each(withLimits)('the limit "$limit" of the table "$id"', ({ kind, limit }) => {
  test('is told when it is met, and only then', () => {
    const options = kind.options(knowledge);
    const told = (limits: Readonly<Record<string, number>>) => {
      const table = kind.make({ ...options, limits });
      const takes = {
        add(message: Parameters<typeof table.add>[0]): void {
          if (isCounted(kind, message.kind)) table.add(message);
        },
      };
      // Prices in several units besides: the rows of the fixture have one.
      countInto(takes, [
        ...manifold(codesFor(kind)).map((row, n) => consoleRow(n, row)),
        consoleRow(901, {}).replace(',USD,', ',EUR,'),
        consoleRow(902, {}).replace(',USD,', ',GBP,'),
      ]);
      // For a table that asks when messages were made, some that say it.
      if (kind.needs.includes('created')) countInto(takes, [0, 1, 2].map(restRow), undefined, REST_HEADING);
      return table.caps.filter(({ count }) => count > 0);
    };
    expect(told(options.limits)).toEqual([]);
    const met = told({ ...options.limits, [limit]: 1 });
    expect(met.length).toBeGreaterThan(0);
    for (const cap of met) expect(plainPrinter('UTC')(cap.text)).toMatch(/^[A-Z].+\.$/);
    // In words, from the least limit that has room for all, downwards.
    let enough = 1;
    while (told({ ...options.limits, [limit]: enough }).length > 0) enough += 1;
    const below = [enough - 1, enough - 2, 1, 0].filter((n) => n >= 0);
    const words = below.flatMap((n) =>
      told({ ...options.limits, [limit]: n }).map(({ id, count, text }) => `${String(n)}: ${id} ${String(count)}: ${inWords(text)}`),
    );
    expect([`${String(options.limits[limit])} in earnest, room for all: ${String(enough)}`, ...words]).toMatchSnapshot();
  });
});

test('every cap of a full table is a notice of the report', () => {
  const index = indexOf(Array.from({ length: 60 }, (_, n) => consoleRow(n, {}).replace(',USD,', `,U${String(n)},`)));
  const capped = index.caps.filter(({ count }) => count > 0);
  expect(capped.map(({ id }) => id)).toEqual(['units-capped']);
  expect(reportOf(index).notices).toMatchObject([{ id: 'units-capped', count: 10 }]);
});
