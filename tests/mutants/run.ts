/**
 * `npm run mutants`: puts small faults into src/analyzer and src/guide, one at a time, and sees whether a test fails. Works on
 * copies of the tree, two at a time; the tree itself is never changed. First all tests run once, with probes where the mutants
 * will be; then each mutant is shown to the tests that came by, until one fails. What `a[b] ??` falls back on counts for nothing where no test comes by: the
 * compiler asks for it also where the place is always there. Tests of time (`*.slow.test.ts`) are not asked. Fails when fewer than 85 % of the sample are noticed.
 *
 *   npm run mutants -- --sample 40 --seed 2 --only src/analyzer/index
 *   npm run mutants -- --again LOG     those that survived in a run whose output was kept
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryOf } from '../../src/analyzer/memory/entry-of.ts';
import { Random } from '../bench/random.ts';
import { copyTree } from '../tree-copy.ts';
import { equivalents } from './equivalents.ts';
import { mutantsOf, type Mutant } from './mutators.ts';
import { filesBelow, testsOf } from './tests-of.ts';
import type { Answer, Asked, Heard, Seen, Task } from './worker.ts';

const WORKERS = 2;
const LEAST_SHARE = 0.85;
/** A test that takes this many times as long as the longest of its run in the untouched tree, and some seconds, will not end any more. */
const PATIENCE = 5;
const START = 20_000;
/** A mutant is shown to the nearest tests that together took so long in the untouched tree; one that only others would notice has survived. */
const NEAR = 40_000;
/** What a file of tests takes besides its tests: it and what it imports are evaluated anew for every mutant. */
const FILE = 150;

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: ['src/analyzer', 'src/guide'] },
    again: { type: 'string' },
  },
});

/** What lies beside the tree and no test reads. */
const made = new Set(['.git', 'node_modules', 'dist', 'dist-package', 'test-results']);

/** A process that judges mutants in a copy of its own; a mutant that never ends costs its process. */
class Judge {
  readonly #folder = copyTree(readdirSync('.').filter((part) => !made.has(part)));
  #child: ChildProcess | undefined;

