import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formats } from '../../src/analyzer/formats/index.ts';
import { analyze } from '../../src/analyzer/analyze.ts';
import { knowledge } from '../knowledge.ts';
import { fixture, source } from '../log.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ids = formats.map(({ id }) => id).sort();

test('the list of formats is the files of the folders of formats', () => {
  const files = readdirSync(at('../../src/analyzer/formats/'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(at(`../../src/analyzer/formats/${name}/`)))
    .map((file) => file.replace(/\.ts$/, ''));
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
