import type { Knowledge } from '../../catalog/knowledge.ts';
import { pricedIn } from '../findings/shared/priced.ts';
import type { LogIndex } from '../index/log-index.ts';
import { money } from '../index/tables/money.ts';
import type { Cost } from '../report/report.ts';

/** What the log's prices add up to, one entry a unit. */
export function costOf(index: LogIndex, knowledge: Knowledge): readonly Cost[] {
  const { units, unpricedFailed } = index.get(money);
  return pricedIn(units, unpricedFailed, knowledge);
}
