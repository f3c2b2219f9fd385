/** The sample log public/samples/trouble.csv as rows, to make other logs of: some of its texts stand on several lines. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const [heading = [], ...data] = Papa.parse<string[]>(readFileSync(new URL('../public/samples/trouble.csv', import.meta.url), 'utf8'), {
  skipEmptyLines: true,
}).data;

/** A row for each message, in the order of the log. */
export const troubleRows: readonly (readonly string[])[] = data;

/** A log of some of its rows. */
export const logOf = (rows: typeof troubleRows): string => `${Papa.unparse([heading, ...rows.map((row) => [...row])])}\r\n`;
