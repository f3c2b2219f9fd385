import { expect, test } from 'vitest';
import type { Complaints } from '../../../src/catalog/complaints-schema.ts';
import { knownComplaints, stepsFor } from '../../../src/pasted/complaint.ts';
import { featuresOf, lexiconOf, plainSynonyms } from '../../../src/pasted/concepts.ts';
import { learnComplaints } from '../../../src/pasted/learn.ts';
import { othersOf, writeOthers } from '../../../src/pasted/others.ts';
import { toEnd } from '../../../src/pasted/stretches.ts';
import { keyOf, readWeights, toProbabilities, writeWeights } from '../../../src/pasted/weights.ts';

const complaints: Complaints = {
  synonyms: { picture: ['picture', 'photo*', 'the image'], message: ['text', 'texts', 'sms'], noise: ['kindly'] },
  about: ['message', 'picture'],
  complaints: [
    {
      step: 'mms-picture',
      says: ['the picture', 'no photos', 'the image', 'her picture'].flatMap((it) =>
        ['is missing', 'arrives', 'never came', 'is lost'].map((what) => `${it} ${what}`),
      ),
      heard: [],
    },
    {
      step: 'timing',
      answers: { have: 'timing' },
      says: ['the text', 'sms', 'a text', 'it'].flatMap((it) =>
        ['came late', 'arrives hours late', 'is late', 'is so late'].map((what) => `${it} ${what}`),
      ),
      heard: [],
    },
  ],
};
const learned = { from: '0'.repeat(64), ...learnComplaints(complaints) };
const known = knownComplaints(complaints, learned);

test('what a complaint is recognised by: concepts, stems of all words, pairs of what is said', () => {
  const lexicon = lexiconOf(plainSynonyms({ ...complaints.synonyms, message: ['Text!'] }));
  expect([...featuresOf('Kindly: the image, and no messages', lexicon)]).toEqual([
    '@picture',
    'kind',
    'the',
    'imag',
    'and',
    'no',
    'messag',
    '@picture+messag',
  ]);
  expect([...featuresOf('photography text', lexicon)]).toEqual(['@picture', '@message', 'photography', 'text', '@picture+@message']);
});

test('it learns which words speak for which step, the same every time', () => {
  const [first, second] = stepsFor('my photo did not come', known);
  expect(first?.lead).toEqual({ to: 'guide', step: 'mms-picture' });
  expect((first?.score ?? 0) + (second?.score ?? 0)).toBeCloseTo(1);
  expect(first?.score).toBeGreaterThan(0.6);
  expect(stepsFor('why so late', known)[0]?.lead).toEqual({ to: 'guide', step: 'timing', answers: { have: 'timing' } });
  expect({ from: learned.from, ...learnComplaints(complaints) }).toEqual(learned);
});

test('synonyms that no sentence has are left out', () => {
  expect(known.synonyms).toEqual({ picture: ['picture', 'photo*', 'the image'], message: ['text', 'sms'], noise: [] });
});

test('a step is clear when the talk is of messages, in words that were learned', () => {
  expect(stepsFor('the text is late', known)[0]?.isClear).toBe(true);
  expect(stepsFor('the bus is late', known)[0]?.isClear).toBe(false);
  expect(stepsFor('late text zanzibar quokka fjord gnu', known)[0]?.isClear).toBe(false);
  expect(stepsFor('quokka', known)).toEqual([]);
});

test('weights come out as they were written, in steps of 1.5; small ones are left out, those out of range are cut', () => {
  const { features, weights } = writeWeights([
    {
      key: keyOf('late'),
      weights: [
        [0, 3.7],
        [7, -2.3],
        [147, 39],
        [255, 0.74],
      ],
    },
    {
      key: 0,
      weights: [
        [255, 0.76],
        [3, 64.5],
      ].toSorted(([one = 0], [other = 0]) => one - other) as [number, number][],
    },
    {
      key: 2 ** 20 - 1,
      weights: [
        [1, -50],
        [2, 99],
      ],
    },
    {
      key: keyOf('says nothing'),
      weights: [
        [4, 0.7],
        [5, -0.7],
      ],
    },
    { key: 1, weights: [[9, -30]] },
  ]);
  expect(features).toBe(4);
  expect([...toEnd(readWeights(features, weights))]).toEqual([
    [
      0,
      [
        [3, 64.5],
        [255, 1.5],
      ],
    ],
    [1, [[9, -30]]],
    [
      keyOf('late'),
      [
        [0, 3],
        [7, -3],
        [147, 39],
      ],
    ],
    [
      2 ** 20 - 1,
      [
        [1, -30],
        [2, 64.5],
      ],
    ],
  ]);
});

test('the key of a feature is a number of 20 bits', () => {
  expect(keyOf('')).toBe((0x81_1c_9d_c5 % 2 ** 20) ^ (0x81_1c_9d_c5 >>> 20));
  const keys = new Set(Array.from({ length: 2_000 }, (_, at) => keyOf(`@late+word${String(at)}`)));
  expect(keys.size).toBeGreaterThan(1_985);
  expect(Math.max(...keys)).toBeLessThan(2 ** 20);
  expect(Math.max(...keys)).toBeGreaterThan(2 ** 20 - 2 ** 14);
  expect(Math.min(...keys)).toBeLessThan(2 ** 14);
});

test('scores become shares of one', () => {
  const scores = Float64Array.from([0, 0, Math.log(2)]);
  toProbabilities(scores);
  expect([...scores].map((share) => Math.round(share * 100))).toEqual([25, 25, 50]);
});

test('codes without a page keep their product, or a short title', () => {
  const others = writeOthers([
    { code: 13_331, title: 'Gather: Invalid language', product: 'Programmable Voice' },
    { code: 400, title: 'Bad Request' },
    { code: 13_000, title: 'x', product: 'Programmable Voice' },
    { code: 21_201, title: 'No Called number specified' },
    { code: 21_202, title: 'Exactly 24 characters ok' },
  ]);
  expect(others.products).toEqual({ 'Programmable Voice': '13000 331' });
  expect([...othersOf({ others })]).toEqual([
    ['400', 'Bad Request'],
    ['21201', 'No Called number…'],
    ['21202', 'Exactly 24 characters ok'],
    ['13000', '(Programmable Voice)'],
    ['13331', '(Programmable Voice)'],
  ]);
});
