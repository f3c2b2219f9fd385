/** A small part of `npm run diagnose`, at its floor: every incident in a small log, some together, and ordinary days. */
import { expect, test } from 'vitest';
import { casesOf } from '../../diagnose/cases.ts';
import { companyCases } from '../../diagnose/companies/cases.ts';
import { incidents } from '../../diagnose/incidents.ts';
import { outcomeOf, type Case, type Outcome } from '../../diagnose/score.ts';

/** Larger ones take seconds. */
const LARGEST = 3_000;
const cases: readonly Case[] = [
  ...casesOf({ seed: 11, each: 1, together: 0, ordinary: 8 }),
  ...casesOf({ seed: 12, each: 0, together: 4, ordinary: 0, isThin: true }),
  ...casesOf({ seed: 13, each: 0, together: 0, ordinary: 9, isThin: true }),
].filter(({ messages }) => messages <= LARGEST);

const share = (some: readonly boolean[]): number => some.filter(Boolean).length / some.length;

test('incidents are found, the right one first, and ordinary days raise no alarm', async () => {
  const outcomes: Outcome[] = [];
  for (const made of cases) outcomes.push(await outcomeOf(made));
  const planted = outcomes.filter(({ made }) => made.kinds.length > 0);
  const quiet = outcomes.filter(({ made }) => made.kinds.length === 0);
  expect([new Set(planted.flatMap(({ made }) => made.kinds)).size, quiet.length > 10]).toEqual([incidents.length, true]);
  const judged = planted.flatMap((outcome) => outcome.judged);
  expect(quiet.flatMap(({ made, alarms }) => alarms.map((alarm) => `${String(made.seed)}: ${alarm}`))).toEqual([]);
  const missed = planted.flatMap(({ made, first, judged: its }) =>
    its.filter(({ found }) => !found).map(({ kind }) => `${String(made.seed)} ${String(made.messages)}: ${kind.id} (first ${first})`),
  );
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(judged.length * 0.03);
  expect(share(planted.map(({ isFirst }) => isFirst))).toBeGreaterThanOrEqual(0.95);
  expect(share(judged.map(({ affected }) => affected))).toBeGreaterThanOrEqual(0.9);
  expect(share(judged.map(({ since }) => since))).toBeGreaterThanOrEqual(0.85);
}, 120_000);

test('a second hand finds the same: small logs of companies, and quiet ones', async () => {
  const outcomes: Outcome[] = [];
  for (const made of companyCases({ seed: 4, each: 1, together: 0, quiet: 10, largest: 300 })) outcomes.push(await outcomeOf(made));
  const judged = outcomes.flatMap((outcome) => outcome.judged);
  expect(new Set(judged.map(({ kind }) => kind.id)).size).toBe(incidents.length);
  expect(judged.filter(({ found }) => !found).length).toBeLessThanOrEqual(judged.length * 0.05);
  expect(share(outcomes.filter(({ made }) => made.kinds.length > 0).map(({ isFirst }) => isFirst))).toBeGreaterThanOrEqual(0.95);
  expect(outcomes.filter(({ made }) => made.kinds.length === 0).flatMap(({ alarms }) => alarms)).toEqual([]);
}, 60_000);
