import { severities } from '../../../catalog/finding-schema.ts';
import type { Finding } from '../../report/report.ts';

const subjectText = ({ subject }: Finding): string => Object.values(subject).join(' ');

/** The finding on "more senders": it follows the ones it is more than, though its sum is larger. */
const isRest = ({ subject }: Finding): boolean => 'senders' in subject;

/** Worst first: severity, remainders after the others, then messages recoverable, then messages touched; the rest only makes the order certain. */
export const ranked = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(isRest(a)) - Number(isRest(b)) ||
      b.recoverable - a.recoverable ||
      b.affected - a.affected ||
      (a.id === b.id ? 0 : a.id < b.id ? -1 : 1) ||
      (subjectText(a) < subjectText(b) ? -1 : 1),
  );
