/**
 * One of the processes of `npm run mutants`: works in a copy of the tree, puts one fault after another into a file there and runs
 * the tests that were named for it, in one Vitest that stays open. Started and spoken to by run.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
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
  reporters: [{}],
  cache: false,
  silent: true,
});
const all = new Map<string, TestSpecification>();
for (const specification of await vitest.globTestSpecifications()) all.set(specification.moduleId, specification);

async function fails(tests: readonly string[]): Promise<Answer> {
  const specifications = tests.flatMap((test) => all.get(join(folder, test)) ?? []);
  if (specifications.length !== tests.length) throw new Error(`not all of these are tests: ${tests.join(', ')}`);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  for (const testModule of testModules) {
    for (const test of testModule.children.allTests('failed')) return { killed: true, by: test.fullName };
    if (!testModule.ok() && testModule.errors().length > 0) return { killed: true, by: `${testModule.relativeModuleId} as a whole` };
  }
  return unhandledErrors.length > 0 ? { killed: true, by: 'an unhandled error' } : { killed: false };
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
