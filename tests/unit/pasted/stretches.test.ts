import { expect, test } from 'vitest';
import { findReadings, read } from '../../../src/pasted/read.ts';
import { makePatterns, patternsOf } from '../../../src/pasted/patterns.ts';
import { toEnd, type Stretches } from '../../../src/pasted/stretches.ts';
import { pastedKnowledge } from '../../pasted/knowledge.ts';

function restsOf(work: Stretches<unknown>): number {
  let rests = 0;
  while (work.next().done !== true) rests += 1;
  return rests;
}

test('work in stretches gives at the end what it gives at once', () => {
  function* work(): Stretches<string> {
    yield;
    yield;
    return 'done';
  }
  expect(restsOf(work())).toBe(2);
  expect(toEnd(work())).toBe('done');
});

test('the patterns are made in stretches, once', () => {
  const fresh = { ...pastedKnowledge };
  const texts = [...fresh.sentences.flatMap(({ says }) => says), ...Object.keys(fresh.codes)].length;
  expect(restsOf(makePatterns(fresh))).toBe(Math.floor(texts / 60));
  expect(restsOf(makePatterns(fresh))).toBe(0);
  expect(patternsOf(fresh)).toBe(patternsOf(fresh));
});

test.each([
  ['nothing', ''],
  ['a complaint', 'she never got it'],
  ['a sentence of the API', 'Error: Unable to create record: SMS queue is full'],
  ['a number', '+12025550142'],
  ['words that nobody knows', 'qwertz uiop'],
])('%s is read the same in stretches', (_what, text) => {
  expect(toEnd(findReadings(text, pastedKnowledge))).toEqual(read(text, pastedKnowledge));
});

test('there is a rest between the recognisers, also when everything is made already', () => {
  read('she never got it', pastedKnowledge);
  expect(restsOf(findReadings('', pastedKnowledge))).toBe(0);
  expect(restsOf(findReadings('she never got it', pastedKnowledge))).toBe(15);
});
