import type { Report } from '../report/report.ts';

/** The JSON form of a report, the same from the page and from the command line; ends with a line feed. */
export const reportJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
