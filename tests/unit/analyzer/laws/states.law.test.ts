/** Law 6: one message, one state, whatever the order of rows and however a log is split. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { States } from '../../../../src/analyzer/index/states.ts';
import { consoleLog, consoleRow, sidOf } from '../../../fixtures/console-row.ts';
import { HEADER } from '../../../bench/generate.ts';
import { report, source } from '../../../log.ts';
import { countInto, indexOf, inOneOrder, newIndex } from './counting.ts';
import { messageRow, repeatedRow } from './random-log.ts';

const nothing = { add: () => undefined };

/** Rows of which many repeat a message, each with a part and a place for the shuffle. */
const mixed = fc.array(fc.tuple(fc.oneof(messageRow, repeatedRow), fc.integer({ min: 0, max: 2 }), fc.integer()), {
  minLength: 20,
  maxLength: 40,
});

test('the order of rows changes no figure', async () => {
  let repeats = 0;
  await fc.assert(
    fc.asyncProperty(mixed, async (messages) => {
      const rows = messages.map(([row], n) => consoleRow(n, row));
      const shuffled = messages.map(([, , place], n) => ({ place, n })).sort((a, b) => a.place - b.place);
      const one = await report([source('log.csv', [HEADER, ...rows].join('\n'))]);
      const two = await report([source('log.csv', [HEADER, ...shuffled.map(({ n }) => rows[n] ?? '')].join('\n'))]);
      const figures = (made: typeof one) => inOneOrder({ ...made, sources: [] });
      expect(figures(two)).toEqual(figures(one));
      expect(two.sources[0]?.duplicates).toBe(one.sources[0]?.duplicates);
      repeats += one.sources[0]?.duplicates ?? 0;
    }),
    { numRuns: 150 },
  );
  expect(repeats).toBeGreaterThan(100);
});

test('parts that share messages are exact: looked at apart, planned together, counted apart, merged', () => {
  let shared = 0;
  fc.assert(
    fc.property(mixed, (messages) => {
      const rows = messages.map(([row, part], n) => ({ text: consoleRow(n, row), part }));
      // In one go: the second reading knows the plan of the first.
      const all = rows.map(({ text }) => text);
      const whole = indexOf(all, new States(countInto(nothing, all).plan));
      const parts = [0, 1, 2].map((part) => rows.filter((row) => row.part === part).map(({ text }) => text));
      const plans = States.plansOf(parts.map((part) => countInto(nothing, part)));
      expect(plans).toHaveLength(3);
      const merged = newIndex();
      parts.forEach((part, place) => merged.merge(indexOf(part, new States(plans[place])).save()));
      expect(inOneOrder(merged.save())).toEqual(inOneOrder(whole.save()));
      shared += plans.reduce((sum, { winners }) => sum + [...winners].filter(([, state]) => state === -1).length, 0);
    }),
    { numRuns: 150 },
  );
  expect(shared).toBeGreaterThan(100);
});

test.for([
  ['no code', '0', '30003'],
  ['another code', '30005', '30003'],
] as const)('a row with a code and one with %s, otherwise alike: their order does not matter', async ([, first, second]) => {
  const row = (code: string) => ({ sid: sidOf(1), status: 'undelivered', code });
  const codes = async (one: string, two: string) =>
    (await report([source('log.csv', consoleLog([row(one), row(two)]))])).byErrorCode.map(({ code }) => code);
  const found = await codes(first, second);
  expect(found).toHaveLength(1);
  expect(await codes(second, first)).toEqual(found);
  if (first === '0') expect(found).toEqual(['30003']);
});

test('a SID with blanks around or in other case is the same message', async () => {
  const sid = `SM${'0a'.repeat(16)}`;
  const made = await report([source('log.csv', consoleLog([{ sid }, { sid: `  ${sid}` }, { sid: sid.toLowerCase() }]))]);
  expect(made.totals.messages).toBe(1);
  expect(made.sources[0]).toMatchObject({ records: 3, duplicates: 2 });
});

test('rows whose SID is masked or made up are never folded, and a notice says so', async () => {
  const masked = ['SMXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'SMXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', '***', '***'];
  const made = await report([source('log.csv', consoleLog(masked.map((sid) => ({ sid }))))]);
  expect(made.totals.messages).toBe(4);
  expect(made.sources[0]?.notices).toMatchObject([{ id: 'masked-sids', count: 4, lines: [2, 3, 4, 5] }]);
});

test.each(['RM', 'IM'])('a SID of something else (%s) is none of a message: one may stand on many', async (kind) => {
  const sid = `${kind}${'0a'.repeat(16)}`;
  const made = await report([source('log.csv', consoleLog([{ sid }, { sid }]))]);
  expect(made.totals.messages).toBe(2);
  expect(made.sources[0]?.notices).toMatchObject([{ id: 'masked-sids', count: 2 }]);
});

test('rows without a SID in a log that has the column are all counted', async () => {
  expect((await report([source('log.csv', consoleLog([{ sid: '' }, { sid: '' }, {}]))])).totals.messages).toBe(3);
});
