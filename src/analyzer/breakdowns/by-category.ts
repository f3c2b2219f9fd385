import type { MessageCategory } from '../../catalog/category.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import { categoryOf } from '../message/category.ts';
import type { CategoryCount } from '../report/report.ts';

/** Every message, in exactly one category. */
export function byCategory(index: LogIndex, knowledge: Knowledge): readonly CategoryCount[] {
  const counts = new Map<MessageCategory, number>();
  let messages = 0;
  for (const { kind, count } of index.get(kinds)) {
    const category = categoryOf(kind, knowledge);
    counts.set(category, (counts.get(category) ?? 0) + count);
    messages += count;
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([category, count]) => ({ category, count, share: Math.round((count / messages) * 10_000) / 10_000 }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}
