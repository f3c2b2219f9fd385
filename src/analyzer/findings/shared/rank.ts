import { severities } from '../../../catalog/finding-words.ts';
import { inOrder } from '../../memory/in-order.ts';
import type { Found } from '../rule.ts';

/** A finding before it stands in the report. */
interface Rankable {
  readonly key: string;
  /** What it cost (money.ts); absent while that is not known. */
  readonly money?: number;
  readonly found: Pick<Found, 'severity' | 'recoverable' | 'affected' | 'isRemainder'>;
}

/** Fractions of a dollar decide nothing. */
const whole = (money = 0): number => Math.round(money);

/**
 * Worst first: severity, what other findings of the rule leave over after those, then messages recoverable, then money (whole units of it), then
 * messages touched; the rest only makes the order certain.
 */
export const ranked = <One extends Rankable>(findings: readonly One[]): readonly One[] =>
  [...findings].sort(
    ({ found: a, ...one }, { found: b, ...two }) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(a.isRemainder ?? false) - Number(b.isRemainder ?? false) ||
      b.recoverable - a.recoverable ||
      whole(two.money) - whole(one.money) ||
      b.affected - a.affected ||
      inOrder(one.key, two.key),
  );
