import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formats } from '../../src/analyzer/formats/index.ts';
import { Decoder } from '../../src/analyzer/bytes/decoder.ts';
import { candidates, recognise } from '../../src/analyzer/formats/recognise.ts';
import { analyze } from '../../src/analyzer/analyze.ts';
import { knowledge } from '../knowledge.ts';
import { fixture, logPaths, report, source } from '../log.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ids = formats.map(({ id }) => id).sort();

test('the list of formats is the files of the folders of formats', () => {
  const files = readdirSync(at('../../src/analyzer/formats/'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(at(`../../src/analyzer/formats/${name}/`)).map((file) => `${name}/${file}`))
    // What several formats of a folder share makes none itself.
    .filter((file) => /\b(?:table|lines|named)Format\(\{/.test(readFileSync(at(`../../src/analyzer/formats/${file}`), 'utf8')))
    .map((file) => file.replace(/^.*\/|\.ts$/g, ''));
  expect(files.length).toBeGreaterThan(0);
  expect(files.sort()).toEqual(ids);
});

test('every format is met in a fixture of the folder of its name', async () => {
  const folders = readdirSync(at('../fixtures/formats/')).sort();
  expect(folders).toEqual(ids);
  for (const format of folders) {
    const files = readdirSync(at(`../fixtures/formats/${format}/`));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const analysis = await analyze([source(file, fixture(`formats/${format}/${file}`))], { knowledge });
      expect(analysis.kind === 'report' ? analysis.report.sources[0]?.format : analysis.kind).toBe(format);
    }
  }
});

test('no two formats are equally sure of one log, and what is declined no format takes', () => {
  expect(logPaths.length).toBeGreaterThan(20);
  for (const path of logPaths) {
    const bytes = fixture(path);
    const found = recognise(new Decoder(bytes).decode(bytes, true));
    if (path.startsWith('not-read/')) {
      // A heading without a row under it is recognised and declined later.
      if (!path.endsWith('edge_only_header.csv')) expect(`${path}: ${found.kind}`).not.toBe(`${path}: log`);
      continue;
    }
    if (found.kind !== 'log') expect.fail(`${path} is not recognised`);
    const [first, second] = candidates(found.head);
    expect(first?.sure).toBeGreaterThan(second?.sure ?? 0);
    expect(first?.format.id).toBe(path.split('/')[1]);
  }
});

const tables = formats.filter(({ records }) => records.kind === 'table');

test('there are formats that are tables', () => {
  expect(tables.length).toBeGreaterThan(2);
});

test.for(tables)('$id: two logs joined, with a line feed between or none, count every message once and no heading', async ({ id }) => {
  const [file = ''] = readdirSync(at(`../fixtures/formats/${id}/`)).filter((name) => /\.(?:csv|tsv)$/.test(name));
  const text = new TextDecoder().decode(fixture(`formats/${id}/${file}`)).trimEnd();
  const alone = await report([source(file, text)]);
  for (const between of ['\n', '']) {
    const joined = await report([source(file, `${text}${between}${text}\n`)]);
    const [first] = alone.sources;
    expect(joined.sources[0]?.records).toBe(2 * (first?.records ?? 0));
    expect(joined.byStatus).not.toHaveProperty('status');
    // With SIDs every message is there twice and counts once.
    if (first?.columns.sid !== undefined) expect(joined.totals).toEqual(alone.totals);
  }
});
