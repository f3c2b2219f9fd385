import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/analyzer/findings/index.ts';
import { errors, findings, steps } from '../content.ts';

const at = (path: string): URL => new URL(path, import.meta.url);
const ids = rules.map(({ id }) => id).sort();

/** Folders of src/analyzer/findings/ that hold a rule. */
const folders = readdirSync(at('../../src/analyzer/findings/'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(at(`../../src/analyzer/findings/${entry.name}/rule.ts`)))
  .map(({ name }) => name)
  .sort();

test('every rule has a folder, a page and a folder of fixtures under its id, and the other way round', () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(folders).toEqual(ids);
  expect(findings.map(({ name }) => name).sort()).toEqual(ids);
  expect(readdirSync(at('../fixtures/findings/')).sort()).toEqual(ids);
});

test.for(rules)('$id: rule and page name the same codes and the same step', ({ id, codes, guide }) => {
  const page = findings.find(({ name }) => name === id)?.data;
  expect(page?.codes.map(String)).toEqual(codes);
  expect(page?.guide).toBe(guide);
});

test.for(ids)('%s has a hit, a near miss and an empty log', (id) => {
  for (const name of ['hit', 'miss', 'empty']) expect(existsSync(at(`../fixtures/findings/${id}/${name}.csv`))).toBe(true);
});

const byCode = new Map(errors.map(({ data }) => [data.code, data]));

describe.each(findings)('finding $name', ({ name, data, body }) => {
  test('is named by the page of each of its codes', () => {
    expect(data.codes.filter((code) => byCode.get(code)?.findings.includes(name) !== true)).toEqual([]);
  });

  test('leads to a step of the guide', () => {
    expect(steps.map((step) => step.name)).toContain(data.guide);
  });

  test('has its three headings', () => {
    expect([...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['What it means', 'What to do', 'How to be sure']);
  });
});
