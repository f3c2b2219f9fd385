import { createActor } from 'xstate';
import { expect, test } from 'vitest';
import type { Answers } from '../../../../src/guide/tree/guide.ts';
import { guideMachine } from '../../../../src/guide/tree/machine.ts';
import { smallGuide, smallSteps } from './small-guide.ts';

const run = (answers: Answers, events: readonly string[] = [], changing?: string, at = 'start') => {
  const actor = createActor(guideMachine(smallGuide, at), { input: { answers, changing } }).start();
  for (const type of events) actor.send({ type });
  return actor.getSnapshot();
};

test('there is one state for every step, and one that sends codes to their step', () => {
  expect(Object.keys(guideMachine(smallGuide).states).sort()).toEqual([...Object.keys(smallSteps), 'by-code'].sort());
});

test('an answer leads to its step and is remembered', () => {
  const { value, context } = run({}, ['status', 'undelivered', '30007']);
  expect(value).toBe('filtered');
  expect(context.answers).toEqual({ have: 'status', status: 'undelivered', code: '30007' });
});

test('a known fact skips its question', () => {
  expect(run({ status: 'undelivered', code: '30007' }).value).toBe('filtered');
  expect(run({ status: 'undelivered' }).value).toBe('undelivered');
});

test('a fact that makes a question needless skips it', () => {
  const { value, context } = run({ code: '30003' });
  expect(value).toBe('unreachable');
  expect(context.passed).toEqual([
    { step: 'start', answer: 'code', by: 'code' },
    { step: 'code', answer: '30003' },
  ]);
});

test('a fact that is being changed makes no question needless', () => {
  expect(run({ status: 'undelivered' }, [], 'status').value).toBe('start');
  expect(run({ status: 'undelivered' }, [], 'code').value).toBe('undelivered');
});

test('a code that no question lists goes to the step its error page names', () => {
  expect(run({ code: '30620' }).value).toBe('filtered');
  expect(run({ status: 'undelivered', code: '30003' }).value).toBe('unreachable');
});

test('"I don\'t know" is remembered, and does not skip the question when it comes again', () => {
  const { value, context } = run({}, ['status', 'unknown']);
  expect(value).toBe('find-the-log');
  expect(context.answers).toEqual({ have: 'status', status: 'unknown' });
  expect(run({}, ['status', 'unknown', 'found']).value).toBe('status');
});

test('a page that tells how to find out remembers nothing', () => {
  expect(run({}, ['unknown', 'found']).context.answers).toEqual({ have: 'unknown' });
});

test('a question that is asked anew is not skipped, and the later answers count again', () => {
  const again = run({ have: 'status', status: 'sent', code: '30007' }, [], 'status', 'status');
  expect(again.value).toBe('status');
  expect(run({ have: 'status', status: 'sent', code: '30007' }, ['undelivered'], 'status', 'status').value).toBe('filtered');
});

test('a link of an outcome leads to a question even when its answer is known', () => {
  const { value, context } = run({ status: 'sent', device: 'off' }, ['go-device']);
  expect(value).toBe('device');
  expect(context.changing).toBe('device');
});

test('restart forgets everything', () => {
  const { value, context } = run({ status: 'undelivered', code: '30007' }, ['restart']);
  expect(value).toBe('start');
  expect(context).toEqual({ answers: {}, changing: undefined, passed: [] });
});

test('an event that is no answer changes nothing', () => {
  expect(run({}, ['no-such-answer']).value).toBe('start');
});
