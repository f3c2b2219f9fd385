/** Logs for tests: from the disk or from text, read by the analyzer as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { analyze, type Options } from '../src/analyzer/analyze.ts';
import type { Declined } from '../src/analyzer/report/declined.ts';
import type { Report } from '../src/analyzer/report/report.ts';
import type { Source } from '../src/analyzer/bytes/source.ts';
import { plainPrinter } from '../src/analyzer/write/plain.ts';
import { knowledge } from './knowledge.ts';

const fixtures = new URL('./fixtures/', import.meta.url);

/** Folders of logs: one a format, and what is no log that can be read. */
const logFolders = ['not-read', ...readdirSync(new URL('formats/', fixtures)).map((format) => `formats/${format}`)];

/** Every log of those folders, as a path below tests/fixtures/. */
export const logPaths: readonly string[] = logFolders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, fixtures)).map((file) => `${folder}/${file}`),
);

/** Path of the log of this name, whatever folder it is in. @throws Error when there is none */
export function fixturePath(file: string): string {
  const path = logPaths.find((candidate) => candidate.endsWith(`/${file}`));
  if (path === undefined) throw new Error(`tests/fixtures has no log named ${file}`);
  return path;
}

export const fixture = (path: string): Uint8Array => readFileSync(new URL(path, fixtures));

/** @param cut bytes of a piece of the stream; the whole at once when absent */
export function source(name: string, content: Uint8Array | string, cut = Infinity): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    slice: (from, to) => Promise.resolve(bytes.slice(from, to)),
    stream: () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) {
            controller.close();
            return;
          }
          const end = Math.min(bytes.length, at + cut);
          controller.enqueue(bytes.slice(at, end));
          at = end;
        },
      });
    },
  };
}

export async function report(sources: readonly Source[], options: Partial<Options> = {}): Promise<Report> {
  const analysis = await analyze(sources, { knowledge, ...options });
  if (analysis.kind !== 'report') expect.fail(`no report: ${JSON.stringify(analysis)}`);
  return analysis.report;
}

export const reportOn = (path: string): Promise<Report> => report([source(path.split('/').at(-1) ?? path, fixture(path))]);

export async function declined(one: Source): Promise<Declined> {
  const analysis = await analyze([one], { knowledge });
  if (analysis.kind !== 'declined') expect.fail(`not declined but ${analysis.kind}`);
  const [first] = analysis.declined;
  return first ?? expect.fail('declined without a reason');
}

/** A sentence as JSON prints it. */
export const inWords = plainPrinter('UTC');

/** Ids of the notices of the first source. */
export const noticeIds = ({ sources }: Report): readonly string[] => (sources[0]?.notices ?? []).map(({ id }) => id);
