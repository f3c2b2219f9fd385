import { severities } from '../../../catalog/finding-words.ts';
import type { Found } from '../rule.ts';

/** A finding before it stands in the report. */
interface Rankable {
  readonly key: string;
  /** What it cost (money.ts); absent while that is not known. */
  readonly money?: number;
  readonly found: Pick<Found, 'severity' | 'recoverable' | 'affected' | 'isRemainder'>;
}

/**
 * Worst first: severity, what other findings of the rule leave over after those, then messages recoverable, then money, then messages
 * touched; the rest only makes the order certain.
 */
export const ranked = <One extends Rankable>(findings: readonly One[]): readonly One[] =>
  [...findings].sort(
    ({ found: a, ...one }, { found: b, ...two }) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(a.isRemainder ?? false) - Number(b.isRemainder ?? false) ||
      b.recoverable - a.recoverable ||
      (two.money ?? 0) - (one.money ?? 0) ||
      b.affected - a.affected ||
      (one.key < two.key ? -1 : 1),
  );
