import { healthyCategories, type MessageCategory } from '../../catalog/category.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Kind } from './kind.ts';

const healthy: ReadonlySet<string> = new Set(healthyCategories);
const isHealthy = (word: string): word is (typeof healthyCategories)[number] => healthy.has(word);

/** The one category of a message: what it is for inbound and unfailed ones, the category of its code for failures. */
export function categoryOf({ isInbound, isFailure, code, outcome, status }: Kind, { codes }: Pick<Knowledge, 'codes'>): MessageCategory {
  if (isInbound) return 'inbound';
  if (isFailure) return code === undefined ? 'unknown' : (codes[code]?.category ?? 'unknown');
  const word = outcome === 'other' ? (status ?? 'unknown') : outcome;
  return isHealthy(word) ? word : 'unknown';
}
