import { describe, expect, test } from 'vitest';
import { arrive, follow, reconsider } from '../../../../src/guide/tree/arrival.ts';
import { defineGuide } from '../../../../src/guide/tree/tree.ts';
import { smallCodes, smallGuide, smallSteps } from './small-guide.ts';

const at = (step: string, query = '') => arrive(smallGuide, step, new URLSearchParams(query));

describe('arriving at a step', () => {
  test('without answers stays there', () => {
    expect(at('undelivered')).toEqual({ step: 'undelivered', answers: {}, changing: undefined, said: [], dropped: [] });
  });

  test('skips what is known', () => {
    expect(at('start', 'status=undelivered&code=30007').step).toBe('filtered');
  });

  test('lists what was said in the words of the questions that were passed', () => {
    expect(at('filtered', 'have=status&status=undelivered&code=30007').said).toEqual([
      { fact: 'have', answer: 'status', label: 'A status', step: 'start', question: 'What do you have?' },
      { fact: 'status', answer: 'undelivered', label: 'Undelivered', step: 'status', question: 'Which status?' },
      { fact: 'code', answer: '30007', label: '30007 Message filtered', step: 'undelivered', question: 'Which code beside it?' },
    ]);
  });

  test('with the topic of the question and the short word of the answer, where they have one', () => {
    const { undelivered } = smallSteps;
    if (undelivered?.kind !== 'question') throw new Error('it is a question');
    const answers = undelivered.answers.map((answer) => (answer.id === '30007' ? { ...answer, short: 'filtered' } : answer));
    const made = defineGuide({ ...smallSteps, undelivered: { ...undelivered, topic: 'Code', answers } }, smallCodes);
    if (!made.ok) throw new Error(made.problems.join());
    expect(arrive(made.guide, 'filtered', new URLSearchParams('status=undelivered&code=30007')).said).toEqual([
      { fact: 'status', answer: 'undelivered', label: 'Undelivered', step: 'status', question: 'Which status?' },
      {
        fact: 'code',
        answer: '30007',
        label: '30007 Message filtered',
        short: 'filtered',
        step: 'undelivered',
        question: 'Which code beside it?',
        topic: 'Code',
      },
    ]);
  });

  test('names a code that no question lists', () => {
    expect(at('filtered', 'code=30620').said.map(({ label }) => label)).toEqual(['Error code 30620']);
  });

  test('drops an answer that leads elsewhere, and says so', () => {
    expect(at('unreachable', 'code=30007')).toMatchObject({
      answers: {},
      dropped: [{ fact: 'code', answer: '30007', reason: 'contradicts' }],
    });
  });

  test('drops an answer to a question that the others rule out', () => {
    expect(at('start', 'status=sent&code=30007')).toMatchObject({
      step: 'device',
      answers: { status: 'sent' },
      dropped: [{ fact: 'code', answer: '30007', reason: 'contradicts' }],
    });
  });

  test('keeps an answer whose question is still ahead', () => {
    expect(at('status', 'code=30007')).toMatchObject({ step: 'status', answers: { code: '30007' }, dropped: [] });
  });

  test('keeps what was said when a link of an outcome was followed', () => {
    expect(at('device', 'status=undelivered&code=30007')).toMatchObject({ answers: { status: 'undelivered', code: '30007' }, dropped: [] });
    expect(at('phone-off', 'status=undelivered&code=30007&device=off')).toMatchObject({ step: 'phone-off', dropped: [] });
  });

  test('leaves an "I don\'t know" behind at an outcome it has nothing to do with', () => {
    expect(at('filtered', 'device=unknown')).toMatchObject({ step: 'filtered', answers: {}, said: [], dropped: [] });
    expect(at('unreachable', 'status=unknown&code=30003')).toMatchObject({ answers: { code: '30003' }, dropped: [] });
  });

  test('names the question on the way where two ask for the same', () => {
    const asking = (query: string) => at('start', query).said.find(({ fact }) => fact === 'code')?.question;
    expect(asking('code=30007')).toBe('Which code?');
    expect(asking('status=undelivered&code=30007')).toBe('Which code beside it?');
  });

  test('does not complain about an "I don\'t know" that has been settled since', () => {
    expect(at('undelivered', 'have=unknown&status=undelivered')).toMatchObject({ answers: { status: 'undelivered' }, dropped: [] });
  });
});

describe('from a step', () => {
  test('an answer leads on with all answers', () => {
    expect(follow(smallGuide, at('status', 'have=status'), 'undelivered')).toEqual({
      step: 'undelivered',
      answers: { have: 'status', status: 'undelivered' },
    });
  });

  test('an answer skips what is known behind it', () => {
    expect(follow(smallGuide, at('status', 'code=30007'), 'undelivered')).toEqual({
      step: 'filtered',
      answers: { code: '30007', status: 'undelivered' },
    });
  });

  test('an earlier answer can be changed, and the later ones that still hold are kept', () => {
    const arrival = at('filtered', 'have=status&status=undelivered&code=30007');
    const [, status] = arrival.said;
    if (status === undefined) throw new Error('nothing was said');
    const place = reconsider(arrival, status);
    expect(place).toEqual({
      step: 'status',
      answers: { have: 'status', status: 'undelivered', code: '30007', changing: 'status' },
    });
    const asked = at(place.step, new URLSearchParams(place.answers).toString());
    expect(asked).toMatchObject({ step: 'status', changing: 'status', dropped: [] });
    expect(asked.said.map(({ fact }) => fact)).toEqual(['have', 'code']);
    expect(follow(smallGuide, asked, 'undelivered').step).toBe('filtered');
    expect(follow(smallGuide, asked, 'sent').step).toBe('device');
  });

  test('the way back from "how to find out" is the question one came from', () => {
    expect(follow(smallGuide, at('find-the-log', 'have=status&status=unknown'), 'found').step).toBe('status');
  });

  test('a link of an outcome asks a question that was answered', () => {
    expect(follow(smallGuide, at('phone-off', 'status=sent&device=off'), 'go-device')).toEqual({
      step: 'device',
      answers: { status: 'sent', device: 'off', changing: 'device' },
    });
  });
});
