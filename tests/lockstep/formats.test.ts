import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formats } from '../../src/analyzer/formats/index.ts';
import { analyze } from '../../src/analyzer/analyze.ts';
import { knowledge } from '../knowledge.ts';
import { fixture, source } from '../log.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ids = formats.map(({ id }) => id).sort();

test('the list of formats is the folder of formats', () => {
  const files = readdirSync(at('../../src/analyzer/formats/'))
    .filter((file) => !['format.ts', 'index.ts'].includes(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(files.length).toBeGreaterThan(0);
  expect(files.sort()).toEqual(ids);
});

test('every format is met in a fixture', async () => {
  const met = new Set<string>();
  for (const file of readdirSync(at('../fixtures/formats/'))) {
    const analysis = await analyze([source(file, fixture(`formats/${file}`))], { knowledge });
    if (analysis.kind === 'report') for (const { format } of analysis.report.sources) met.add(format);
  }
  expect([...met].sort()).toEqual(ids);
});
