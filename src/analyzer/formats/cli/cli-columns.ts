import { foldedName } from '../../message/field-name.ts';
import { cutterOf, headingCells, isRuler } from '../../records/lines/cut-line.ts';
import { SURE } from '../format.ts';
import { linesFormat } from '../lines-format.ts';
import { fieldNames } from '../programs/field-names.ts';

/** `twilio api:core:messages:list`, as it prints without an option: columns padded with blanks under headings such as "Date Sent"; sqlite, sqlcmd and pandas print tables the same way. */
export const cliColumns = linesFormat({
  id: 'cli-columns',
  name: 'Table printed by the Twilio CLI',
  cut: 'columns',
  recognise: ({ text }) => {
    const [line = '', next = ''] = text.split(/\r\n|[\r\n]/, 2);
    const cells = headingCells(cutterOf('columns', isRuler(next) ? next : line), line);
    const names = /[\t,;|]/.test(line) ? [] : cells.map(foldedName);
    return names.length > 2 && names.includes('sid') && names.includes('status') ? SURE : 0;
  },
  fields: fieldNames,
});
