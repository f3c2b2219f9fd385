import { expect, test } from 'vitest';
import { arrive } from '../../src/guide/tree/arrival.ts';
import { defineGuide } from '../../src/guide/tree/tree.ts';
import { complaintsSchema } from '../../src/catalog/complaints-schema.ts';
import { statuses } from '../../src/catalog/status.ts';
import { readContent } from '../../src/content-files.ts';
import { stepsFor } from '../../src/pasted/complaint.ts';
import { statusLead } from '../../src/pasted/status-step.ts';
import { errors, steps } from '../content.ts';
import { pastedKnowledge } from '../pasted/knowledge.ts';

const { complaints, synonyms, about } = complaintsSchema.parse(JSON.parse(readContent('complaints.json')));
const defined = defineGuide(
  Object.fromEntries(steps.map(({ name, data }) => [name, data])),
  Object.fromEntries(errors.map(({ name, data }) => [name, data.guide])),
);

test('each complaint leads to a step that exists, where its answers stand and none is dropped', () => {
  if (!defined.ok) throw new Error('the steps make no guide');
  expect(complaints.length).toBeGreaterThan(50);
  for (const { step, answers = {} } of complaints) {
    const arrival = arrive(defined.guide, step, new URLSearchParams(answers));
    expect(arrival.dropped, step).toEqual([]);
    expect(arrival.step, step).toBe(step);
  }
});

test('each way to say it leads to its own step, or to one that says the same', () => {
  const said = complaints.flatMap(({ step, says }) => says.map((words) => ({ step, words })));
  expect(said.length).toBeGreaterThan(300);
  const lost = said.filter(({ step, words }) => !stepsFor(words, pastedKnowledge).some(({ lead }) => lead.step === step));
  expect(lost).toEqual([]);
});

test('no synonym belongs to two concepts, and what the talk is about is a concept', () => {
  const all = Object.entries(synonyms).flatMap(([concept, words]) => words.map((word) => [word, concept] as const));
  const twice = all
    .filter(([word, concept]) => all.some(([other, elsewhere]) => other === word && elsewhere !== concept))
    .map(([word]) => word);
  expect([...new Set(twice)]).toEqual([]);
  expect(about.filter((concept) => !Object.hasOwn(synonyms, concept))).toEqual([]);
});

test('each status leads to a step where it stands, or to the first question where the guide has no answer for it', () => {
  if (!defined.ok) throw new Error('the steps make no guide');
  for (const status of statuses) {
    const { step, answers = {} } = statusLead(status, pastedKnowledge);
    const arrival = arrive(defined.guide, step, new URLSearchParams(answers));
    expect([status, ...arrival.dropped.map(({ reason }) => reason)]).toEqual([status]);
  }
});
