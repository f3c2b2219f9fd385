import { inOrder } from '../../memory/in-order.ts';
import type { Cost } from '../../report/report.ts';

const ofUnit = (cost: readonly Cost[], unit: string): number =>
  cost.reduce((sum, one) => (one.unit === unit ? sum + one.onFailures + one.failedFee : sum), 0);

/** The unit that most of some findings cost something in: units are never mixed. */
function mainUnit(costs: readonly (readonly Cost[])[]): string {
  const findings = new Map<string, number>();
  for (const cost of costs) for (const { unit } of cost) if (ofUnit(cost, unit) > 0) findings.set(unit, (findings.get(unit) ?? 0) + 1);
  const [most] = [...findings].sort(([one, a], [two, b]) => b - a || inOrder(one, two));
  return most?.[0] ?? '';
}

/**
 * What each of some findings cost, so that they can be put in an order: failures that were billed and fees, in the unit that most of
 * them have.
 */
export function moneyOf(costs: readonly (readonly Cost[])[]): readonly number[] {
  const unit = mainUnit(costs);
  return costs.map((cost) => ofUnit(cost, unit));
}
