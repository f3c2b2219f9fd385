/**
 * One of the processes of `npm run mutants`: works in a copy of the tree, puts one fault after another into a file there and runs
 * the tests that were named for it, in one Vitest that stays open. Started and spoken to by run.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type Reporter, type TestSpecification } from 'vitest/node';
import { mutated, type Mutant } from './mutators.ts';

export interface Task {
  readonly mutant?: Mutant;
  /** Test files, the likeliest to fail first. */
  readonly tests: readonly string[];
}
export interface Answer {
  readonly killed: boolean;
  /** The first test that failed. */
  readonly by?: string;
}

const folder = process.cwd();
/** What failed in the run that is on, in order; Vitest's own state also remembers the failures of earlier runs. */
const failures: string[] = [];
const listener: Reporter = {
  onTestCaseResult(test) {
    if (test.result().state === 'failed') failures.push(test.fullName);
  },
  onTestModuleEnd(module) {
    if (module.errors().length > 0) failures.push(`${module.relativeModuleId} as a whole`);
  },
  onTestRunEnd(_modules, errors) {
    if (errors.length > 0) failures.push('an error outside of all tests');
  },
};
const vitest = await createVitest({
  config: 'tests/vitest.config.ts',
  watch: false,
  bail: 1,
  // All files of a run share one thread and its modules: content/ is parsed once a mutant, not once a file.
  isolate: false,
  // A thread dies with this process, also one that a mutant keeps busy for ever.
  pool: 'threads',
  maxWorkers: 1,
  fileParallelism: false,
  reporters: [listener],
  cache: false,
  silent: true,
});
const all = new Map<string, TestSpecification>();
for (const specification of await vitest.globTestSpecifications()) all.set(specification.moduleId, specification);

async function fails(tests: readonly string[]): Promise<Answer> {
  const specifications = tests.flatMap((test) => all.get(join(folder, test)) ?? []);
  if (specifications.length !== tests.length) throw new Error(`not all of these are tests: ${tests.join(', ')}`);
  failures.length = 0;
  await vitest.runTestSpecifications(specifications);
  const [by] = failures;
  return by === undefined ? { killed: false } : { killed: true, by };
}

async function judge({ mutant, tests }: Task): Promise<Answer> {
  if (mutant === undefined) return fails(tests);
  const path = join(folder, mutant.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, mutated(text, mutant));
  vitest.invalidateFile(path);
  try {
    return await fails(tests);
  } finally {
    writeFileSync(path, text);
    vitest.invalidateFile(path);
  }
}

process.on('message', (task: Task) => {
  void judge(task).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
