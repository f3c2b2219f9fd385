import { expect, test } from 'vitest';
import { stepSchema } from '../../../../src/guide/tree/step-schema.ts';

const answer = (n: number) => ({ id: `a${String(n)}`, label: 'Yes', next: 'end' });
const answers = (count: number) => Array.from({ length: count }, (_, n) => answer(n));
const question = { kind: 'question', title: 'What does it say?', fact: 'status', answers: answers(2) };
const check = { kind: 'check', title: 'Look at the phone', answers: answers(1) };
const outcome = { kind: 'outcome', title: 'It is off', summary: 's'.repeat(60), doNow: ['Turn it on.'], prevent: ['Keep it on.'] };
const ok = (step: object): boolean => stepSchema.safeParse(step).success;
const letters = (count: number): string => 'x'.repeat(count);
const items = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `Item ${String(n)}`);

test('the smallest steps are steps', () => {
  expect([question, check, outcome].map(ok)).toEqual([true, true, true]);
});

type Make = (size: number) => object;
const limits: readonly (readonly [what: string, make: Make, least: number, most: number])[] = [
  ['title', (size) => ({ ...outcome, title: letters(size) }), 1, 90],
  ['answers of a question', (size) => ({ ...question, answers: answers(size) }), 2, 9],
  ['answers of a check', (size) => ({ ...check, answers: answers(size) }), 1, 12],
  ['topic', (size) => ({ ...question, topic: letters(size) }), 3, 30],
  ['label', (size) => ({ ...check, answers: [{ ...answer(0), label: letters(size) }] }), 1, 80],
  ['hint', (size) => ({ ...check, answers: [{ ...answer(0), hint: letters(size) }] }), 1, 140],
  ['short answer', (size) => ({ ...check, answers: [{ ...answer(0), short: letters(size) }] }), 1, 40],
  ['ways to look', (size) => ({ ...check, answers: [{ ...answer(0), how: Array<string>(size).fill(letters(10)) }] }), 1, 3],
  ['way to look', (size) => ({ ...check, answers: [{ ...answer(0), how: [letters(size)] }] }), 10, 260],
  ['summary', (size) => ({ ...outcome, summary: letters(size) }), 20, 220],
  ['what to do now', (size) => ({ ...outcome, doNow: items(size) }), 1, 6],
  ['what to check next time', (size) => ({ ...outcome, prevent: items(size) }), 1, 5],
  ['text to send', (size) => ({ ...outcome, toSend: { to: 'carrier', text: letters(size) } }), 40, 500],
];
test.each(limits)('%s: as long as it may be, no longer and no shorter', (_, make, least, most) => {
  expect([least - 1, least, most, most + 1].map((size) => ok(make(size)))).toEqual([false, true, true, false]);
});

const leasts: readonly (readonly [what: string, make: Make, least: number])[] = [
  ['question to support about one', (size) => ({ ...outcome, ask: { one: letters(size), many: letters(20) } }), 20],
  ['question to support about many', (size) => ({ ...outcome, ask: { one: letters(20), many: letters(size) } }), 20],
  ['thing to do', (size) => ({ ...outcome, doNow: [letters(size)] }), 1],
  ['thing to check', (size) => ({ ...outcome, prevent: [letters(size)] }), 1],
  ['values that say the same', (size) => ({ ...check, answers: [{ ...answer(0), also: Array<string>(size).fill('sent') }] }), 1],
  ['facts that imply an answer', (size) => ({ ...check, answers: [{ ...answer(0), impliedBy: Array<string>(size).fill('code') }] }), 1],
  ['opening of a letter', (size) => ({ ...outcome, letter: { opening: letters(size), blanks: ['a'], request: 'b' } }), 1],
  ['blanks of a letter', (size) => ({ ...outcome, letter: { opening: 'a', blanks: items(size), request: 'b' } }), 1],
  ['blank of a letter', (size) => ({ ...outcome, letter: { opening: 'a', blanks: [letters(size)], request: 'b' } }), 1],
  ['request of a letter', (size) => ({ ...outcome, letter: { opening: 'a', blanks: ['a'], request: letters(size) } }), 1],
];
test.each(leasts)('%s: not less than it must be', (_, make, least) => {
  expect([least - 1, least].map((size) => ok(make(size)))).toEqual([false, true]);
});

test.each(['Status', 'two--dashes', '-a', 'a-', 'a_b', ''])('%j is no id', (id) => {
  expect(ok({ ...question, fact: id })).toBe(false);
});

test('fields that are unknown, or of another kind of step, are refused; who support is and to whom a text goes are few', () => {
  expect(ok({ ...question, summary: outcome.summary })).toBe(false);
  expect(ok({ ...outcome, answers: answers(2) })).toBe(false);
  expect(ok({ ...check, answers: [{ ...answer(0), extra: 1 }] })).toBe(false);
  expect(['support-age', 'support-age-30008', 'support'].map((support) => ok({ ...outcome, support }))).toEqual([true, true, false]);
  expect(['recipient', 'carrier', 'boss'].map((to) => ok({ ...outcome, toSend: { to, text: letters(40) } }))).toEqual([true, true, false]);
});
