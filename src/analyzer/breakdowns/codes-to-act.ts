import type { Knowledge } from '../../catalog/knowledge.ts';
import type { LogIndex } from '../index/log-index.ts';
import { failedByCode } from '../findings/shared/by-code.ts';
import { troubles } from '../index/tables/troubles.ts';
import { inOrder } from '../memory/in-order.ts';
import type { CodeToAct } from '../report/report.ts';

/**
 * What to do about each code with which outbound messages failed, most frequent first; failures without a code have the code ''.
 *
 * @param left failed messages that no finding explains, by code
 */
export function codesToAct(index: LogIndex, { codes }: Knowledge, left: ReadonlyMap<string, number>): readonly CodeToAct[] {
  const kept = new Map<string, number>();
  for (const { kind } of index.get(troubles)) kept.set(kind.code ?? '', (kept.get(kind.code ?? '') ?? 0) + 1);
  return [...failedByCode(index)]
    .map(([code, count]): CodeToAct => {
      const facts = codes[code];
      return {
        code,
        count,
        explained: (kept.get(code) ?? 0) - (left.get(code) ?? 0),
        actors: facts?.actors ?? [],
        resend: facts?.retry ?? 'unknown',
        ...(facts?.first === undefined ? {} : { first: facts.first }),
        ...(facts?.guide === undefined ? {} : { guide: facts.guide }),
      };
    })
    .sort((a, b) => b.count - a.count || inOrder(a.code, b.code));
}
