import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { mutantsOf, mutated, probed } from '../../mutants/mutators.ts';

const changes = (text: string): readonly string[] => mutantsOf('src/x.ts', text).map(({ kind, change }) => `${kind}: ${change}`);

test.for([
  ['const a = b < c;', ['comparison: < -> <=']],
  ['const a = b + 1;', ['arithmetic: + -> -', 'number: 1 -> 2', 'number: 1 -> 0']],
  ["const a = 'x' + b;", ["text: 'x' -> ''"]],
  ['if (a && b) return c;', ['condition: a && b -> !(a && b)', 'early return: if (a && b) return c; -> ;', 'condition: && -> ||']],
  ['const a = b ? true : c;', ['condition: b -> !(b)', 'boolean: true -> false']],
  ['a.b(c);', ['call: a.b(c); -> ;']],
  ['const a = b.filter(c);', ['call: b.filter(c) -> b']],
  ['for (;;) a++;', ['arithmetic: a++ -> a--']],
  ['const a = [0, 0];', ['number: 0 -> 1', 'number: 0 -> (-1)', 'number: 0 -> 1 (2)', 'number: 0 -> (-1) (2)']],
] as const)('%s', ([text, expected]) => {
  expect(changes(text)).toEqual(expected);
});

test('what stands behind an index as its fallback is told from other values', () => {
  const fallbacks = (text: string): readonly boolean[] => mutantsOf('src/x.ts', text).map(({ isFallback }) => isFallback);
  expect(fallbacks('use(a[b] ?? 1);').filter((is) => is)).toHaveLength(2);
  expect(fallbacks('use(a[b] ?? -1);').filter((is) => is)).toHaveLength(2);
  expect(fallbacks('use(a.get(b) ?? 1, a[b] || 1, 1 ?? a[b]);')).not.toContain(true);
});

test('types, imports, names and the words of thrown errors are left alone', () => {
  const text = [
    "import a from './a.ts';",
    "type B = 'x' | 1;",
    "interface C { readonly d: 'y' }",
    "const e = { 'f-g': h } satisfies Record<'f-g', true>;",
    "throw new Error('never ' + 1);",
  ].join('\n');
  expect(changes(text)).toEqual([]);
});

test('a mutant is the text with one place changed, and says where', () => {
  const text = 'const a = 1;\n  const b = a === 2;\n';
  const [, , mutant] = mutantsOf('src/x.ts', text);
  if (mutant === undefined) throw new Error('no mutant');
  expect(mutant).toMatchObject({ line: 2, before: 'const b = a === 2;', change: '=== -> !==' });
  expect(mutated(text, mutant)).toBe('const a = 1;\n  const b = a !== 2;\n');
});

test('a template with a tag stays one', () => {
  expect(mutantsOf('src/x.ts', 'say`a`;').map((mutant) => mutated('say`a`;', mutant))).toEqual(['say``;']);
});

test('probes stand before what would be changed, and change nothing', () => {
  const text = 'if (a?.b.filter(c).d === 1) { e(say`f ${g + 2}`); }\nconst h = { 7: 8 };';
  const mutants = mutantsOf('src/x.ts', text);
  const places = mutants.map(({ around }, place) => ({ ...around, place }));
  const met: number[] = [];
  const run = (code: string): unknown =>
    (runInThisContext(`(a, c, e, say, g, hit) => { ${code}\nreturn h; }`) as (...given: readonly unknown[]) => unknown)(
      { b: { filter: () => ({ d: 1 }) } },
      undefined,
      (said: unknown) => met.push(Number(said)),
      (_: unknown, value: number) => value,
      40,
      (place: number) => met.push(place),
    );
  const plain = [run(text), met.splice(0)];
  expect(plain).toEqual([{ 7: 8 }, [42]]);
  const withProbes = run(probed(text, places, 'hit'));
  expect(withProbes).toEqual({ 7: 8 });
  expect(new Set(met)).toEqual(new Set([42, ...places.map(({ place }) => place)]));
});
