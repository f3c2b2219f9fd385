import { SURE, type Heading } from '../format.ts';
import { linesFormat } from '../lines-format.ts';
import { fieldNames } from '../programs/field-names.ts';

/** Whether a heading is one that the CLI prints with `-o tsv`: property names in camel case, parted by tabs, with no quote around. */
export const isCliTable = ({ cells, names, delimiter }: Heading): boolean =>
  delimiter === '\t' && names.includes('sid') && names.includes('status') && cells.every((cell) => /^[a-z]+(?:[A-Z][a-z]+)*$/.test(cell));

/** `twilio api:core:messages:list -o tsv`: nothing is escaped, so a text with a tab or a line feed runs on. */
export const cliTsv = linesFormat({
  id: 'cli-tsv',
  name: 'Table of the Twilio CLI (tsv)',
  cut: 'tabs',
  recognise: ({ heading }) => (heading !== undefined && isCliTable(heading) ? SURE : 0),
  fields: fieldNames,
});
