import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arrive } from '../../src/guide/tree/arrival.ts';
import { defineGuide } from '../../src/guide/tree/tree.ts';
import { sumOf } from '../../src/build/sum-of.ts';
import { complaintsSchema } from '../../src/catalog/complaints-schema.ts';
import { learnedSchema } from '../../src/catalog/learned-schema.ts';
import { statuses } from '../../src/catalog/status.ts';
import { readContent } from '../../src/content-files.ts';
import { stepsFor } from '../../src/pasted/complaint.ts';
import { statusLead } from '../../src/pasted/status-step.ts';
import { toEnd } from '../../src/pasted/stretches.ts';
import { readWeights } from '../../src/pasted/weights.ts';
import { errors, steps } from '../content.ts';
import { pastedKnowledge } from '../pasted/knowledge.ts';

const content = complaintsSchema.parse(JSON.parse(readContent('complaints.json')));
const { complaints, synonyms, about } = content;
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

test('what was learned was learned from these sentences', () => {
  const { from, features, weights, bias } = learnedSchema.parse(JSON.parse(readContent('complaints-learned.json')));
  expect(from, 'the sentences have changed: npm run learn').toBe(sumOf(content));
  const read = toEnd(readWeights(features, weights));
  expect(read.size).toBe(features);
  expect([...read.values()].flat().filter(([step]) => step >= complaints.length)).toEqual([]);
  expect(bias).toHaveLength(complaints.length);
});

test.each([
  ['thought of for a step', 'says'],
  ['begun by people who did not know the steps', 'heard'],
] as const)('what was learned knows its own sentences, those %s', (_, list) => {
  const said = complaints.flatMap((complaint) => complaint[list].map((words) => ({ step: complaint.step, words })));
  expect(said.length).toBeGreaterThan(10_000);
  const kept = said.filter(({ step, words }) => stepsFor(words, pastedKnowledge.complaints).some(({ lead }) => lead.step === step));
  expect(kept.length / said.length).toBeGreaterThan(0.9);
});

test('complaints from which nothing was learned lead to their step', () => {
  const { complaints: unseen } = JSON.parse(readFileSync('tests/pasted/complaints.json', 'utf8')) as {
    complaints: { words: string; step: string; or?: readonly string[] }[];
  };
  expect(unseen.length).toBeGreaterThan(1_000);
  const learned = new Set(complaints.flatMap(({ says, heard }) => [...says, ...heard].map((text) => text.toLowerCase())));
  expect(unseen.filter(({ words }) => learned.has(words.toLowerCase()))).toEqual([]);
  const offered = unseen.map(({ words, step, or = [] }) => ({
    right: new Set([step, ...or]),
    leads: stepsFor(words, pastedKnowledge.complaints).map(({ lead }) => lead.step),
  }));
  expect(offered.filter(({ right, leads }) => right.has(leads[0] ?? '')).length / unseen.length).toBeGreaterThan(0.92);
  expect(offered.filter(({ right, leads }) => leads.some((step) => right.has(step))).length / unseen.length).toBeGreaterThan(0.98);
});

test('every step of the guide is said in at least ten ways, none of them twice', () => {
  const ways = new Map<string, number>();
  for (const { step, says } of complaints) ways.set(step, (ways.get(step) ?? 0) + says.length);
  expect(steps.map(({ name }) => name).filter((name) => (ways.get(name) ?? 0) < 10)).toEqual([]);
  const all = complaints.flatMap(({ says, heard }) => [...says, ...heard].map((text) => text.toLowerCase()));
  const first = new Map<string, number>();
  for (const [at, text] of all.entries()) if (!first.has(text)) first.set(text, at);
  expect(all.filter((text, at) => first.get(text) !== at)).toEqual([]);
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
