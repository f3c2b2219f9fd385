import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Plan } from '../analyzer/index/states.ts';
import { KeyTable } from '../analyzer/memory/key-table.ts';
import { readPart, type Part } from '../analyzer/parts/part.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';

/** @param path "-" is standard input @returns the part, or a sentence that says why there is none and whether the file itself is at fault */
export async function readPartFile(
  path: string,
  input: AsyncIterable<unknown>,
): Promise<{ readonly part: Part } | { readonly problem: string; readonly isUnreadable: boolean }> {
  const name = path === '-' ? 'standard input' : path;
  try {
    const part = await readPart(path === '-' ? linesOf(input) : createInterface({ input: createReadStream(path), crlfDelay: Infinity }));
    return typeof part === 'string' ? { problem: `${name} ${part}.`, isUnreadable: false } : { part };
  } catch (error) {
    return { problem: `${name} cannot be read: ${reasonOf(error)}`, isUnreadable: true };
  }
}

async function* linesOf(input: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of input) {
    const lines = (rest + (piece instanceof Uint8Array ? decoder.decode(piece, { stream: true }) : String(piece))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Which rows of one part count where others of the same log are known: fingerprints of SIDs, each with the state that wins. */
interface PlanFile {
  readonly undelivered: 'plan';
  readonly version: 1;
  readonly winners: readonly number[];
}

/** Writes the plan of a part as a file. @returns its path */
export function writePlan(folder: string, part: string, { winners }: Pick<Plan, 'winners'>): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${basename(part).replace(/\.part$/, '')}.plan`);
  const file: PlanFile = { undelivered: 'plan', version: 1, winners: [...winners].flat() };
  writeFileSync(path, `${JSON.stringify(file)}\n`);
  return path;
}

/** @returns the plan, or a sentence that says why there is none */
export function readPlan(path: string): Plan | string {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<PlanFile> | null;
    if (file?.undelivered !== 'plan' || file.version !== 1 || !Array.isArray(file.winners))
      return `${path} is no plan that "undelivered merge --plans" wrote.`;
    const winners = new KeyTable(Infinity);
    const numbers: readonly number[] = file.winners;
    for (let at = 0; at + 1 < numbers.length; at += 2) winners.set(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    return { winners };
  } catch (error) {
    return `${path} cannot be read: ${reasonOf(error)}`;
  }
}
