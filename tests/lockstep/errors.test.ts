import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sections } from '../../src/catalog/sections.ts';
import { plannedFindings } from '../../src/catalog/planned.ts';
import { dictionary, errors, facts, families, findings, steps } from '../content.ts';

const headings = sections.map(({ heading }) => heading);
const codes = new Set(errors.map(({ data }) => data.code));
const stepIds = new Set(steps.map(({ name }) => name));
const findingCodes = new Map(findings.map(({ name, data }) => [name, data.codes]));
const everyCode = new Set([...codes, ...dictionary.map(({ code }) => code)]);
/** Attribute values of one MDX component in a body. */
const uses = (body: string, component: string, attribute: string): readonly string[] =>
  [...body.matchAll(new RegExp(`<${component}\\s+${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const published = readFileSync(new URL('published-codes.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/)
  .map(Number);

test('no page that was ever published is missing', () => {
  expect(published.length).toBeGreaterThanOrEqual(703);
  expect(published.filter((code) => !codes.has(code))).toEqual([]);
});

test('every page stands in the list of published codes, which only grows', () => {
  expect([...codes].filter((code) => !published.includes(code))).toEqual([]);
});

test('codes that a message or a call can carry have pages in full depth', () => {
  const late = ['registration', 'channel-setup', 'feature-config', 'log-only-warning'];
  const wrong = errors.filter(({ data }) => data.depth !== (late.includes(data.stage) ? 'brief' : 'full'));
  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(errors.filter(({ data }) => data.depth === 'full').length).toBeGreaterThanOrEqual(249);
});

// The tool and the dictionary it compares with live beside the repository and are not part of it.
const ownWords = new URL('../../../shared/tools/own-words.mjs', import.meta.url);
test.skipIf(!existsSync(ownWords))('no passage repeats nine words of the vendor', () => {
  const said = execFileSync(process.execPath, [ownWords.pathname, 'content'], { encoding: 'utf8' });
  expect(said.trim()).toMatch(/^0 passages/);
});

test('no code has both a page and a row of the dictionary, and no row stands twice', () => {
  expect(dictionary.filter(({ code }) => codes.has(code))).toEqual([]);
  expect(new Set(dictionary.map(({ code }) => code)).size).toBe(dictionary.length);
});

test('all 2,678 codes resolve', () => {
  expect(everyCode.size).toBe(2678);
});

describe.each(errors)('error page $name', ({ name, data, body }) => {
  test('is named by its code', () => {
    expect(String(data.code)).toBe(name);
  });

  test('has its headings in the fixed order', () => {
    const found = [...body.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    if (data.depth === 'full') expect(found).toEqual(headings);
    else expect(['What it means|Fix it', 'What it means|Tell the causes apart|Fix it']).toContain(found.join('|'));
  });

  test('says something under every heading', () => {
    const parts = body.split(/^## .*$/m).slice(1);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter((part) => part.trim().length < 60)).toEqual([]);
  });

  test('names steps, findings, codes, facts and families that exist', () => {
    expect(stepIds, `step ${data.guide}`).toContain(data.guide);
    expect(data.findings.filter((id) => !findingCodes.has(id) && !plannedFindings.includes(id))).toEqual([]);
    expect(data.related.filter((code) => !everyCode.has(code))).toEqual([]);
    expect(uses(body, 'ErrorLink', 'code').filter((code) => !everyCode.has(Number(code)))).toEqual([]);
    expect(uses(body, 'GuideLink', 'step').filter((id) => !stepIds.has(id))).toEqual([]);
    expect(uses(body, 'Fact', 'id').filter((id) => facts.facts[id] === undefined)).toEqual([]);
    if (data.family !== undefined) expect(families.map((family) => family.name)).toContain(data.family);
  });

  test('is named in return by the findings it names', () => {
    const silent = data.findings.filter((id) => findingCodes.get(id)?.includes(data.code) === false);
    expect(silent).toEqual([]);
  });

  test('is related to codes that are related to it', () => {
    expect(data.related).not.toContain(data.code);
    const oneWay = data.related.filter(
      (code) => errors.find((other) => other.data.code === code)?.data.related.includes(data.code) === false,
    );
    expect(oneWay).toEqual([]);
  });

  test('was reviewed no earlier than its newest source was read', () => {
    // Whether that is too long ago depends on the day it is asked: tests/facts.ts.
    expect(data.sources.filter(({ checked }) => checked > data.reviewed)).toEqual([]);
  });

  test('has sources with distinct ids', () => {
    const ids = data.sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('summaries tell codes apart', () => {
  const summaries = errors.map(({ data }) => data.summary);
  expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
});
