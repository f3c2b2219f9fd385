import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { loadCodes, loadFindings, loadKnowledge, loadPastedKnowledge } from '../cli/knowledge.ts';
import { restOf } from '../library/code-records.ts';
import { dataScript } from './virtual-data.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface RootPackage {
  readonly version: string;
  readonly license: string;
  readonly description: string;
}

/** content/ as scripts: the bundle carries what is known and parses no page. */
const compiled = (parts: Readonly<Record<string, unknown>>): Plugin => ({
  name: 'compiled',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^virtual:compiled\// }, ({ path }) => ({ path, namespace: 'compiled' }));
    bundle.onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
      contents: dataScript('data', parts[path.replace('virtual:compiled/', '')]),
      loader: 'js',
    }));
  },
});

/** What a file of types imports, as places of other files of types. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.ts'|import\("(\.[^"]+)\.ts"\)/g)].map(([, from, inline]) =>
    join(dirname(file), `${from ?? inline ?? ''}.d.ts`),
  );

/** Writes the types of the library and of all that they name, one file of types a file of ours. @throws when they do not compile: a bug */
function writeTypes(folder: string): void {
  const all = mkdtempSync(join(tmpdir(), 'undelivered-types-'));
  const program = ts.createProgram([join(root, 'src/library/index.ts'), join(root, 'src/library/virtual.d.ts')], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    skipLibCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rootDir: join(root, 'src'),
    outDir: all,
  });
  const { diagnostics } = program.emit();
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
  const wanted = [join(all, 'library/index.d.ts')];
  for (const file of wanted) {
    const to = join(folder, relative(all, file));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(file, to);
    wanted.push(...importsOf(file).filter((other) => !wanted.includes(other)));
  }
  rmSync(all, { recursive: true });
}

/**
 * Makes the npm package `undelivered` in a folder of its own, ready for `npm pack`: the command, the library with its types, and
 * every code as JSON. Content is compiled in, so that nothing is parsed at each start.
 *
 * @param folder made anew
 * @param site where the pages are, with a "/" at its end; without one, addresses begin with "/"
 */
export async function makePackage(folder: string, site: URL | undefined): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version, license, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RootPackage;
  const codes = loadCodes(site);
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'src/library/index.ts', out: 'index' },
      { in: 'src/cli/packaged.ts', out: 'command' },
    ],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    external: ['node:*', 'stream'],
    // PapaParse's own switch: it asks for no streams of Node then.
    define: { PAPA_BROWSER_CONTEXT: 'true' },
    target: 'es2023',
    minify: true,
    legalComments: 'inline',
    plugins: [
      compiled({
        site: site?.href ?? '',
        codes,
        rest: restOf(loadKnowledge()),
        words: loadFindings(),
        pasted: loadPastedKnowledge(),
      }),
    ],
  });
  const command = join(folder, 'command.js');
  writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`, { mode: 0o755 });
  writeTypes(join(folder, 'types'));
  writeFileSync(join(folder, 'codes.json'), JSON.stringify(codes));
  cpSync(join(root, 'src/library/package.md'), join(folder, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify(
      {
        name: 'undelivered',
        version,
        description,
        license,
        type: 'module',
        engines: { node: '>=20' },
        bin: { undelivered: './command.js' },
        exports: { '.': { types: './types/library/index.d.ts', default: './index.js' }, './codes.json': './codes.json' },
        sideEffects: false,
      },
      null,
      2,
    )}\n`,
  );
}
