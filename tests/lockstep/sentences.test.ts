import { expect, test } from 'vitest';
import { read } from '../../src/pasted/read.ts';
import type { Reading } from '../../src/pasted/reading.ts';
import { errors } from '../content.ts';
import { pastedKnowledge } from '../pasted/knowledge.ts';

const quoted = pastedKnowledge.sentences.filter(({ isTitle }) => isTitle !== true);
const codesOf = (readings: readonly Reading[]): readonly string[] =>
  readings
    .flatMap(({ lead, notes = [] }) => [lead, ...notes.map((note) => note.lead)])
    .flatMap((lead) => (lead?.to === 'error' || lead?.to === 'twilio' ? [lead.code] : []));

test('each sentence that stands in content/sentences.json is read as its code, alone', () => {
  expect(quoted.length).toBeGreaterThan(400);
  const lost = quoted.flatMap(({ code, says }) =>
    code === undefined
      ? []
      : says
          .filter((text) => !codesOf(read(text.replaceAll(/\{\w+\}/g, 'XXXX'), pastedKnowledge)).includes(code))
          .map((text) => `${code} ${text}`),
  );
  expect(lost).toEqual([]);
});

test('a step that a sentence names exists', () => {
  const named = quoted.flatMap(({ step }) => step ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((step) => pastedKnowledge.steps[step] === undefined)).toEqual([]);
});

test('the words that a page names as its own lead to it', () => {
  const own = errors.flatMap(({ name, data }) => (data.sentences ?? []).map((sentence) => ({ name, sentence })));
  expect(own.length).toBeGreaterThan(10);
  const lost = own.filter(
    ({ name, sentence }) =>
      !codesOf(read(`TwilioRestException: Unable to create record: ${sentence} (XXXX)`, pastedKnowledge)).includes(name),
  );
  expect(lost).toEqual([]);
});
