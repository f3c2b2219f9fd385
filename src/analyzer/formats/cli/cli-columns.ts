import { foldedName } from '../../message/field-name.ts';
import { SURE } from '../format.ts';
import { linesFormat } from '../lines-format.ts';
import { fieldNames } from '../programs/field-names.ts';

/** `twilio api:core:messages:list`, as it prints without an option: columns padded with blanks under headings such as "Date Sent". */
export const cliColumns = linesFormat({
  id: 'cli-columns',
  name: 'Table printed by the Twilio CLI',
  cut: 'columns',
  recognise: ({ text }) => {
    const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
    const names = /[\t,;|]/.test(line) ? [] : line.split(/ {2,}/).map(foldedName);
    return names.length > 2 && names.includes('sid') && names.includes('status') ? SURE : 0;
  },
  fields: fieldNames,
});
