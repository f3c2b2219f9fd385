import type { Report } from '../analyzer/report/report.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { reportMarkdown } from '../analyzer/write/markdown.ts';
import { textReport } from '../analyzer/write/text.ts';
import { printList } from './print-list.ts';
import type { Wanted } from './wanted.ts';

/**
 * Prints of a report what is wanted.
 *
 * @param say what is not printed, and why, on the side
 */
export function printReport(
  report: Report,
  wanted: Wanted,
  options: Parameters<typeof textReport>[1],
  to: { readonly write: (text: string) => void; readonly say: (line: string) => void },
): void {
  switch (wanted.kind) {
    case 'report':
      to.write(
        {
          json: () => reportJson(report, options.words),
          text: () => textReport(report, options),
          markdown: () => reportMarkdown(report, options),
        }[wanted.form](),
      );
      break;
    case 'list':
      printList(wanted, report, options, to);
  }
}
