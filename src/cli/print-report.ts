import type { Report } from '../analyzer/report/report.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { reportMarkdown } from '../analyzer/write/markdown.ts';
import { textReport } from '../analyzer/write/text.ts';
import { printList } from './print-list.ts';
import { printPacket } from './print-packet.ts';
import type { Wanted } from './wanted.ts';

/**
 * Prints of a report what is wanted.
 *
 * @param options `now`: milliseconds since 1970, for what may be too old by the clock of the one who asks
 * @param to `say` takes what is not printed, and why
 * @returns whether the report has what is wanted
 */
export function printReport(
  report: Report,
  wanted: Wanted,
  options: Parameters<typeof textReport>[1] & { readonly now: number },
  to: { readonly write: (text: string) => void; readonly say: (line: string) => void },
): boolean {
  switch (wanted.kind) {
    case 'report':
      to.write(
        {
          json: () => reportJson(report, options.words),
          text: () => textReport(report, options),
          markdown: () => reportMarkdown(report, options),
        }[wanted.form](),
      );
      return true;
    case 'list':
      printList(wanted, report, options, to);
      return true;
    case 'packet':
      return printPacket(wanted, report, { ...options, ...to });
  }
}
