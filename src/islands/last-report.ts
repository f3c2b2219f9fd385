import type { Report } from '../analyzer/report.ts';

/** Where the home page looks for the line "last report". */
export const lastReportKey = 'undelivered:last-report';

/** What is kept of a report, in this tab only: no number, no text of a message. */
export const lastReport = ({ sources, totals, findings }: Report) => ({
  name: sources.map(({ name }) => name).join(', '),
  messages: totals.messages,
  findings: findings.length,
});

/** Keeps the line for the home page; a browser without storage keeps nothing, and nothing depends on it. */
export function keepLastReport(report: Report): void {
  try {
    sessionStorage.setItem(lastReportKey, JSON.stringify(lastReport(report)));
  } catch {
    // Storage is full or forbidden.
  }
}
