import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import { inOrder } from '../memory/in-order.ts';

/** Every message by its status word. */
export function byStatus(index: LogIndex): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind, count } of index.get(kinds)) counts.set(kind.word, (counts.get(kind.word) ?? 0) + count);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || inOrder(a, b)));
}
