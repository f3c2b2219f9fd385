import type { Knowledge } from '../../../catalog/knowledge.ts';
import type { LogIndex } from '../../index/log-index.ts';
import { kinds } from '../../index/tables/kinds.ts';
import type { Filter } from '../../report/filter.ts';
import { ours, say, type Sentence } from '../../report/sentence.ts';
import type { Found } from '../rule.ts';

/** Outbound messages that were handed over or ended: what a rate of failures is a rate of. */
export const settled: Filter = { direction: 'outbound', outcomes: ['delivered', 'no-receipt', 'undelivered', 'failed'] };

/** How many of those there are. */
export function settledCount(index: LogIndex): number {
  let sum = 0;
  for (const { kind, count } of index.get(kinds)) if (settled.outcomes?.includes(kind.outcome) === true) sum += count;
  return sum;
}

/** Outbound messages that failed, by error code; '' for none. */
export function failedByCode(index: LogIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, count } of index.get(kinds)) {
    if (kind.isFailure) counts.set(kind.code ?? '', (counts.get(kind.code ?? '') ?? 0) + count);
  }
  return counts;
}

/** "with 30008 (Unknown error)", "without an error code". */
export function withCode(code: string, { codes }: Knowledge): Sentence {
  if (code === '') return say`without an error code`;
  const title = codes[code]?.title;
  return title === undefined ? say`with ${{ text: code }}` : say`with ${{ text: code }} (${{ text: title }})`;
}

/** Of some failures those that could still arrive: none where the code says that it will fail again, or nobody knows. */
export function recoverableOf(count: number, code: string, { codes }: Knowledge): number {
  const retry = codes[code]?.retry ?? 'unknown';
  return retry === 'never' || retry === 'unknown' ? 0 : count;
}

/** What to do about a code, as its own page says it. */
export function actionOf(code: string, { codes }: Knowledge): Found['action'] {
  const facts = codes[code];
  return {
    kind: facts?.retry === 'later-with-backoff' ? 'wait' : 'check',
    list: null,
    ...(facts?.first === undefined ? {} : { next: ours(facts.first) }),
  };
}
