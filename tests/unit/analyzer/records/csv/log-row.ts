import { HEADER } from '../../../../bench/generate.ts';
import { sidOf, usNumber } from '../../../../fixtures/console-row.ts';

export { HEADER };
/** Places of cells in a row under HEADER. */
export const TO = 1;
export const BODY = 2;
export const STATUS = 3;
export const SID = 9;

/** The n-th row of a log of which only the text may be quoted; its cell for the text is given as it stands in the file. */
export const bareRow = (n: number, body: string, status = 'delivered'): string =>
  `+12025550100,${usNumber(n)},${body},${status},2025-08-14T10:00:00Z,2010-04-01,1,0,AC${'a'.repeat(32)},${sidOf(n)},outbound-api,-0.0083,USD,FALSE,`;

/** The same with quotes around all cells that are words. */
export const quotedRow = (n: number, body: string, status = 'delivered'): string =>
  `"+12025550100","${usNumber(n)}",${body},${status},2025-08-14T10:00:00-03:00,"2010-04-01",1,0,AC${'a'.repeat(32)},${sidOf(n)},"outbound-api",-0.0083,USD,"FALSE",`;

/** A cell as RFC 4180 writes it. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const log = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');
