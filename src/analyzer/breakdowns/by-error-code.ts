import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import { recipients } from '../index/tables/recipients.ts';
import type { CodeCount } from '../report/report.ts';

/** Every message that has an error code, delivered and inbound ones too. */
export function byErrorCode(index: LogIndex, { codes }: Knowledge): readonly CodeCount[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of index.get(kinds)) if (kind.code !== undefined) counts.set(kind.code, (counts.get(kind.code) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({
      code,
      count,
      category: codes[code]?.category ?? ('unknown' as const),
      recipients: index.get(recipients).of(code),
    }))
    .sort((a, b) => b.count - a.count || Number(a.code) - Number(b.code));
}
