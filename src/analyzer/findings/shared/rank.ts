import { severities } from '../../../catalog/finding-words.ts';
import type { Finding } from '../../report/report.ts';

const subjectText = ({ subject }: Finding): string => Object.values(subject).join(' ');

/**
 * Worst first: severity, remainders after the others, then messages recoverable, then messages touched; the rest only makes the order certain.
 *
 * @param remainders findings on what others leave over: they follow the ones they are more than, though their sums are larger
 */
export const ranked = (findings: readonly Finding[], remainders: ReadonlySet<Finding> = new Set()): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(remainders.has(a)) - Number(remainders.has(b)) ||
      b.recoverable - a.recoverable ||
      b.affected - a.affected ||
      (a.id === b.id ? 0 : a.id < b.id ? -1 : 1) ||
      (subjectText(a) < subjectText(b) ? -1 : 1),
  );
