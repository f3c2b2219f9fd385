import { compare, type Comparison } from '../analyzer/compare/compare.ts';
import type { Report } from '../analyzer/report/report.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';

type Compared = Extract<Comparison, { readonly kind: 'compared' }>;

/**
 * Compares a report with an earlier one.
 *
 * @param name of the file that holds the earlier one
 * @returns what differs, or the sentence that says why nothing can be told
 */
export function sinceBaseline(report: Report, earlier: Report, name: string): Compared | string {
  const comparison = compare(report, earlier);
  if (comparison.kind === 'refused') return `Not compared with ${name}: ${plainPrinter('UTC')(comparison.why)}`;
  // What is new in a log can be told by what was before it only.
  return comparison.after.to === Date.parse(report.clock ?? '')
    ? comparison
    : `Not compared with ${name}: its messages are later than those of the log. A baseline is an earlier report.`;
}
