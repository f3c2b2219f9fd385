import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/analyzer/findings/index.ts';
import type { LimitKind } from '../../src/analyzer/findings/rule.ts';
import { plannedFindings } from '../../src/catalog/planned.ts';
import { codeIndexUrl, codeOfSource, readingOf } from '../../src/catalog/source.ts';
import { errors, findings, steps } from '../content.ts';
import { findingLogs } from '../fixtures/make-finding-logs.ts';
import { knowledge } from '../knowledge.ts';

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

test.for(ids)('%s has a hit, a near miss and an empty log, as its rows say', async (id) => {
  const logs = Object.entries(await findingLogs(id));
  expect(logs.map(([name]) => name)).toEqual(['hit', 'miss', 'empty']);
  for (const [name, log] of logs) expect(readFileSync(at(`../fixtures/findings/${id}/${name}.csv`), 'utf8')).toBe(log);
});

/** What a limit of a kind may be. */
const fits: Readonly<Record<LimitKind, (limit: number) => boolean>> = {
  count: (limit) => Number.isInteger(limit) && limit > 0,
  share: (limit) => limit > 0 && limit <= 1,
  ratio: (limit) => limit > 1,
};

test.for(rules)('$id: its limits are the thresholds of facts.yaml, each of its kind', ({ id, limits }) => {
  const thresholds = knowledge.thresholds[id] ?? {};
  expect(Object.keys(thresholds).sort()).toEqual(Object.keys(limits).sort());
  expect(Object.entries(limits).filter(([name, kind]) => !fits[kind](thresholds[name] ?? NaN))).toEqual([]);
});

test('no threshold is without a rule', () => {
  expect(Object.keys(knowledge.thresholds).filter((id) => id !== 'general' && !ids.includes(id))).toEqual([]);
});

const byCode = new Map(errors.map(({ data }) => [data.code, data]));

describe.each(findings)('finding $name', ({ name, data, body }) => {
  test('is named by the page of each of its codes', () => {
    expect(data.codes.filter((code) => byCode.get(code)?.findings.includes(name) !== true)).toEqual([]);
  });

  test('cites what was read for it, once: the page of each of its codes, or the list of titles where only that was read', () => {
    const urls = data.sources.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    const cited = new Set(urls.flatMap((url) => codeOfSource(url) ?? []));
    const uncited = data.codes.filter((code) => !cited.has(String(code)));
    expect(uncited.filter((code) => readingOf(byCode.get(code) ?? { code, sources: [] }) === 'page')).toEqual([]);
    expect(uncited.length === 0 || urls.includes(codeIndexUrl)).toBe(true);
  });

  test('says of a source a day on which it was read, as the pages of its codes say it', () => {
    const read = data.codes.flatMap((code) => byCode.get(code)?.sources ?? []);
    const isTold = (one: (typeof data.sources)[number]): boolean => {
      const same = read.filter(({ url }) => url === one.url);
      return same.length === 0 || same.some(({ checked }) => checked === one.checked);
    };
    expect(data.sources.filter((one) => !isTold(one))).toEqual([]);
  });

  test('leads to a step of the guide', () => {
    expect(steps.map((step) => step.name)).toContain(data.guide);
  });

  test('names findings and codes it is confused with that there are, and never itself', () => {
    const named = data.confusedWith.flatMap(({ finding }) => finding ?? []);
    expect(named.filter((id) => id === name || !(ids.includes(id) || plannedFindings.includes(id)))).toEqual([]);
    expect(data.confusedWith.flatMap(({ code }) => code ?? []).filter((code) => !byCode.has(code))).toEqual([]);
  });

  test('has its three headings', () => {
    expect([...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['What it means', 'What to do', 'How to be sure']);
  });
});
