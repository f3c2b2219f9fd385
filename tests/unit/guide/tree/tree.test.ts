import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../src/guide/tree/step-schema.ts';
import { defineGuide } from '../../../../src/guide/tree/tree.ts';
import { smallCodes, smallGuide, smallSteps } from './small-guide.ts';

const problemsWith = (changes: Readonly<Record<string, Step>>, codes: Readonly<Record<string, string>> = smallCodes): readonly string[] => {
  const defined = defineGuide({ ...smallSteps, ...changes }, codes);
  return defined.ok ? [] : defined.problems;
};
const question = (answers: readonly (readonly [id: string, next: string])[], fact = 'extra'): Step => ({
  kind: 'question',
  title: 'A question',
  fact,
  answers: answers.map(([id, next]) => ({ id, label: id, next })),
});

describe('a guide', () => {
  test('is made of steps that fit together', () => {
    expect(Object.keys(smallGuide.steps)).toEqual(Object.keys(smallSteps));
    expect(smallGuide.codes).toEqual(smallCodes);
  });

  test('needs a start', () => {
    const others = Object.fromEntries(Object.entries(smallSteps).filter(([id]) => id !== 'start'));
    expect(defineGuide(others, {})).toEqual({ ok: false, problems: ['there is no step "start"'] });
  });

  test('names an answer that leads nowhere', () => {
    expect(
      problemsWith({
        status: question(
          [
            ['a', 'nowhere'],
            ['unknown', 'find-the-log'],
          ],
          'status',
        ),
      }),
    ).toContain('"status" leads to "nowhere", which does not exist');
  });

  test('names a step that no answer leads to', () => {
    expect(
      problemsWith({
        island: question([
          ['a', 'escalate'],
          ['unknown', 'escalate'],
        ]),
      }),
    ).toEqual(['no answer leads to "island"']);
  });

  test('names a dead end', () => {
    expect(
      problemsWith({ 'find-the-log': { kind: 'check', title: 'How', answers: [{ id: 'again', label: 'Again', next: 'find-the-log' }] } }),
    ).toContain('"find-the-log" leads to no outcome');
  });

  test('names a question without "I don\'t know"', () => {
    expect(
      problemsWith({
        status: question(
          [
            ['a', 'undelivered'],
            ['b', 'device'],
          ],
          'status',
        ),
      }),
    ).toContain('the last answer of "status" is not "unknown"');
  });

  test('names two answers with one id', () => {
    expect(
      problemsWith({
        status: question(
          [
            ['a', 'undelivered'],
            ['a', 'device'],
            ['unknown', 'find-the-log'],
          ],
          'status',
        ),
      }),
    ).toContain('"status" has two answers with one id');
  });

  test('names answers that lead in a circle, around which known facts would skip for ever', () => {
    const circle = problemsWith({
      device: {
        kind: 'check',
        title: 'Look',
        fact: 'device',
        answers: [
          { id: 'off', label: 'Off', next: 'status' },
          { id: 'unknown', label: 'None', next: 'escalate' },
        ],
      },
      filtered: { kind: 'outcome', title: 'F', summary: 'A sentence that says it.', doNow: ['Act.'], prevent: ['P.'], next: ['phone-off'] },
    });
    expect(circle).toContain('"status" leads back to itself through answers that are remembered');
  });

  test('names a fact that would shadow a word of the address', () => {
    expect(
      problemsWith({
        status: question(
          [
            ['a', 'undelivered'],
            ['b', 'device'],
            ['unknown', 'find-the-log'],
          ],
          'changing',
        ),
      }).join(),
    ).toContain('a word of the address');
  });

  test('names an error page whose step does not exist', () => {
    expect(problemsWith({}, { ...smallCodes, '30008': 'gone' })).toContain('the page of 30008 names the step "gone", which does not exist');
  });
});
