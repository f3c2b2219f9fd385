import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readSources } from '../../src/analyzer/analyze.ts';
import { buildReport } from '../../src/analyzer/breakdowns/build-report.ts';
import type { Source } from '../../src/analyzer/bytes/source.ts';
import { rules } from '../../src/analyzer/findings/index.ts';
import { mergeParts, type NamedPart } from '../../src/analyzer/parts/merge-parts.ts';
import type { Report } from '../../src/analyzer/report/report.ts';
import { writeLog } from '../bench/generate.ts';
import { knowledge } from '../knowledge.ts';
import { duckdb } from './engines/duckdb.ts';
import { forms } from './forms.ts';
import { countedOf, differencesOf, reportOnRows, reportWithout } from './same-report.ts';
import { all, scriptFor } from './script.ts';

const PARTS = 8;
const LF = 10;
const TOLD = 12;

/** The files as one log: one behind the other, with one heading. */
function logOf(paths: readonly string[]): Source {
  async function* bytes(): AsyncGenerator<Uint8Array, void> {
    for (const [place, path] of paths.entries()) {
      let isHeading = place > 0;
      for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
        // The line feed behind the heading ends the last row of the file before, which has none.
        yield isHeading ? piece.subarray(piece.indexOf(LF)) : piece;
        isHeading = false;
      }
    }
  }
  return { name: 'log.csv', stream: () => Readable.toWeb(Readable.from(bytes())) as ReadableStream<Uint8Array> };
}

/** The report on the files, each counted by itself. */
async function reportOnParts(paths: readonly string[]): Promise<Report | string> {
  const parts: NamedPart[] = [];
  for (const name of paths) {
    const counted = await countedOf(logOf([name]));
    parts.push({ name, part: { index: counted.index.save(), ...readSources(counted) } });
  }
  const merged = mergeParts(parts, knowledge);
  if (merged.kind !== 'merged') return `the parts could not be merged: ${merged.kind}`;
  return buildReport({ index: merged.index, sources: merged.part.sources, declined: merged.part.declined }, knowledge, rules);
}

/** Without the sizes and names of sources, and how much a full table left out, which depends on the order. */
const figuresOf = (report: Report): Report => ({
  ...report,
  sources: [],
  notices: report.notices.filter(({ id }) => !id.endsWith('-capped')),
});

const problemsOf = (right: Report, found: Report | string): readonly string[] =>
  typeof found === 'string' ? [found] : differencesOf(figuresOf(right), figuresOf(found));

/**
 * One log as large as tables are, on every path but the page: read in one go, counted in eight parts, and from what DuckDB counts of it.
 * Ten million rows took 16 GB of memory on the way through DuckDB; in parts a million were tried.
 *
 * @returns whether all give one report
 */
export async function isLargeLogRight(rows: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-large-'));
  const paths = Array.from({ length: PARTS }, (_, part) => join(folder, `${String(part)}.csv`));
  for (const [part, path] of paths.entries()) await writeLog(path, { rows: Math.ceil(rows / PARTS), seed: part + 1 });
  let isGood = true;
  const tell = (what: string, problems: readonly string[]): void => {
    console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${what}`);
    for (const problem of problems.slice(0, TOLD)) console.log(`         ${problem}`);
    if (problems.length > TOLD) console.log(`         and ${String(problems.length - TOLD)} more`);
    isGood &&= problems.length === 0;
  };
  const counted = await countedOf(logOf(paths));
  const whole = buildReport({ index: counted.index, ...readSources(counted) }, knowledge, rules);
  for (const { id, count: messages } of whole.notices) console.log(`note   ${id}: ${String(messages)}`);
  for (const { id, why } of whole.notJudged) console.log(`note   ${id} is not judged: ${why}`);
  tell(`${String(rows)} messages in ${String(PARTS)} parts`, problemsOf(whole, await reportOnParts(paths)));
  const engine = await duckdb();
  await engine.load(join(folder, '*.csv'), 'texts', forms.console.types);
  const found = await reportOnRows(await engine.run(scriptFor(engine)));
  engine.close();
  tell(`${String(rows)} messages from what ${engine.name} counts`, problemsOf(reportWithout(counted, all), found));
  rmSync(folder, { recursive: true });
  return isGood;
}
