import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { analyze, type Options } from '../src/analyzer/analyze.ts';
import type { KeptReading } from '../src/analyzer/ask-kept.ts';
import type { Source } from '../src/analyzer/bytes/source.ts';
import type { Plan } from '../src/analyzer/index/states.ts';
import { knowledge } from './knowledge.ts';
import { source } from './log.ts';

/** What the first reading of a log leaves, and what it takes to read it again. */
export type KeptAndSources = KeptReading & { readonly sources: readonly Source[]; readonly plan: Plan };

/** Reads a log in small blocks, so that small logs are read as bytes too, and keeps it. */
export async function keptReading(log: Source, options: Partial<Options> = {}): Promise<KeptAndSources> {
  const analysis = await analyze([log], { knowledge, keeps: true, way: { blockBytes: 4_000, isAllText: false }, ...options });
  if (analysis.kind !== 'report' || analysis.kept === undefined) return expect.fail(`${log.name} is not kept`);
  const { report, declined, kept, plan } = analysis;
  return { knowledge, report, declined, kept, plan, sources: [log] };
}

export const troubleLog = source('trouble.csv', readFileSync(new URL('../public/samples/trouble.csv', import.meta.url)));
