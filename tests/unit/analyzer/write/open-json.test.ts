import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { reportJson } from '../../../../src/analyzer/write/json.ts';
import { reportIn } from '../../../../src/analyzer/write/open-json.ts';
import { readdirSync } from 'node:fs';
import { findings as findingPages } from '../../../content.ts';
import { knowledge } from '../../../knowledge.ts';
import { declined, fixture, inWords, logPaths, report, reportOn, source } from '../../../log.ts';

const pages = Object.fromEntries(findingPages.map(({ name, data }) => [name, data]));
const hits = readdirSync(new URL('../../../fixtures/findings/', import.meta.url)).map((id) => `findings/${id}/hit.csv`);
const logs = [...logPaths.filter((path) => path.startsWith('formats/')), ...hits];

test('a report that was saved comes back as it was, of every log and every finding', async () => {
  let findings = 0;
  for (const path of logs) {
    const made = await reportOn(path);
    findings += made.findings.length;
    const analysis = await analyze([source('x', reportJson(made, pages))], { knowledge });
    expect(analysis).toMatchObject({ kind: 'report', declined: [] });
    expect(analysis.kind === 'report' ? analysis.report : undefined).toEqual(made);
  }
  expect(findings).toBeGreaterThan(hits.length);
});

const saved = async (): Promise<string> => reportJson(await reportOn('findings/landline/hit.csv'), pages);

test('whatever its JSON looks like', async () => {
  const json = await saved();
  const wanted = await report([source('x', json)]);
  for (const text of [JSON.stringify(JSON.parse(json)), `\ufeff\n${json}`]) expect(await report([source('x', text)])).toEqual(wanted);
});

test('beside a log or another report it is left out, and the log is counted', async () => {
  const json = await saved();
  const log = source('log.csv', fixture('findings/landline/hit.csv'));
  const made = await report([source('old.json', json), log]);
  expect(made.sources.map(({ name }) => name)).toEqual(['log.csv']);
  expect(inWords(made.notices.find(({ id }) => id === 'source-declined')?.text ?? [])).toContain(
    'old.json is a report of this program, and what it counted cannot be counted together with anything else',
  );
  const two = await analyze([source('one.json', json), source('two.json', json)], { knowledge });
  expect(two).toMatchObject({
    kind: 'declined',
    declined: [
      { kind: 'report', source: 'one.json' },
      { kind: 'report', source: 'two.json' },
    ],
  });
});

test('one that was cut is declined', async () => {
  const json = await saved();
  const { kind, text, advice } = await declined(source('old.json', json.slice(0, -20)));
  expect(kind).toBe('report');
  expect(inWords(text)).toBe('old.json is a report of this program that is cut, was changed, or comes from another version.');
  expect(inWords(advice)).toMatch(
    /^Open the log it was made from\. Export the messages in the Twilio Console .* Without access to the Console, ask /,
  );
});

/** Every place in plain data, as the names and places that lead to it. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

/** The value with something else at a place. */
function put(value: unknown, [key, ...path]: readonly (string | number)[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((inner: unknown, place) => (String(place) === String(key) ? put(inner, path, other) : inner));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, name === key ? put(inner, path, other) : (inner as unknown)]),
  );
}

describe('a report in which something is of another kind than it should be', () => {
  test('is none, wherever it is', async () => {
    const form: unknown = JSON.parse(await saved());
    // What a filter holds is looked at when it is asked with, and names of columns are only shown.
    const places = placesOf(form).filter((path) => path.length > 0 && !path.includes('rows'));
    expect(places.length).toBeGreaterThan(100);
    const taken = places.filter((path) => reportIn(JSON.stringify(put(form, path, [{ made: 'up' }]))) !== undefined);
    expect(taken).toEqual([]);
  });

  test.for<[string, (made: Report) => object]>([
    ['a country that is none', (made) => ({ byCountry: made.byCountry.map((row) => ({ ...row, country: 'Mars' })) })],
    ['an hour that is none', (made) => ({ byHour: made.byHour.map((row) => ({ ...row, hour: 'noon' })) })],
    ['a version to come', () => ({ schemaVersion: 2 })],
    ['a category that is none', (made) => ({ byErrorCode: made.byErrorCode.map((row) => ({ ...row, category: 'moon' })) })],
    ['a step that would lead elsewhere', (made) => ({ findings: made.findings.map((one) => ({ ...one, guide: '../../x' })) })],
    ['fewer than none', (made) => ({ totals: { ...made.totals, failed: -1 } })],
  ])('%s', async ([, change]) => {
    const form = JSON.parse(await saved()) as Report;
    expect(reportIn(JSON.stringify(form))).toBeDefined();
    expect(reportIn(JSON.stringify({ ...form, ...change(form) }))).toBeUndefined();
  });

  test('a piece is one thing', async () => {
    const form = JSON.parse(await saved()) as { findings: readonly { pieces: unknown }[] };
    const said = (piece: unknown): unknown =>
      reportIn(JSON.stringify({ ...form, findings: form.findings.map((one) => ({ ...one, pieces: [piece] })) }));
    for (const piece of ['words', { count: 3 }, { moment: 0 }, { text: 'x' }, { share: { part: 1, of: 2 } }, { span: { from: 0, to: 1 } }])
      expect(said(piece)).toBeDefined();
    for (const piece of [3, null, {}, { count: 'x' }, { count: 1, text: 'x' }, { moment: 9e15 }, { html: '<b>' }, { share: { part: 1 } }])
      expect(said(piece)).toBeUndefined();
  });
});

test.for(['', '{', '[]', 'null', '3', '{"schemaVersion":1}'])('%j is no report', (text) => {
  expect(reportIn(text)).toBeUndefined();
});
