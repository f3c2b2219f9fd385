/** What .astro and .mdx files import, and whether the table of tests/layers.ts allows it. */
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { mayImport, rowOf, layers } from './layers.ts';

export interface Import {
  /** What stands between the quotes. */
  readonly name: string;
  /** 1 is the first line of the file. */
  readonly line: number;
  readonly isType: boolean;
}

/** Pieces of script in a file, each with the number of lines before it. */
function scripts(file: string, text: string): readonly { readonly code: string; readonly linesBefore: number }[] {
  const at = (index: number, whole = text): number => whole.slice(0, index).split('\n').length - 1;
  if (file.endsWith('.astro')) {
    const front = /^---\n([\s\S]*?)\n---/.exec(text);
    const blocks = [...text.matchAll(/<script(?![^>]*\btype="application\/)[^>]*>([\s\S]*?)<\/script>/g)];
    return [
      ...(front === null ? [] : [{ code: front[1] ?? '', linesBefore: 1 }]),
      ...blocks.map((block) => ({ code: block[1] ?? '', linesBefore: at(block.index + block[0].indexOf('>') + 1) })),
    ];
  }
  if (file.endsWith('.mdx')) {
    // A paragraph that begins with import or export is code in MDX, unless it stands in a fenced block.
    const prose = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, (fenced) => fenced.replace(/[^\n]/g, ''));
    return [...prose.matchAll(/(?<=^|\n\n|---\n)(?:import|export)\b[\s\S]*?(?=\n\n|$)/g)].map((block) => ({
      code: block[0],
      linesBefore: at(block.index, prose),
    }));
  }
  return [{ code: text, linesBefore: 0 }];
}

/** Every import and re-export of a .ts, .tsx, .astro or .mdx file, dynamic ones with a fixed name included. */
export function importsOf(file: string, text: string): readonly Import[] {
  return scripts(file, text).flatMap(({ code, linesBefore }) => {
    const parsed = ts.createSourceFile('script.tsx', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
    const found: Import[] = [];
    const add = (name: ts.Node | undefined, isType: boolean): void => {
      if (name === undefined || !ts.isStringLiteralLike(name)) return;
      found.push({ name: name.text, line: linesBefore + parsed.getLineAndCharacterOfPosition(name.pos).line + 1, isType });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
      else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
      ts.forEachChild(node, visit);
    };
    visit(parsed);
    return found;
  });
}

/** Path below the root that an import names, or `undefined` for a package or a module that Astro makes. */
export function targetOf(file: string, name: string): string | undefined {
  const path = name.replace(/\?.*$/, '');
  if (path.startsWith('.')) return join(dirname(file), path);
  return path.startsWith('/') ? path.slice(1) : undefined;
}

/**
 * Imports of .astro and .mdx files that the table forbids or that lead nowhere, circles of files in which an .astro file
 * stands, and folders that the table does not know.
 *
 * @param files text by path below the root: all of src/ (for the circles) and content/
 */
export function importProblems(files: ReadonlyMap<string, string>): readonly string[] {
  const isPage = (file: string): boolean => /\.(astro|mdx)$/.test(file);
  const edges = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [file, text] of files) {
    const targets: string[] = [];
    for (const { name, line, isType } of /\.(astro|mdx|tsx?)$/.test(file) ? importsOf(file, text) : []) {
      const target = targetOf(file, name);
      if (target === undefined) continue;
      if (!isType) targets.push(target);
      if (!isPage(file)) continue;
      const place = `${file}:${String(line)} imports ${name}`;
      if (!files.has(target)) problems.push(`${place}, which is no file of src/`);
      else if (!mayImport(file, target, isType))
        problems.push(`${place}: ${rowOf(file)} may import only ${(layers[rowOf(file)] ?? []).join(', ') || 'itself'}`);
    }
    edges.set(file, targets);
  }
  // A text beside the code imports nothing.
  const code = [...files.keys()].filter((file) => !file.endsWith('.md'));
  const unknown = new Set(code.map(rowOf).filter((row) => layers[row] === undefined));
  return [
    ...problems,
    ...circles(edges)
      .filter((circle) => circle.some(isPage))
      .map((circle) => `circle: ${circle.join(' -> ')}`),
    ...[...unknown].map((row) => `src/${row} has no row in tests/layers.ts`),
  ];
}

/** Circles that a walk from each file meets, each once. */
function circles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file]);
    else if (!done.has(file)) {
      for (const next of edges.get(file) ?? []) walk(next, [...way, file]);
      done.add(file);
    }
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
}
