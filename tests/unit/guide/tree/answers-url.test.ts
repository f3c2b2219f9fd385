import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers, writeAnswers } from '../../../../src/guide/tree/answers-url.ts';
import { stepPath } from '../../../../src/catalog/paths.ts';
import { smallGuide } from './small-guide.ts';

const read = (query: string) => readAnswers(smallGuide, new URLSearchParams(query));

describe('answers in an address', () => {
  test('are read by the id of their question', () => {
    expect(read('status=undelivered&code=30007')).toEqual({
      answers: { status: 'undelivered', code: '30007' },
      changing: undefined,
      dropped: [],
    });
  });

  test('may be a code that only its error page knows, written as logs write it', () => {
    expect(read('code=30620.0').answers).toEqual({ code: '30620' });
  });

  test('may use another word for the same answer', () => {
    expect(read('status=queued').answers).toEqual({ status: 'sent' });
  });

  test.each([
    ['colour=red', { fact: 'colour', answer: 'red', reason: 'no-such-question' }],
    ['status=lost', { fact: 'status', answer: 'lost', reason: 'no-such-answer' }],
    ['code=99999', { fact: 'code', answer: '99999', reason: 'no-such-answer' }],
    ['code=constructor', { fact: 'code', answer: 'constructor', reason: 'no-such-answer' }],
    ['__proto__=x', { fact: '__proto__', answer: 'x', reason: 'no-such-question' }],
  ])('%s is dropped and reported', (query, dropped) => {
    expect(read(query)).toEqual({ answers: {}, changing: undefined, dropped: [dropped] });
  });

  test('count once: a second, different value is reported', () => {
    expect(read('status=sent&status=undelivered')).toEqual({
      answers: { status: 'sent' },
      changing: undefined,
      dropped: [{ fact: 'status', answer: 'undelivered', reason: 'contradicts' }],
    });
  });

  test('can ask a question anew, if it is one', () => {
    expect(read('status=sent&changing=status').changing).toBe('status');
    expect(read('changing=nothing').changing).toBeUndefined();
  });
});

const options: Readonly<Record<string, readonly string[]>> = {
  have: ['status', 'code', 'unknown'],
  status: ['undelivered', 'sent', 'unknown'],
  code: ['30007', '30003', '30620', 'unknown'],
  device: ['off', 'unknown'],
};

test('every set of answers survives the way through an address', () => {
  const answers = fc
    .record(
      Object.fromEntries(Object.entries(options).map(([fact, ids]) => [fact, fc.option(fc.constantFrom(...ids), { nil: undefined })])),
    )
    .map((record) => Object.fromEntries(Object.entries(record).filter((pair): pair is [string, string] => pair[1] !== undefined)));
  const changing = fc.option(fc.constantFrom(...Object.keys(options)), { nil: undefined });
  fc.assert(
    fc.property(answers, changing, (given, again) => {
      const url = new URL(stepPath('status', writeAnswers(given, again)), 'https://example.org');
      expect(readAnswers(smallGuide, url.searchParams)).toEqual({ answers: given, changing: again, dropped: [] });
    }),
  );
});

test('no address, however strange, makes an answer the guide does not have', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
      const { answers } = readAnswers(smallGuide, new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, value])));
      for (const [fact, answer] of Object.entries(answers)) expect(options[fact]).toContain(answer);
    }),
  );
});
