/** What only some browsers can: one list, which src/ keeps to and the README repeats. Browsers are held against it by tests/e2e/shell.spec.ts and `npm run firefox`. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineOf, ofSomeBrowsers } from '../../src/site/some-browsers.ts';

const source = new URL('../../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && file !== 'site/some-browsers.ts');

/** What TypeScript does not know of a browser is asked for under a type of our own, and the type names it. */
const ownTypes = /\b(?:globalThis|navigator|window|document) as (?:\w+ & )?(?:\{ readonly (\w+)\?|(?!unknown\b)(\w+))/g;

test('src/ asks for nothing that TypeScript does not know of every browser, but what the list names', () => {
  const asked = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(new URL(file, source), 'utf8');
    for (const [, inline, type = ''] of text.matchAll(ownTypes)) {
      const name = inline ?? new RegExp(`interface ${type} \\{\\s+readonly (\\w+)\\?`).exec(text)?.[1];
      asked.set(name ?? `${file}: ${type}`, file);
    }
  }
  // Every browser has locks, but only where the site came by https.
  expect(asked.delete('locks')).toBe(true);
  // That a browser offers to install the site is its own doing: no script asks.
  expect([...asked.keys()].toSorted()).toEqual(
    ofSomeBrowsers
      .map(({ name }) => name)
      .filter((name) => name !== 'BeforeInstallPromptEvent')
      .toSorted(),
  );
});

test('the README has the lines of the list', () => {
  const readme = readFileSync(new URL('../README.md', source), 'utf8');
  const section = /\n## In other browsers\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  expect([...section.matchAll(/^- (.*)$/gm)].map(([, line]) => line)).toEqual(ofSomeBrowsers.map(lineOf));
});