  /** @returns 'no end' when nothing was heard for so long, 'gone' when the process ended before it had an answer */
  async ask(task: Task, milliseconds: number): Promise<Answer | 'no end' | 'gone'> {
    this.#child ??= await this.#start();
    const child = this.#child;
    const answer = await new Promise<Answer | 'no end' | 'gone'>((resolve) => {
      const end = (what: Answer | 'no end' | 'gone'): void => {
        clearTimeout(clock);
        child.off('message', hear).off('exit', leave);
        resolve(what);
      };
      const hear = (message: Heard): void => {
        if (message === 'a test is over') clock.refresh();
        else end(message);
      };
      const leave = (): void => {
        end('gone');
      };
      const clock = setTimeout(end, milliseconds, 'no end');
      child.on('message', hear).on('exit', leave);
      child.send(task);
    });
    if (answer === 'no end' || answer === 'gone') {
      this.stop();
      if (task.kind === 'mutant') copyFileSync(task.mutant.file, join(this.#folder, task.mutant.file));
    }
    return answer;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(this.#folder, 'tests/mutants/worker.ts'), { cwd: this.#folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
    return child;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

const testsFor = testsOf(['tests/unit', 'tests/lockstep']);
const files = filesBelow('src').filter((file) => values.only.some((folder) => file.startsWith(folder)));
const all = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));

/** A mutant as it is printed where it survived: line numbers move. */
const asLine = ({ file, before, change }: Mutant): string => JSON.stringify({ file, before, change });

function seeded(): readonly Mutant[] {
  const random = new Random(Number(values.seed));
  return all
    .map((mutant) => ({ mutant, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, Number(values.sample))
    .map(({ mutant }) => mutant);
}

function survivedIn(log: string): readonly Mutant[] {
  const lines = new Set(
    readFileSync(log, 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  return all.filter((mutant) => lines.has(asLine(mutant)));
}

const sample = values.again === undefined ? seeded() : survivedIn(values.again);
if (sample.length === 0) throw new Error(`there is nothing to change in ${values.again ?? values.only.join(', ')}`);

const isEquivalent = ({ file, before, change }: Mutant): boolean =>
  equivalents.some((known) => known.file === file && known.before === before && known.changes.includes(change));
for (const { file, before, changes } of equivalents) {
  const stale = changes.filter(
    (change) => !all.some((mutant) => mutant.file === file && mutant.before === before && mutant.change === change),
  );
  if (files.includes(file) && stale.length > 0)
    throw new Error(`tests/mutants/equivalents.ts: ${file} has no ${before} ${stale.join(', ')}`);
}
const whereIs = ({ file, line, kind, change }: Mutant): string => `${file}:${String(line)} ${kind}: ${change}`;
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const started = performance.now();
const judges = Array.from({ length: WORKERS }, () => new Judge());
const everyTest = [...new Set(sample.flatMap(({ file }) => testsFor(file)))];
const places = sample.map(({ file, around }) => ({ ...around, file }));
/** What each test comes by, in the tree as it is. */
const seen: Seen[] = [];
await Promise.all(
  judges.map(async (judge, number) => {
    const tests = everyTest.filter((_, place) => place % WORKERS === number);
    const answer = await judge.ask({ kind: 'untouched', tests, places }, 1_800_000);
    if (answer === 'no end' || answer === 'gone' || answer.by !== undefined)
      throw new Error(`the tests fail without any mutant: ${typeof answer === 'string' ? answer : (answer.by ?? '')}`);
    seen.push(...answer.seen);
  }),
);
console.log(
  `${String(all.length)} mutants in ${String(files.length)} files, a sample of ${String(sample.length)} (${values.again ?? `seed ${values.seed}`}), ${String(seen.length)} tests in ${String(everyTest.length)} files, untouched in ${seconds(started)}`,
);

const testsSeen = Map.groupBy(seen, ({ file }) => file);

/** How often each file of tests was asked, and noticed. */
const asks = new Map<string, { asked: number; noticed: number }>();
const askedOf = (file: string): { asked: number; noticed: number } => entryOf(asks, file, () => ({ asked: 0, noticed: 0 }));

/** Of a file that was never asked a quarter: most mutants are noticed by one of the first few. */
function oddsOf(file: string): number {
  const { asked, noticed } = askedOf(file);
  return (noticed + 1) / (asked + 4);
}

/** What an answer tells of the files that were asked: those before the one that noticed did not. */
function learn(tests: readonly Asked[], { file: noticedIn }: Answer): void {
  for (const { file } of tests) {
    const known = askedOf(file);
    known.asked += 1;
    if (file !== noticedIn) continue;
    known.noticed += 1;
    return;
  }
}

/** What speaks against a file of tests of which none comes by the mutant itself: it was come by while this file was made ready, or while another was (modules are shared). */
const BY_FILE = 2;
const BY_ANOTHER = 8;
/** What speaks for a file of tests for each folder that it shares with the mutant. */
const ROOM = 3;

/** How many folders a file of src/ and one of tests have in common: tests stand as what they test does. */
function shared(file: string, test: string): number {
  const folders = test.replace(/^tests\/(?:unit|lockstep)\//, '').split('/');
  return file
    .replace(/^src\//, '')
    .split('/')
    .findIndex((folder, place) => folder !== folders[place]);
}

/**
 * The tests that can notice a mutant: those that come by its place; where it is also come by outside of tests, any that import
 * its file may hold what was made there. First those that come by, of the same room, near and quick, and those that noticed most so far.
 */
function asked(mutant: Mutant, place: number): { readonly tests: readonly Asked[]; readonly longest: number } {
  const isOutside = seen.some(({ outside }) => outside.includes(place));
  const near = testsFor(mutant.file);
  const tests = near.flatMap((file, nearness) => {
    const all = testsSeen.get(file) ?? [];
    const isOwn = all.some(({ outside }) => outside.includes(place));
    const come = isOwn ? [] : all.filter(({ hits }) => hits.includes(place));
    const own = come.length === 0 && isOutside ? all : come;
    if (own.length === 0) return [];
    const milliseconds = own.reduce((sum, test) => sum + test.milliseconds, FILE);
    const against = come.length > 0 ? 1 : isOwn ? BY_FILE : BY_ANOTHER;
    const longest = Math.max(...own.map((test) => test.milliseconds));
    return [
      {
        file,
        ids: own.map(({ id }) => id),
        milliseconds,
        longest,
        cost: (milliseconds * (nearness + 3) * against) / (oddsOf(file) * ROOM ** shared(mutant.file, file)),
      },
    ];
  });
  let milliseconds = 0;
  const nearest = [];
  for (const test of tests.sort((a, b) => a.cost - b.cost)) {
    if (milliseconds >= NEAR) break;
    milliseconds += test.milliseconds;
    nearest.push(test);
  }
  return { tests: nearest.map(({ file, ids }) => ({ file, ids })), longest: Math.max(0, ...nearest.map(({ longest }) => longest)) };
}

const left = sample.map((mutant, place) => ({ mutant, place })).filter(({ mutant }) => !isEquivalent(mutant));
const equivalent = sample.length - left.length;
const survived: Mutant[] = [];
let killed = 0;
let endless = 0;
let beyondReach = 0;
await Promise.all(
  judges.map(async (judge) => {
    let next;
    while ((next = left.shift()) !== undefined) {
      const { mutant, place } = next;
      const { tests, longest } = asked(mutant, place);
      const from = performance.now();
      const ask = (): ReturnType<Judge['ask']> => judge.ask({ kind: 'mutant', mutant, tests }, START + PATIENCE * longest);
      const first = tests.length === 0 ? { seen: [] } : await ask();
      // Once may be the machine; a fault that ends the process does it again.
      const answer = first === 'gone' ? await ask() : first;
      const isBeyondReach = tests.length === 0 && mutant.isFallback;
      if (answer === 'no end') endless += 1;
      else if (answer !== 'gone') learn(tests, answer);
      if (isBeyondReach) beyondReach += 1;
      else if (answer === 'no end' || answer === 'gone' || answer.by !== undefined) killed += 1;
      else survived.push(mutant);
      const fate =
        answer === 'no end'
          ? 'killed: it never ends'
          : answer === 'gone'
            ? 'killed: it ends the process of the tests'
            : answer.by !== undefined
              ? `killed by ${answer.by}`
              : isBeyondReach
                ? 'counts for nothing: the fallback of a place that is always there, which only the compiler asks for'
                : tests.length === 0
                  ? 'SURVIVED: no test comes by'
                  : 'SURVIVED';
      console.log(`${seconds(from).padStart(7)}  ${whereIs(mutant)}\n         ${fate}`);
    }
    judge.stop();
  }),
);

console.log(`\nSurvived (a test is missing, or tests/mutants/equivalents.ts lacks a line with the reason):`);
for (const mutant of survived) console.log(`  ${whereIs(mutant)}\n    ${asLine(mutant)}`);
const share = killed / (killed + survived.length);
console.log(
  `\n${String(killed)} killed (${String(endless)} of them never end), ${String(survived.length)} survived, ${String(equivalent)} equivalent, ${String(beyondReach)} fallbacks that nothing reaches: ${(share * 100).toFixed(1)} % in ${seconds(started)}`,
);
process.exit(share >= LEAST_SHARE ? 0 : 1);
