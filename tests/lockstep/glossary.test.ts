import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { glossarySchema } from '../../src/catalog/glossary-schema.ts';
import { firstUses } from '../../src/catalog/terms.ts';
import { readContent } from '../../src/content-files.ts';

const entries = glossarySchema.parse(parse(readContent('glossary.yaml')));
const { facts } = parse(readContent('facts.yaml')) as { readonly facts: Readonly<Record<string, unknown>> };
const content = new URL('../../content/', import.meta.url);
const names = (folder: string): readonly string[] => readdirSync(new URL(folder, content)).map((file) => file.replace('.mdx', ''));
const pages = ['errors/', 'guide/', 'findings/', 'families/', 'get-the-log/'].flatMap((folder) =>
  names(folder)
    .filter((name) => !name.includes('.'))
    .map((name) => readFileSync(new URL(`${folder}${name}.mdx`, content), 'utf8')),
);

test('the words that people meet are there', () => {
  const terms = new Set(entries.flatMap(({ term, forms = [] }) => [term, ...forms]));
  const met = [
    'segment',
    'DLR',
    '10DLC',
    'campaign',
    'brand',
    'TCR',
    'UCS-2',
    'GSM-7',
    'MPS',
    'long code',
    'short code',
    'toll-free',
    'SID',
  ];
  const more = ['Messaging Service', 'carrier', 'aggregator', 'status callback', 'opt-out', 'A2P', 'P2P', 'MMS', 'RCS', 'WABA', 'template'];
  expect([...met, ...more, 'E.164', 'landline', 'queue', 'validity period'].filter((term) => !terms.has(term))).toEqual([]);
});

test('no two entries share an anchor or a form', () => {
  const ids = entries.map(({ id }) => id);
  const forms = entries.flatMap((entry) => [...new Set((entry.forms ?? [entry.term]).map((form) => form.toLowerCase()))]);
  for (const all of [ids, forms]) expect(all.filter((one, place) => all.indexOf(one) !== place)).toEqual([]);
});

test.each(entries)('$term has a source, no figure of its own, and leads to what is there', (entry) => {
  expect([...(entry.facts ?? []), ...(entry.sources ?? [])].length).toBeGreaterThan(0);
  expect((entry.facts ?? []).filter((id) => !(id in facts))).toEqual([]);
  expect((entry.codes ?? []).filter((code) => !names('errors/').includes(String(code)))).toEqual([]);
  if (entry.step !== undefined) expect(names('guide/')).toContain(entry.step);
  // Names of things and numbers that are examples are no figures; the alphabet's seven and the ten digits belong to names.
  expect(entry.says.replaceAll(/A2P|P2P|10DLC|GSM-7|UCS-2|\+12025550123|\b800\b/g, '')).not.toMatch(/\d/);
});

test('every word is used by some page, so that somebody can come to it', () => {
  const used = new Set(
    pages.flatMap((page) => firstUses(entries)(page).flatMap((stretch) => (typeof stretch === 'string' ? [] : [stretch.id]))),
  );
  expect(entries.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});
