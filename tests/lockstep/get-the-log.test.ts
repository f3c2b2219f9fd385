import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { formats } from '../../src/analyzer/formats/index.ts';
import { plannedFormats } from '../../src/catalog/planned.ts';
import { readInline } from '../../src/guide/tree/inline.ts';
import { facts, steps, ways } from '../content.ts';

/** The list as it was on 2026-11-26. Never add to it: read the format instead. */
const start = new Set([
  'rest-json',
  'rest-csv',
  'cli-json',
  'bulkexport-jsonl',
  'eventstreams',
  'statuscallback',
  'fivetran',
  'airbyte',
  'dbt-enhanced',
]);
const read = new Set(formats.map(({ id }) => id));
const yields = ways.flatMap(({ name, data }) => (data.kind === 'way' ? data.yields.map(({ format }) => ({ name, format })) : []));

test('every way makes a format that the analyzer reads or is going to', () => {
  expect(yields.length).toBeGreaterThanOrEqual(9);
  expect(yields.filter(({ format }) => !read.has(format) && !plannedFormats.includes(format))).toEqual([]);
});

test('the list of planned formats only shrinks, and holds nothing that is read or that no way makes', () => {
  expect(plannedFormats.filter((id) => !start.has(id))).toEqual([]);
  expect(plannedFormats.filter((id) => read.has(id))).toEqual([]);
  expect(plannedFormats.filter((id) => !yields.some(({ format }) => format === id))).toEqual([]);
});

test('all nine ways are there, each with its own place', () => {
  const found = ways.filter(({ data }) => data.kind === 'way');
  const wanted = ['bulk-export', 'callbacks', 'cli', 'console', 'curl', 'event-streams', 'node', 'python', 'warehouse'];
  expect(found.map(({ name }) => name).sort()).toEqual(wanted);
  expect(new Set(found.map(({ data }) => data.order)).size).toBe(found.length);
});

test('quotes facts that exist', () => {
  const quoted = ways.flatMap(({ body }) => [...body.matchAll(/<Fact id="([^"]*)"/g)].map(([, id = '']) => id));
  expect(quoted.length).toBeGreaterThan(0);
  expect(quoted.filter((id) => facts.facts[id] === undefined)).toEqual([]);
});

test('the steps that ask for a log say how to get one', () => {
  const asking = ['analyze-log', 'find-the-log', 'find-the-scope', 'find-the-queue', 'find-the-time', 'opt-out-list', 'charges'];
  const silent = asking.filter((id) => {
    const step = steps.find(({ name }) => name === id);
    const lines = step?.data.kind === 'outcome' ? [...step.data.doNow, ...step.data.prevent] : [];
    return step?.body.includes('<LogLink') !== true && !lines.flatMap(readInline).some(({ kind }) => kind === 'way');
  });
  expect(silent).toEqual([]);
});

/** What checks the form of a program without running it. */
const checkers: Readonly<Record<string, readonly string[]>> = {
  bash: ['bash', '-n'],
  js: [process.execPath, '--check', '-'],
  python: ['python3', '-c', 'import ast, sys; ast.parse(sys.stdin.read())'],
};

/** Code blocks of a body in one language. */
const blocks = (body: string, language: string): readonly string[] =>
  [...body.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code);

for (const [language, [command = '', ...options]] of Object.entries(checkers)) {
  test.skipIf(spawnSync(command, ['--version']).error !== undefined)(`the commands in ${language} are well-formed`, () => {
    const programs = ways.flatMap(({ name, body }) => blocks(body, language).map((code) => ({ name, code })));
    expect(programs.length).toBeGreaterThan(0);
    const wrong = programs.flatMap(({ name, code }) => {
      const { status, stderr } = spawnSync(command, options, { input: code, encoding: 'utf8' });
      return status === 0 ? [] : [`${name}: ${stderr}`];
    });
    expect(wrong).toEqual([]);
  });
}
