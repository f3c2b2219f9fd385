import type { Knowledge } from '../../../catalog/knowledge.ts';
import { inOrder } from '../../memory/in-order.ts';
import { MICROS } from '../../message/price.ts';
import type { Cost } from '../../report/report.ts';

/** Prices of some messages in one unit: millionths of it, and how many messages show none. */
export interface Sums {
  billed: number;
  onFailures: number;
  unknown: number;
}

/**
 * Prices as the report has them, one entry a unit.
 *
 * `failedFee` is our estimate, in the fee's own unit: messages with status `failed` that show no price and whose code is
 * not exempt, each at the fee of facts.yaml `failed-fee`. A failed message that shows a price is in `billed` already.
 * `feeUnsettled` counts those of which no source says whether they cost it: requests refused at once (facts.yaml, refused-request-fee).
 * `unknown` counts every outbound message without a price, those of the estimate too: an empty price is not 0.
 *
 * @param unpricedFailed messages with status `failed` and no price, by error code
 */
export function pricedIn(
  sums: ReadonlyMap<string, Readonly<Sums>>,
  unpricedFailed: ReadonlyMap<string, number>,
  { failedFee, codes }: Pick<Knowledge, 'failedFee' | 'codes'>,
): readonly Cost[] {
  const exempt = new Set(failedFee.exempt);
  let charged = 0;
  let unsettled = 0;
  for (const [code, count] of unpricedFailed) {
    if (exempt.has(code)) continue;
    if (codes[code]?.isFeeUnsettled === true) unsettled += count;
    else charged += count;
  }
  const units = new Map<string, Readonly<Sums>>(sums);
  if (charged + unsettled > 0 && !units.has(failedFee.unit)) units.set(failedFee.unit, { billed: 0, onFailures: 0, unknown: 0 });
  return [...units]
    .map(([unit, { billed, onFailures, unknown }]) => ({
      unit,
      billed: billed / MICROS,
      onFailures: onFailures / MICROS,
      failedFee: unit === failedFee.unit ? Math.round(charged * failedFee.amount * MICROS) / MICROS : 0,
      feeUnsettled: unit === failedFee.unit ? unsettled : 0,
      unknown,
    }))
    .sort((a, b) => b.billed - a.billed || inOrder(a.unit, b.unit));
}
