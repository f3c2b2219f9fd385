import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/analyzer/formats/index.ts';
import { rules } from '../../src/analyzer/findings/index.ts';
import { errors, findings, steps } from '../content.ts';

const at = (path: string): URL => new URL(path, import.meta.url);
const ids = rules.map(({ id }) => id).sort();

/** Files of a folder of src/analyzer that export the object which the folder is a list of. */
function filesDeclaring(folder: string, type: string): readonly string[] {
  return readdirSync(at(`../../src/analyzer/${folder}/`))
    .filter((file) => readFileSync(at(`../../src/analyzer/${folder}/${file}`), 'utf8').includes(`: ${type} = {`))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

test('every rule has a file, a page and a folder of fixtures under its id, and the other way round', () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(filesDeclaring('findings', 'Rule')).toEqual(ids);
  expect(findings.map(({ name }) => name).sort()).toEqual(ids);
  expect(readdirSync(at('../fixtures/logs/')).sort()).toEqual(ids);
});

test('every format has a file under its id and is listed once', () => {
  const listed = formats.map(({ id }) => id).sort();
  expect(listed.length).toBeGreaterThan(0);
  expect(filesDeclaring('formats', 'LogFormat')).toEqual(listed);
});

test.for(rules)('$id: rule and page name the same codes and the same step', ({ id, codes, guide }) => {
  const page = findings.find(({ name }) => name === id)?.data;
  expect(page?.codes.map(String)).toEqual(codes);
  expect(page?.guide).toBe(guide);
});

test.for(ids)('%s has a hit, a near miss and an empty log', (id) => {
  for (const name of ['hit', 'miss', 'empty']) expect(existsSync(at(`../fixtures/logs/${id}/${name}.csv`))).toBe(true);
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
