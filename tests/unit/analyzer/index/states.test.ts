import { describe, expect, test } from 'vitest';
import { KeyTable } from '../../../../src/analyzer/memory/key-table.ts';
import { noPlan, stateLimits, stateOf, States } from '../../../../src/analyzer/index/states.ts';

const SECOND = 1_000;
const LATEST = Date.UTC(2106, 0, 1);
const TIES = 4_096;

/** What a kind says of the state; the first of its phase and rank, without a code, unless given. */
const kind = (phase = 0, rank = 0, code?: string) => ({ phase, rank, code }) as const;

describe('the state of a message is one number', () => {
  test('made of phase, seconds, rank, code, price and tie', () => {
    expect(stateOf(0, kind(), false, 0)).toBe(0);
    expect(stateOf(0, kind(), false, 1)).toBe(1);
    expect(stateOf(0, kind(), true, 0)).toBe(TIES);
    expect(stateOf(0, kind(0, 0, '30003'), false, 0)).toBe(2 * TIES);
    expect(stateOf(0, kind(0, 1), false, 0)).toBe(4 * TIES);
    expect(stateOf(SECOND, kind(), false, 0)).toBe(16 * 4 * TIES);
    expect(stateOf(0, kind(1), false, 0)).toBe(2 ** 32 * 16 * 4 * TIES);
    expect(stateOf(3 * SECOND, kind(2, 9, '30003'), true, 5)).toBe((((2 * 2 ** 32 + 3) * 16 + 9) * 4 + 3) * TIES + 5);
  });

  test('a part of a second, a time before 1970 and none are nothing', () => {
    expect(stateOf(999, kind(), false, 0)).toBe(0);
    for (const time of [-1, -5 * SECOND, NaN]) expect(stateOf(time, kind(0, 8), false, 7)).toBe(stateOf(0, kind(0, 8), false, 7));
  });

  test('a time beyond what has room is the last that has', () => {
    const last = (2 ** 32 - 1) * SECOND;
    expect(stateOf(last + SECOND, kind(), false, 0)).toBe(stateOf(last, kind(), false, 0));
    expect(stateOf(last - SECOND, kind(), false, 0)).toBe(stateOf(last, kind(), false, 0) - 16 * 4 * TIES);
  });

  test('a tie of any size and sign stays below everything else', () => {
    for (const tie of [0, 1, TIES - 1, TIES, 2 ** 52, -1, -(2 ** 52)]) {
      expect(Math.floor(stateOf(SECOND, kind(0, 3), false, tie) / TIES)).toBe((16 + 3) * 4);
    }
    expect(stateOf(0, kind(), false, TIES + 6)).toBe(6);
    expect(stateOf(0, kind(), false, -1)).toBe(TIES - 1);
  });

  test('is a safe integer in every phase', () => {
    expect(stateOf(LATEST, kind(7, 15, '30003'), true, TIES - 1)).toBeLessThan(2 ** 53);
  });
});

/** A plan as plain data. */
const winnersOf = (states: States): readonly (readonly [number, number])[] => [...states.plan.winners];

describe('which rows count', () => {
  test('the row met first; a later state goes into the plan, an older or the same one does not', () => {
    const states = new States();
    expect([states.counts(1, 50), states.counts(1, 50), states.counts(1, 49), states.superseded]).toEqual([true, false, false, 0]);
    expect(winnersOf(states)).toEqual([]);
    expect([states.counts(1, 51), states.counts(1, 50), states.counts(2, 7), states.superseded]).toEqual([false, false, true, 1]);
    expect(winnersOf(states)).toEqual([[1, 51]]);
  });

  test('a second reading counts the winning state, once, and plans nothing', () => {
    const first = new States();
    for (const state of [50, 52, 51, 52]) first.counts(1, state);
    const second = new States(first.plan);
    expect([50, 52, 51, 52].map((state) => second.counts(1, state))).toEqual([false, true, false, false]);
    expect([second.superseded, winnersOf(second)]).toEqual([0, []]);
  });

  test('a message that wins in another part counts nowhere in this one', () => {
    const winners = new KeyTable(10);
    winners.set(1, -1);
    const states = new States({ winners });
    expect([states.counts(1, 50), states.counts(2, 50)]).toEqual([false, true]);
  });
});

describe('limits', () => {
  test('as they are in earnest', () => {
    expect(stateLimits).toEqual({ sids: 4_000_000, superseded: 4_000_000 });
    expect(noPlan.winners.size).toBe(0);
  });

  test('a message already among the superseded ones goes on, also where no other has room', () => {
    const states = new States(noPlan, { sids: 100, superseded: 2 });
    for (const key of [1, 2, 3]) states.counts(key, 10);
    for (const key of [1, 2, 3]) states.counts(key, 20);
    for (const key of [1, 3, 2]) states.counts(key, 30);
    // The third is told as superseded and has no place in the plan: its first count stays.
    expect(winnersOf(states)).toEqual([
      [1, 30],
      [2, 30],
    ]);
    expect(states.superseded).toBe(6);
  });

  test('rows beyond the SIDs that are remembered count unchecked, each of them', () => {
    const states = new States(noPlan, { sids: 16, superseded: 2 });
    const rows = Array.from({ length: 40 }, (_, n) => n + 1);
    const first = rows.map((key) => states.counts(key, 10));
    expect(first.every(Boolean)).toBe(true);
    const again = rows.filter((key) => states.counts(key, 10)).length;
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(40);
    expect(states.unchecked).toBe(2 * again);
  });
});

test('plans of parts: the highest state wins, the earlier part on a tie, and only shared messages are planned', () => {
  const of = (...rows: readonly (readonly [key: number, state: number])[]): States => {
    const states = new States();
    for (const [key, state] of rows) states.counts(key, state);
    return states;
  };
  const plans = States.plansOf([of([1, 10], [2, 10], [3, 10]), of([1, 11], [2, 10], [4, 10], [4, 12]), of([1, 12], [2, 9], [5, 1])]);
  expect(plans.map(({ winners }) => Object.fromEntries(winners))).toEqual([
    { 1: -1, 2: 10 },
    { 1: -1, 2: -1, 4: 12 },
    { 1: 12, 2: -1 },
  ]);
});
