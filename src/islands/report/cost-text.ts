import type { Finding } from '../../analyzer/report/report.ts';
import { amount } from '../kit/figures.ts';

/**
 * What the messages of a finding cost, a sum for each unit; a dash where the log does not say.
 *
 * @param say how a unit is shown: it is text of the log
 */
export const costText = (cost: Finding['cost'], say: (text: string) => string): string =>
  (cost ?? [])
    .filter(({ billed, failedFee }) => billed + failedFee > 0)
    .map(({ unit, billed, failedFee }) => amount(billed + failedFee, say(unit)))
    .join(', ') || '–';
