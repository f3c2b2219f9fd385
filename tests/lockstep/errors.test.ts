import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sections } from '../../src/catalog/sections.ts';
import { plannedFindings } from '../../src/catalog/planned.ts';
import { dictionary, errors, facts, families, findings, steps } from '../content.ts';

const headings = sections.map(({ heading }) => heading);
const codes = new Set(errors.map(({ data }) => data.code));
const stepIds = new Set(steps.map(({ name }) => name));
const findingCodes = new Map(findings.map(({ name, data }) => [name, data.codes]));
const pageOf = new Map(errors.map(({ data }) => [data.code, data]));
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
const beside = new URL('../../../shared/', import.meta.url);
const ownWords = new URL('tools/own-words.mjs', beside);
test('no passage repeats nine words of the vendor', ({ skip }) => {
  if (!existsSync(ownWords)) {
    const note = `own words: NOT compared, because there is no ${ownWords.pathname}`;
    console.warn(note);
    if (existsSync(beside) && process.env.CI !== undefined) expect.fail(note);
    skip(note);
  }
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

const known: Readonly<Record<string, (id: string) => boolean>> = {
  'ErrorLink code': (code) => everyCode.has(Number(code)),
  'GuideLink step': (id) => stepIds.has(id),
  'Fact id': (id) => facts.facts[id] !== undefined,
};

/** Everything that is wrong with a page, in words; one list a page, so that a fault of many pages stays readable. */
function problemsOf({ name, data, body }: (typeof errors)[number]): readonly string[] {
  const problems: string[] = [];
  const must = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  must(String(data.code) === name, `the file is named ${name} and the code is ${String(data.code)}`);

  const found = [...body.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading).join('|');
  const orders = data.depth === 'full' ? [headings.join('|')] : ['What it means|Fix it', 'What it means|Tell the causes apart|Fix it'];
  must(orders.includes(found), `headings are ${found}, not ${orders.join(' or ')}`);
  const parts = body.split(/^## .*$/m).slice(1);
  must(parts.length > 1, 'there are no headings');
  must(
    parts.every((part) => part.trim().length >= 60),
    'a heading has less than a sentence below it',
  );

  must(stepIds.has(data.guide), `there is no step ${data.guide}`);
  for (const id of data.findings) {
    must(findingCodes.has(id) || plannedFindings.includes(id), `there is no finding ${id}`);
    // A finding without codes of its own is about any code.
    const named = findingCodes.get(id) ?? [];
    must(named.length === 0 || named.includes(data.code), `the finding ${id} does not name this code in return`);
  }
  for (const code of data.related) {
    must(everyCode.has(code), `nobody knows the related code ${String(code)}`);
    must(pageOf.get(code)?.related.includes(data.code) !== false, `${String(code)} is not related to it in return`);
  }
  must(!data.related.includes(data.code), 'it is related to itself');
  for (const [tag, isKnown] of Object.entries(known)) {
    const [component = '', attribute = ''] = tag.split(' ');
    for (const id of uses(body, component, attribute)) must(isKnown(id), `<${tag}="${id}"> leads nowhere`);
  }
  must(data.family === undefined || families.some((family) => family.name === data.family), `there is no family ${data.family ?? ''}`);

  // Whether that is too long ago depends on the day it is asked: tests/facts.ts.
  must(
    data.sources.every(({ checked }) => checked <= data.reviewed),
    `it was reviewed before its newest source was read`,
  );
  const ids = data.sources.map(({ id }) => id);
  must(new Set(ids).size === ids.length, `two sources have one id: ${ids.join(', ')}`);
  return problems;
}

test.each(errors)('error page $name: name, headings, links both ways, age, sources', (page) => {
  expect(problemsOf(page)).toEqual([]);
});

test('summaries tell codes apart', () => {
  const summaries = errors.map(({ data }) => data.summary);
  expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
});
