import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import { recipients } from '../index/tables/recipients.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { CodeCount } from '../report/report.ts';

/** Every message that has an error code, delivered and inbound ones too. */
export function byErrorCode(index: LogIndex, { codes }: Knowledge): readonly CodeCount[] {
  const counts = new Map<string, { count: number; failed: number; undelivered: number }>();
  for (const { kind, count } of index.get(kinds)) {
    if (kind.code === undefined || count === 0) continue;
    const sums = entryOf(counts, kind.code, () => ({ count: 0, failed: 0, undelivered: 0 }));
    sums.count += count;
    if (kind.isFailure) sums.failed += count;
    if (kind.outcome === 'undelivered') sums.undelivered += count;
  }
  return [...counts]
    .map(([code, sums]) => ({
      code,
      ...sums,
      category: codes[code]?.category ?? ('unknown' as const),
      recipients: index.get(recipients).of(code),
    }))
    .sort((a, b) => b.count - a.count || Number(a.code) - Number(b.code));
}
