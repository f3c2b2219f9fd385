import { healthyCategories, type MessageCategory } from '../../catalog/category.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import type { Kind } from '../message/kind.ts';
import type { CategoryCount } from '../report/report.ts';

const healthy: ReadonlySet<string> = new Set(healthyCategories);
const isHealthy = (word: string): word is (typeof healthyCategories)[number] => healthy.has(word);

/** The one category of a message: what it is for inbound and unfailed ones, the category of its code for failures. */
function categoryOfKind({ isInbound, isFailure, code, outcome, status }: Kind, { codes }: Knowledge): MessageCategory {
  if (isInbound) return 'inbound';
  if (isFailure) return code === undefined ? 'unknown' : (codes[code]?.category ?? 'unknown');
  const word = outcome === 'other' ? (status ?? 'unknown') : outcome;
  return isHealthy(word) ? word : 'unknown';
}

export function byCategory({ kinds }: LogIndex, knowledge: Knowledge): readonly CategoryCount[] {
  const counts = new Map<MessageCategory, number>();
  let messages = 0;
  for (const { kind, count } of kinds) {
    const category = categoryOfKind(kind, knowledge);
    counts.set(category, (counts.get(category) ?? 0) + count);
    messages += count;
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([category, count]) => ({ category, count, share: Math.round((count / messages) * 10_000) / 10_000 }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}
