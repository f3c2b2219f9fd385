import { describe, expect, test } from 'vitest';
import { mayImport } from '../../layers.ts';
import { importProblems, importsOf } from '../../page-imports.ts';

const names = (file: string, text: string): readonly string[] => importsOf(file, text).map(({ name, line }) => `${name}:${String(line)}`);

describe('what a file imports', () => {
  test('in the frontmatter and in the scripts of an .astro file, with the line in the file', () => {
    const page = [
      '---',
      "import type { A } from './a.ts';",
      "import B from './B.astro';",
      "const c = await import('./c.ts');",
      '---',
      '',
      "<p>import x from './no-code.ts'</p>",
      '<script is:inline type="application/json" set:html={json} />',
      '<script>',
      "  import './d.ts';",
      '</script>',
      "<script>export { e } from './e.ts';</script>",
    ].join('\n');
    expect(names('src/pages/x.astro', page)).toEqual(['./a.ts:2', './B.astro:3', './c.ts:4', './d.ts:10', './e.ts:12']);
    expect(importsOf('src/pages/x.astro', page).map(({ isType }) => isType)).toEqual([true, false, false, false, false]);
  });

  test('in the code of an .mdx file, not in its prose or its examples', () => {
    const page = [
      '---\ntitle: x\n---',
      "import A from './A.astro';\nexport const b = 1;",
      "Here import c from './c.ts' is prose.",
      "```\n\nimport d from './d.ts';\n\n```",
      "export * from './e.ts';\n",
    ].join('\n\n');
    expect(names('content/errors/1.mdx', page)).toEqual(['./A.astro:5', './e.ts:16']);
  });
});

describe('what is wrong', () => {
  const problems = (...files: readonly (readonly [string, string])[]): readonly string[] => importProblems(new Map(files));
  const front = (line: string): string => `---\n${line}\n---\n<p />`;

  test.for([
    [
      'src/components/Card.astro',
      front("import Page from '../layouts/Page.astro';"),
      'src/components/Card.astro:2 imports ../layouts/Page.astro',
    ],
    [
      'src/components/Card.astro',
      "<script>\n  import '../worker/client.ts';\n</script>",
      'src/components/Card.astro:2 imports ../worker/client.ts',
    ],
    ['src/layouts/Page.astro', front("import { x } from '/src/pages/x.ts';"), 'src/layouts/Page.astro:2 imports /src/pages/x.ts'],
    ['content/errors/1.mdx', "import x from '../../src/site/x.ts';", 'content/errors/1.mdx:1 imports ../../src/site/x.ts'],
  ] as const)('a layer that %s may not use', ([file, text, said]) => {
    const [problem, ...others] = problems(
      [file, text],
      ['src/layouts/Page.astro', file === 'src/layouts/Page.astro' ? text : ''],
      ['src/worker/client.ts', ''],
      ['src/pages/x.ts', ''],
      ['src/site/x.ts', ''],
    );
    expect(problem).toContain(`${said}: `);
    expect(problem).toContain('may import only');
    expect(others).toEqual([]);
  });

  test('a file that is not there, a circle through an .astro file, a folder without a row', () => {
    expect(problems(['src/pages/x.astro', front("import './gone.ts';")])).toEqual([
      'src/pages/x.astro:2 imports ./gone.ts, which is no file of src/',
    ]);
    expect(
      problems(
        ['src/components/A.astro', front("import { b } from './b.ts';")],
        ['src/components/b.ts', "export { default as A } from './A.astro'; export const b = 1;"],
      ),
    ).toEqual(['circle: src/components/A.astro -> src/components/b.ts -> src/components/A.astro']);
    expect(problems(['src/drawer/x.ts', ''])).toEqual(['src/drawer has no row in tests/layers.ts']);
  });

  test('nothing about imports downwards, packages and modules that Astro makes', () => {
    expect(
      problems(
        [
          'src/pages/x.astro',
          front("import { getCollection } from 'astro:content';\nimport A from '../components/A.astro';\nimport y from './x.txt?raw';"),
        ],
        ['src/pages/x.txt', ''],
        ['src/components/A.astro', ''],
      ),
    ).toEqual([]);
  });
});

test('a row may be opened to a part of a folder, or to its types', () => {
  expect(mayImport('src/pasted/log.ts', 'src/analyzer/message/time.ts', false)).toBe(true);
  expect(mayImport('src/pasted/log.ts', 'src/analyzer/analyze.ts', false)).toBe(false);
  expect(mayImport('src/site/facts.ts', 'src/analyzer/report/report.ts', true)).toBe(true);
  expect(mayImport('src/site/facts.ts', 'src/analyzer/report/report.ts', false)).toBe(false);
});
