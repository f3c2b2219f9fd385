/**
 * One of the processes of `npm run mutants`: works in a copy of the tree, puts one fault after another into a file there and runs
 * the tests that were named for it, in one Vitest that stays open. Started and spoken to by run.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type Reporter, type TestCase, type TestSpecification } from 'vitest/node';
import { mutated, probed, type Mutant, type Range } from './mutators.ts';

/** Tests of one file; all of them where no ids are named. */
export interface Asked {
  readonly file: string;
  readonly ids?: readonly string[];
}
export type Task =
  /** Run these as the tree is, and say which test comes by which place. */
  | { readonly kind: 'untouched'; readonly tests: readonly string[]; readonly places: readonly (Range & { readonly file: string })[] }
  /** Run these, the first ones first, until one fails. */
  | { readonly kind: 'mutant'; readonly tests: readonly Asked[]; readonly mutant: Mutant };

/** What a test came by in the untouched tree: places of the task's list. */
export interface Seen {
  readonly file: string;
  readonly id: string;
  readonly milliseconds: number;
  readonly hits: readonly number[];
  /** Come by before it and outside of any test. */
  readonly outside: readonly number[];
}
export interface Answer {
  /** The first test that failed, and its file; of no file where the run as a whole failed. */
  readonly by?: string;
  readonly file?: string;
  readonly seen: readonly Seen[];
}

/** What the process says while it is at a task, and at its end. */
export type Heard = Answer | 'a test is over';

const say = (what: Heard | 'ready'): void => {
  process.send?.(what);
};
const folder = process.cwd();
/** What failed in the run that is on, in order; Vitest's own state also remembers the failures of earlier runs. */
const failures: { readonly by: string; readonly file?: string }[] = [];
const cases: TestCase[] = [];
const listener: Reporter = {
  onTestCaseResult(test) {
    cases.push(test);
    say('a test is over');
    if (test.result().state === 'failed') failures.push({ by: test.fullName, file: test.module.relativeModuleId });
  },
  onTestModuleEnd(module) {
    const { relativeModuleId: file } = module;
    const [error] = module.errors();
    if (error !== undefined) failures.push({ by: `${file} as a whole: ${error.message}`, file });
  },
  onTestRunEnd(_modules, errors) {
    if (errors.length > 0) failures.push({ by: 'an error outside of all tests' });
  },
};
/** Files are run in the order they were asked for. */
class AsAsked {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}
const vitest = await createVitest({
  config: 'tests/vitest.config.ts',
  watch: false,
  bail: 1,
  // The clock that ends a mutant is the judge's; a slow machine is no failure.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // All files of a run share one thread and its modules: content/ is parsed once a mutant, not once a file.
  isolate: false,
  // A thread dies with this process, also one that a mutant keeps busy for ever.
  pool: 'threads',
  maxWorkers: 1,
  fileParallelism: false,
  sequence: { sequencer: AsAsked },
  setupFiles: ['tests/mutants/probes.ts'],
  reporters: [listener],
  cache: false,
  silent: true,
});
const all = new Map<string, TestSpecification>();
for (const specification of await vitest.globTestSpecifications()) all.set(specification.moduleId, specification);

async function run(tests: readonly Asked[]): Promise<Answer> {
  failures.length = 0;
  cases.length = 0;
  const specifications = tests.map(({ file, ids }) => {
    const found = all.get(join(folder, file));
    if (found === undefined) throw new Error(`${file} is no file of tests`);
    return ids === undefined ? found : found.project.createSpecification(found.moduleId, { testIds: [...ids] });
  });
  await vitest.runTestSpecifications(specifications);
  const seen = cases.map((test) => ({
    file: test.module.relativeModuleId,
    id: test.id,
    milliseconds: test.diagnostic()?.duration ?? 0,
    hits: test.meta().hits ?? [],
    outside: test.meta().outside ?? [],
  }));
  return { ...failures[0], seen };
}

/** Runs something while files of src/ say something else. */
async function instead(texts: ReadonlyMap<string, (text: string) => string>, task: () => Promise<Answer>): Promise<Answer> {
  const before = [...texts].map(([file, change]) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, change(text));
    vitest.invalidateFile(path);
    return { path, text };
  });
  try {
    return await task();
  } finally {
    for (const { path, text } of before) {
      writeFileSync(path, text);
      vitest.invalidateFile(path);
    }
  }
}

function answer(task: Task): Promise<Answer> {
  if (task.kind === 'mutant')
    return instead(new Map([[task.mutant.file, (text: string) => mutated(text, task.mutant)]]), () => run(task.tests));
  const { places, tests } = task;
  const probes = new Map(
    [...new Set(places.map(({ file }) => file))].map((file) => {
      const own = places.flatMap((range, place) => (range.file === file ? [{ ...range, place }] : []));
      return [file, (text: string) => probed(text, own, 'globalThis.mutantHit')];
    }),
  );
  return instead(probes, () => run(tests.map((file) => ({ file }))));
}

process.on('message', (task: Task) => {
  void answer(task).then(say);
});
process.on('disconnect', () => process.exit(0));
say('ready');
