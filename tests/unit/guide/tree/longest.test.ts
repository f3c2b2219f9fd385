import { expect, test } from 'vitest';
import type { Answer, GuideStep } from '../../../../src/guide/tree/guide.ts';
import { longestWay } from '../../../../src/guide/tree/longest.ts';
import { smallGuide } from './small-guide.ts';

const leads = (...nexts: readonly string[]): readonly Answer[] =>
  nexts.map((next, n) => ({ id: `answer-${String(n)}`, label: 'An answer', next }));
const question = (...nexts: readonly string[]): GuideStep => ({
  kind: 'question',
  title: 'Which?',
  fact: 'some',
  answers: leads(...nexts),
});
const outcome: GuideStep = { kind: 'outcome', title: 'The end', next: ['long'] };
const way = (steps: Readonly<Record<string, GuideStep>>): readonly string[] => longestWay({ steps: { end: outcome, ...steps }, codes: {} });

test('the longest way of the guide of these tests', () => {
  expect(longestWay(smallGuide)).toEqual(['start', 'status', 'undelivered', 'filtered']);
});

test('of several ways the longest, of two of one length the first', () => {
  expect(way({ start: question('end', 'one', 'long'), one: question('end'), long: question('end', 'one') })).toEqual([
    'start',
    'long',
    'one',
    'end',
  ]);
  expect(way({ start: question('one', 'other'), one: question('end'), other: question('end') })).toEqual(['start', 'one', 'end']);
});

test('an outcome ends a way, whatever it names as next', () => {
  expect(way({ start: question('end'), long: question('end') })).toEqual(['start', 'end']);
});

test('who answers "I don\'t know" goes no way of its own, however long', () => {
  const start: GuideStep = {
    kind: 'question',
    title: 'Which?',
    fact: 'some',
    answers: [...leads('end'), { id: 'unknown', label: "I don't know", next: 'long' }],
  };
  expect(way({ start, long: question('end') })).toEqual(['start', 'end']);
});

test('a checklist counts where it settles something, and one that only tells how to look leads back', () => {
  const check = (fact?: string): GuideStep => ({
    kind: 'check',
    title: 'Look',
    answers: leads('long'),
    ...(fact === undefined ? {} : { fact }),
  });
  const steps = (fact?: string) => ({ start: question('end', 'look'), look: check(fact), long: question('end') });
  expect(way(steps('device'))).toEqual(['start', 'look', 'long', 'end']);
  expect(way(steps())).toEqual(['start', 'end']);
});
