import type { Knowledge } from '../catalog/knowledge.ts';
import { countLogs, readSources } from './analyze.ts';
import { contextOf } from './ask.ts';
import { buildReport } from './breakdowns/build-report.ts';
import type { Source } from './bytes/source.ts';
import { rules } from './findings/index.ts';
import { judgedBefore } from './findings/shared/judged-before.ts';
import type { Plan } from './index/states.ts';
import type { Lost } from './kept/find-texts.ts';
import type { Filter } from './report/filter.ts';
import type { Report } from './report/report.ts';

/** What is known of the sources from their first reading. */
interface Before {
  readonly knowledge: Knowledge;
  readonly report: Report;
  readonly plan: Plan;
  readonly signal?: AbortSignal;
  /** @param fraction 0 to 1, by bytes */
  readonly onProgress?: (fraction: number) => void;
  /** The report whose findings are told, where the filter picks messages by how they ended; else they are judged anew. */
  readonly judged?: Report | undefined;
}

/** A source that the first reading had and this one has not, or has otherwise. */
function lostIn(before: Report['sources'], now: Report['sources'], unread: readonly string[]): Lost | undefined {
  for (const [place, { name, bytes, records }] of before.entries()) {
    const again = now[place];
    if (again?.name === name && again.bytes === bytes && again.records === records) continue;
    return { source: name, why: unread.includes(name) || again === undefined ? 'unreadable' : 'changed' };
  }
  return undefined;
}

/**
 * The report on the messages that a filter takes, by reading the sources again: for logs of which too much would have to be kept.
 *
 * @param before what `analyze` gave for the same sources
 * @returns `undefined` when cancelled
 */
export async function countAgain(
  sources: readonly Source[],
  filter: Filter,
  before: Before,
): Promise<{ readonly kind: 'report'; readonly report: Report } | { readonly kind: 'lost'; readonly lost: Lost } | undefined> {
  const { knowledge, report, plan, signal, onProgress, judged } = before;
  const told = judged === undefined ? undefined : judgedBefore(judged, filter, report, knowledge);
  const counted = await countLogs(
    sources,
    {
      knowledge,
      ...(signal === undefined ? {} : { signal }),
      only: { filter, context: contextOf(before), before: told },
      onProgress: ({ bytes, totalBytes }) => {
        if (totalBytes !== undefined && totalBytes > 0) onProgress?.(Math.min(1, bytes / totalBytes));
      },
    },
    plan,
  );
  if (counted === undefined) return undefined;
  const again = readSources(counted);
  const lost = lostIn(
    report.sources,
    again.sources,
    counted.declined.map(({ source }) => source),
  );
  if (lost !== undefined) return { kind: 'lost', lost };
  return { kind: 'report', report: buildReport({ index: counted.index, ...again, before: told }, knowledge, rules) };
}
