import type { MessageCategory } from '../../catalog/category.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import { entryOf } from '../memory/entry-of.ts';
import { inOrder } from '../memory/in-order.ts';
import { categoryOf } from '../message/category.ts';
import type { CategoryCount } from '../report/report.ts';

/** Every message, in exactly one category. */
export function byCategory(index: LogIndex, knowledge: Knowledge): readonly CategoryCount[] {
  const counts = new Map<MessageCategory, { count: number; undelivered: number }>();
  let messages = 0;
  for (const { kind, count } of index.get(kinds)) {
    if (count === 0) continue;
    const sums = entryOf(counts, categoryOf(kind, knowledge), () => ({ count: 0, undelivered: 0 }));
    sums.count += count;
    if (kind.outcome === 'undelivered') sums.undelivered += count;
    messages += count;
  }
  return [...counts]
    .map(([category, sums]) => ({ category, ...sums, share: Math.round((sums.count / messages) * 10_000) / 10_000 }))
    .sort((a, b) => b.count - a.count || inOrder(a.category, b.category));
}
