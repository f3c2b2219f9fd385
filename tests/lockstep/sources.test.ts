import { expect, test } from 'vitest';
import { permanenceOf } from '../../src/catalog/permanence.ts';
import { readingOf } from '../../src/catalog/source.ts';
import { errors } from '../content.ts';
import { faultsOf, sourceFaults } from './source-faults.ts';

test('every source is of the kind its id says, and will still lead there next year', () => {
  expect(errors.flatMap(({ data }) => data.sources).length).toBeGreaterThan(700);
  expect(sourceFaults()).toEqual([]);
});

test.each([
  ['twilio-30007', 'https://www.twilio.com/docs/api/errors/30008', 'the page of 30008'],
  ['twilio-30007', 'https://www.twilio.com/docs/api/errors', 'two kinds'],
  ['code-index', 'https://www.twilio.com/docs/api/errors/30007', 'two kinds'],
  ['fee-article', 'https://support.twilio.com/hc/en-us/articles/1', 'help.twilio.com'],
  ['a-file', 'https://github.com/example/repository/blob/main/README.md', 'not pinned'],
  ['a-copy', 'http://example.com/', 'no TLS'],
])('a source %s at %s is a fault', (id, url, fault) => {
  expect(faultsOf({ id, url }).join('; ')).toContain(fault);
});

test('a page that was read, one known by its title and one known by a mention are told apart', () => {
  const readings = Map.groupBy(errors, ({ data }) => readingOf(data));
  expect(readings.get('page')?.length).toBeGreaterThan(500);
  expect(readings.get('title')?.length).toBeGreaterThan(100);
});

test('a page known by its title alone is never sure of itself', () => {
  const titles = errors.filter(({ data }) => readingOf(data) !== 'page' && data.sources.length === 1);
  expect(titles.length).toBeGreaterThan(100);
  expect(titles.filter(({ data }) => data.confidence === 'high').map(({ name }) => name)).toEqual([]);
});

test('who is said to call a code something is among its sources', () => {
  const said = errors.flatMap(({ name, data }) => (data.othersSay ?? []).map((other) => ({ name, data, other })));
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(({ data, other }) => data.sources.every(({ id }) => id !== other.source)).map(({ name }) => name)).toEqual([]);
  expect(said.filter(({ data, other }) => permanenceOf(data) !== other.says).map(({ name }) => name)).toContain('30003');
});
